package watch

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"
)

// each runs a test with the system's watching and without it.
func each(t *testing.T, test func(t *testing.T, begin func(paths ...string) *Watcher)) {
	ways := map[string]func() *native{"system": newNative, "looking": func() *native { return nil }}
	for name, way := range ways {
		t.Run(name, func(t *testing.T) {
			test(t, func(paths ...string) *Watcher {
				p := usual
				p.polls = 5 * time.Millisecond
				if name == "system" {
					p.ticked = time.Hour // only what the system says counts
				}
				w := begin(p, way(), paths)
				t.Cleanup(func() { _ = w.Close() })
				return w
			})
		})
	}
}

func write(t *testing.T, name, text string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(name, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
}

// saveByRenaming writes a file as careful editors do.
func saveByRenaming(t *testing.T, name, text string) {
	t.Helper()
	write(t, name+"~new", text)
	if err := os.Rename(name+"~new", name); err != nil {
		t.Fatal(err)
	}
}

// await waits until a file is among what changed.
func await(t *testing.T, w *Watcher, name string) []string {
	t.Helper()
	ctx, stop := context.WithTimeout(t.Context(), 20*time.Second)
	defer stop()
	for {
		list, err := w.Next(ctx)
		if err != nil {
			t.Fatalf("%s: no change was reported: %v", filepath.Base(name), err)
		}
		if slices.Contains(list, name) {
			return list
		}
	}
}

func TestChangesOfAFile(t *testing.T) {
	each(t, func(t *testing.T, begin func(...string) *Watcher) {
		name := filepath.Join(t.TempDir(), "plan.yaml")
		write(t, name, "a")
		w := begin(name)
		for _, step := range []struct {
			what string
			do   func()
		}{
			{"written", func() { write(t, name, "b2") }},
			{"saved by renaming", func() { saveByRenaming(t, name, "c33") }},
			{"written after it was renamed", func() { write(t, name, "d444") }},
			{"removed", func() { _ = os.Remove(name) }},
			{"back", func() { write(t, name, "e") }},
			{"moved away", func() { _ = os.Rename(name, name+"~") }},
			{"moved back", func() { _ = os.Rename(name+"~", name) }},
		} {
			step.do()
			if got := await(t, w, name); len(got) != 1 {
				t.Errorf("%s: %q changed; only %s did", step.what, got, name)
			}
		}
	})
}

// The folder of a file may go and come back, as when another branch is checked out.
func TestFoldersGoAndComeBack(t *testing.T) {
	each(t, func(t *testing.T, begin func(...string) *Watcher) {
		dir := t.TempDir()
		name := filepath.Join(dir, "a", "b", "plan.yaml")
		write(t, name, "one")
		w := begin(name)
		for i := range 3 {
			if err := os.RemoveAll(filepath.Join(dir, "a")); err != nil {
				t.Fatal(err)
			}
			await(t, w, name)
			write(t, name, fmt.Sprint("back", i))
			await(t, w, name)
			write(t, name, fmt.Sprint("written ", i))
			await(t, w, name)
		}
		if err := os.Rename(filepath.Dir(name), filepath.Join(dir, "z")); err != nil {
			t.Fatal(err)
		}
		await(t, w, name)
		write(t, name, "in a new folder of the old name")
		await(t, w, name)
	})
}

// Of a folder far above that is put in another's place the system says nothing; at the next
// look the new one is watched.
func TestAnotherFolderInItsPlace(t *testing.T) {
	each(t, func(t *testing.T, begin func(...string) *Watcher) {
		dir := t.TempDir()
		name := filepath.Join(dir, "a", "b", "c", "plan.yaml")
		write(t, name, "one")
		write(t, filepath.Join(dir, "z", "b", "c", "plan.yaml"), "two words")
		w := begin(name)
		ticked := w.pace.ticked
		w.pace.ticked = 5 * time.Millisecond
		for _, step := range [][2]string{{"a", "old"}, {"z", "a"}} {
			if err := os.Rename(filepath.Join(dir, step[0]), filepath.Join(dir, step[1])); err != nil {
				t.Fatal(err)
			}
		}
		await(t, w, name)
		w.pace.ticked = ticked
		write(t, name, "written in the new one")
		await(t, w, name)
	})
}

func TestFolder(t *testing.T) {
	each(t, func(t *testing.T, begin func(...string) *Watcher) {
		dir := t.TempDir()
		old := filepath.Join(dir, "2018.yaml")
		write(t, old, "old")
		w := begin(dir)
		made := filepath.Join(dir, "ours", "deep", "2019.yml")
		write(t, made, "made")
		await(t, w, made)
		write(t, filepath.Join(dir, "out", "2018.pdf"), "no plan")
		write(t, filepath.Join(dir, ".git", "x.yaml"), "hidden")
		saveByRenaming(t, made, "written")
		if got := await(t, w, made); len(got) != 1 {
			t.Errorf("%q changed; only %s did", got, made)
		}
		if err := os.RemoveAll(dir); err != nil {
			t.Fatal(err)
		}
		await(t, w, old)
		write(t, old, "back")
		await(t, w, old)
	})
}

// What is not there yet is watched, and so is what comes to be watched later.
func TestAddAndKeep(t *testing.T) {
	each(t, func(t *testing.T, begin func(...string) *Watcher) {
		dir := t.TempDir()
		first, second := filepath.Join(dir, "first.yaml"), filepath.Join(dir, "later", "second.yaml")
		w := begin(first)
		write(t, first, "made")
		await(t, w, first)
		w.Add(second)
		write(t, second, "made")
		await(t, w, second)
		w.Keep(second)
		write(t, first, "nobody asks")
		write(t, second, "written again")
		if got := await(t, w, second); len(got) != 1 {
			t.Errorf("%q changed; %s is not watched any more", got, first)
		}
	})
}

// A change between Add and Next is not missed: the file can be read in between.
func TestNothingIsMissedBeforeNext(t *testing.T) {
	each(t, func(t *testing.T, begin func(...string) *Watcher) {
		name := filepath.Join(t.TempDir(), "plan.yaml")
		write(t, name, "one")
		w := begin(name)
		write(t, name, "while it was read")
		await(t, w, name)
	})
}

func TestLinks(t *testing.T) {
	dir := t.TempDir()
	target, name := filepath.Join(dir, "far", "target.yaml"), filepath.Join(dir, "near", "plan.yaml")
	write(t, target, "one")
	if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink(target, name); err != nil {
		t.Skip("no links here")
	}
	each(t, func(t *testing.T, begin func(...string) *Watcher) {
		w := begin(name)
		saveByRenaming(t, target, t.Name())
		await(t, w, name)
	})
}

// Many saves in a row are few calls, and the last of them is never missed.
func TestManySavesInARow(t *testing.T) {
	dir := t.TempDir()
	name := filepath.Join(dir, "plan.yaml")
	write(t, name, "0")
	ctx, stop := context.WithTimeout(t.Context(), 30*time.Second)
	defer stop()
	calls, last := 0, strings.Repeat("x", 200)
	done := make(chan error, 1)
	ready := make(chan bool)
	go func() {
		done <- Files(ctx, []string{name}, func(paths []string) {
			if calls++; paths == nil {
				close(ready)
			}
			if text, _ := os.ReadFile(name); string(text) == last {
				stop()
			}
		})
	}()
	<-ready
	for i := range 200 {
		saveByRenaming(t, name, last[:i+1])
	}
	if err := <-done; err != nil || errors.Is(ctx.Err(), context.DeadlineExceeded) {
		t.Fatalf("the last of many saves was not seen: %v", err)
	}
	if calls > 100 {
		t.Errorf("200 saves in a row were %d calls", calls)
	}
}

func TestCloseEndsWaiting(t *testing.T) {
	each(t, func(t *testing.T, begin func(...string) *Watcher) {
		w := begin(t.TempDir())
		done := make(chan error, 1)
		go func() {
			_, err := w.Next(t.Context())
			done <- err
		}()
		if err := w.Close(); err != nil {
			t.Error(err)
		}
		if err := <-done; !errors.Is(err, ErrClosed) {
			t.Errorf("Next ended with %v", err)
		}
		if err := w.Close(); err != nil {
			t.Errorf("closed again: %v", err)
		}
	})
}

// Where a folder cannot be watched by the system, it is looked at more often.
func TestWhatTheSystemDoesNotWatch(t *testing.T) {
	n := newNative()
	if n == nil {
		t.Skip("the system watches nothing")
	}
	p := usual
	p.ticked, p.polls = time.Hour, 5*time.Millisecond
	name := filepath.Join(t.TempDir(), "plan.yaml")
	write(t, name, "one")
	_ = n.system.Close() // so that it watches no folder any more, as when there are too many
	n.system.Events, n.system.Errors = nil, nil
	w := begin(p, n, []string{name})
	write(t, name, "written")
	await(t, w, name)
}
