package cli_test

import (
	"bytes"
	"os"
	"path/filepath"
	"testing"

	"github.com/isuplan/isuplan/pkg/cli"
	"github.com/isuplan/isuplan/pkg/internal/matterhorn"
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
		for _, args := range [][]string{{"check", plan}, {"build", plan, "-o", dir, "--annex"}} {
			var out, talk bytes.Buffer
			if code := cli.Main(args, nil, &out, &talk, func(string) string { return "" }); code != cli.ExitClean {
				t.Errorf("isuplan %s: exit code %d\n%s%s", args, code, out.String(), talk.String())
			}
		}
	}
}

// TestEveryPDFIsAccessible holds the PDF of each plan, of a comparison and of a table of
// years against what a machine can check of PDF/UA-1 and PDF/A-2a.
func TestEveryPDFIsAccessible(t *testing.T) {
	t.Chdir("../..")
	plans := []string{"plans/2018.yaml", "pkg/cli/testdata/linked.yaml"}
	for _, pattern := range []string{"testdata/plans/*.yaml", "testdata/budgets/*.yaml", "testdata/languages/*.yaml"} {
		names, err := filepath.Glob(pattern)
		if err != nil || len(names) == 0 {
			t.Fatalf("no plans: %v", err)
		}
		plans = append(plans, names...)
	}
	dir := t.TempDir()
	years := []string{"plans/2018.yaml", "testdata/diff/2019-example.yaml", "testdata/plans/ccm-2024.yaml", "testdata/plans/ccm-2025.yaml"}
	commands := [][]string{
		append([]string{"diff", "--format", "pdf", "-o", filepath.Join(dir, "compared.pdf")}, years[:2]...),
		append([]string{"diff", "--format", "pdf", "-o", filepath.Join(dir, "years.pdf")}, years...),
	}
	for _, plan := range plans {
		commands = append(commands, []string{"build", plan, "-o", dir, "--format", "pdf", "--annex", "--draft"})
	}
	commands = append(commands, []string{"build", "testdata/plans/example-2026.yaml", "-o", filepath.Join(dir, "report"), "--format", "pdf", "--template", "report"})
	for _, args := range commands {
		var out, talk bytes.Buffer
		if cli.Main(args, nil, &out, &talk, func(string) string { return "" }) == cli.ExitTrouble {
			t.Errorf("isuplan %s\n%s%s", args, out.String(), talk.String())
		}
	}
	files, _ := filepath.Glob(filepath.Join(dir, "*.pdf"))
	reports, _ := filepath.Glob(filepath.Join(dir, "report", "*.pdf"))
	files = append(files, reports...)
	if len(files) != len(commands) {
		t.Errorf("%d commands wrote %q", len(commands), files)
	}
	for _, name := range files {
		file, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		if faults, err := matterhorn.Check(file); err != nil || len(faults) > 0 {
			t.Errorf("%s: %v %.500q", filepath.Base(name), err, faults)
		}
	}
}
