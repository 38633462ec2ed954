package check

import (
	"fmt"

	"github.com/isuplan/isuplan/pkg/diag"
)

var _ = register(Rule{
	Rule: diag.Rule{Code: "B102", Name: "rounding-difference", Severity: diag.Note, Title: "a stated sum that differs by rounding",
		Why:   "The plan's tolerance passes the difference; the document says that its figures may not add up.",
		Since: "0.1",
		Bad: `budget:
  rounding: {to: 1, mode: half-up, tolerance: 1}
  lines:
    - {id: rent, label: Rent, fixed: 100.5}
    - {id: travel, label: Travel, fixed: 200.5}
  stated_total: «301»
`,
		Good: `budget:
  rounding: {to: 1, mode: half-up, tolerance: 1}
  lines:
    - {id: rent, label: Rent, fixed: 100.5}
    - {id: travel, label: Travel, fixed: 200.5}
  stated_total: 302
`},
	Run: func(c *Context) {
		var l *ledger
		c.eachFigure(func(f *figureAt) {
			if c.Budget.IsTolerated(f.Figure) {
				if l == nil {
					l = newLedger(c)
				}
				because := l.roundedOnce(f)
				if because != "" {
					because = ": " + because
				}
				c.Report(f.Subject, f.Stated.Span(),
					fmt.Sprintf("%s: stated %s, the lines add up to %s; the plan's tolerance of %s passes the difference%s",
						c.figureName(f), c.money(f.Stated.Value.Value), c.money(*f.Computed), c.money(c.Budget.Tolerance), because),
					"nothing needs to be done", c.inputs(f.Exact)...)
			}
		})
		c.roundedOutcomes()
	},
})

// roundedOutcomes says where the tolerance passes what is stated for an outcome.
func (c *Context) roundedOutcomes() {
	if c.Budget.Tolerance.IsZero() || len(c.Plan.Budget.StatedOutcomes) == 0 {
		return
	}
	for _, entry := range c.Budget.ByOutcome(c.Plan) {
		for _, stated := range c.Plan.Budget.StatedOutcomes {
			if stated.Key.Value != entry.Outcome {
				continue
			}
			for column := range c.Budget.Columns {
				cell, ok := stated.Value.In(c.Budget.Columns[column].ID)
				diff := cell.Value.Value.Sub(entry.Amounts[column])
				if !ok || diff.IsZero() || diff.Abs().GreaterThan(c.outcomeSlack(entry.Outcome)) {
					continue
				}
				c.Report("budget/outcomes", cell.Span(),
					fmt.Sprintf("the table by outcome states %s for `%s`, the lines share out %s to it, which is printed; the plan's tolerance of %s passes the difference",
						c.money(cell.Value.Value), entry.Outcome, c.money(entry.Amounts[column]), c.money(c.Budget.Tolerance)),
					"nothing needs to be done", c.sharedTo(entry.Outcome)...)
			}
		}
	}
}
