package cli

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
)

// output is a file to be written.
type output struct {
	path  string
	bytes []byte
	// ours reports whether an existing file was made by isuplan and may be replaced.
	ours func(existing []byte) bool
}

// writeAll writes files whole or not at all: each goes to a temporary file beside
// its place first, and only when all of them are safely on the disk are they
// renamed. An interrupted or failed run leaves the files of yesterday.
func writeAll(ctx context.Context, dir string, outputs []output, force bool) error {
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return troublef("cannot make the folder %s: %s", dir, reason(err))
	}
	for _, o := range outputs {
		if err := mayReplace(o, force); err != nil {
			return err
		}
	}
	temporary := make([]string, 0, len(outputs))
	defer func() {
		for _, name := range temporary {
			os.Remove(name) // gone already where it was renamed
		}
	}()
	for _, o := range outputs {
		name, err := stage(o)
		if name != "" {
			temporary = append(temporary, name)
		}
		if err != nil {
			return troublef("cannot write %s: %s; no file was changed", o.path, reason(err))
		}
	}
	if err := ctx.Err(); err != nil {
		return err
	}
	for i, o := range outputs {
		if err := os.Rename(temporary[i], o.path); err != nil {
			return troublef("cannot write %s: %s", o.path, reason(err))
		}
	}
	return nil
}

// mayReplace refuses to replace a file that a person may have written.
func mayReplace(o output, force bool) error {
	info, err := os.Lstat(o.path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil
	case err != nil:
		return troublef("cannot write %s: %s", o.path, reason(err))
	case info.IsDir():
		return troublef("cannot write %s: a folder has that name", o.path)
	case force:
		return nil
	}
	existing, err := os.ReadFile(o.path)
	if err != nil {
		return troublef("cannot write %s: the file is there and cannot be read: %s", o.path, reason(err))
	}
	if len(existing) > 0 && !o.ours(existing) {
		return troublef("%s is there and was not made by isuplan; move it away, or say --force to replace it", o.path)
	}
	return nil
}

// stage writes the bytes to a temporary file in the folder of their place and
// makes sure that they are on the disk.
func stage(o output) (name string, err error) {
	file, err := create(o.path)
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
