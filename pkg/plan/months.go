package plan

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/isuplan/isuplan/pkg/cost"
	"github.com/isuplan/isuplan/pkg/diag"
	"github.com/isuplan/isuplan/pkg/money"
	"github.com/isuplan/isuplan/pkg/schema"
	"github.com/isuplan/isuplan/pkg/source"
)

// MonthsNeeded is reported for a post paid by the year or the month in a column that is no
// year, and that does not say for how many months.
var MonthsNeeded = diag.Rule{Code: "F314", Name: "months-needed", Severity: diag.Error, Title: "a post without its months in a column that is no year",
	Why:   "A post counts for twelve months where it does not say otherwise: half of what it costs in a column of two years, twice that in one of half a year.",
	Since: "0.1",
	Bad: `budget:
  columns:
    - {id: before, label: 2023–2024}
    - {id: now, label: "2025"}
  lines:
    - {id: salaries, label: Salaries, posts: [«{title: Director, monthly: 15000}»]}
`,
	Good: `budget:
  columns:
    - {id: before, label: 2023–2024}
    - {id: now, label: "2025"}
  lines:
    - {id: salaries, label: Salaries, posts: [{title: Director, monthly: 15000, months: {before: 24, now: 12}}]}
`}

// checkMonths holds the months of posts to those that each column has.
func checkMonths(r *schema.Reader, p *Plan) {
	b := &p.Budget
	grades := make(map[string]cost.StandardCost, len(b.StandardCosts))
	for _, s := range b.StandardCosts {
		grades[s.Grade.Value] = s
	}
	ctx := cost.Context{Standard: func(grade string) (cost.StandardCost, bool) {
		s, ok := grades[grade]
		return s, ok
	}}
	lengths, tooMany := p.lengths(), map[source.Node]bool{}
	for _, column := range lengths {
		ctx.Column = column.id
		said := false // one post stands for all that lack their months
		see := func(post *cost.Post) {
			months, written := post.Months.In(column.id)
			switch {
			case written && !tooMany[months.Node] && !post.Count.IsWritten() && column.isExceededBy(months.Value):
				tooMany[months.Node] = true // one number may be for all columns
				r.Report(schema.BadNumber, months.Node, fmt.Sprintf("%s, not %s", column.most(lengths), months.Value),
					"write the months that one post is paid; for several posts of one grade add `count`")
			case !written && !said && column.months != 12 && !post.Months.IsWritten() && !post.PaidBy.IsWritten() && post.Costs(&ctx):
				said = true
				r.Add(diag.Finding{Rule: MonthsNeeded, Span: post.Span(), Message: fmt.Sprintf("%s, and %s does not say for how many months it is paid", column.isNoYear(), called(post)),
					Hint: "add `months`, such as " + column.example(lengths) + ", here and to all posts that cost something in this column"})
			}
		}
		eachPost(b.Lines, see)
		eachPost(b.Financing, see)
	}
}

func eachPost(lines []cost.Line, see func(*cost.Post)) {
	eachLine(lines, func(l *cost.Line) {
		for c := range l.AllCosts() {
			if posts, ok := c.(*cost.Posts); ok {
				for i := range posts.Posts {
					see(&posts.Posts[i])
				}
			}
		}
	})
}

// called names a post by its title, or by its id where the title has markup or quotes figures.
func called(p *cost.Post) string {
	if strings.ContainsAny(p.Title.Value, "$*_[<\\\n") {
		return "`" + p.ID.Value + "`"
	}
	return strconv.Quote(p.Title.Value)
}

func (l length) isExceededBy(months money.Decimal) bool {
	return l.months > 0 && months.GreaterThan(money.New(int64(l.months)))
}

// most says how many months the column has; it names a year only beside other lengths.
func (l length) most(all []length) string {
	if slices.ContainsFunc(all, func(other length) bool { return other.months != 12 }) {
		return fmt.Sprintf("%s has %d months", l.called(), l.months)
	}
	return "a year has 12 months"
}

func (l length) called() string {
	if l.id == DefaultColumn {
		return "the period"
	}
	return fmt.Sprintf("the column `%s`", l.id)
}

func (l length) isNoYear() string {
	if l.months == 0 {
		return fmt.Sprintf("it is not known how many months %s has", l.called())
	}
	return fmt.Sprintf("%s has %d months", l.called(), l.months)
}

// example returns what to write: by column, where another column is of another length.
func (l length) example(all []length) string {
	months := l.months
	if months == 0 {
		months = 6
	}
	if slices.ContainsFunc(all, func(other length) bool { return other.months != l.months }) {
		return fmt.Sprintf("\"months: {%s: %d}\"", l.id, months)
	}
	return fmt.Sprintf("\"months: %d\"", months)
}
