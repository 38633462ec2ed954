package watch

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"testing"
	"time"
)

// Watching over days must not grow: neither by what is watched and forgotten, nor by
// watchers that come and go.
func TestNothingIsLeft(t *testing.T) {
	dir := t.TempDir()
	name := filepath.Join(dir, "plan.yaml")
	write(t, name, "one")
	text := "x"
	round := func() {
		w := New(name, dir)
		for i := range 5 {
			w.Add(filepath.Join(dir, fmt.Sprint(i), "plan.yaml"))
		}
		text += "x"
		write(t, name, text)
		await(t, w, name)
		w.Keep(name)
		if len(w.paths) != 1 || len(w.seen) != 1 {
			t.Errorf("it keeps %d paths and %d files; it was told to keep one", len(w.paths), len(w.seen))
		}
		if err := w.Close(); err != nil {
			t.Error(err)
		}
		ctx, stop := context.WithCancel(t.Context())
		if err := Files(ctx, []string{dir}, func([]string) { stop() }); err != nil {
			t.Error(err)
		}
	}
	round()
	files, routines := descriptors(t), runtime.NumGoroutine()
	for range 20 {
		round()
	}
	for range 500 { // the system's part ends a moment after it is closed
		if descriptors(t) <= files && runtime.NumGoroutine() <= routines {
			return
		}
		time.Sleep(10 * time.Millisecond)
	}
	t.Errorf("after 20 rounds there are %d files and %d goroutines; before there were %d and %d",
		descriptors(t), runtime.NumGoroutine(), files, routines)
}

func descriptors(t *testing.T) int {
	t.Helper()
	list, err := os.ReadDir("/proc/self/fd")
	if err != nil {
		t.Skip("no /proc here")
	}
	return len(list)
}
