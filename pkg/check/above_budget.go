package check

import (
	"fmt"

	"github.com/isuplan/isuplan/pkg/budget"
	"github.com/isuplan/isuplan/pkg/diag"
)

var _ = register(Rule{
	Rule: diag.Rule{Code: "B184", Name: "above-budget", Severity: diag.Note, Title: "a line on which more was spent than planned",
		Why:   "Whether money may move from one line to another is for the plan to say (`may_exceed`); where it does not, somebody has to know.",
		Since: "0.3",
		Bad: `budget:
  lines:
    - {id: salaries, label: Salaries, fixed: 345054}
    - {id: «travel», label: Travel, fixed: 50000}
  actuals:
    as_at: 2018-12-31
    lines:
      - {line: travel, spent: 51000}
`,
		Good: `budget:
  lines:
    - {id: salaries, label: Salaries, fixed: 345054}
    - {id: travel, label: Travel, fixed: 50000}
  actuals:
    as_at: 2018-12-31
    lines:
      - {line: travel, spent: 50000}
`},
	AboutThings: true,
	Run: func(c *Context) {
		if a := c.Budget.Actuals; a == nil || a.MayExceed.IsSet() {
			return
		}
		c.overspentLines(func(r *budget.ActualRow) {
			over := r.Balance().Abs()
			c.Report("budget/"+r.ID(), r.Line.ID.Span(), fmt.Sprintf("%s: %s was spent and committed, %s more than planned", c.label(r.Line.Label), c.money(r.Used()), c.money(over)),
				"say by how much lines may be exceeded: \"may_exceed: 10%\" in the actuals; or correct the accounts").Amount = over
		})
	},
})
