package cli_test

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/isuplan/isuplan/pkg/cli"
)

// TestRealDocuments compiles the real budgets of treaties to the documents that they
// print; one with an error that was really submitted, to a draft.
func TestRealDocuments(t *testing.T) {
	plans, err := filepath.Glob("../../testdata/budgets/*.yaml")
	if err != nil || len(plans) < 4 {
		t.Fatalf("found %d plans: %v", len(plans), err)
	}
	dir := t.TempDir()
	for _, plan := range plans {
		var out bytes.Buffer
		cli.Main([]string{"build", plan, "--draft", "--format", "md", "-o", dir}, nil, &out, &out, func(string) string { return "" })
		name := strings.TrimSuffix(filepath.Base(plan), ".yaml") + ".md"
		got, err := os.ReadFile(filepath.Join(dir, name))
		if err != nil {
			t.Fatalf("%v: %s", err, out.String())
		}
		golden := strings.TrimSuffix(plan, ".yaml") + ".md"
		if *update {
			if err := os.WriteFile(golden, got, 0o644); err != nil {
				t.Fatal(err)
			}
		}
		want, err := os.ReadFile(golden)
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(string(want), string(got)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", plan, diff)
		}
	}
}
