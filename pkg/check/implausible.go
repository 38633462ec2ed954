package check

import (
	"fmt"

	"github.com/isuplan/isuplan/pkg/budget"
	"github.com/isuplan/isuplan/pkg/diag"
	"github.com/isuplan/isuplan/pkg/money"
	"github.com/isuplan/isuplan/pkg/pattern"
	"github.com/isuplan/isuplan/pkg/source"
)

var _ = register(Rule{
	Rule: diag.Rule{Code: "B206", Name: "implausible", Severity: diag.Warning, Title: "an amount that is hardly meant",
		Why:   "A sign or a digit that slipped adds up like any other figure: no sum shows it.",
		Since: "0.1",
		Bad: `budget:
  lines:
    - {id: travel, label: Travel, fixed: «-12000»}
    - {id: salaries, label: Salaries, fixed: 345054}
`,
		Good: `budget:
  lines:
    - {id: travel, label: Travel, fixed: 12000}
    - {id: salaries, label: Salaries, fixed: 345054}
`},
	Run: func(c *Context) {
		var amounts []int
		for i := range c.Budget.Columns {
			if c.Budget.Columns[i].Kind == budget.AmountColumn {
				amounts = append(amounts, i)
			}
		}
		for i := range c.Budget.Lines {
			if line := &c.Budget.Lines[i]; !line.IsGroup() {
				c.negative(line, amounts)
				c.tenfold(line, amounts)
				c.slippedSince(line)
				c.implausibleInputs(line, amounts)
			}
		}
	},
})

// reduction matches words that go with an amount below zero.
var reduction = pattern.Lazy(`(?i)\b(?:reduc|decreas|credit|refund|saving|saved|deduct|less\b|minus|adjust|discount|rebate|reimburs|offset|write|correct|return|income|interest|contribut|draw|surplus|carr(?:y|ied)|recover|revers|cut|cancel|unspent|vacan|balance|transfer|exchange)`)

// negative reports an amount below zero if no text of its line explains it.
func (c *Context) negative(line *budget.Line, amounts []int) {
	for _, col := range amounts {
		f := &line.Figures[col]
		if !f.Printed.IsNegative() || reduction().MatchString(line.Label.Value) || reduction().MatchString(line.Note.Value) || reduction().MatchString(line.Footnote.String()) {
			continue
		}
		c.Report("budget/"+line.ID.Value, written(line, f), fmt.Sprintf("%s is negative, %s, and neither its label nor its note says why",
			c.cellName(line, col), c.money(f.Printed)), "if the sign is meant, let the note speak of the reduction, credit or refund")
		return
	}
}

// tenfold reports an amount that is about ten times, or a tenth of, that in the column
// before: a digit too many or too few. If a later column stays at that level, the step is
// meant.
func (c *Context) tenfold(line *budget.Line, amounts []int) {
	for i := 1; i < len(amounts); i++ {
		before, f := &line.Figures[amounts[i-1]], &line.Figures[amounts[i]]
		if !isTenfold(before.Printed, f.Printed) && !isTenfold(f.Printed, before.Printed) {
			continue
		}
		if i+1 < len(amounts) && isNear(f.Printed, line.Figures[amounts[i+1]].Printed) {
			continue
		}
		where := fmt.Sprintf("%s is %s, after %s in the column before", c.cellName(line, amounts[i]), c.money(f.Printed), c.money(before.Printed))
		how := "about ten times as much"
		if f.Printed.Abs().LessThan(before.Printed.Abs()) {
			how = "about a tenth"
		}
		c.Report("budget/"+line.ID.Value, written(line, f), where+": "+how, "did a digit slip? If the change is meant, add a waiver that says why",
			diag.Related{Span: written(line, before), Note: c.cellName(line, amounts[i-1]) + " " + c.money(before.Printed)})
		return
	}
}

// slippedSince reports an amount that looks like a slip for the one of the year before:
// ten times as much, or with two digits swapped.
func (c *Context) slippedSince(line *budget.Line) {
	if c.Last == nil {
		return
	}
	all := c.since(line)
	if len(all) == 0 || all[0].column != "" || all[0].scaled {
		return
	}
	f, before := all[0].now, all[0].before
	if !f.Printed.IsPositive() || !before.IsPositive() {
		return
	}
	how := ""
	switch slip := slipOf(f.Printed, before); {
	case isTenfold(before, f.Printed):
		how = "about ten times as much"
	case isTenfold(f.Printed, before):
		how = "about a tenth"
	case slip == neighbours || slip == point:
		how = string(slip)
	default:
		return
	}
	c.Report("budget/"+line.ID.Value, written(line, f), fmt.Sprintf("%s is %s, after %s in the year before: %s",
		c.amountName(line), c.money(f.Printed), c.money(before), how),
		"did a digit slip? If the change is meant, add a waiver that says why", diag.Related{Span: all[0].beforeAt, Note: "the year before"})
}

var (
	nine   = money.New(95).Shift(-1)
	eleven = money.New(105).Shift(-1)
	three  = money.New(3)
)

// isTenfold reports whether b is ten times a, give or take a year's growth.
func isTenfold(a, b money.Decimal) bool {
	a, b = a.Abs(), b.Abs()
	return a.IsPositive() && b.GreaterThanOrEqual(a.Mul(nine)) && b.LessThanOrEqual(a.Mul(eleven))
}

// isNear reports amounts of the same order.
func isNear(a, b money.Decimal) bool {
	a, b = a.Abs(), b.Abs()
	return a.LessThan(b.Mul(three)) && b.LessThan(a.Mul(three))
}

// amountName names a line, and the column of its amount where there are several.
func (c *Context) amountName(line *budget.Line) string {
	if column, ok := c.Budget.Scope().Shown(); ok {
		return c.cellName(line, column)
	}
	return fmt.Sprintf("%q", c.label(line.Label))
}

// cellName names a line and, where there are several, a column.
func (c *Context) cellName(line *budget.Line, column int) string {
	name := fmt.Sprintf("%q", c.label(line.Label))
	if len(c.Budget.Columns) > 1 {
		name += ", " + c.head(column) + ","
	}
	return name
}

// written returns where an amount stands, or else its line.
func written(line *budget.Line, f *budget.Figure) source.Span {
	switch {
	case f.Stated.IsSet():
		return f.Stated.Span()
	case !f.Exact.Node.IsZero():
		return f.Exact.Node.Span()
	}
	return line.ID.Span()
}
