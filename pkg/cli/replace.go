package cli

import (
	"bytes"
	"errors"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/isuplan/isuplan/pkg/internal/digest"
)

// follow finds the file behind the links of the path, so that it is replaced and not the
// link to it.
func (o *output) follow() (err error) {
	o.target = o.path
	if dangling(o.path) {
		return troublef("cannot write %s: it is a link to a file that is not there; remove the link", o.path)
	}
	if _, err = os.Stat(o.path); err == nil {
		o.target, err = filepath.EvalSymlinks(o.path)
		if _, gone := os.Stat(o.target); gone != nil { // what has no name, such as a pipe
			o.target = o.path
		}
	}
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return troublef("cannot write %s: %s", o.path, reason(err))
	}
	return nil
}

// mayReplace refuses to replace what is no file, what a person may have made or changed, and
// what somebody protects.
func (o *output) mayReplace(force bool) error {
	info, err := os.Stat(o.target)
	switch {
	case errors.Is(err, fs.ErrNotExist) && o.read != nil:
		return troublef("%s is gone since isuplan read it; nothing was written", o.path)
	case errors.Is(err, fs.ErrNotExist):
		return nil
	case err != nil:
		return troublef("cannot write %s: %s", o.path, reason(err))
	case info.IsDir():
		return troublef("cannot write %s: a folder has that name", o.path)
	case !info.Mode().IsRegular():
		return troublef("cannot write %s: what is there is no ordinary file", o.path)
	case force:
		return nil
	}
	const writable = 0o222
	if o.read == nil && info.Mode().Perm()&writable == 0 {
		return troublef("%s is write-protected; --force replaces it", o.path)
	}
	existing, err := os.ReadFile(o.target)
	if err != nil {
		return troublef("cannot write %s: the file is there and cannot be read: %s", o.path, reason(err))
	}
	if o.read != nil {
		if o.hasChanged(existing) {
			return troublef("%s was changed by somebody else while isuplan worked, and was left as it is; run isuplan again", o.path)
		}
		return nil
	}
	return o.mayBeMade(existing)
}

// mayBeMade refuses to replace a built file that is not as it was built.
func (o *output) mayBeMade(existing []byte) error {
	state, isOurs := digest.Of(existing), o.ours != nil && o.ours(existing)
	if len(existing) == 0 || state == digest.Same || isOurs && bytes.Equal(existing, o.bytes) {
		return nil
	}
	if isOurs || state == digest.Changed {
		if sentence := annotated(existing); sentence != "" {
			return troublef("%s was changed since isuplan made it: %s; move it away, or say --force to replace it", o.path, sentence)
		}
	}
	switch {
	case state == digest.Changed:
		return troublef("%s was changed since isuplan made it: edited, signed, or saved by another program; move it away, or say --force to replace it", o.path)
	case isOurs:
		return troublef("%s was made by isuplan, but says nothing by which a change since could be seen, as files of earlier versions, CSV, JSON and text do not; --force replaces it", o.path)
	}
	return troublef("%s is there and was not made by isuplan; move it away, or say --force to replace it", o.path)
}

// dangling reports a link that leads to nothing.
func dangling(path string) bool {
	if _, err := os.Lstat(path); err != nil {
		return false
	}
	_, err := os.Stat(path)
	return errors.Is(err, fs.ErrNotExist)
}
