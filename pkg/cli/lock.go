package cli

import (
	"context"
	"path/filepath"
	"slices"
	"time"
)

// lockAll takes hold of the folders of some outputs, so that two runs at once write one
// after the other, each of them its whole set. The folders come in one order, so that no two
// wait for each other. A folder that cannot be held, on a file system without locks, is
// written to all the same.
func lockAll(ctx context.Context, d disk, outputs []output) (free func(), err error) {
	var dirs []string
	for _, o := range outputs {
		dirs = append(dirs, filepath.Dir(o.target))
	}
	slices.Sort(dirs)
	var held []func()
	free = func() {
		for _, f := range slices.Backward(held) {
			f()
		}
	}
	for _, dir := range slices.Compact(dirs) {
		f, err := hold(ctx, dir)
		if err != nil {
			free()
			return nil, err
		}
		if f != nil {
			held = append(held, f)
			d.sweep(dir)
		}
	}
	return free, nil
}

// hold waits until no other run holds a folder. It returns nil where there are no locks.
func hold(ctx context.Context, dir string) (func(), error) {
	const (
		tries = 500
		pause = 20 * time.Millisecond
	)
	for range tries {
		free, busy := tryLock(dir)
		if !busy {
			return free, nil
		}
		select {
		case <-ctx.Done():
			return nil, ctx.Err()
		case <-time.After(pause):
		}
	}
	return nil, troublef("another run of isuplan has been writing to %s for a while; nothing was written", dir)
}
