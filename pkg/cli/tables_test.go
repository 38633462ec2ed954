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

// TestRealTables compiles real budgets of treaties to the figures that they print,
// findings included.
func TestRealTables(t *testing.T) {
	t.Chdir("../..")
	plans, err := filepath.Glob("testdata/budgets/*.yaml")
	if err != nil || len(plans) < 4 {
		t.Fatalf("found %d plans: %v", len(plans), err)
	}
	for _, plan := range plans {
		golden := strings.TrimSuffix(plan, ".yaml") + ".golden"
		var out bytes.Buffer
		for _, command := range []string{"budget", "check"} {
			out.WriteString("$ isuplan " + command + " " + plan + "\n")
			cli.Main([]string{command, plan}, nil, &out, &out, func(string) string { return "" })
			out.WriteString("\n")
		}
		if *update {
			if err := os.WriteFile(golden, out.Bytes(), 0o644); err != nil {
				t.Fatal(err)
			}
		}
		want, err := os.ReadFile(golden)
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(string(want), out.String()); diff != "" {
			t.Errorf("%s (-want +got):\n%s", plan, diff)
		}
	}
}
