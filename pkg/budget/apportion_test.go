package budget_test

import (
	"strings"
	"testing"

	"github.com/isuplan/isuplan/pkg/budget"
	"github.com/isuplan/isuplan/pkg/plan"
	"github.com/isuplan/isuplan/pkg/source"
)

const results = `isuplan: 1
document: {convention: C, unit: U, date: 2024-01-01}
period: {from: 2025-01-01, to: 2025-12-31}
outcomes:
  - {id: one, text: First., outputs: [{id: o1, text: O., activities: [{id: act1, text: A.}, {id: act2, text: A.}]}]}
  - {id: two, text: Second., outputs: [{id: o2, text: O., activities: [{id: act3, text: A.}]}]}
  - {id: three, text: Third.}
budget:
  currency: CHF
`

// TestCostByOutcome shows what each outcome costs in each column; the last row, without
// a name, is what is not shared out.
func TestCostByOutcome(t *testing.T) {
	for _, c := range []struct{ name, text, want string }{
		{"no line is shared out", `  lines: [{id: a, label: A, fixed: 100}]`, ""},
		{"by the outcome's id or its path", `  lines: [{id: a, label: A, fixed: 100, shares: {one: 30%, outcomes/two: 70%}}]`, "one 30, two 70, three 0"},
		{"by an output", `  lines: [{id: a, label: A, fixed: 100, shares: {outputs/o2: 100%}}]`, "one 0, two 100, three 0"},
		{"by activities, of which two bring about one outcome", `  lines: [{id: a, label: A, fixed: 100, shares: {activities/act1: 25%, activities/act2: 25%, activities/act3: 50%}}]`, "one 50, two 50, three 0"},
		{"what is not shared out", `  lines: [{id: a, label: A, fixed: 100, shares: {one: 30%}}, {id: b, label: B, fixed: 7}]`, "one 30, two 0, three 0,  77"},
		{"the units left over go to those who lost most", `  lines: [{id: a, label: A, fixed: 100, shares: {one: 33.3%, two: 33.3%, three: 33.4%}}]`, "one 33, two 33, three 34"},
		{"a name that is nobody's", `  lines: [{id: a, label: A, fixed: 100, shares: {nobody: 30%, one: 70%}}]`, "one 70, two 0, three 0,  30"},
		{"more than all of it", `  lines: [{id: a, label: A, fixed: 100, shares: {one: 100%, two: 300%}}]`, "one 25, two 75, three 0"},
		{"a group is shared out with its lines", `  lines:
    - {id: g, label: G, shares: {one: 50%, two: 50%}, lines: [{id: b, label: B, fixed: 5}, {id: c, label: C, fixed: 6}, {id: h, label: H, lines: [{id: d, label: D, fixed: 1}]}]}
    - {id: e, label: E, fixed: 4, shares: {three: 100%}}`, "one 6, two 6, three 4"},
		{"a line of a group that is shared out is not shared out again", `  lines: [{id: g, label: G, shares: {one: 100%}, lines: [{id: b, label: B, fixed: 5, shares: {two: 100%}}]}]`, "one 5, two 0, three 0"},
		{"the lines of a group are shared out one by one", `  lines:
    - {id: g, label: G, lines: [{id: b, label: B, fixed: 5, shares: {one: 100%}}, {id: c, label: C, fixed: 6, shares: {two: 100%}}]}`, "one 5, two 6, three 0"},
		{"a group of groups", `  lines:
    - {id: g, label: G, lines: [{id: h, label: H, shares: {one: 100%}, lines: [{id: b, label: B, fixed: 5}]}, {id: c, label: C, fixed: 6, shares: {two: 100%}}]}`, "one 5, two 6, three 0"},
		{"a negative amount", `  lines: [{id: a, label: A, fixed: -100, shares: {one: 50%, two: 50%}}]`, "one -50, two -50, three 0"},
		{"rounded once, so that the outcomes come to the total", `  rounding: {to: 1, mode: half-up, at: total}
  lines: [{id: a, label: A, fixed: 10.5, shares: {one: 100%}}, {id: b, label: B, fixed: 10.5, shares: {two: 100%}}]`, "one 11, two 10, three 0"},
		{"in cents", `  rounding: {to: 0.01, mode: half-up}
  lines: [{id: a, label: A, fixed: 1, shares: {one: 33%, two: 33%, three: 34%}}]`, "one 0.33, two 0.33, three 0.34"},
		{"columns that follow from others", `  columns: [{id: x}, {id: y}, {id: s, sum: [x, y]}, {id: c, change: [x, y]}, {id: p, percent_change: [x, y], places: 1}]
  lines: [{id: a, label: A, fixed: {x: 30, y: 40}, shares: {one: 100%}}, {id: b, label: B, fixed: {x: 10, y: 5}, shares: {two: 100%}}]`,
			"one 30 40 70 10 33.3, two 10 5 15 -5 -50, three 0 0 0 0 0"},
		{"a column of amounts behind one of sums", `  columns: [{id: x}, {id: s, sum: [x]}, {id: y}]
  lines: [{id: a, label: A, fixed: {x: 30, y: 40}, shares: {one: 100%}}]`, "one 30 30 40, two 0 0 0, three 0 0 0"},
		{"not shared out in one column only", `  columns: [{id: x}, {id: y}]
  lines: [{id: a, label: A, fixed: 10, shares: {one: 100%}}, {id: b, label: B, fixed: {x: 0, y: 3}}]`, "one 10 10, two 0 0, three 0 0,  0 3"},
		{"a stated total that its lines do not come to", `  columns: [{id: x}, {id: y}, {id: s, sum: [x, y]}]
  lines: [{id: a, label: A, fixed: {x: 1, y: 2}, shares: {one: 100%}}]
  stated_total: {x: 3, s: 9}`, "one 1 2 3, two 0 0 0, three 0 0 0,  2 0 6"},
	} {
		t.Run(c.name, func(t *testing.T) {
			p, findings, ok := plan.Load(source.NewFile("plan.yaml", []byte(results+c.text)))
			if !ok {
				t.Fatal(findings)
			}
			b, _ := budget.Compute(p, budget.Options{})
			var got []string
			for i, e := range b.ByOutcome(p) {
				row := []string{e.Outcome}
				for _, d := range e.Amounts {
					row = append(row, d.String())
				}
				got = append(got, strings.Join(row, " "))
				if want := "First. Second. Third. "; i < 3 && strings.Split(want, " ")[i] != e.Label.Value || i == 3 && e.Label.IsSet() {
					t.Errorf("%s is called %q", e.Outcome, e.Label.Value)
				}
			}
			if strings.Join(got, ", ") != c.want {
				t.Errorf("got %s, want %s", strings.Join(got, ", "), c.want)
			}
		})
	}
}
