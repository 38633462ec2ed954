package lsp

import (
	"bytes"
	"io/fs"
	"path"
	"time"
)

// overlay is a folder on the disk, in which files that are open in the client have the text that
// they have there.
type overlay struct {
	disk fs.FS
	open map[string][]byte
	read *files // those that were asked for
}

// Open opens a file.
func (o overlay) Open(name string) (fs.File, error) {
	if !fs.ValidPath(name) {
		return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrInvalid}
	}
	o.read.add(name)
	if text, ok := o.open[name]; ok {
		return &opened{Reader: bytes.NewReader(text), name: path.Base(name)}, nil
	}
	return o.disk.Open(name)
}

// opened is a file that is open in the client. It is its own information.
type opened struct {
	*bytes.Reader
	name string
}

// Stat, Close and what follows make it a file.
func (f *opened) Stat() (fs.FileInfo, error) { return f, nil }

// Close does nothing.
func (f *opened) Close() error { return nil }

// Name returns the file's name.
func (f *opened) Name() string { return f.name }

// Mode says that it is a file that can be read.
func (f *opened) Mode() fs.FileMode { return 0o444 }

// ModTime is not known.
func (f *opened) ModTime() time.Time { return time.Time{} }

// IsDir says that it is no folder.
func (f *opened) IsDir() bool { return false }

// Sys returns nothing.
func (f *opened) Sys() any { return nil }
