package budget

import (
	"slices"
	"strconv"
	"strings"

	"github.com/isuplan/isuplan/pkg/cost"
	"github.com/isuplan/isuplan/pkg/plan"
	"github.com/isuplan/isuplan/pkg/source"
)

// lines returns the rows of this budget's posts as lines: categories with their grades, and
// behind them the rows that are in none.
func (r *roster) lines() []cost.Line {
	r.used = map[string]bool{}
	var lines []cost.Line
	for _, c := range r.categories() {
		if l, ok := r.group(&c); ok {
			lines = append(lines, l)
		}
	}
	for _, id := range r.rows {
		if !r.used[id] {
			lines = append(lines, r.line(id, r.labels[id]))
		}
	}
	return lines
}

// group returns a category as a group of its grades, or as a line where it has no grades; it
// is false for one that has nothing to print.
func (r *roster) group(c *plan.StaffCategory) (cost.Line, bool) {
	l := cost.Line{Origin: c.Origin, ID: c.ID, Label: c.Label, Subtotal: c.Subtotal, Stated: c.Stated, Footnote: c.Footnote}
	for i := range c.Grades {
		g := &c.Grades[i]
		id := plan.StaffName(g.Grade.Value)
		if r.used[id] || r.posts[id] == nil && !g.Stated.IsSet() {
			continue
		}
		label := g.Grade
		if g.Label.IsSet() {
			label = g.Label
		}
		row := r.line(id, label)
		row.Origin, row.ID.Node, row.Stated, row.Footnote = g.Origin, g.Grade.Node, g.Stated, g.Footnote
		l.Lines = append(l.Lines, row)
	}
	if len(c.Grades) == 0 {
		for _, id := range r.graded(c.ID.Value) {
			l.Lines = append(l.Lines, r.line(id, r.labels[id]))
		}
	}
	rest := ungraded + c.ID.Value
	switch {
	case len(l.Lines) == 0 && (r.posts[rest] != nil || c.Stated.IsSet()):
		r.used[rest] = true
		l.Costs = []cost.Cost{r.headcount(rest)}
	case r.posts[rest] != nil:
		row := r.line(rest, r.labels[rest])
		row.ID.Value = r.free(c.ID.Value + "-other")
		l.Lines = append(l.Lines, row)
	}
	return l, len(l.Lines) > 0 || len(l.Costs) > 0
}

// graded returns the rows that a category has by the letters of their grades.
func (r *roster) graded(category string) (ids []string) {
	for _, id := range r.rows {
		if !r.used[id] && !r.isListed(id) && known(id) == category && r.posts[id][0].Grade.IsSet() {
			ids = append(ids, id)
		}
	}
	slices.SortStableFunc(ids, byRank)
	return ids
}

// isListed reports a grade that a category names.
func (r *roster) isListed(id string) bool {
	return slices.ContainsFunc(r.plan.Budget.Staffing.Categories, func(c plan.StaffCategory) bool {
		return slices.ContainsFunc(c.Grades, func(g plan.StaffGrade) bool { return plan.StaffName(g.Grade.Value) == id })
	})
}

func (r *roster) line(id string, label source.At[string]) cost.Line {
	r.used[id] = true
	at := label.Node
	if at.IsZero() {
		at = r.at
	}
	l := cost.Line{ID: source.At[string]{Value: id, Node: at}, Label: label, Costs: []cost.Cost{r.headcount(id)}}
	l.Node = at
	return l
}

func (r *roster) headcount(id string) *cost.Headcount {
	posts := slices.Clone(r.posts[id])
	own := 0
	for i := range posts {
		if posts[i].Own {
			own++
		}
	}
	for i := range posts {
		if own == 1 {
			posts[i].Name = ""
		}
	}
	return &cost.Headcount{Unit: r.plan.Budget.Staffing.Unit(), Posts: posts, Length: func(column string) int { return r.months[column] }}
}

// free returns a name that no other row has.
func (r *roster) free(name string) string {
	for n := 2; slices.Contains(r.rows, name); n++ {
		name = strings.TrimRight(name, "-0123456789") + "-" + strconv.Itoa(n)
	}
	return name
}

// othersLines returns the rows of the posts that others pay.
func (r *roster) othersLines() (lines []cost.Line) {
	for i, id := range r.others {
		l := r.line(id, r.labels[id])
		l.ID.Value = r.free("others-" + strconv.Itoa(i+1))
		lines = append(lines, l)
	}
	return lines
}
