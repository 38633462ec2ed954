package watch

import (
	"context"
	"path/filepath"
	"time"

	"github.com/fsnotify/fsnotify"
)

// wait returns when it is time to look, with what the system says was touched: a while
// after it speaks, when it is quiet again, or when it has been silent for long.
func (w *Watcher) wait(ctx context.Context) (touched map[string]bool, err error) {
	look := time.NewTimer(w.pause())
	defer look.Stop()
	var enough <-chan time.Time
	for {
		events, failures := w.native.channels()
		select {
		case <-ctx.Done():
			return nil, ctx.Err()
		case <-w.closed:
			return nil, ErrClosed
		case <-look.C:
			return touched, nil
		case <-enough:
			return touched, nil
		case _, ok := <-failures:
			if !ok { // the watcher is being closed
				<-w.closed
				return nil, ErrClosed
			}
			return touched, nil // more happened than the system could say
		case e, ok := <-events:
			if !ok {
				<-w.closed
				return nil, ErrClosed
			}
			if !w.matters(e) {
				continue
			}
			if touched == nil {
				touched, enough = map[string]bool{}, time.After(w.pace.most)
			}
			touched[filepath.Clean(e.Name)] = true
			look.Reset(w.pace.quiet)
		}
	}
}

// matters distinguishes what happens to files that are watched, and to folders, from the
// rest that happens beside them.
func (w *Watcher) matters(e fsnotify.Event) bool {
	const content = fsnotify.Create | fsnotify.Write | fsnotify.Remove | fsnotify.Rename
	if e.Op&content == 0 {
		return false
	}
	name := filepath.Clean(e.Name)
	if e.Op&(fsnotify.Remove|fsnotify.Rename) != 0 {
		w.native.lost(name)
	}
	w.mu.Lock()
	defer w.mu.Unlock()
	_, known := w.seen[name]
	return known || w.paths[name] || isPlanFile(name) || w.native.guards(name) || e.Op&fsnotify.Create != 0
}

// pause is how long to wait where nothing is heard.
func (w *Watcher) pause() time.Duration {
	if w.native.isComplete() {
		return w.pace.ticked
	}
	return w.pace.polls
}
