//go:build unix

package cli

import (
	"errors"
	"os"
	"syscall"
)

// tryLock takes hold of a folder, and says whether another run has it. The lock ends with
// the process at the latest, and leaves no file.
func tryLock(dir string) (free func(), busy bool) {
	f, err := os.Open(dir)
	if err != nil {
		return nil, false
	}
	err = syscall.Flock(int(f.Fd()), syscall.LOCK_EX|syscall.LOCK_NB)
	if err == nil {
		return func() { f.Close() }, false
	}
	f.Close()
	return nil, errors.Is(err, syscall.EWOULDBLOCK)
}
