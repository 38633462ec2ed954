package cli_test

import (
	"bytes"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/isuplan/isuplan/pkg/cli"
	"github.com/isuplan/isuplan/pkg/internal/docxtest"
)

// TestRedlineOfEveryTwoPlans holds that the redline of two plans is the old document if
// all changes are rejected, and the new one if all are accepted.
func TestRedlineOfEveryTwoPlans(t *testing.T) {
	t.Chdir("../..")
	plans, err := filepath.Glob("testdata/plans/*.yaml")
	if err != nil || len(plans) == 0 {
		t.Fatalf("no plans: %v", err)
	}
	plans = append(plans, "plans/2018.yaml", "testdata/diff/2019-example.yaml")
	dir := t.TempDir()
	built := map[string][]string{}
	for _, plan := range plans {
		written(t, cli.ExitClean, "build", plan, "--format", "docx", "-o", dir)
		name := strings.TrimSuffix(filepath.Base(plan), ".yaml")
		file, err := os.ReadFile(filepath.Join(dir, name+".docx"))
		if err != nil {
			t.Fatal(err)
		}
		built[plan] = shownOf(t, wordFile(t, file), nil)
	}
	for _, old := range plans {
		for _, now := range plans {
			code := cli.ExitFindings
			if old == now {
				code = cli.ExitClean
			}
			file := written(t, code, "diff", old, now, "--format", "docx")
			changes := wordFile(t, file)
			accepted := shownOf(t, changes, func(n *docxtest.Node) error { return docxtest.Resolve(n, true) })
			rejected := shownOf(t, changes, func(n *docxtest.Node) error { return docxtest.Resolve(n, false) })
			if !slices.Equal(accepted, built[now]) || !slices.Equal(rejected, built[old]) {
				t.Errorf("%s to %s: accepted is new: %v, rejected is old: %v", old, now, slices.Equal(accepted, built[now]), slices.Equal(rejected, built[old]))
			}
			if again := written(t, code, "diff", old, now, "--format", "docx"); !bytes.Equal(file, again) {
				t.Errorf("%s to %s: other bytes the second time", old, now)
			}
		}
	}
}

// written runs a command and returns its results.
func written(t *testing.T, code int, args ...string) []byte {
	t.Helper()
	var out, talk bytes.Buffer
	if got := cli.Main(args, nil, &out, &talk, func(string) string { return "" }); got != code {
		t.Fatalf("isuplan %s: exit code %d\n%s", args, got, talk.String())
	}
	return out.Bytes()
}

func wordFile(t *testing.T, file []byte) *docxtest.File {
	t.Helper()
	f, err := docxtest.Open(file)
	if err != nil {
		t.Fatal(err)
	}
	return f
}

func shownOf(t *testing.T, file *docxtest.File, resolve func(*docxtest.Node) error) []string {
	t.Helper()
	lines, err := file.Shown(resolve)
	if err != nil {
		t.Fatal(err)
	}
	return lines
}
