package check

import (
	"fmt"

	"github.com/isuplan/isuplan/pkg/budget"
	"github.com/isuplan/isuplan/pkg/diag"
)

var _ = register(Rule{
	Rule: diag.Rule{Code: "B184", Name: "above-budget", Severity: diag.Note, Title: "a line or a fund on which more was spent than planned",
		Why:   "Whether money may move from one line to another is for the plan to say (`may_exceed`); where it does not, somebody has to know.",
		Since: "0.3",
		Bad: `budget:
  lines:
    - {id: salaries, label: Salaries, fixed: 345054}
    - {id: «travel», label: Travel, fixed: 50000}
  actuals:
    as_at: 2025-12-31
    lines:
      - {line: travel, spent: 51000}
`,
		Good: `budget:
  lines:
    - {id: salaries, label: Salaries, fixed: 345054}
    - {id: travel, label: Travel, fixed: 50000}
  actuals:
    as_at: 2025-12-31
    lines:
      - {line: travel, spent: 50000}
`},
	AboutThings: true,
	Run: func(c *Context) {
		a := c.Budget.Actuals
		if a == nil {
			return
		}
		for i := range a.Funds {
			if r := &a.Funds[i]; r.Kind == budget.ActualFund && !r.Planned.IsNegative() && r.Balance().IsNegative() {
				over := r.Balance().Abs()
				c.Report("budget/funds/"+r.ID(), c.Plan.Budget.Actuals.AsAt.Span(), fmt.Sprintf("fund %s: %s was spent and committed, %s more than planned", c.label(r.Label()), c.money(r.Used()), c.money(over)),
					"have the money moved to the fund that is to pay, or correct the accounts").Amount = over
			}
		}
		if a.MayExceed.IsSet() {
			return
		}
		c.overspentLines(func(r *budget.ActualRow) {
			over := r.Balance().Abs()
			c.Report("budget/"+r.ID(), r.Line.ID.Span(), fmt.Sprintf("%s: %s was spent and committed, %s more than planned", c.label(r.Line.Label), c.money(r.Used()), c.money(over)),
				"say by how much lines may be exceeded: \"may_exceed: 10%\" in the actuals; or correct the accounts").Amount = over
		})
	},
})
