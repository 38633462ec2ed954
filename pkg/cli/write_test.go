package cli

import (
	"bytes"
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"github.com/isuplan/isuplan/pkg/internal/digest"
)

// TestAnInterruptionLeavesNothingBehind interrupts the writing at its latest moment:
// files are staged, folders made, nothing renamed.
func TestAnInterruptionLeavesNothingBehind(t *testing.T) {
	dir := t.TempDir()
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	a := &app{}
	made := []output{{path: filepath.Join(dir, "new", "inner", "a.md"), bytes: []byte("a")}}
	if err := a.writeAll(ctx, filepath.Dir(made[0].path), made, false); !errors.Is(err, context.Canceled) {
		t.Error(err)
	}
	if left, _ := os.ReadDir(dir); len(left) != 0 {
		t.Errorf("left behind: %v", left)
	}
}

// TestAFailureLeavesNothingBehind fails at the second of two files.
func TestAFailureLeavesNothingBehind(t *testing.T) {
	dir := t.TempDir()
	inner := filepath.Join(dir, "new", "inner")
	a := &app{}
	made := []output{{path: filepath.Join(inner, "a.md")}, {path: filepath.Join(inner, "not", "there", "b.md")}}
	if err := a.writeAll(t.Context(), inner, made, false); err == nil {
		t.Error("no error")
	}
	if left, _ := os.ReadDir(dir); len(left) != 0 {
		t.Errorf("left behind: %v", left)
	}
}

// TestWhatWasInterruptedWritesNothing holds that a command which is left where it
// was cannot come back and write after all.
func TestWhatWasInterruptedWritesNothing(t *testing.T) {
	dir := t.TempDir()
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	a := &app{}
	if err := a.await(ctx, make(chan error)); !errors.Is(err, context.Canceled) {
		t.Fatal(err)
	}
	inner := filepath.Join(dir, "new")
	if err := a.writeAll(t.Context(), inner, []output{{path: filepath.Join(inner, "a.md")}}, false); !errors.Is(err, context.Canceled) {
		t.Error(err)
	}
	if left, _ := os.ReadDir(dir); len(left) != 0 {
		t.Errorf("left behind: %v", left)
	}
}

// TestReasonsAreInPlainWords holds that what the system says in its own words does
// not come through.
func TestReasonsAreInPlainWords(t *testing.T) {
	if got := reason(&os.PathError{Op: "open", Path: "x", Err: errors.New("operation not supported by device")}); got != "the system refuses it" {
		t.Error(got)
	}
}

// set is a set of files that say who made them.
func set(dir, by string) (list []output) {
	for _, name := range []string{"a", "b", "c"} {
		list = append(list, output{path: filepath.Join(dir, name), bytes: digest.Comment([]byte(by + "\n"))})
	}
	return list
}

// TestTwoAtOnce: two runs that write the same files at once leave the whole set of one.
func TestTwoAtOnce(t *testing.T) {
	dir := t.TempDir()
	for range 50 {
		var done sync.WaitGroup
		for _, by := range []string{"one", "another"} {
			done.Go(func() {
				if err := (&app{}).writeAll(t.Context(), dir, set(dir, by), false); err != nil {
					t.Error(err)
				}
			})
		}
		done.Wait()
		first, _ := os.ReadFile(filepath.Join(dir, "a"))
		for _, name := range []string{"b", "c"} {
			if other, _ := os.ReadFile(filepath.Join(dir, name)); !bytes.Equal(first, other) {
				t.Fatalf("a is of %q, %s of %q", first, name, other)
			}
		}
	}
	if left, _ := os.ReadDir(dir); len(left) != 3 {
		t.Errorf("left behind: %v", left)
	}
}

// TestPutBack: where one of the files cannot be put in its place, those before it are as
// they were, and those that were not there are gone.
func TestPutBack(t *testing.T) {
	dir := t.TempDir()
	old := set(dir, "old")[:1]
	if err := (&app{}).writeAll(t.Context(), dir, old, false); err != nil {
		t.Fatal(err)
	}
	made := set(dir, "new")
	for i := range made {
		if err := made[i].follow(); err != nil {
			t.Fatal(err)
		}
	}
	made[2].target = filepath.Join(dir, "full") // a folder with a file in it cannot be replaced
	if err := os.MkdirAll(filepath.Join(made[2].target, "x"), 0o755); err != nil {
		t.Fatal(err)
	}
	err := disk{}.replaceAll(t.Context(), made)
	if err == nil || !strings.Contains(err.Error(), "no file was changed") {
		t.Errorf("the error says %v", err)
	}
	if text, _ := os.ReadFile(filepath.Join(dir, "a")); !bytes.Equal(text, old[0].bytes) {
		t.Errorf("a is %q", text)
	}
	if left, _ := os.ReadDir(dir); len(left) != 2 {
		t.Errorf("left behind: %v", left)
	}
}

// TestChangedMeanwhile: a plan that somebody else changed or removed is left alone.
func TestChangedMeanwhile(t *testing.T) {
	for name, c := range map[string]struct {
		meanwhile func(path string) error
		says      string
	}{
		"changed": {func(path string) error { return os.WriteFile(path, []byte("theirs"), 0o600) }, "was changed by somebody else while isuplan worked"},
		"removed": {os.Remove, "is gone since isuplan read it"},
	} {
		path := filepath.Join(t.TempDir(), "plan.yaml")
		if err := os.WriteFile(path, []byte("\xEF\xBB\xBFmine"), 0o600); err != nil {
			t.Fatal(err)
		}
		file, err := (&app{}).read(path)
		if err == nil {
			err = c.meanwhile(path)
		}
		if err != nil {
			t.Fatal(err)
		}
		before, _ := os.ReadFile(path)
		if err = (&app{}).rewrite(t.Context(), []output{rewritten(file, []byte("ours"))}); err == nil || !strings.Contains(err.Error(), c.says) {
			t.Errorf("%s: the error says %v", name, err)
		}
		if after, _ := os.ReadFile(path); !bytes.Equal(before, after) {
			t.Errorf("%s: the file is %q", name, after)
		}
	}
}
