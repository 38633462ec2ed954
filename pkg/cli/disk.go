package cli

import (
	"errors"
	"io/fs"
	"os"
)

// disk makes, moves and removes files and folders. A test sets before, which is asked before
// each call: the call fails with its error, as it would on a full disk or after a kill.
type disk struct {
	before func(call, name string) error
}

func (d disk) call(call, name string, do func() error) error {
	if d.before != nil {
		if err := d.before(call, name); err != nil {
			return &os.PathError{Op: call, Path: name, Err: err}
		}
	}
	return do()
}

// create makes a new file.
func (d disk) create(name string, mode fs.FileMode) (file *os.File, err error) {
	err = d.call("create", name, func() error {
		file, err = os.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_EXCL, mode)
		return err
	})
	return file, err
}

// fill writes a file that was made, and makes sure that it is on the disk.
func (d disk) fill(file *os.File, text []byte) error {
	name := file.Name()
	err := d.call("write", name, func() error {
		_, err := file.Write(text)
		return err
	})
	if err == nil {
		err = d.call("sync", name, file.Sync)
	}
	return errors.Join(err, d.call("close", name, file.Close))
}

func (d disk) link(from, to string) error {
	return d.call("link", to, func() error { return os.Link(from, to) })
}

func (d disk) rename(from, to string) error {
	return d.call("rename", to, func() error { return os.Rename(from, to) })
}

// remove removes a file or an empty folder. One that is not there is no error.
func (d disk) remove(name string) error {
	return d.call("remove", name, func() error {
		if err := os.Remove(name); !errors.Is(err, fs.ErrNotExist) {
			return err
		}
		return nil
	})
}

func (d disk) makeFolders(name string) error {
	return d.call("mkdir", name, func() error { return os.MkdirAll(name, 0o755) })
}
