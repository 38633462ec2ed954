package cli

import (
	"bytes"
	"context"
	"os"
	"path/filepath"

	"github.com/isuplan/isuplan/pkg/compile"
	"github.com/isuplan/isuplan/pkg/serve"
	"github.com/isuplan/isuplan/pkg/source"
)

// served are the plans that serve shows: what it may read and write.
type served struct {
	app   *app
	names []string // what the user named
}

// Plans returns the plans that are there now.
func (w *served) Plans() ([]string, error) { return w.app.expand(w.names) }

// Read reads a plan. It is watched from then on, as is what is read beside it: see app.reading.
func (w *served) Read(name string) (compile.Input, error) {
	file, err := w.app.read(name)
	if err != nil {
		return compile.Input{}, err
	}
	return w.app.noted(input(file)), nil
}

// Write puts another text into a plan's file, if it still holds what was read.
func (w *served) Write(ctx context.Context, was *source.File, text []byte) error {
	now, err := w.app.read(was.Name)
	if err != nil {
		return err
	}
	if !bytes.Equal(now.Bytes, was.Bytes) {
		return serve.ErrChanged
	}
	const writable = 0o222
	if info, err := os.Stat(was.Name); err == nil && info.Mode().Perm()&writable == 0 {
		return troublef("%s is write-protected", was.Name)
	}
	return w.app.disk.write(ctx, ".", []output{rewritten(was, text)}, false)
}

// At reads a plan as it was at a revision of git.
func (w *served) At(ctx context.Context, name, revision string) (compile.Input, error) {
	r, err := w.app.revision(ctx, "revision", revision)
	if err != nil {
		return compile.Input{}, err
	}
	path, err := r.path("revision", name)
	if err != nil {
		return compile.Input{}, err
	}
	if !r.Has(path) {
		return compile.Input{}, troublef("there is no %s at %s", name, revision)
	}
	in, err := r.input(path, revision+":"+name)
	if err != nil {
		return in, troublef("git cannot show %s as it was at %s: %v", name, revision, err)
	}
	return in, nil
}

// Path returns the path of a plan's file from the root of the disk.
func (w *served) Path(name string) string {
	if path, err := filepath.Abs(name); err == nil {
		return path
	}
	return name
}
