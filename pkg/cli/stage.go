package cli

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
)

// stage writes the bytes to a temporary file in the target's folder and makes sure that
// they are on the disk.
func (o *output) stage(d disk) error {
	file, err := createBeside(d, o.target)
	if err != nil {
		return err
	}
	o.temporary = file.Name()
	return d.fill(file, o.bytes)
}

// keep gives the old file, if there is one, a second name.
func (o *output) keep(d disk) error {
	if _, err := os.Lstat(o.target); errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	o.backup = strings.TrimSuffix(o.temporary, temporaryEnd) + backupEnd
	if err := d.link(o.target, o.backup); err == nil {
		return nil
	}
	old, err := os.ReadFile(o.target) // a file system without links
	if err != nil {
		return err
	}
	file, err := d.create(o.backup, modeLike(o.target))
	if err != nil {
		return err
	}
	return d.fill(file, old)
}

// modeLike returns the permissions of a file, or those that the user's umask gives.
func modeLike(path string) fs.FileMode {
	if info, err := os.Stat(path); err == nil {
		return info.Mode().Perm()
	}
	return 0o644
}

// createBeside makes a new file beside another, with the permissions of the one that it is
// to replace.
func createBeside(d disk, path string) (*os.File, error) {
	dir, base := filepath.Dir(path), filepath.Base(path)
	const longest = 180 // of the 255 bytes that a name may have
	if len(base) > longest {
		base = strings.ToValidUTF8(base[:longest], "")
	}
	for try := 0; ; try++ {
		name := filepath.Join(dir, fmt.Sprintf(".%s.%d-%d%s", base, os.Getpid(), try, temporaryEnd))
		file, err := d.create(name, modeLike(path))
		if err == nil || !errors.Is(err, fs.ErrExist) || try > 100 {
			return file, err
		}
	}
}
