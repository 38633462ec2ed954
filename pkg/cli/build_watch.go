package cli

import (
	"context"
	"maps"
	"path/filepath"
	"slices"
	"strings"
	"sync"

	"github.com/isuplan/isuplan/pkg/diag"
	"github.com/isuplan/isuplan/pkg/render"
	"github.com/isuplan/isuplan/pkg/report"
	"github.com/isuplan/isuplan/pkg/source"
	"github.com/isuplan/isuplan/pkg/watch"
)

// watching is a build that goes on. Each plan is built for itself, so that one with errors
// keeps no other from being written.
type watching struct {
	*builder
	names   []string // what the user named
	formats []render.Format
	watcher *watch.Watcher
	built   map[string]*lastBuild // by the plan's name; a plan without one is to be built
	lost    bool                  // it could not be found out which plans there are
}

// lastBuild is what is known of the last build of a plan.
type lastBuild struct {
	code int
	mu   sync.Mutex
	read map[string]bool // the files that it read, or would have read
}

func (b *builder) watchAll(ctx context.Context, names []string, formats []render.Format) error {
	names, err := b.watchable(names)
	if err != nil {
		return err
	}
	goOn()
	w := &watching{builder: b, names: names, formats: formats, watcher: watch.New(), built: map[string]*lastBuild{}}
	defer func() { _ = w.watcher.Close() }() // nothing is lost by it
	w.watcher.Add(w.places()...)
	if err := w.round(ctx, true); err != nil {
		return err
	}
	if !b.app.begun() {
		return context.Canceled
	}
	b.app.say("watching; Ctrl-C ends it")
	err = w.goOn(ctx)
	b.app.code = w.code()
	return err
}

// begun notes that the command has begun to write, and reports false where it was
// interrupted before. From then on it ends by itself when its context does.
func (a *app) begun() bool {
	a.lasting = a.lasting || a.gate.pass()
	return a.lasting
}

// code returns the exit code of the last builds.
func (w *watching) code() int {
	code := ExitClean
	if w.lost {
		code = ExitTrouble
	}
	for _, last := range w.built {
		code = max(code, last.code)
	}
	return code
}

// watchable returns the names that were given, or the plan that is here.
func (b *builder) watchable(names []string) ([]string, error) {
	switch {
	case b.sample:
		return nil, troublef("the sample does not change; leave out --watch")
	case slices.Contains(names, "-"):
		return nil, troublef("standard input comes once; name a plan file to watch, or leave out --watch")
	case len(names) > 0:
		return names, nil
	}
	name, err := b.app.planHere()
	return []string{name}, err
}

// places returns what to watch for plans that appear: folders, and those of patterns.
func (w *watching) places() (list []string) {
	for _, name := range w.names {
		if !isFolder(name) && isPattern(name) {
			name = filepath.Dir(name[:strings.IndexAny(name, "*?[")] + "x")
		}
		list = append(list, name)
	}
	return list
}

// goOn builds after each change, until the context ends, which is no error.
func (w *watching) goOn(ctx context.Context) error {
	for {
		keep := w.places()
		for _, last := range w.built {
			keep = slices.AppendSeq(keep, maps.Keys(last.read))
		}
		w.watcher.Keep(keep...)
		changed, err := w.watcher.Next(ctx)
		if err != nil {
			return unlessOver(ctx, err)
		}
		for name, last := range w.built {
			if slices.ContainsFunc(changed, func(path string) bool { return last.read[path] }) {
				delete(w.built, name)
			}
		}
		if err := w.round(ctx, false); err != nil {
			return err
		}
	}
}

// unlessOver returns an error, or none where the run is over.
func unlessOver(ctx context.Context, err error) error {
	select {
	case <-ctx.Done():
		return nil
	default:
		return err
	}
}

// round builds the plans that are to be built. What goes wrong in the first round ends the
// run, as it ends that of a build; later it is said, and may be mended.
func (w *watching) round(ctx context.Context, first bool) error {
	names, err := w.plans()
	w.lost = err != nil
	if err != nil {
		return w.tell(err, first)
	}
	maps.DeleteFunc(w.built, func(name string, _ *lastBuild) bool { return !slices.Contains(names, name) })
	for _, name := range names {
		if w.built[name] != nil {
			continue
		}
		if err := w.one(ctx, name); err != nil {
			if ctx.Err() != nil && w.app.lasting {
				return unlessOver(ctx, err)
			}
			w.built[name].code = ExitTrouble
			if err := w.tell(err, first || w.app.stdout.err != nil); err != nil {
				return err
			}
		}
	}
	return nil
}

// tell says what went wrong, or returns it where it ends the run.
func (w *watching) tell(err error, ends bool) error {
	if ends {
		return err
	}
	w.app.say("%s", plainError(err))
	return nil
}

// plans returns the names of the plans that are there now.
func (w *watching) plans() ([]string, error) {
	names, err := w.app.chosenNames(w.names)
	if err != nil {
		return nil, err
	}
	var files []*source.File
	for _, name := range names {
		files = append(files, source.NewFile(name, nil))
	}
	return names, distinct(files)
}

// one builds a plan, and says in a line what came of it.
func (w *watching) one(ctx context.Context, name string) error {
	last := &lastBuild{read: map[string]bool{}}
	w.built[name] = last
	w.app.reading = func(path string) {
		last.mu.Lock()
		last.read[path] = true
		last.mu.Unlock()
		w.watcher.Add(path)
	}
	w.app.code = ExitClean
	defer func() { last.code = w.app.code }()
	file, err := w.app.read(name)
	if err != nil {
		return err
	}
	b := *w.builder // what it finds is about this plan and this time
	outputs, findings, err := b.all(ctx, []*source.File{file}, w.formats)
	if err != nil {
		return err
	}
	if err := b.app.talkFindings(findings); err != nil {
		return err
	}
	if why := b.refusal(findings); why != "" {
		b.app.say("%s: nothing was written: %s", name, why)
		return nil
	}
	if !b.app.begun() {
		return context.Canceled
	}
	if err := b.app.writeAll(ctx, b.dir, outputs, b.force); err != nil {
		return err
	}
	if err := b.app.list(outputs); err != nil {
		return err
	}
	b.app.say("%s: written%s", name, counted(report.Unwaived(findings)))
	return nil
}

// counted says how many findings there are, where there are any.
func counted(findings []diag.Finding) string {
	if len(findings) == 0 {
		return ""
	}
	return ", with " + report.Count(findings)
}
