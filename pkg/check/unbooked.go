package check

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/isuplan/isuplan/pkg/budget"
	"github.com/isuplan/isuplan/pkg/cost"
	"github.com/isuplan/isuplan/pkg/diag"
	"github.com/isuplan/isuplan/pkg/money"
	"github.com/isuplan/isuplan/pkg/plan"
	"github.com/isuplan/isuplan/pkg/source"
)

var _ = register(Rule{
	Rule: diag.Rule{Code: "B141", Name: "unbooked", Severity: diag.Note, Title: "lines that are of no fund, activity, party or time, where others are",
		Why:   "A table by fund has a column for what is of none; where a line's fund was only forgotten, nobody sees it there.",
		Since: "0.3",
		Bad: `budget:
  funds: [{id: core}, {id: grant}]
  tables: [{id: by-fund, rows: [lines], columns: [funds]}]
  lines:
    - {id: travel, label: Travel, fixed: 12000, fund: core}
    - {id: «printing», label: Printing, fixed: 4000}
`,
		Good: `budget:
  funds: [{id: core}, {id: grant}]
  tables: [{id: by-fund, rows: [lines], columns: [funds]}]
  lines:
    - {id: travel, label: Travel, fixed: 12000, fund: core}
    - {id: printing, label: Printing, fixed: 4000, fund: grant}
`},
	Run: func(c *Context) {
		shown := c.shownAxes()
		for _, a := range cost.Axes() {
			if shown[a] && c.Budget.Books(a) {
				c.unbooked(a)
			}
		}
	},
})

// shownAxes are the axes that a table tells money apart by.
func (c *Context) shownAxes() (shown [cost.NumAxes]bool) {
	for i := range c.Plan.Budget.Tables {
		t := &c.Plan.Budget.Tables[i]
		for _, list := range [][]source.At[string]{t.Rows, t.Columns} {
			for _, d := range list {
				if a, ok := plan.AxisOf(d.Value); ok {
					shown[a] = true
				}
			}
		}
	}
	return shown
}

// unbooked reports in one finding the lines of which some is booked on no value of an axis.
func (c *Context) unbooked(a cost.Axis) {
	var labels []string
	var first *budget.Line
	left := money.Zero
	for i := range c.Budget.Lines {
		l := &c.Budget.Lines[i]
		if l.IsGroup() {
			continue
		}
		amount := money.Zero
		for _, col := range c.Budget.Scope().Columns {
			for _, b := range c.Budget.Bookings(i, col) {
				if b.At[a] < 0 {
					amount = amount.Add(b.Amount)
				}
			}
		}
		if amount.IsZero() {
			continue
		}
		if first == nil {
			first = l
		}
		left, labels = left.Add(amount), append(labels, c.label(l.Label))
	}
	if first == nil {
		return
	}
	if more := len(labels) - 3; more > 0 {
		labels = append(labels[:3], fmt.Sprintf("%d more", more))
	}
	c.Report("budget/"+first.ID.Value, first.ID.Span(),
		fmt.Sprintf("%s belong to none of the `%s`: %s", c.money(left), axisWord(a), quotedList(labels)),
		fmt.Sprintf("add \"%s: …\" to these lines, or leave it where they belong to none", a.Key()))
}

// quotedList joins labels; what is no label, the count of more, stands last.
func quotedList(labels []string) string {
	quoted := make([]string, len(labels))
	for i, l := range labels {
		quoted[i] = strconv.Quote(l)
		if i == 3 {
			quoted[i] = l
		}
	}
	return strings.Join(quoted, ", ")
}

func axisWord(a cost.Axis) string {
	if a == cost.For {
		return "outcomes"
	}
	return a.Values()
}
