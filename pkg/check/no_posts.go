package check

import (
	"slices"

	"github.com/isuplan/isuplan/pkg/budget"
	"github.com/isuplan/isuplan/pkg/diag"
)

var _ = register(Rule{
	Rule: diag.Rule{Code: "B122", Name: "no-posts", Severity: diag.Warning, Title: "a table of posts that counts none",
		Why:   "The document would print a table with a total of 0.",
		Since: "0.3",
		Bad: `budget:
  staffing: «{}»
  lines:
    - {id: salaries, label: Salaries, fixed: 345054}
`,
		Good: `budget:
  staffing: {}
  lines:
    - {id: salaries, label: Salaries, posts: [{title: Director, grade: D-1, annual: 345054}]}
`},
	NeedsComplete: true,
	AboutThings:   true,
	Run: func(c *Context) {
		s := c.Budget.Staffing
		if s == nil || hasPosts(s.Total) || hasPosts(s.Funds) {
			return
		}
		message := "the table of posts counts none: no line has `posts`"
		if len(s.Lines)+len(s.Financing) > 0 {
			message = "the table of posts counts none: all are 0"
		}
		c.Report("budget/staffing", c.Plan.Budget.Staffing.Span(), message, "add the posts to the lines that pay them, or below `staffing`; or take `staffing` out")
	},
})

// hasPosts reports a row with a figure that is not 0.
func hasPosts(row []budget.Figure) bool {
	return slices.ContainsFunc(row, func(f budget.Figure) bool { return !f.Printed.IsZero() || f.Stated.IsSet() })
}
