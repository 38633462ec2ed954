package cli

import (
	"errors"
	"path/filepath"
	"syscall"
)

// tryLock takes hold of a folder, and says whether another run has it: by a file that
// nobody else may open, and that Windows deletes when the process lets go of it.
func tryLock(dir string) (free func(), busy bool) {
	const (
		deleteOnClose    = 0x04000000 // FILE_FLAG_DELETE_ON_CLOSE
		noLink           = 0x00200000 // FILE_FLAG_OPEN_REPARSE_POINT: a link of a stranger's is opened, not what it leads to
		sharingViolation = syscall.Errno(32)
	)
	name, err := syscall.UTF16PtrFromString(filepath.Join(dir, ".isuplan-lock"))
	if err != nil {
		return nil, false
	}
	h, err := syscall.CreateFile(name, syscall.GENERIC_WRITE, 0, nil, syscall.OPEN_ALWAYS, syscall.FILE_ATTRIBUTE_HIDDEN|deleteOnClose|noLink, 0)
	switch {
	case err == nil:
		return func() { _ = syscall.CloseHandle(h) }, false
	case errors.Is(err, sharingViolation), errors.Is(err, syscall.ERROR_ACCESS_DENIED):
		return nil, errors.Is(err, sharingViolation)
	}
	return nil, false
}
