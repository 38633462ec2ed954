package lsp

import (
	"encoding/json"
	"path/filepath"
	"sync"

	"github.com/isuplan/isuplan/pkg/lsp/internal/protocol"
)

// files are the names of files in a plan's folder, which the background adds to.
type files struct {
	mu    sync.Mutex
	names map[string]bool
}

// mostFiles bounds how many are remembered of one plan; none names as many.
const mostFiles = 1000

func (f *files) add(name string) {
	f.mu.Lock()
	defer f.mu.Unlock()
	if f.names == nil {
		f.names = map[string]bool{}
	}
	if len(f.names) < mostFiles {
		f.names[name] = true
	}
}

func (f *files) has(name string) bool {
	f.mu.Lock()
	defer f.mu.Unlock()
	return f.names[name]
}

func (f *files) isEmpty() bool {
	f.mu.Lock()
	defer f.mu.Unlock()
	return len(f.names) == 0
}

// reads reports whether the document's plan reads the file of a path: an export of the accounts, a
// list, another plan. One that it asked for and that was not there counts.
func (d *document) reads(path string) bool {
	if d.path == "" || path == "" {
		return false
	}
	name, err := filepath.Rel(filepath.Dir(d.path), path)
	if err != nil || !filepath.IsLocal(name) {
		return false
	}
	name = filepath.ToSlash(name)
	return d.now.read.has(name) || d.good.read.has(name)
}

// readsAny reports a plan that reads files.
func (d *document) readsAny() bool { return !d.now.read.isEmpty() }

// watchedFiles are what plans read: exports of accounts, lists, workbooks, other plans.
const watchedFiles = "**/*.{csv,tsv,txt,xlsx,yaml,yml}"

// watch asks the client to say when such a file changes on the disk, where it can. What it answers
// does not matter: one that refuses says nothing of files.
func (s *server) watch(json.RawMessage) error {
	if !s.can.Workspace.DidChangeWatchedFiles.DynamicRegistration {
		return nil
	}
	const id = "isuplan-watched-files"
	return s.conn.Ask(id, "client/registerCapability", protocol.Registrations{Registrations: []protocol.Registration{{
		ID: id, Method: "workspace/didChangeWatchedFiles",
		RegisterOptions: protocol.WatchOptions{Watchers: []protocol.FileWatcher{{GlobPattern: watchedFiles}}},
	}}})
}

// changedOnDisk looks again at the plans that read what came, changed or went.
func (s *server) changedOnDisk(p *protocol.DidChangeWatched) {
	changed := make(map[string]bool, len(p.Changes))
	for i := range p.Changes {
		if path := pathOf(p.Changes[i].URI); path != "" {
			changed[path] = true
		}
	}
	for _, d := range s.docs {
		for path := range changed {
			if path != d.path && d.reads(path) {
				s.look(d)
				break
			}
		}
	}
}
