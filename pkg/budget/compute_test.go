package budget_test

import (
	"strings"
	"testing"

	"github.com/isuplan/isuplan/pkg/budget"
	"github.com/isuplan/isuplan/pkg/cost"
	"github.com/isuplan/isuplan/pkg/diag"
	"github.com/isuplan/isuplan/pkg/plan"
	"github.com/isuplan/isuplan/pkg/source"
)

const head = `isuplan: 1
document: {convention: C, unit: U, date: 2024-01-01}
period: {from: 2025-01-01, to: 2025-12-31}
outcomes: [{id: one, text: One.}, {id: two, text: Two.}, {id: three, text: Three.}]
budget:
  currency: CHF
`

func compute(t *testing.T, text string, opts budget.Options) (*plan.Plan, *budget.Budget, []diag.Finding) {
	t.Helper()
	p, findings, ok := plan.Load(source.NewFile("plan.yaml", []byte(head+text)))
	if !ok {
		t.Fatalf("%v", findings)
	}
	b, found := budget.Compute(p, opts)
	return p, b, found
}

// printed writes the rows of a budget: each line's figures, then the total's.
func printed(b *budget.Budget) string {
	var rows []string
	row := func(id string, figures []budget.Figure) {
		cells := []string{id}
		for i := range figures {
			switch f := &figures[i]; f.Mark {
			case cost.Nil:
				cells = append(cells, "nil")
			case cost.Blank:
				cells = append(cells, "blank")
			default:
				cells = append(cells, f.Printed.String())
			}
		}
		rows = append(rows, strings.Join(cells, " "))
	}
	for i := range b.Lines {
		row(b.Lines[i].ID.Value, b.Lines[i].Figures)
	}
	row("total", b.Total)
	return strings.Join(rows, "\n")
}

func TestKindsOfCost(t *testing.T) {
	for name, c := range map[string]struct{ text, want string }{
		"posts by the year": {`
  lines:
    - {id: a, label: A, posts: [{title: Director, annual: 180000}, {title: Assistant, annual: 60000, fte: 50%, months: 7}]}`,
			"a 197500\ntotal 197500"},
		"posts by grade, month, count and share": {`
  standard_costs: [{grade: P-5, annual: 250000}, {grade: G-6, monthly: 9000}]
  lines:
    - id: a
      label: A
      posts:
        - {title: Head, grade: P-5, share: 50%}
        - {title: Clerk, grade: G-6, months: 6, count: 2}
        - {title: Expert, paid_by: the host}`,
			"a 233000\ntotal 233000"},
		"a month that does not come out even is rounded as a line": {`
  rounding: {to: 0.01, mode: half-up}
  lines: [{id: a, label: A, posts: [{title: X, annual: 100, months: 5}]}]`,
			"a 41.67\ntotal 41.67"},
		"three posts whose months come out even only together": {`
  lines: [{id: a, label: A, posts: [{title: X, annual: 50002, months: 1}, {title: Y, annual: 50002, months: 1}, {title: Z, annual: 50002, months: 1}]}]`,
			"a 12501\ntotal 12501"},
		"stated amounts finer than the rounding add up as printed": {`
  lines: [{id: a, label: A, stated: 100.40}, {id: b, label: B, stated: 100.40}]`,
			"a 100.4\nb 100.4\ntotal 200.8"},
		"units with days": {`
  lines: [{id: a, label: A, units: [{item: room, quantity: 2, times: 5, cost: 300}, {item: trip, quantity: 3, cost: 1500.50}]}]`,
			"a 7502\ntotal 7502"},
		"percentages of lines, groups and percentages": {`
  lines:
    - id: g
      label: G
      lines: [{id: a, label: A, fixed: 1000}, {id: b, label: B, fixed: 500}]
    - {id: psc, label: P, percent: 13%, of: [g]}
    - {id: reserve, label: R, percent: 15%, of: [g, psc]}`,
			"g 1500\na 1000\nb 500\npsc 195\nreserve 254\ntotal 1949"},
		"a percentage of what stands below it": {`
  lines: [{id: a, label: A, percent: 10%, of: [b]}, {id: b, label: B, fixed: 100}]`,
			"a 10\nb 100\ntotal 110"},
		"growth": {`
  columns: [{id: 2018}, {id: 2019}, {id: 2020}]
  lines:
    - {id: a, label: A, base: 100000, growth: 2%}
    - {id: b, label: B, base: {2018: 50, 2019: 60}, growth: {2020: 10%}}`,
			"a 100000 102000 104040\nb 50 60 66\ntotal 100050 102060 104106"},
		"another currency": {`
  rates: [{currency: USD, rate: 0.9735, on: 2024-01-01}]
  lines: [{id: a, label: A, in: USD, fixed: 1000}, {id: b, label: B, in: CHF, fixed: 1}]`,
			"a 974\nb 1\ntotal 975"},
		"nil, zero and blank": {`
  columns: [{id: x}, {id: y}, {id: s, sum: [x, y]}, {id: c, change: [x, y]}, {id: p, percent_change: [x, y], places: 1}]
  lines:
    - {id: a, label: A, fixed: {x: nil, y: 0}}
    - {id: b, label: B, fixed: {x: blank, y: blank}}
    - {id: c, label: C, fixed: {x: 30, y: 40}}
    - {id: d, label: D, fixed: {x: nil, y: nil}}
    - {id: e, label: E, fixed: {x: nil, y: blank}}
    - {id: f, label: F, fixed: {x: blank, y: 5}}
    - {id: g, label: G, fixed: {x: 5, y: nil}}`,
			"a nil 0 0 nil nil\nb blank blank blank blank blank\nc 30 40 70 10 33.3\nd nil nil nil nil nil\ne nil blank nil nil nil\n" +
				"f blank 5 5 5 blank\ng 5 nil 5 -5 -100\ntotal 35 45 80 10 28.6"},
		"no lines but those of which nothing is said": {`
  lines: [{id: a, label: A, fixed: blank}, {id: b, label: B, fixed: nil}, {id: g, label: G, lines: [{id: c, label: C, fixed: blank}]}]`,
			"a blank\nb nil\ng blank\nc blank\ntotal nil"},
		"rounded once": {`
  rounding: {to: 1, mode: half-up, at: total}
  lines: [{id: a, label: A, fixed: 0.5}, {id: b, label: B, fixed: 0.5}, {id: c, label: C, fixed: 0.5}]`,
			"a 1\nb 1\nc 1\ntotal 2"},
		"rounded per line": {`
  rounding: {to: 1, mode: half-even}
  lines: [{id: a, label: A, fixed: 0.5}, {id: b, label: B, fixed: 1.5}]`,
			"a 0\nb 2\ntotal 2"},
		"thousands": {`
  rounding: {to: 1000, mode: half-up}
  lines: [{id: a, label: A, fixed: 1499}, {id: b, label: B, fixed: 1500}]`,
			"a 1000\nb 2000\ntotal 3000"},
		"a stated subtotal does not enter the sums above it": {`
  lines:
    - {id: g, label: G, stated: 90, lines: [{id: a, label: A, fixed: 100}]}
    - {id: p, label: P, percent: 10%, of: [g]}`,
			"g 90\na 100\np 10\ntotal 110"},
	} {
		t.Run(name, func(t *testing.T) {
			_, b, findings := compute(t, c.text, budget.Options{})
			if len(findings) > 0 {
				t.Fatalf("%v", findings)
			}
			if got := printed(b); got != c.want {
				t.Errorf("got\n%s\nwant\n%s", got, c.want)
			}
		})
	}
}

