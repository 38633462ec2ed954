package cli_test

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/isuplan/isuplan/pkg/cli"
)

// TestNextYear rolls every plan at hand on: the new one compiles, and nothing is found
// in it but what waits for a person.
func TestNextYear(t *testing.T) {
	plans, _ := filepath.Glob("../../testdata/plans/*.yaml")
	plans = append(plans, "../../plans/2018.yaml")
	for _, path := range plans {
		t.Run(filepath.Base(path), func(t *testing.T) {
			dir := t.TempDir()
			text, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			old, next := filepath.Join(dir, "old.yaml"), filepath.Join(dir, "next.yaml")
			if err := os.WriteFile(old, bytes.Replace(text, []byte("previous: ccm-2024.yaml\n"), nil, 1), 0o644); err != nil {
				t.Fatal(err)
			}
			run := func(args ...string) (int, string) {
				var out, talk bytes.Buffer
				code := cli.Main(args, nil, &out, &talk, func(string) string { return "" })
				return code, out.String() + talk.String()
			}
			if code, said := run("new", "2030", "--from", old, "-o", next); code != cli.ExitClean {
				t.Fatalf("new: %s", said)
			}
			_, said := run("check", next)
			for _, line := range strings.Split(said, "\n") {
				if strings.HasPrefix(line, next) && !strings.Contains(line, "[W104/review]") {
					t.Error(line)
				}
			}
			if code, said := run("build", next, "-o", dir, "--format", "md"); code != cli.ExitClean {
				t.Errorf("build: %s", said)
			}
			if code, said := run("diff", old, next); code != cli.ExitFindings {
				t.Errorf("diff: %s", said)
			}
		})
	}
}
