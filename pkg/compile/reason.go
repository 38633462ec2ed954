package compile

import (
	"errors"
	"io/fs"
	"strings"
	"syscall"
)

// Reason says in plain words why the system refused a file. What has no words here
// gets none of the system's, which are for programmers.
func Reason(err error) string {
	switch {
	case errors.Is(err, errTooLarge):
		return errTooLarge.Error()
	case errors.Is(err, errNoFile):
		return errNoFile.Error()
	case strings.HasSuffix(err.Error(), "path escapes from parent"): // the words of os.Root, which has no error to compare with
		return "it leads out of the plan's folder"
	case errors.Is(err, fs.ErrNotExist):
		return "there is no such file"
	case errors.Is(err, fs.ErrPermission):
		return "permission denied"
	case errors.Is(err, fs.ErrExist):
		return "something of that name is there"
	case errors.Is(err, syscall.ELOOP):
		return "its links lead in a circle"
	case errors.Is(err, syscall.ENOSPC):
		return "the disk is full"
	case errors.Is(err, syscall.EDQUOT):
		return "the disk quota is used up"
	case errors.Is(err, syscall.EROFS):
		return "the disk is read-only"
	case errors.Is(err, syscall.EISDIR):
		return "it is a folder"
	case errors.Is(err, syscall.ENOTDIR):
		return "a part of its path is a file, not a folder"
	case errors.Is(err, syscall.ENAMETOOLONG):
		return "the name is too long"
	case errors.Is(err, syscall.EIO):
		return "the disk or the terminal does not answer"
	case errors.Is(err, syscall.EPIPE):
		return "nobody reads it any more"
	case errors.Is(err, syscall.EBADF), errors.Is(err, fs.ErrClosed):
		return "it is closed"
	case errors.Is(err, syscall.EFBIG):
		return "the file would be larger than the system allows"
	case errors.Is(err, syscall.EMFILE), errors.Is(err, syscall.ENFILE):
		return "too many files are open"
	}
	return "the system refuses it"
}
