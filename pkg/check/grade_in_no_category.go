package check

import (
	"fmt"

	"github.com/isuplan/isuplan/pkg/budget"
	"github.com/isuplan/isuplan/pkg/diag"
)

var _ = register(Rule{
	Rule: diag.Rule{Code: "B121", Name: "grade-in-no-category", Severity: diag.Warning, Title: "a grade that is in none of the categories of posts",
		Why:   "Its posts stand in a row of their own and in no subtotal; a misspelt grade ends there.",
		Since: "0.3",
		Bad: `budget:
  lines:
    - {id: salaries, label: Salaries, posts: [{title: Director, grade: P-5, annual: 180000}, {title: Officer, grade: «PIII», annual: 120000}]}
  staffing:
    categories:
      - {id: senior, label: Professional and higher, grades: [P-5, P-3]}
`,
		Good: `budget:
  lines:
    - {id: salaries, label: Salaries, posts: [{title: Director, grade: P-5, annual: 180000}, {title: Officer, grade: P-3, annual: 120000}]}
  staffing:
    categories:
      - {id: senior, label: Professional and higher, grades: [P-5, P-3]}
`},
	Run: func(c *Context) {
		posts := c.Budget.Staffing
		if posts == nil || len(c.Plan.Budget.Staffing.Categories) == 0 {
			return
		}
		categories := map[string]bool{}
		var grades []string
		for i := range c.Plan.Budget.Staffing.Categories {
			category := &c.Plan.Budget.Staffing.Categories[i]
			categories[category.ID.Value] = true
			for _, g := range category.Grades {
				grades = append(grades, g.Grade.Value)
			}
		}
		for i := range posts.Lines {
			l := &posts.Lines[i]
			if l.Depth > 0 || categories[l.ID.Value] || !isGrade(l) {
				continue
			}
			c.Report("staffing/"+l.ID.Value, l.Label.Span(), fmt.Sprintf("the grade %q is in none of the categories, so that no subtotal counts its posts", l.Label.Value),
				"add it to the `grades` of a category; "+diag.DidYouMean(l.Label.Value, grades))
		}
	},
})

// isGrade reports a row that is called by the grade of its posts.
func isGrade(l *budget.Line) bool {
	for p := range l.Counted() {
		if p.Grade.IsSet() {
			return p.Grade == l.Label
		}
	}
	return false
}
