package check

import (
	"fmt"

	"github.com/isuplan/isuplan/pkg/budget"
	"github.com/isuplan/isuplan/pkg/cost"
	"github.com/isuplan/isuplan/pkg/diag"
	"github.com/isuplan/isuplan/pkg/source"
)

var _ = register(Rule{
	Rule: diag.Rule{Code: "B230", Name: "unpriced", Severity: diag.Warning, Title: "a stated amount that its parts cannot confirm, because one has no cost",
		Why:   "The amount of such a line is printed as it is stated, and nothing would show that it is wrong.",
		Since: "0.1",
		Bad: `budget:
  standard_costs: [{grade: P-5, annual: 200000}]
  lines:
    - id: salaries
      label: Salaries
      posts: [{title: Director, grade: P-5}, {title: «Adviser», grade: P-4}]
      stated: 345054
`,
		Good: `budget:
  standard_costs: [{grade: P-5, annual: 200000}, {grade: P-4, annual: 145054}]
  lines:
    - id: salaries
      label: Salaries
      posts: [{title: Director, grade: P-5}, {title: Adviser, grade: P-4}]
      stated: 345054
`},
	Run: func(c *Context) {
		grades := map[string]bool{}
		for _, s := range c.Plan.Budget.StandardCosts {
			grades[s.Grade.Value] = true
		}
		for i := range c.Budget.Lines {
			if line := &c.Budget.Lines[i]; isUncomputed(line) {
				for k := range line.AllCosts() {
					switch k := k.(type) {
					case *cost.Posts:
						c.unpricedPosts(line, k, grades)
					case *cost.Units:
						c.unpricedItems(line, k)
					}
				}
			}
		}
	},
})

// isUncomputed reports a line with a stated amount that the plan does not say enough to
// compute.
func isUncomputed(line *budget.Line) bool {
	for i := range line.Figures {
		if f := &line.Figures[i]; f.Stated.IsSet() && f.Computed == nil {
			return true
		}
	}
	return false
}

// unpricedPosts reports the first post without a cost among posts that have one, or with
// a grade that the table of standard costs does not have.
func (c *Context) unpricedPosts(line *budget.Line, k *cost.Posts, grades map[string]bool) {
	var bare []*cost.Post
	for i := range k.Posts {
		p := &k.Posts[i]
		if !p.Annual.IsWritten() && !p.Monthly.IsWritten() && !p.PaidBy.IsWritten() && !grades[p.Grade.Value] {
			bare = append(bare, p)
		}
	}
	for _, p := range bare {
		switch {
		case len(grades) > 0 && p.Grade.IsSet():
			c.unpriced(line, p.Title, fmt.Sprintf("the grade %s has no standard cost", p.Grade.Value), fmt.Sprintf("add %s to `standard_costs`, or give the post its own `annual` cost", p.Grade.Value))
			return
		case len(bare) < len(k.Posts):
			c.unpriced(line, p.Title, fmt.Sprintf("“%s” has no cost", c.label(p.Title)), "give it its `annual` or `monthly` cost, as the other posts have")
			return
		}
	}
}

// unpricedItems reports the first item without a cost among items that have one.
func (c *Context) unpricedItems(line *budget.Line, k *cost.Units) {
	var bare []*cost.Item
	for i := range k.Items {
		if !k.Items[i].Cost.IsWritten() {
			bare = append(bare, &k.Items[i])
		}
	}
	if len(bare) > 0 && len(bare) < len(k.Items) {
		c.unpriced(line, bare[0].Name, fmt.Sprintf("“%s” has no unit cost", c.label(bare[0].Name)), "give it its `cost`, as the other items have")
	}
}

func (c *Context) unpriced(line *budget.Line, part source.At[string], why, remedy string) {
	c.Report("budget/"+line.ID.Value, part.Span(), fmt.Sprintf("the stated amount of “%s” is not checked: %s", c.label(line.Label), why), remedy)
}
