package cli

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"github.com/isuplan/isuplan/pkg/serve"
)

// TestWhatServeWrites: a plan's file, if it holds what was read and nobody protects it.
func TestWhatServeWrites(t *testing.T) {
	name := filepath.Join(t.TempDir(), "plan.yaml")
	put := func(text string) {
		t.Helper()
		if err := os.WriteFile(name, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	holds := func(want string) {
		t.Helper()
		if text, err := os.ReadFile(name); err != nil || string(text) != want {
			t.Errorf("the file holds %q, %v", text, err)
		}
	}
	w := &served{app: &app{stderr: &strings.Builder{}, env: func(string) string { return "" }}, names: []string{name}}
	put("isuplan: 1\n")
	in, err := w.Read(name)
	if err != nil {
		t.Fatal(err)
	}
	if err := w.Write(context.Background(), in.File, []byte("isuplan: 1 # so\n")); err != nil {
		t.Fatal(err)
	}
	holds("isuplan: 1 # so\n")
	if err := w.Write(context.Background(), in.File, []byte("isuplan: 1 # other\n")); !errors.Is(err, serve.ErrChanged) {
		t.Errorf("what somebody else wrote is overwritten: %v", err)
	}
	holds("isuplan: 1 # so\n")
	if runtime.GOOS == "windows" {
		return
	}
	if in, err = w.Read(name); err != nil {
		t.Fatal(err)
	}
	if err := os.Chmod(name, 0o400); err != nil {
		t.Fatal(err)
	}
	if err := w.Write(context.Background(), in.File, []byte("isuplan: 1 # no\n")); err == nil || !strings.Contains(err.Error(), "write-protected") {
		t.Errorf("a protected file is written: %v", err)
	}
	holds("isuplan: 1 # so\n")
}
