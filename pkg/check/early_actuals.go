package check

import (
	"fmt"

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
		if a == nil || !c.Plan.Budget.Actuals.AsAt.IsSet() || !c.Plan.Period.From.IsSet() {
			return
		}
		at := c.Plan.Budget.Actuals.AsAt
		from, _, known := c.Plan.AccountTime()
		if !known || !at.Value.Before(from) {
			return
		}
		c.Report("budget/actuals", at.Span(), fmt.Sprintf("the accounts go up to %s, before the time that the budget is for begins, on %s", date(at.Value), date(from)),
			"correct the date, or name the column of the budget that the accounts are of (`column`)")
	},
})
