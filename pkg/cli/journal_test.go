package cli_test

import (
	"bytes"
	"os"
	"path/filepath"
	"testing"

	"github.com/isuplan/isuplan/pkg/cli"
)

// TestStrangersNotes: what looks like the note of a half replaced set, and came with
// somebody's files, moves and removes nothing.
func TestStrangersNotes(t *testing.T) {
	dir := t.TempDir()
	plan, built, mine := filepath.Join(dir, "plan.yaml"), filepath.Join(dir, "plan.md"), filepath.Join(dir, "mine.txt")
	put(t, plan, read(t, "example.yaml"))
	did(t, "build", plan, "-o", dir, "--format", "md")
	put(t, mine, "mine\n")
	before := read(t, built)
	note := filepath.Join(dir, ".isuplan-set")
	for _, text := range []string{"plan.md/mine.txt\x00", "plan.md/\x00", "plan.md/mine.txt/\x00", "plan.md/mine.txt/0\x00", "plan.md//1\x00", "plan.md\x00", "../plan.md/plan.yaml\x00", "/\x00", "\x00", ""} {
		put(t, note, text)
		did(t, "fmt", plan)
		did(t, "build", plan, "-o", dir, "--format", "md")
		if read(t, mine) != "mine\n" || read(t, built) != before {
			t.Fatalf("%q was obeyed", text)
		}
		if _, err := os.Lstat(note); err == nil {
			t.Errorf("%q is left", text)
		}
	}
	if os.Symlink("/dev/zero", note) != nil {
		return // no links here
	}
	did(t, "build", plan, "-o", dir, "--format", "md")
	if _, err := os.Lstat(note); err == nil {
		t.Error("a link is left")
	}
}

// did runs a command that does what it is to do.
func did(t *testing.T, args ...string) {
	t.Helper()
	var out, talk bytes.Buffer
	if code := cli.Main(args, nil, &out, &talk, func(string) string { return "" }); code != cli.ExitClean {
		t.Fatalf("%v: %d\n%s%s", args, code, out.String(), talk.String())
	}
}
