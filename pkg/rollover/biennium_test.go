package rollover_test

import (
	"strings"
	"testing"

	"github.com/isuplan/isuplan/pkg/budget"
	"github.com/isuplan/isuplan/pkg/plan"
	"github.com/isuplan/isuplan/pkg/rollover"
	"github.com/isuplan/isuplan/pkg/source"
)

// TestApprovedIsTheSumOfTheYears: beside years and their sum, what was approved takes the figures of
// the sum, whatever kind of cost a line is, and every year starts with its own of the period before.
func TestApprovedIsTheSumOfTheYears(t *testing.T) {
	old, oldBudget := loaded(t, `isuplan: 1
document: {convention: Convention on Example Matters, short: CEM, unit: Secretariat, date: 2025-11-17}
period: {from: 2026-01-01, to: 2027-12-31}
outcomes: [{id: o1, text: One.}]
budget:
  currency: USD
  columns: [{id: approved, label: Approved 2024–2025}, {id: 2026, label: "2026"}, {id: 2027, label: "2027"}, {id: biennium, label: 2026–2027, sum: [2026, 2027], main: true}]
  lines:
    - {id: salaries, label: Salaries, posts: [{title: Head, id: head, count: {approved: 1, 2026: 1, 2027: 2}, months: {approved: 24, 2026: 12, 2027: 12}, annual: {approved: 100000, 2026: 110000, 2027: 120000}}]}
    - {id: staff, label: Staff, posts: [{title: Clerk, id: clerk, months: {approved: 24, 2026: 12, 2027: 12}, annual: 50000}]}
    - {id: meetings, label: Meetings, fixed: {approved: 1345678, 2026: 333333, 2027: 444444}}
    - {id: rent, label: Rent, fixed: 100}
    - {id: nothing, label: Nothing, fixed: {approved: nil, 2026: nil, 2027: nil}}
    - {id: travel, label: Travel, base: {approved: 185000, 2026: 99518}, growth: 3.5%}
    - {id: trips, label: Trips, units: [{item: trip, quantity: {approved: 10, 2026: 5, 2027: 6}, cost: {approved: 90, 2026: 100, 2027: 110}}]}
    - {id: printed, label: Printed, stated: {approved: 1, 2026: 2, 2027: 3}}
    - id: mixed
      label: Mixed
      parts: [{fixed: 10}, {percent: 5%, of: [meetings]}]
    - {id: psc, label: Support, percent: 13%, of: [salaries, staff, meetings]}
  financing: [{id: all, label: All, source: assessed, percent: 100%, of: [total]}]
  after_total:
    - {id: fund, label: Fund, balance: {opening: 500000, in: [financing], out: [total]}}
    - {id: gap, label: Gap, difference: [total, financing]}
`)
	result, err := rollover.Make(old, oldBudget, rollover.Options{Year: 2028})
	if err != nil {
		t.Fatal(err)
	}
	made, newBudget := loaded(t, string(result.Text))
	if len(made.Budget.Columns) != 4 {
		t.Fatalf("%d columns", len(made.Budget.Columns))
	}
	rows := func(b *budget.Budget) (list [][]budget.Figure) {
		for _, lines := range [][]budget.Line{b.Lines, b.Financing, b.After} {
			for i := range lines {
				list = append(list, lines[i].Figures)
			}
		}
		return append(list, b.Total)
	}
	was := rows(oldBudget)
	for i, now := range rows(newBudget) {
		for c, from := range []int{3, 1, 2, 3} {
			if !now[c].Printed.Equal(was[i][from].Printed) || now[c].Mark != was[i][from].Mark {
				t.Errorf("row %d, column %d: %s, where %s was printed, in\n%s", i, c, now[c].Printed, was[i][from].Printed, result.Text)
			}
		}
	}
	if !strings.Contains(string(result.Text), `label: "Approved 2026–2027"`) || !strings.Contains(strings.Join(result.Said, "\n"), "“Approved 2026–2027” has the figures of “2026–2027”") {
		t.Errorf("%s\n%s", result.Said, result.Text)
	}
}

func loaded(t *testing.T, text string) (*plan.Plan, *budget.Budget) {
	t.Helper()
	p, findings, ok := plan.Load(source.NewFile("plan.yaml", []byte(text)))
	b, more := budget.Compute(p, budget.Options{})
	if !ok || len(findings)+len(more) > 0 {
		t.Fatalf("%v %v\n%s", findings, more, text)
	}
	return p, b
}
