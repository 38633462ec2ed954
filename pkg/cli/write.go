package cli

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/isuplan/isuplan/pkg/report"
)

// output is a file to be written.
type output struct {
	path  string
	bytes []byte
	// ours reports whether an existing file was made by isuplan and may be replaced.
	ours func(existing []byte) bool
	// target is the path of the file itself, after all links are followed. writeAll sets
	// it.
	target string
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
	var temporary, folders []string
	defer func() {
		for _, name := range temporary {
			os.Remove(name) // gone already where it was renamed
		}
		if err != nil {
			removeEmpty(folders)
		}
	}()
	if folders, err = makeFolder(dir); err != nil {
		return err
	}
	for i := range outputs {
		if err := outputs[i].locate(force); err != nil {
			return err
		}
	}
	if err := distinctTargets(outputs); err != nil {
		return err
	}
	for _, o := range outputs {
		name, err := stage(o)
		if name != "" {
			temporary = append(temporary, name)
		}
		if err != nil {
			return troublef("cannot write %s: %s%s", o.path, reason(err), unchanged(outputs))
		}
		if err := ctx.Err(); err != nil {
			return err
		}
	}
	for i, o := range outputs {
		if err := os.Rename(temporary[i], o.target); err != nil {
			return troublef("cannot write %s: %s", o.path, reason(err))
		}
	}
	return nil
}

// unchanged says what became of several files of which one cannot be written.
func unchanged(outputs []output) string {
	if len(outputs) == 1 {
		return ""
	}
	return "; no file was changed"
}

// rewrite puts new text into files that are there.
func (a *app) rewrite(ctx context.Context, outputs []output) error {
	return a.writeAll(ctx, ".", outputs, true)
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
		if err := write(ctx, ".", []output{o}, true); err != nil {
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

// locate follows the links of the path, so that a file is replaced and not the link
// to it, and refuses to replace what a person may have made.
func (o *output) locate(force bool) error {
	o.target = o.path
	if dangling(o.path) {
		return troublef("cannot write %s: it is a link to a file that is not there; remove the link", o.path)
	}
	info, err := os.Stat(o.path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil
	case err != nil:
		return troublef("cannot write %s: %s", o.path, reason(err))
	case info.IsDir():
		return troublef("cannot write %s: a folder has that name", o.path)
	case !info.Mode().IsRegular():
		return troublef("cannot write %s: what is there is no ordinary file", o.path)
	}
	if o.target, err = filepath.EvalSymlinks(o.path); err != nil {
		return troublef("cannot write %s: %s", o.path, reason(err))
	}
	if force {
		return nil
	}
	return o.mayReplace()
}

// mayReplace refuses to replace a file that a person may have written.
func (o *output) mayReplace() error {
	existing, err := os.ReadFile(o.target)
	if err != nil {
		return troublef("cannot write %s: the file is there and cannot be read: %s", o.path, reason(err))
	}
	if len(existing) > 0 && !o.ours(existing) {
		return troublef("%s is there and was not made by isuplan; move it away, or say --force to replace it", o.path)
	}
	return nil
}

// dangling reports a link that leads to nothing.
func dangling(path string) bool {
	if _, err := os.Lstat(path); err != nil {
		return false
	}
	_, err := os.Stat(path)
	return errors.Is(err, fs.ErrNotExist)
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

// stage writes the bytes to a temporary file in the target's folder and makes sure that
// they are on the disk.
func stage(o output) (name string, err error) {
	file, err := create(o.target)
	if err != nil {
		return "", err
	}
	_, err = file.Write(o.bytes)
	if err == nil {
		err = file.Sync()
	}
	return file.Name(), errors.Join(err, file.Close())
}

// create makes a new file beside path, with the permissions that the user's umask
// gives, or those of the file that it is to replace.
func create(path string) (*os.File, error) {
	mode := fs.FileMode(0o644)
	if info, err := os.Stat(path); err == nil {
		mode = info.Mode().Perm()
	}
	for try := 0; ; try++ {
		name := filepath.Join(filepath.Dir(path), fmt.Sprintf(".%s.%d-%d.tmp", filepath.Base(path), os.Getpid(), try))
		file, err := os.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_EXCL, mode)
		if err == nil || !errors.Is(err, fs.ErrExist) || try > 100 {
			return file, err
		}
	}
}
