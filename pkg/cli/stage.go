package cli

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strings"

	"github.com/isuplan/isuplan/pkg/internal/digest"
)

// While isuplan writes, .NAME.PROCESS-TRY.isuplan-tmp is a new file, and
// .NAME.PROCESS-TRY.isuplan-old the second name of the one that it replaces.
const (
	temporaryEnd = ".isuplan-tmp"
	backupEnd    = ".isuplan-old"
)

// stage writes the bytes to a temporary file in the target's folder and makes sure that
// they are on the disk.
func (o *output) stage() error {
	file, err := create(o.target)
	if err != nil {
		return err
	}
	o.temporary = file.Name()
	_, err = file.Write(o.bytes)
	if err == nil {
		err = file.Sync()
	}
	return errors.Join(err, file.Close())
}

// create makes a new file beside path, with the permissions that the user's umask
// gives, or those of the file that it is to replace.
func create(path string) (*os.File, error) {
	mode := fs.FileMode(0o644)
	if info, err := os.Stat(path); err == nil {
		mode = info.Mode().Perm()
	}
	dir, base := filepath.Dir(path), filepath.Base(path)
	const longest = 180 // of the 255 bytes that a name may have
	if len(base) > longest {
		base = strings.ToValidUTF8(base[:longest], "")
	}
	for try := 0; ; try++ {
		name := filepath.Join(dir, fmt.Sprintf(".%s.%d-%d%s", base, os.Getpid(), try, temporaryEnd))
		file, err := os.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_EXCL, mode)
		if err == nil || !errors.Is(err, fs.ErrExist) || try > 100 {
			return file, err
		}
	}
}

var leftName = regexp.MustCompile(`^\.(.+)\.\d+-\d+(\.isuplan-tmp|\.isuplan-old)$`)

// sweep clears a folder of what a run that was killed left in it: new files are removed,
// and of a set that was half replaced the old files are put back. Whoever calls it holds the
// folder, so that no run that is still at work loses anything.
func sweep(dir string) {
	entries, err := os.ReadDir(dir)
	if err != nil {
		return
	}
	for _, e := range entries {
		m := leftName.FindStringSubmatch(e.Name())
		if m == nil || !e.Type().IsRegular() {
			continue
		}
		name := filepath.Join(dir, e.Name())
		target := filepath.Join(dir, m[1])
		if m[2] == backupEnd && isBuilt(target) && os.Rename(name, target) == nil {
			continue
		}
		os.Remove(name)
	}
}

// isBuilt reports whether a file is as isuplan built it, so that nothing of anybody's is
// lost with it.
func isBuilt(name string) bool {
	text, err := os.ReadFile(name)
	return err == nil && digest.Of(text) == digest.Same
}
