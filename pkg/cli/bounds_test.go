package cli_test

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/isuplan/isuplan/pkg/cli"
	"github.com/isuplan/isuplan/pkg/internal/hostile"
)

// bounded runs a command on a plan, P, in a folder of its own.
func bounded(t *testing.T, plan, command string) (code int, out, said string, dir string) {
	t.Helper()
	dir = t.TempDir()
	path := filepath.Join(dir, "p.yaml")
	if err := os.WriteFile(path, []byte(plan), 0o644); err != nil {
		t.Fatal(err)
	}
	var stdout, stderr bytes.Buffer
	code = cli.Main(strings.Fields(strings.ReplaceAll(command, "P", path)), nil, &stdout, &stderr, func(string) string { return "" })
	return code, stdout.String(), stderr.String(), dir
}

// assumptions is a plan with so many of them.
func assumptions(n int, one string) string {
	var b strings.Builder
	b.WriteString(hostile.Small() + "assumptions:\n")
	for i := range n {
		fmt.Fprintf(&b, one, i)
	}
	return b.String()
}

// TestNewTakesNoLargePlan: a plan that would be read and proved too often is not rolled on,
// and nothing is written.
func TestNewTakesNoLargePlan(t *testing.T) {
	code, _, said, dir := bounded(t, assumptions(9000, "  - That funds no. %d are there in time.\n"), "new 2026 --from P")
	if code != cli.ExitTrouble || !strings.Contains(said, "error[F113/too-much]: the plan has 3") || !strings.Contains(said, "kB; the most that new rolls on is 256 kB") {
		t.Errorf("exit code %d: %s", code, said)
	}
	if files, _ := os.ReadDir(dir); len(files) != 1 {
		t.Errorf("there are %d files", len(files))
	}
}

// TestReviewsAreBounded: comments that ask for a person are findings as others are.
func TestReviewsAreBounded(t *testing.T) {
	code, out, _, _ := bounded(t, assumptions(600, "  - That funds no. %d are there. # review: look\n"), "check P --format github")
	if n := strings.Count(out, "W104/review"); code != cli.ExitFindings || n != 501 || !strings.Contains(out, "100 more of W104/review from here on") {
		t.Errorf("exit code %d, %d of them", code, n)
	}
}

// TestFixSaysWhenThereIsMore: of a large plan only as much is mended as is listed, and the
// message says so; again and again it is mended in the end.
func TestFixSaysWhenThereIsMore(t *testing.T) {
	plan := assumptions(1200, "  - That the the funds of the Convention on Example Matters and of its meetings no. %d are there.\n")
	const long = 12 // so that there is one round
	plan += strings.Repeat("# "+strings.Repeat("x", 1<<16)+"\n", long)
	code, _, said, dir := bounded(t, plan, "check P --fix")
	if code != cli.ExitFindings || !strings.Contains(said, "isuplan: mended 5") || !strings.Contains(said, "run isuplan check --fix again") {
		t.Errorf("exit code %d: %s", code, said)
	}
	for range 3 {
		text, err := os.ReadFile(filepath.Join(dir, "p.yaml"))
		if err != nil {
			t.Fatal(err)
		}
		_, _, said, dir = bounded(t, string(text), "check P --fix")
	}
	if strings.Contains(said, "again") {
		t.Errorf("there is still more: %s", said)
	}
}

// TestLargeSpreadsheets: a budget that no spreadsheet takes is written as CSV.
func TestLargeSpreadsheets(t *testing.T) {
	plan := func(n int) string {
		var b strings.Builder
		for i := range n {
			fmt.Fprintf(&b, "    - {id: l%d, label: L, units: [{item: trip, quantity: 3, cost: 50}]}\n", i)
		}
		return strings.Replace(hostile.Small(), "  lines:\n", "  lines:\n"+b.String(), 1)
	}
	code, _, said, _ := bounded(t, plan(7600), "budget P -o P.xlsx")
	if code != cli.ExitTrouble || !strings.Contains(said, "error[F113/too-much]: the budget has 15,201 amounts") {
		t.Errorf("exit code %d: %s", code, said)
	}
	if code, out, said, _ := bounded(t, plan(7600), "budget P --format csv"); code != cli.ExitClean || strings.Count(out, "\n") < 7600 {
		t.Errorf("csv: exit code %d: %s", code, said)
	}
	if code, _, said, _ := bounded(t, plan(700), "budget P -o P.xlsx"); code != cli.ExitClean {
		t.Errorf("fewer: exit code %d: %s", code, said)
	}
}

// TestLargeComparisons: a comparison in JSON has all, or is none.
func TestLargeComparisons(t *testing.T) {
	plan := func(n, amount int) string {
		var b strings.Builder
		for i := range n {
			fmt.Fprintf(&b, "    - {id: l%d, label: L, fixed: %d}\n", i, amount)
		}
		return strings.Replace(hostile.Small(), "  lines:\n", "  lines:\n"+b.String(), 1)
	}
	other := filepath.Join(t.TempDir(), "other.yaml")
	if err := os.WriteFile(other, []byte(plan(10_100, 7)), 0o644); err != nil {
		t.Fatal(err)
	}
	code, out, said, _ := bounded(t, plan(10_100, 8), "diff "+other+" P --format json")
	if code != cli.ExitTrouble || out != "" || !strings.Contains(said, "isuplan: the two plans differ in 20,200 changes and lines of the budget; a comparison in JSON has at most 20,000 (F113/too-much)\n") {
		t.Errorf("exit code %d: %s", code, said)
	}
	if code, out, said, _ := bounded(t, plan(10_100, 8), "diff "+other+" P"); code != cli.ExitFindings || !strings.Contains(out, "… 9,600 lines") {
		t.Errorf("text: exit code %d: %s", code, said)
	}
}
