package cli

import (
	"io/fs"
	"path/filepath"

	"github.com/isuplan/isuplan/pkg/compile"
)

// What a build reads is known by looking on: whoever has to build again after a change need
// not guess which files matter.

// note tells who looks on that a file is about to be opened.
func (a *app) note(path string) {
	if a.reading != nil {
		a.reading(filepath.Clean(path))
	}
}

// noted is a plan whose other files are noted when they are opened.
func (a *app) noted(in compile.Input) compile.Input {
	in.Folder = a.notedFolder(in.Folder, filepath.Dir(in.File.Name))
	return in
}

// notedFolder is a folder whose files are noted when they are opened.
func (a *app) notedFolder(folder fs.FS, dir string) fs.FS {
	if a.reading == nil {
		return folder
	}
	return notedFolder{folder, dir, a}
}

type notedFolder struct {
	fs.FS
	dir string
	app *app
}

// Open opens a file; one that is not there is noted too, since it may come.
func (f notedFolder) Open(name string) (fs.File, error) {
	f.app.note(filepath.Join(f.dir, filepath.FromSlash(name)))
	return f.FS.Open(name)
}
