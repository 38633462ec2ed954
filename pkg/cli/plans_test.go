package cli_test

import (
	"bytes"
	"path/filepath"
	"testing"

	"github.com/isuplan/isuplan/pkg/cli"
)

// TestPlansOfOtherTreaties holds that plans written from docs/plan-language.md
// compile, and that nothing in them raises a false alarm.
func TestPlansOfOtherTreaties(t *testing.T) {
	t.Chdir("../..")
	plans, err := filepath.Glob("testdata/plans/*-20*.yaml")
	if err != nil || len(plans) == 0 {
		t.Fatalf("no plans: %v", err)
	}
	dir := t.TempDir()
	for _, plan := range plans {
		for _, args := range [][]string{{"check", plan}, {"build", plan, "-o", dir}} {
			var out, talk bytes.Buffer
			if code := cli.Main(args, nil, &out, &talk, func(string) string { return "" }); code != cli.ExitClean {
				t.Errorf("isuplan %s: exit code %d\n%s%s", args, code, out.String(), talk.String())
			}
		}
	}
}
