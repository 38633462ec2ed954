package cli

import (
	"context"
	"errors"
	"os/exec"
	"path"
	"path/filepath"
	"strings"

	"github.com/isuplan/isuplan/pkg/compile"
	"github.com/isuplan/isuplan/pkg/source"
)

// history reads plans as they were where HEAD and the revision of --diff parted.
type history struct {
	c         *checker
	ctx       context.Context
	revisions map[string]*revision         // by the folder of the plans
	gone      map[string]map[string]string // the plans that are there no more, by the commit that had them and by their paths
}

// atRevision returns how to read plans as they were at a revision.
func (c *checker) atRevision(ctx context.Context) reader {
	h := &history{c: c, ctx: ctx, revisions: map[string]*revision{}, gone: map[string]map[string]string{}}
	return h.before
}

// before reads a plan as it was, under the name that it had then.
func (h *history) before(name string) (compile.Input, bool, error) {
	r, err := h.revision(name)
	if err != nil {
		return compile.Input{}, false, err
	}
	old := filepath.Base(name)
	if !r.has(old) {
		was := h.renamed(r, name)
		if was == "" {
			return compile.Input{}, false, nil
		}
		dir, base := path.Split(was)
		r, old = r.of(dir), base
	}
	plan, err := r.input(old, name)
	if err != nil {
		return compile.Input{}, false, troublef("git cannot show %s as it was in %s", name, h.c.base)
	}
	return plan, true, nil
}

// revision returns the plan's folder as it was. What cannot be compared with is trouble,
// with what to do about it.
func (h *history) revision(name string) (*revision, error) {
	folder := filepath.Dir(name)
	if r := h.revisions[folder]; r != nil {
		return r, nil
	}
	called := h.c.base
	r, err := revisionOf(h.ctx, name, called)
	switch {
	case errors.Is(err, exec.ErrNotFound):
		return nil, troublef("--diff %s is no plan and no folder, and git is not installed to look for a revision of that name", called)
	case err != nil && gitIsShallow(h.ctx, folder):
		return nil, troublef("--diff %s is no plan, no folder and no revision of git that %s knows; this clone lacks a part of the history: %s", called, folder, deepen)
	case err != nil:
		return nil, troublef("--diff %s is no plan, no folder and no revision of git that %s knows", called, folder)
	}
	if r, err = r.parted(); err != nil {
		return nil, h.noBase(folder)
	}
	h.revisions[folder] = r
	return r, nil
}

// deepen is how to get the history that a clone lacks.
const deepen = `run "git fetch --unshallow", or let the service fetch it all (GitHub: fetch-depth: 0; GitLab: GIT_DEPTH: 0)`

// noBase says that what has changed since two commits parted cannot be told.
func (h *history) noBase(folder string) error {
	const what = "--diff %s means what has changed since HEAD and %[1]s parted, and git knows no commit that both come from; "
	if gitIsShallow(h.ctx, folder) {
		return troublef(what+"this clone lacks a part of the history: %s", h.c.base, deepen)
	}
	return troublef(what+"their histories are not related: name a plan or a folder to compare with", h.c.base)
}

// renamed returns the path that a plan had, from the root of the repository: that of the
// file that is gone and most of whose text the plan has; "" for none. Git's own search
// would not see a new name that was not added yet.
func (h *history) renamed(r *revision, name string) string {
	file, err := h.c.app.read(name)
	if err != nil {
		return ""
	}
	now, best, most := linesOf(file), "", 500
	for was, text := range h.left(r) {
		share := now.shared(linesOf(source.NewFile(was, []byte(text))))
		if share > most || share == most && (best == "" || was < best) {
			best, most = was, share
		}
	}
	return best
}

// left returns the plans that are gone since a revision.
func (h *history) left(r *revision) map[string]string {
	if known := h.gone[r.commit]; known != nil {
		return known
	}
	gone := map[string]string{}
	h.gone[r.commit] = gone
	paths, err := gitGone(r.ctx, r.folder, r.commit)
	if err != nil {
		return gone
	}
	const most = 1000
	for _, p := range paths[:min(len(paths), most)] {
		if !isYAML(p) {
			continue
		}
		if text, err := gitFile(r.ctx, r.folder, r.commit, p); err == nil && versionKey.Match(text) {
			gone[p] = string(text)
		}
	}
	return gone
}

// lineCounts says how often each line stands in a text.
type lineCounts struct {
	lines map[string]int
	bytes int
}

func linesOf(f *source.File) lineCounts {
	c := lineCounts{lines: map[string]int{}}
	for n := 1; n <= f.Lines(); n++ {
		if line := strings.TrimSpace(f.Line(n)); line != "" {
			c.lines[line]++
			c.bytes += len(line)
		}
	}
	return c
}

// shared returns how much of two texts stands in both, in parts of a thousand.
func (c lineCounts) shared(other lineCounts) int {
	both := 0
	for line, n := range c.lines {
		both += len(line) * min(n, other.lines[line])
	}
	if c.bytes+other.bytes == 0 {
		return 0
	}
	return 2000 * both / (c.bytes + other.bytes)
}
