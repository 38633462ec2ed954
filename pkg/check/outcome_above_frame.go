package check

import (
	"fmt"
	"strings"

	"github.com/isuplan/isuplan/pkg/budget"
	"github.com/isuplan/isuplan/pkg/cost"
	"github.com/isuplan/isuplan/pkg/diag"
	"github.com/isuplan/isuplan/pkg/plan"
)

var _ = register(Rule{
	Rule: diag.Rule{Code: "B243", Name: "outcome-above-frame", Severity: diag.Note, Title: "an outcome that costs more than the plan of several years has for it",
		Why:   "What one outcome takes beyond its part of the frame is missing for another, though the totals agree.",
		Since: "0.3",
		Frame: `period: {from: 2025-01-01, to: 2028-12-31}
budget:
  columns:
    - {id: y2025, label: "2025"}
    - {id: y2026, label: "2026"}
  lines:
    - {id: salaries, label: Salaries, fixed: {y2025: 340000, y2026: 345000}, for: universal}
    - {id: travel, label: Travel, fixed: {y2025: 20000, y2026: 25000}}
`,
		Bad: `frame: 2025-2028.yaml
outcomes:
  - id: universal
    text: «The Convention has become more universal.»
    outputs: [{id: support, text: States Parties are supported., activities: [{id: advise, text: Advise States Parties.}]}]
budget:
  lines:
    - {id: salaries, label: Salaries, fixed: 340000, for: universal}
    - {id: travel, label: Travel, fixed: 20000, for: universal}
`,
		Good: `frame: 2025-2028.yaml
budget:
  lines:
    - {id: salaries, label: Salaries, fixed: 340000, for: universal}
    - {id: travel, label: Travel, fixed: 20000}
`},
	NeedsComplete: true,
	AboutThings:   true,
	Run: func(c *Context) {
		f := c.moneyFrame()
		if f == nil || !f.HasFigures() || !booksOutcomes(c.Budget) || !booksOutcomes(f.Budget) {
			return
		}
		now, above := outcomeCosts(c.Plan, c.Budget), outcomeCosts(f.Plan, f.Budget)
		for i := range c.Plan.Outcomes {
			o := &c.Plan.Outcomes[i]
			own, costs := now[o.ID.Value]
			other, known := above[o.ID.Value]
			if !costs || !known {
				continue
			}
			amount, allowed := c.Budget.Amount(own), f.Figure(other)
			if by, ok := c.aboveFrame(amount, allowed); ok {
				c.Report("outcomes/"+o.ID.Value, textSpan(o.Text),
					fmt.Sprintf("outcome `%s` costs %s, which is %s above what the frame books on it for %s, %s", o.ID.Value, c.money(amount.Printed), c.money(by), c.years(), c.money(allowed.Printed)),
					"check what is booked on it; if it may have more in this year, nothing need be done",
					diag.Related{Span: textSpan(outcomesOf(f.Plan)[o.ID.Value].Text), Note: "the outcome in the frame"}).Amount = by
			}
		}
	},
})

// booksOutcomes reports whether a budget books its lines on what they are for.
func booksOutcomes(b *budget.Budget) bool { return b.Books(cost.For) }

// outcomeCosts returns what is booked on each outcome and all that belongs to it, by column.
func outcomeCosts(p *plan.Plan, b *budget.Budget) map[string][]budget.Figure {
	rows, all := b.OnAxis(cost.For), make(map[string][]budget.Figure, len(p.Outcomes))
	for v, value := range b.Values(cost.For) {
		if id, is := strings.CutPrefix(value.ID, plan.Outcomes+"/"); is {
			all[id] = rows[v]
		}
	}
	return all
}
