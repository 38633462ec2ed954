package check

import (
	"fmt"
	"time"

	"github.com/isuplan/isuplan/pkg/diag"
)

var _ = register(Rule{
	Rule: diag.Rule{Code: "B188", Name: "early-actuals", Severity: diag.Warning, Title: "accounts that end before the time of the budget begins",
		Why:   "A date that stayed in from last year makes a report of this year's budget out of last year's accounts: later rows of an export are passed over.",
		Since: "0.3",
		Bad: `budget:
  lines:
    - {id: salaries, label: Salaries, fixed: 345054}
  actuals:
    as_at: «2024-12-31»
    lines:
      - {line: salaries, spent: 340000}
`,
		Good: `budget:
  lines:
    - {id: salaries, label: Salaries, fixed: 345054}
  actuals:
    as_at: 2025-12-31
    lines:
      - {line: salaries, spent: 340000}
`},
	Run: func(c *Context) {
		a := c.Budget.Actuals
		if a == nil || !c.Plan.Budget.Actuals.AsAt.IsSet() {
			return
		}
		at := c.Plan.Budget.Actuals.AsAt
		from, known := c.beginOf(a.Column)
		if !known || !at.Value.Before(from) {
			return
		}
		c.Report("budget/actuals", at.Span(), fmt.Sprintf("the accounts go up to %s, before the time that the budget is for begins, on %s", date(at.Value), date(from)),
			"correct the date, or name the column of the budget that the accounts are of (`column`)")
	},
})

// beginOf returns the first day that a column of the budget is of: that of the plan's period, or of the
// years in its head. It is false where the head says nothing that is certain.
func (c *Context) beginOf(column int) (time.Time, bool) {
	period := c.Plan.Period
	if !period.From.IsSet() {
		return time.Time{}, false
	}
	if column >= len(c.Plan.Budget.Columns) {
		return period.From.Value, len(c.Plan.Budget.Columns) == 0
	}
	year, _, ok := c.Plan.Budget.Columns[column].WholeYears()
	first, last := period.Years()
	switch {
	case !ok:
		return time.Time{}, false
	case year >= first && year <= last:
		return period.From.Value, true
	}
	return time.Date(year, time.January, 1, 0, 0, 0, 0, time.UTC), year < first
}
