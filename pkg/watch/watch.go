// Package watch says when files change: the plan that is being written, its template, the
// plan of the year before. Many changes in a row are one: a save is reported once, however
// the editor writes it, by renaming a copy or by emptying the file first.
//
// The system says when to look; what changed is found by looking. Where the system says
// nothing, on a drive of the network or because it watches too much already, the files are
// looked at now and then all the same.
package watch

import (
	"context"
	"errors"
	"path/filepath"
	"slices"
	"sync"
	"time"
)

// ErrClosed is the error of waiting for changes with a watcher that was closed.
var ErrClosed = errors.New("nothing is watched any more")

// Watcher watches files and folders. Of a folder it watches the files that end in .yaml or
// .yml, below it too, but not in hidden folders and behind links. What is not there yet is
// watched as well.
type Watcher struct {
	mu      sync.Mutex
	paths   map[string]bool
	seen    map[string]stamp
	native  *native
	pace    pace
	closed  chan struct{}
	closing sync.Once
}

// pace says how long to wait for what.
type pace struct {
	quiet, most   time.Duration // changes this close are one; they wait no longer than most
	ticked, polls time.Duration // when to look where the system watches, and where it does not
}

// A save must be seen at once. What is left to looking now and then is rare, or costs more.
var usual = pace{quiet: 20 * time.Millisecond, most: 80 * time.Millisecond, ticked: 2 * time.Second, polls: 300 * time.Millisecond}

// New returns a watcher of some files and folders. It must be closed.
func New(paths ...string) *Watcher { return begin(usual, newNative(), paths) }

func begin(p pace, n *native, paths []string) *Watcher {
	w := &Watcher{paths: map[string]bool{}, seen: map[string]stamp{}, native: n, pace: p, closed: make(chan struct{})}
	w.Add(paths...)
	return w
}

// Add watches more files and folders: a change that comes after it is seen. Add a file
// before reading it, and no change is missed.
func (w *Watcher) Add(paths ...string) {
	w.mu.Lock()
	defer w.mu.Unlock()
	added := false
	for _, p := range paths {
		if p = filepath.Clean(p); !w.paths[p] {
			w.paths[p], added = true, true
		}
	}
	if !added {
		return
	}
	for name, s := range w.look() {
		if _, known := w.seen[name]; !known {
			w.seen[name] = s
		}
	}
}

// Keep forgets all but these.
func (w *Watcher) Keep(paths ...string) {
	w.Add(paths...)
	w.mu.Lock()
	defer w.mu.Unlock()
	kept := map[string]bool{}
	for _, p := range paths {
		kept[filepath.Clean(p)] = true
	}
	if len(kept) == len(w.paths) {
		return
	}
	w.paths = kept
	now := w.look()
	for name := range w.seen {
		if _, wanted := now[name]; !wanted && !kept[name] {
			delete(w.seen, name)
		}
	}
}

// Next waits until something changed, and returns the files, in order, by the names under
// which they are watched: made, written, removed or put in another's place. It ends with
// the error of its context, or with ErrClosed.
func (w *Watcher) Next(ctx context.Context) ([]string, error) {
	for {
		touched, err := w.wait(ctx)
		if err != nil {
			return nil, err
		}
		if changed := w.changed(touched); len(changed) > 0 {
			return changed, nil
		}
	}
}

// changed looks at the files, and returns those that differ from the last look. What was
// touched counts though it looks the same: two saves can share a tick of the disk's clock.
func (w *Watcher) changed(touched map[string]bool) (list []string) {
	w.mu.Lock()
	defer w.mu.Unlock()
	now := w.look()
	for name, s := range now {
		if old, was := w.seen[name]; !was || old != s || touched[name] {
			list = append(list, name)
		}
	}
	for name := range w.seen {
		if _, is := now[name]; !is {
			list = append(list, name)
		}
	}
	w.seen = now
	slices.Sort(list)
	return list
}

// look returns what is there, after having asked the system to watch the folders in which
// it is. Folders that are new may have filled meanwhile, so they are looked at again.
func (w *Watcher) look() map[string]stamp {
	const most = 4
	for range most {
		v := scan(w.paths)
		if !w.native.follow(v.folders) {
			return v.files
		}
	}
	return scan(w.paths).files
}

// Close ends watching, and a Next that waits.
func (w *Watcher) Close() error {
	w.closing.Do(func() { close(w.closed) })
	return w.native.close()
}

// Files calls a function with what changed of some files and folders, as Watcher has it,
// until the context ends, which is no error. Changes that come while the function runs are
// one call after it.
//
// The first call has no paths: from then on nothing is missed, so that it is the time to
// read the files.
func Files(ctx context.Context, paths []string, changed func(paths []string)) error {
	w := New(paths...)
	defer func() { _ = w.Close() }() // nothing is lost by it
	changed(nil)
	for {
		list, err := w.Next(ctx)
		if ctx.Err() != nil {
			return nil
		}
		if err != nil {
			return err
		}
		changed(list)
	}
}
