package check

import (
	"fmt"

	"github.com/isuplan/isuplan/pkg/budget"
	"github.com/isuplan/isuplan/pkg/diag"
	"github.com/isuplan/isuplan/pkg/money"
)

var _ = register(Rule{
	Rule: diag.Rule{Code: "B183", Name: "overspent", Severity: diag.Warning, Title: "more was spent than the plan allows",
		Why:   "Who adopted the budget has to agree to what goes beyond it, and will see it in the financial report.",
		Since: "0.3",
		Bad: `budget:
  lines:
    - {id: «salaries», label: Salaries, fixed: 345054}
    - {id: travel, label: Travel, fixed: 50000}
  actuals:
    as_at: 2025-12-31
    may_exceed: 10%
    lines:
      - {line: salaries, spent: 380000}
`,
		Good: `budget:
  lines:
    - {id: salaries, label: Salaries, fixed: 345054}
    - {id: travel, label: Travel, fixed: 50000}
  actuals:
    as_at: 2025-12-31
    may_exceed: 10%
    lines:
      - {line: salaries, spent: 379000}
`},
	AboutThings: true,
	Run: func(c *Context) {
		a := c.Budget.Actuals
		if a == nil {
			return
		}
		if all := a.Total(); all.Planned.IsPositive() && all.Balance().IsNegative() {
			c.Report("budget/total", c.Plan.Budget.Actuals.AsAt.Span(), fmt.Sprintf("%s was spent and committed in all, %s more than the budget of %s",
				c.money(all.Used()), c.money(all.Balance().Abs()), c.money(all.Planned)), "correct the accounts or the budget; or have the higher amount agreed to").Amount = all.Balance().Abs()
		}
		if !a.MayExceed.IsSet() {
			return
		}
		c.overspentLines(func(r *budget.ActualRow) {
			most := r.Planned.Add(r.Planned.Mul(a.MayExceed.Value).Shift(-2))
			if over := r.Used().Sub(most); over.IsPositive() {
				c.Report("budget/"+r.ID(), r.Line.ID.Span(), fmt.Sprintf("%s: %s was spent and committed, %s more than %s and the %s%% by which it may be exceeded",
					c.label(r.Line.Label), c.money(r.Used()), c.money(over), c.money(r.Planned), a.MayExceed.Value), "have the higher amount agreed to, or correct the accounts").Amount = over
			}
		})
	},
})

// overspentLines shows the lines on which more was spent and committed than planned. What is planned to be
// less than nothing, as a vacancy rate is, says nothing of the kind.
func (c *Context) overspentLines(see func(*budget.ActualRow)) {
	for i := range c.Budget.Actuals.Rows {
		r := &c.Budget.Actuals.Rows[i]
		if r.Kind == budget.ActualLine && r.Planned.GreaterThanOrEqual(money.Zero) && r.Balance().IsNegative() {
			see(r)
		}
	}
}
