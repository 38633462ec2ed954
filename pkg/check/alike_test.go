package check_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/isuplan/isuplan/pkg/budget"
	"github.com/isuplan/isuplan/pkg/check"
	"github.com/isuplan/isuplan/pkg/plan"
	"github.com/isuplan/isuplan/pkg/source"
)

// alike writes a plan of n activities beside n lines of much the same words; counts are
// what the texts say of each.
func alike(n int, activity, note string) string {
	var w strings.Builder
	w.WriteString("outcomes:\n  - id: o\n    text: States Parties report.\n    outputs:\n      - id: p\n        text: Help is given.\n        activities:\n")
	for i := range n {
		fmt.Fprintf(&w, "          - {id: a%d, text: %s}\n", i, strings.ReplaceAll(activity, "N", fmt.Sprint(i)))
	}
	w.WriteString("budget:\n  currency: CHF\n  lines:\n")
	for i := range n {
		fmt.Fprintf(&w, "    - {id: l%d, label: Workshop %d, units: [{item: workshop, quantity: %d, cost: 100}], note: %s}\n", i, i, i%9+1, strings.ReplaceAll(note, "N", fmt.Sprint(i)))
	}
	return complete(w.String())
}

// BenchmarkAlike holds that rules which compare texts with lines take time in proportion:
// ten times the plan, ten times the time.
func BenchmarkAlike(b *testing.B) {
	for _, texts := range [][2]string{
		{"Hold workshop number N on reporting for States Parties.", "Rooms and travel for workshop N."},
		{"Hold five workshops on reporting in region N.", "Six workshops at CHF 120 each in region N."},
	} {
		for _, n := range []int{100, 1000, 10_000} {
			b.Run(fmt.Sprintf("%s/%d", strings.Fields(texts[0])[1], n), func(b *testing.B) {
				p, _, ok := plan.Load(source.NewFile("alike.yaml", []byte(alike(n, texts[0], texts[1]))))
				if !ok {
					b.Fatal("the plan cannot be read")
				}
				figures, _ := budget.Compute(p, budget.Options{})
				for b.Loop() {
					judge(check.Input{Plan: p, Budget: figures, Headings: headings})
				}
			})
		}
	}
}

// TestCountsOfManyLines holds that of a noun that many lines count only the line's own note
// is held against it.
func TestCountsOfManyLines(t *testing.T) {
	got := lines(run(t, "alike.yaml", alike(30, "Hold 77 workshops on reporting in region N.", "Three workshops.")), false)
	if n := strings.Count(got, "[quantity-in-prose]"); n != 26 || strings.Contains(got, "[quantity-in-prose] at activities") {
		t.Errorf("%d findings, want those of the 26 notes:\n%s", n, got)
	}
}
