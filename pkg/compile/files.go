package compile

import (
	"cmp"
	"io"
	"io/fs"
	"path/filepath"
	"strings"

	"github.com/isuplan/isuplan/pkg/source"
)

// readFile reads a file of a folder, at most one byte more than a plan may have: enough to
// know that it is too large.
func readFile(folder fs.FS, name string) ([]byte, error) {
	file, err := folder.Open(name)
	if err != nil {
		return nil, err
	}
	defer func() { _ = file.Close() }() // it was only read
	info, err := file.Stat()
	if err != nil {
		return nil, err
	}
	if !info.Mode().IsRegular() {
		return nil, &fs.PathError{Op: "read", Path: name, Err: errNoFile}
	}
	return io.ReadAll(io.LimitReader(file, source.MaxBytes+1))
}

// StandardInput is what a plan from standard input is called.
const StandardInput = "<stdin>"

// NameOf returns what the files of a plan are called: the plan file's name without its
// ending, or plan where that leaves nothing.
func NameOf(f *source.File) string {
	if f.Name == StandardInput {
		return "plan"
	}
	base := filepath.Base(f.Name)
	return cmp.Or(strings.TrimSuffix(base, filepath.Ext(base)), "plan")
}

// Name returns what the plan's files are called, without their endings. A report does not take
// the place of the plan's own document.
func (u *Unit) Name() string {
	if u.Template != nil && u.Template.IsReport() {
		return NameOf(u.File) + "-report"
	}
	return NameOf(u.File)
}

// unreadable is the error of a file that was named and cannot be read.
type unreadable struct {
	name string
	err  error
}

func (u *unreadable) Error() string { return "cannot read " + u.name + ": " + Reason(u.err) }

func (u *unreadable) Unwrap() error { return u.err }
