package check_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/isuplan/isuplan/pkg/budget"
	"github.com/isuplan/isuplan/pkg/check"
	"github.com/isuplan/isuplan/pkg/plan"
	"github.com/isuplan/isuplan/pkg/source"
)

// TestRealBudgets lists what the rules find in real tables, and in variants of them
// with a figure changed.
func TestRealBudgets(t *testing.T) {
	var out strings.Builder
	for _, c := range []struct{ name, variant, old, new string }{
		{"carpathian-2018", "", "", ""}, {"vienna-2014", "", "", ""}, {"montreal-1995", "", "", ""}, {"montreal-2008", "", "", ""},
		{"montreal-2008", "a difference of 50", "850570", "850621"},
		{"montreal-2008", "a difference of 2", "850570", "850569"},
		{"montreal-2008", "a line not grown", "{2008: 88813}", "{2008: 87500}"},
		{"carpathian-2018", "a row sum", "24600", "24700"},
		{"carpathian-2018", "two digits of a subtotal", "2018: 30841", "2018: 30481"},
		{"carpathian-2018", "the base without a line", "stated: {2018: 2159,", "stated: {2018: 1663,"},
		{"carpathian-2018", "a source", "fixed: 33000", "fixed: 30000"},
		{"vienna-2014", "a change in per cent of the later figure", "percent: -8", "percent: -9"},
		{"vienna-2014", "another rate", "revised: 147292", "revised: 141627"},
	} {
		text, err := os.ReadFile(filepath.Join("..", "..", "testdata", "budgets", c.name+".yaml"))
		if err != nil {
			t.Fatal(err)
		}
		if c.old != "" && strings.Count(string(text), c.old) != 1 {
			t.Fatalf("%s: %q stands there %d times", c.name, c.old, strings.Count(string(text), c.old))
		}
		fmt.Fprintf(&out, "%s\n%s\n", strings.TrimSuffix(c.name+", "+c.variant, ", "),
			lines(run(t, c.name, strings.Replace(string(text), c.old, c.new, 1)), false))
	}
	compare(t, filepath.Join("testdata", "budgets.findings"), out.String())
}

// large writes a plan with n lines in groups of ten, two years and their sum; every
// group states its sums, wrongly where it says so.
func large(n int, wrong bool) string {
	var w strings.Builder
	w.WriteString("budget:\n  currency: CHF\n  columns: [{id: 2018}, {id: 2019}, {id: both, sum: [2018, 2019]}]\n  lines:\n")
	for i := 0; i < n; i += 10 {
		sum := 10*1000 + i
		if wrong {
			sum++
		}
		fmt.Fprintf(&w, "    - id: g%d\n      label: Group %d\n      stated: {2018: %d, 2019: %d, both: %d}\n      lines:\n", i, i, sum, sum, 2*sum)
		for j := range 10 {
			amount := 1000
			if j == 0 {
				amount += i
			}
			fmt.Fprintf(&w, "        - {id: l%d, label: Line %d, fixed: %d, note: A note on the line.}\n", i+j, i+j, amount)
		}
	}
	return w.String()
}

// BenchmarkLarge measures all rules on large budgets, with all sums right and with
// all of them wrong: time must grow with the number of lines, and no faster.
func BenchmarkLarge(b *testing.B) {
	for _, n := range []int{1000, 10000, 100000} {
		for _, wrong := range []bool{false, true} {
			p, findings, ok := plan.Load(source.NewFile("plan.yaml", []byte(complete(large(n, wrong)))))
			if !ok {
				b.Fatal(findings)
			}
			figures, _ := budget.Compute(p, budget.Options{})
			b.Run(fmt.Sprintf("%d/wrong=%v", n, wrong), func(b *testing.B) {
				for b.Loop() {
					judge(check.Input{Plan: p, Budget: figures})
				}
			})
		}
	}
}
