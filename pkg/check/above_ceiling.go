package check

import (
	"fmt"
	"strings"

	"github.com/isuplan/isuplan/pkg/budget"
	"github.com/isuplan/isuplan/pkg/diag"
	"github.com/isuplan/isuplan/pkg/source"
)

var _ = register(Rule{
	Rule: diag.Rule{Code: "B108", Name: "above-ceiling", Severity: diag.Error, Title: "an amount above the most that it may be",
		Why:   "Whoever pays set the ceiling, and will not pay what is above it.",
		Since: "0.2",
		Bad: `budget:
  lines:
    - {id: direct, label: Direct costs, fixed: 30841}
    - {id: indirect, label: Indirect costs, fixed: 2200, at_most: {percent: «7%», of: [direct]}}
`,
		Good: `budget:
  lines:
    - {id: direct, label: Direct costs, fixed: 30841}
    - {id: indirect, label: Indirect costs, fixed: 2158, at_most: {percent: 7%, of: [direct]}}
`},
	Run: func(c *Context) { c.eachBound(true) },
})

// eachBound reports the ceilings, or the floors, that figures break.
func (c *Context) eachBound(most bool) {
	for column := range c.Budget.Columns {
		for _, lines := range [][]budget.Line{c.Budget.Lines, c.Budget.Financing, c.Budget.After} {
			for i := range lines {
				for _, b := range c.Budget.Bounds(&lines[i], column) {
					c.bound(most, "budget/"+lines[i].ID.Value, c.label(lines[i].Label), &b, lines[i].Figures, column)
				}
			}
		}
		for _, b := range c.Budget.TotalBounds(column) {
			c.bound(most, "budget/total", c.label(source.At[string]{Value: "the total"}), &b, c.Budget.Total, column)
		}
	}
}

func (c *Context) bound(most bool, subject, name string, b *budget.Bound, row []budget.Figure, column int) {
	if b.Most != most || !b.Room.IsNegative() {
		return
	}
	if len(c.Budget.Columns) > 1 {
		name += ", " + c.head(column)
	}
	side, key, mend := "above the most that it may be", "at_most", "lower"
	if !most {
		side, key, mend = "below the least that it may be", "at_least", "raise"
	}
	if subject == "budget/total" {
		key = "limits: total"
	}
	c.Report(subject, b.Node.Span(),
		fmt.Sprintf("%s: %s is %s, %s%s, by %s", name, c.money(row[column].Printed), side, c.money(b.Limit), c.made(b), c.money(b.Room.Abs())),
		fmt.Sprintf("%s the amount%s, or correct `%s`", mend, c.roundTo(b, &row[column], column), key), c.basesOf(b)...).Amount = b.Room.Abs()
}

// roundTo says how to round a figure that breaks a bound by its rounding alone, such as 2,101 that
// are rounded up to the next hundred.
func (c *Context) roundTo(b *budget.Bound, f *budget.Figure, column int) string {
	r, mode := c.Budget.RoundingOf(f, column), "down"
	if f.Stated.IsSet() || f.Computed == nil || f.IsSum() {
		return ""
	}
	over := f.Exact.Value.Sub(b.Limit)
	if !b.Most {
		over, mode = over.Neg(), "up"
	}
	if over.IsPositive() {
		return ""
	}
	return fmt.Sprintf(", or round it %s (rounding: {to: %s, mode: %s})", mode, r.To, mode)
}

// made says of what a bound is a percentage.
func (c *Context) made(b *budget.Bound) string {
	if !b.Rate.IsSet() {
		return ""
	}
	return fmt.Sprintf(" (%s%% of %s)", b.Rate.Value, c.money(b.Base))
}

// basesOf points at the lines that a bound is a percentage of.
func (c *Context) basesOf(b *budget.Bound) (related []diag.Related) {
	for _, id := range b.Of {
		if l, ok := c.Budget.Line(id); ok {
			related = append(related, diag.Related{Span: l.ID.Span(), Note: strings.TrimSpace(c.label(l.Label))})
		}
	}
	return related
}
