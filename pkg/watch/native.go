package watch

import (
	"io/fs"
	"os"
	"sync"

	"github.com/fsnotify/fsnotify"
)

// native is the system's own watching: of folders, because an editor that saves by renaming
// puts another file where the watched one was. A nil one watches nothing.
type native struct {
	mu      sync.Mutex
	system  *fsnotify.Watcher
	folders map[string]fs.FileInfo
	missing bool // a folder could not be watched
}

// newNative returns nil where the system does not watch, or no more.
func newNative() *native {
	system, err := fsnotify.NewWatcher()
	if err != nil {
		return nil
	}
	return &native{system: system, folders: map[string]fs.FileInfo{}}
}

// A system watches some thousands of folders for all programs together.
const mostFolders = 1000

// follow watches these folders and no others, and reports whether it watches some that it
// did not watch before. A folder that was put in another's place is another.
func (n *native) follow(folders map[string]fs.FileInfo) (more bool) {
	if n == nil {
		return false
	}
	n.mu.Lock()
	defer n.mu.Unlock()
	for f, old := range n.folders {
		if now, wanted := folders[f]; !wanted || now == nil || !os.SameFile(old, now) {
			n.leave(f)
		}
	}
	n.missing = false
	for f, info := range folders {
		if _, watched := n.folders[f]; watched {
			continue
		}
		if info == nil || len(n.folders) >= mostFolders || n.system.Add(f) != nil {
			n.missing = true
			continue
		}
		n.folders[f], more = info, true
	}
	return more
}

// lost notes that a folder is not where it was, so that it is watched anew where it
// appears again.
func (n *native) lost(folder string) {
	n.mu.Lock()
	defer n.mu.Unlock()
	if _, watched := n.folders[folder]; watched {
		n.leave(folder)
		n.missing = true // until the next look
	}
}

func (n *native) leave(folder string) {
	_ = n.system.Remove(folder) // it may have gone by itself
	delete(n.folders, folder)
}

// guards reports whether a folder is watched, or was until now.
func (n *native) guards(folder string) bool {
	n.mu.Lock()
	defer n.mu.Unlock()
	_, watched := n.folders[folder]
	return watched || n.missing
}

// isComplete reports whether the system watches all that it was asked to watch.
func (n *native) isComplete() bool {
	if n == nil {
		return false
	}
	n.mu.Lock()
	defer n.mu.Unlock()
	return !n.missing
}

func (n *native) channels() (<-chan fsnotify.Event, <-chan error) {
	if n == nil {
		return nil, nil
	}
	return n.system.Events, n.system.Errors
}

func (n *native) close() error {
	if n == nil {
		return nil
	}
	return n.system.Close()
}
