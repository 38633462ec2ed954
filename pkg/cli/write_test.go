package cli

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"testing"
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
