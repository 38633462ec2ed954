package check

import (
	"fmt"

	"github.com/isuplan/isuplan/pkg/budget"
	"github.com/isuplan/isuplan/pkg/diag"
)

var _ = register(Rule{
	Rule: diag.Rule{Code: "B120", Name: "staffing-differs", Severity: diag.Error, Title: "a stated number of posts differs from the computed one",
		Why:   "The table of posts would contradict the posts that the budget pays, or itself.",
		Since: "0.3",
		Bad: `budget:
  lines:
    - {id: salaries, label: Salaries, posts: [{title: Director, grade: P-5, annual: 180000}, {title: Officer, grade: P-3, count: 2, annual: 120000}]}
  staffing:
    categories:
      - {id: professional, label: Professional and higher, grades: [P-5, P-3], stated: «4»}
`,
		Good: `budget:
  lines:
    - {id: salaries, label: Salaries, posts: [{title: Director, grade: P-5, annual: 180000}, {title: Officer, grade: P-3, count: 2, annual: 120000}]}
  staffing:
    categories:
      - {id: professional, label: Professional and higher, grades: [P-5, P-3], stated: 3}
`},
	Run: func(c *Context) {
		posts := c.Budget.Staffing
		if posts == nil {
			return
		}
		table := &Context{Input: c.Input}
		table.Budget = posts.Budget
		var l *ledger
		table.eachFigure(func(f *figureAt) {
			if !f.Differs() {
				return
			}
			if l == nil {
				l = newLedger(table)
			}
			c.postsDiffer(l, f)
		})
	},
})

// postsDiffer reports a stated number of posts that differs, with the causes that a stated
// amount of money may have.
func (c *Context) postsDiffer(l *ledger, f *figureAt) {
	g := newGap(l, f)
	message := fmt.Sprintf("%s: stated %s, but computed %s %s%s; the difference is %s",
		l.figureName(f), l.statedAmount(f), l.amount(f.Column, g.computed), counted(l.Budget), l.working(f.Figure), l.signed(f.Column, g.difference))
	because, named := likely(g.causes())
	if because != "" {
		message += "; likely cause: " + because
	}
	subject := "staffing" + f.Subject[len("budget"):]
	c.Report(subject, f.Stated.Span(), message,
		"correct the number or the posts; or, if it was submitted like this, add a waiver that says why", merge(l.inputs(f.Exact), named)...)
}

// counted says what a table of posts counts.
func counted(b *budget.Budget) string {
	if b.Counts == "fte" {
		return "full-time equivalents"
	}
	if b.Counts == "months" {
		return "work-months"
	}
	return "posts"
}
