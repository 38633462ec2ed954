package refs_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/isuplan/isuplan/pkg/budget"
	"github.com/isuplan/isuplan/pkg/plan"
	"github.com/isuplan/isuplan/pkg/refs"
	"github.com/isuplan/isuplan/pkg/source"
)

const framedHead = "isuplan: 1\ndocument: {convention: Convention, unit: Unit, date: 2024-06-03}\noutcomes: []\n"

// framedNames are the names of a plan under a plan of several years; above is "" for none.
func framedNames(t *testing.T, period, above string) *refs.Names {
	t.Helper()
	load := func(text string) *plan.Plan {
		p, findings, _ := plan.Load(source.NewFile("plan.yaml", []byte(framedHead+text)))
		if len(findings) > 0 {
			t.Fatal(findings)
		}
		return p
	}
	p := load("period: " + period + "\nframe: above.yaml\nbudget: {currency: EUR, lines: [{id: own, label: Own, fixed: 1}]}\n")
	var o budget.Options
	if above != "" {
		f := load(above)
		its, _ := budget.Compute(f, budget.Options{})
		o.Frame = budget.NewFrame(f, its, p)
	}
	b, _ := budget.Compute(p, o)
	return refs.New(p, b)
}

const fourYears = `period: {from: 2025-01-01, to: 2028-12-31}
budget:
  currency: CHF
  columns: [{id: "2025", label: "2025"}, {id: "2026", label: "2026"}]
  lines: [{id: salaries, label: Salaries, fixed: {2025: 40, 2026: 41.5}}, {id: travel, label: Travel, fixed: {2025: 2, 2026: 3}}]
`

// TestFrameNames: the figures of the plan's years, in the currency of the frame; and why there are none.
func TestFrameNames(t *testing.T) {
	const year, two, later = "{from: 2025-01-01, to: 2025-12-31}", "{from: 2025-01-01, to: 2026-12-31}", "{from: 2027-01-01, to: 2027-12-31}"
	n := framedNames(t, year, fourYears)
	all := slices.DeleteFunc(n.All(), func(s string) bool { return !strings.HasPrefix(s, "frame.") })
	if got := strings.Join(all, " "); got != "frame.period frame.salaries frame.total frame.travel frame.years" {
		t.Error(got)
	}
	for name, want := range map[string]string{"frame.total": "42", "frame.travel": "2"} {
		if v, ok := n.Lookup(name); !ok || v.Kind != refs.Amount || v.Figure.String() != want || v.Currency != "CHF" {
			t.Errorf("%s is %v", name, v)
		}
	}
	if v, ok := n.Lookup("frame.years"); !ok || v.Kind != refs.Years || v.To.Year() != 2028 {
		t.Errorf("the years are %v", v)
	}
	if _, ok := n.Lookup("frame.own"); ok || n.FrameLack("frame.own") != "" {
		t.Error("a line of the plan is none of the frame")
	}
	if v, _ := framedNames(t, two, fourYears).Lookup("frame.total"); v.Figure.String() != "87" {
		t.Errorf("two years come to %v", v.Figure)
	}
	for _, n := range []*refs.Names{framedNames(t, later, fourYears), framedNames(t, year, "")} {
		if v, ok := n.Lookup("frame.total"); !ok || v.Kind != refs.Nothing || n.FrameLack("frame.total") == "" || n.FrameLack("budget.total") != "" {
			t.Errorf("%v %v", v, ok)
		}
	}
}
