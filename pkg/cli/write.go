package cli

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

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
	if !a.gate.pass() {
		return context.Canceled
	}
	return write(ctx, dir, outputs, force)
}

func write(ctx context.Context, dir string, outputs []output, force bool) (err error) {
	folders, err := makeFolder(dir)
	defer func() {
		if err != nil {
			removeEmpty(folders)
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
	free, err := lockAll(ctx, outputs) // two runs at once write one after the other
	if err != nil {
		return err
	}
	defer free()
	for i := range outputs {
		if err := outputs[i].mayReplace(force); err != nil {
			return err
		}
	}
	return replaceAll(ctx, outputs)
}

// replaceAll makes the new files and puts them in the places of the old ones.
func replaceAll(ctx context.Context, outputs []output) (err error) {
	defer func() {
		for _, o := range outputs {
			for _, name := range []string{o.temporary, o.backup} {
				if name != "" {
					os.Remove(name) // gone already where it was renamed
				}
			}
		}
	}()
	for i := range outputs {
		if err := outputs[i].stage(); err != nil {
			return troublef("cannot write %s: %s%s", outputs[i].path, reason(err), unchanged(outputs))
		}
		if err := ctx.Err(); err != nil {
			return err
		}
	}
	for i := range outputs {
		if err := outputs[i].put(len(outputs) > 1); err != nil {
			return troublef("cannot write %s: %s%s", outputs[i].path, reason(err), putBack(outputs[:i], outputs))
		}
	}
	return nil
}

// put renames the new file to the old one's name, which is kept under another where it may
// have to be put back.
func (o *output) put(keep bool) error {
	if keep {
		if err := o.keep(); err != nil {
			return err
		}
	}
	return os.Rename(o.temporary, o.target)
}

// keep gives the old file a second name.
func (o *output) keep() error {
	if _, err := os.Lstat(o.target); errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	o.backup = strings.TrimSuffix(o.temporary, temporaryEnd) + backupEnd
	if err := os.Link(o.target, o.backup); err == nil {
		return nil
	}
	old, err := os.ReadFile(o.target) // a file system without links
	if err != nil {
		return err
	}
	return os.WriteFile(o.backup, old, 0o600)
}

// putBack puts the files back that were replaced before one could not be, and says so.
func putBack(done, all []output) string {
	for _, o := range slices.Backward(done) {
		var err error
		if o.backup == "" {
			err = os.Remove(o.target)
		} else {
			err = os.Rename(o.backup, o.target)
		}
		if err != nil {
			return fmt.Sprintf("; %s is the new one already, and could not be put back: %s", o.path, reason(err))
		}
	}
	return unchanged(all)
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
		if err := write(ctx, ".", []output{o}, false); err != nil {
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
func makeFolder(dir string) (made []string, err error) {
	if dir == "" {
		return nil, troublef("the folder to write to has no name; write it after -o, such as -o out")
	}
	for d := filepath.Clean(dir); ; d = filepath.Dir(d) {
		if _, err := os.Lstat(d); !errors.Is(err, fs.ErrNotExist) {
			break
		}
		made = append(made, d)
	}
	if err := os.MkdirAll(dir, 0o755); err != nil {
		why := reason(err)
		if dangling(dir) {
			why = "it is a link to a folder that is not there"
		}
		return made, troublef("cannot make the folder %s: %s", dir, why)
	}
	return made, nil
}

// removeEmpty removes folders that were made for nothing.
func removeEmpty(folders []string) {
	for _, folder := range folders {
		os.Remove(folder) // does nothing where somebody put a file in
	}
}
