package cli_test

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"strings"
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

// TestNotesAreObeyed: a set that a killed run had half replaced, as its note says, is the old
// one again after the next run, and what was not there before is gone.
func TestNotesAreObeyed(t *testing.T) {
	dir := t.TempDir()
	plan, built, added := filepath.Join(dir, "plan.yaml"), filepath.Join(dir, "plan.md"), filepath.Join(dir, "added.md")
	put(t, plan, read(t, "example.yaml"))
	did(t, "build", plan, "-o", dir, "--format", "md")
	old := read(t, built)
	put(t, plan, strings.Replace(read(t, "example.yaml"), "Salaries", "Wages", 1))
	did(t, "build", plan, "-o", dir, "--format", "md")
	put(t, added, read(t, built))
	put(t, filepath.Join(dir, ".plan.md.4321-0.isuplan-old"), old)
	var note strings.Builder
	for name, kept := range map[string]string{built: ".plan.md.4321-0.isuplan-old", added: ""} {
		info, err := os.Stat(name)
		if err != nil {
			t.Fatal(err)
		}
		fmt.Fprintf(&note, "%s/%s/%d\x00", filepath.Base(name), kept, info.ModTime().UnixNano())
	}
	put(t, filepath.Join(dir, ".isuplan-set"), note.String())
	did(t, "build", plan, "-o", dir, "--format", "pdf")
	if read(t, built) != old {
		t.Error("the old file is not back")
	}
	if left, _ := filepath.Glob(filepath.Join(dir, ".*isuplan*")); len(left) > 0 {
		t.Errorf("left: %v", left)
	}
	if _, err := os.Stat(added); err == nil {
		t.Error("a file of the new set is left")
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
