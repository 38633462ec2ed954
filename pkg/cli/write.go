package cli

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/isuplan/isuplan/pkg/report"
	"github.com/isuplan/isuplan/pkg/source"
)

// output is a file to be written.
type output struct {
	path  string
	bytes []byte
	// ours reports whether an existing file was made by isuplan, which alone does not mean
	// that nobody changed it since.
	ours func(existing []byte) bool
	// read is what the file held when it was read, for one that is rewritten: where
	// somebody else changed it since, it is left alone. nil for a file that is made.
	read []byte

	// What write works out.
	target    string // the path of the file itself, after all links are followed
	temporary string // the new file, beside the target
	backup    string // the old one, while several are replaced
}

// writeAll writes all files completely or none: each goes to a temporary file beside its
// target, and they are renamed only when all of them are safely on the disk. An
// interrupted or failed run changes no file and no folder.
func (a *app) writeAll(ctx context.Context, dir string, outputs []output, force bool) (err error) {
	if !a.lasting && !a.gate.pass() {
		return context.Canceled
	}
	return a.disk.write(ctx, dir, outputs, force)
}

func (d disk) write(ctx context.Context, dir string, outputs []output, force bool) (err error) {
	folders, err := d.makeFolder(dir)
	defer func() {
		if err != nil {
			d.removeEmpty(folders)
		}
	}()
	if err != nil {
		return err
	}
	for i := range outputs {
		if err := outputs[i].follow(); err != nil {
			return err
		}
	}
	if err := distinctTargets(outputs); err != nil {
		return err
	}
	free, err := lockAll(ctx, d, outputs) // two runs at once write one after the other
	if err != nil {
		return err
	}
	defer free()
	for i := range outputs {
		if err := outputs[i].mayReplace(force); err != nil {
			return err
		}
	}
	return d.replaceAll(ctx, outputs)
}

// unchanged says what became of several files of which one cannot be written.
func unchanged(outputs []output) string {
	if len(outputs) == 1 {
		return ""
	}
	return "; no file was changed"
}

// rewritten is a plan with another text, which goes into its file if nobody else changed
// that since it was read.
func rewritten(f *source.File, text []byte) output {
	return output{path: f.Name, bytes: f.WithMark(text), read: f.WithMark(f.Bytes)}
}

// rewrite puts new text into files that are there.
func (a *app) rewrite(ctx context.Context, outputs []output) error {
	return a.writeAll(ctx, ".", outputs, false)
}

// rewriteEach puts new text into files that are there, each for itself: one that cannot be
// written keeps no other from it. It returns those that were written, and why others were not.
func (a *app) rewriteEach(ctx context.Context, outputs []output) (written []output, failed []error) {
	if !a.gate.pass() {
		return nil, []error{context.Canceled}
	}
	seen := map[string]bool{}
	for _, o := range outputs {
		target, err := filepath.EvalSymlinks(o.path)
		if err == nil && seen[target] {
			continue // named twice
		}
		seen[target] = true
		if ctx.Err() != nil {
			break
		}
		if err := a.disk.write(ctx, ".", []output{o}, false); err != nil {
			failed = append(failed, err)
			continue
		}
		written = append(written, o)
	}
	return written, failed
}

// list names the files that were written.
func (a *app) list(outputs []output) error {
	for _, o := range outputs {
		if _, err := fmt.Fprintln(a.stdout, report.Clean(o.path)); err != nil {
			return troublef("%v; the files themselves were written", err)
		}
	}
	return nil
}

// distinctTargets refuses two outputs that links lead to one file.
func distinctTargets(outputs []output) error {
	seen := map[string]string{}
	for _, o := range outputs {
		if other, twice := seen[o.target]; twice {
			return troublef("%s and %s are links to the same file", other, o.path)
		}
		seen[o.target] = o.path
	}
	return nil
}

// hasChanged reports whether somebody changed a file since it was read.
func (o *output) hasChanged(existing []byte) bool {
	return o.read != nil && !bytes.Equal(existing, o.read)
}

// makeFolder makes a folder and those above it, and returns the ones that were not
// there before, the innermost first.
func (d disk) makeFolder(dir string) (made []string, err error) {
	if dir == "" {
		return nil, troublef("the folder to write to has no name; write it after -o, such as -o out")
	}
	for folder := filepath.Clean(dir); ; folder = filepath.Dir(folder) {
		if _, err := os.Lstat(folder); !errors.Is(err, fs.ErrNotExist) {
			break
		}
		made = append(made, folder)
	}
	if err := d.makeFolders(dir); err != nil {
		why := reason(err)
		if dangling(dir) {
			why = "it is a link to a folder that is not there"
		}
		return made, troublef("cannot make the folder %s: %s", dir, why)
	}
	return made, nil
}

// removeEmpty removes folders that were made for nothing.
func (d disk) removeEmpty(folders []string) {
	for _, folder := range folders {
		_ = d.remove(folder) // does nothing where somebody put a file in
	}
}
