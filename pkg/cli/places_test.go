package cli_test

import (
	"bytes"
	"os"
	"path/filepath"
	"testing"

	"github.com/isuplan/isuplan/pkg/cli"
)

// TestBuiltFilesKnowNoFolder: what is built goes to other people. It has the same bytes
// however the plan was named and wherever it lies, so that it cannot say where.
func TestBuiltFilesKnowNoFolder(t *testing.T) {
	home, away := t.TempDir(), filepath.Join(t.TempDir(), "a b", "other")
	for _, dir := range []string{home, away} {
		put(t, filepath.Join(dir, "plans/2018.yaml"), read(t, "../../plans/2018.yaml"))
		put(t, filepath.Join(dir, "plans/2019.yaml"), read(t, "../../testdata/diff/2019-example.yaml"))
	}
	build := func(plans string) map[string][]byte {
		out := t.TempDir()
		old, now := filepath.Join(plans, "2018.yaml"), filepath.Join(plans, "2019.yaml")
		commands := [][]string{{"build", old, "-o", out, "--annex"}, {"budget", old, "-o", filepath.Join(out, "budget.xlsx")}, {"budget", old, "-o", filepath.Join(out, "budget.csv")}}
		for _, name := range []string{"diff.pdf", "diff.docx", "diff.md", "diff.html"} {
			commands = append(commands, []string{"diff", old, now, "-o", filepath.Join(out, name)})
		}
		for _, args := range commands {
			var talk bytes.Buffer
			if code := cli.Main(args, nil, &bytes.Buffer{}, &talk, func(string) string { return "" }); code == cli.ExitTrouble {
				t.Fatalf("%v: %s", args, talk.String())
			}
		}
		files := map[string][]byte{}
		names, err := filepath.Glob(filepath.Join(out, "*"))
		if err != nil {
			t.Fatal(err)
		}
		for _, name := range names {
			if files[filepath.Base(name)], err = os.ReadFile(name); err != nil {
				t.Fatal(err)
			}
		}
		return files
	}
	t.Chdir(home)
	near, far := build("plans"), build(filepath.Join(away, "plans"))
	if len(near) != 9 || len(far) != len(near) {
		t.Errorf("%d and %d files", len(near), len(far))
	}
	for name, text := range near {
		if !bytes.Equal(text, far[name]) {
			t.Errorf("%s has other bytes where the plan is named by an absolute path", name)
		}
	}
}