func TestRecomputeFollowsTheRules(t *testing.T) {
	text := `
  lines:
    - {id: a, label: A, stated: 345054}
    - {id: b, label: B, percent: 20%, of: [a], stated: 63386}
  stated_total: 408440`
	_, b, _ := compute(t, text, budget.Options{})
	if got := printed(b); got != "a 345054\nb 63386\ntotal 408440" {
		t.Errorf("as stated: %s", got)
	}
	_, b, _ = compute(t, text, budget.Options{Recompute: true})
	if got := printed(b); got != "a 345054\nb 69011\ntotal 414065" {
		t.Errorf("recomputed: %s", got)
	}
}

func TestWhatCannotBeComputedIsSaid(t *testing.T) {
	for name, c := range map[string]struct{ text, rule, say string }{
		"a circle":            {`  lines: [{id: a, label: A, percent: 1%, of: [b]}, {id: b, label: B, percent: 1%, of: [a]}]`, "cycle", "a → b → a"},
		"a circle of one":     {`  lines: [{id: a, label: A, percent: 1%, of: [a]}]`, "cycle", "a → a"},
		"a circle by a group": {`  lines: [{id: g, label: G, lines: [{id: a, label: A, percent: 1%, of: [g]}]}]`, "cycle", "g → a → g"},
		"no such line":        {`  lines: [{id: a, label: A, percent: 1%, of: [salarys]}, {id: salaries, label: B, fixed: 1}]`, "unknown-line", "did you mean `salaries`?"},
		"no cost of a post":   {`  lines: [{id: a, label: A, posts: [{title: X, grade: P-9}]}]`, "no-figure", "standard_costs"},
		"no price":            {`  lines: [{id: a, label: A, units: [{item: x, quantity: 3}]}]`, "no-figure", "unit cost"},
		"no rate":             {`  lines: [{id: a, label: A, in: USD, fixed: 3}]`, "no-rate", "USD"},
		"no amount in a column": {`  columns: [{id: x}, {id: y}]
  lines: [{id: a, label: A, fixed: {x: 1}}]`, "no-figure", "for y"},
		"no stated amount in a column": {`  columns: [{id: x}, {id: y}]
  lines: [{id: a, label: A, stated: {x: 1}}]`, "no-figure", "for y"},
	} {
		t.Run(name, func(t *testing.T) {
			_, _, findings := compute(t, c.text, budget.Options{})
			if len(findings) != 1 || findings[0].Rule.Name != c.rule || !strings.Contains(findings[0].Message+findings[0].Hint, c.say) {
				t.Errorf("got %v, want one %s with %q", findings, c.rule, c.say)
			}
		})
	}
}

func TestSourcesOfMoney(t *testing.T) {
	_, b, findings := compute(t, `
  lines: [{id: a, label: A, fixed: 33000}]
  financing:
    - {id: host, label: Host, source: host, percent: 50%, of: [total]}
    - {id: rest, label: Rest, source: assessed, fixed: 16500}`, budget.Options{})
	if len(findings) > 0 || b.Funds[0].Printed.String() != "33000" {
		t.Errorf("%v %v", b.Funds, findings)
	}
}
