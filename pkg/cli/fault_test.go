package cli_test

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/isuplan/isuplan/pkg/check"
	"github.com/isuplan/isuplan/pkg/cli"
	"github.com/isuplan/isuplan/pkg/diag"
	"github.com/isuplan/isuplan/plans"
)

// TestAFaultIsOneLine: a rule that panics at one plan of several ends nothing: the others
// are reported, one line says what to report, and the exit code is 2.
func TestAFaultIsOneLine(t *testing.T) {
	check.Register(check.Rule{Rule: diag.Rule{Code: "S999", Name: "that-panics"}, Run: func(c *check.Context) {
		if filepath.Base(c.Plan.Node.File().Name) == "bad.yaml" {
			panic("of a\nrule")
		}
	}})
	defer check.Unregister("that-panics")
	dir := t.TempDir()
	for _, name := range []string{"bad.yaml", "good.yaml"} {
		text := append(bytes.Clone(plans.Reference), "nosuchkey: 1\n"...)
		if err := os.WriteFile(filepath.Join(dir, name), text, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	var out, talk bytes.Buffer
	code := cli.Main([]string{"check", dir}, nil, &out, &talk, os.Getenv)
	if code != cli.ExitTrouble {
		t.Errorf("the exit code is %d", code)
	}
	if !strings.Contains(out.String(), "good.yaml") || strings.Contains(out.String(), "bad.yaml") {
		t.Errorf("the findings are\n%s", out.String())
	}
	lines := strings.Split(strings.TrimSpace(talk.String()), "\n")
	if len(lines) != 2 || !strings.HasPrefix(lines[0], "isuplan: a fault of isuplan while checking ") || !strings.Contains(lines[0], "panicked with \"of a rule (rule that-panics)\"") {
		t.Errorf("the talk is\n%s", talk.String())
	}
}
