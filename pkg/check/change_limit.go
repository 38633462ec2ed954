package check

import (
	"fmt"

	"github.com/isuplan/isuplan/pkg/budget"
	"github.com/isuplan/isuplan/pkg/diag"
	"github.com/isuplan/isuplan/pkg/money"
	"github.com/isuplan/isuplan/pkg/source"
)

var _ = register(Rule{
	Rule: diag.Rule{Code: "B207", Name: "change-limit", Severity: diag.Warning, Title: "an amount that changed by more than the plan allows",
		Why:   "States Parties accept a change that they are told about; one that nobody noticed comes up in the meeting.",
		Since: "0.1",
		Last: `document:
  date: 2023-06-02
period: {from: 2024-01-01, to: 2024-12-31}
budget:
  lines:
    - {id: salaries, label: Salaries, fixed: 300000}
`,
		Bad: `limits: {line_change: 10%}
budget:
  lines:
    - {id: salaries, label: Salaries, fixed: «345054»}
`,
		Good: `limits: {line_change: 20%}
budget:
  lines:
    - {id: salaries, label: Salaries, fixed: 345054}
`},
	Run: func(c *Context) {
		limits := c.Plan.Limits
		for i := range c.Budget.Lines {
			line := &c.Budget.Lines[i]
			if before, ok := c.yearBefore(line); ok && limits.LineChange.IsSet() {
				f := &line.Figures[c.Budget.MainAmount()]
				c.change("budget/"+line.ID.Value, fmt.Sprintf("%q", c.label(line.Label)), f, written(line, f), before, limits.LineChange)
			}
		}
		total := &c.Budget.Total[c.Budget.MainAmount()]
		if before, ok := c.totalBefore(); ok && limits.TotalChange.IsSet() {
			at := limits.TotalChange.Span()
			if total.Stated.IsSet() {
				at = total.Stated.Span()
			}
			c.change("budget/total", "the total", total, at, before, limits.TotalChange)
		}
	},
})

// earlier is an amount of the year before, and its position.
type earlier struct {
	amount money.Decimal
	at     source.Span
}

// yearBefore returns a line's amount in the plan of the year before, or else in the
// column of amounts before the main one.
func (c *Context) yearBefore(line *budget.Line) (earlier, bool) {
	main := c.Budget.MainAmount()
	if c.Last != nil && c.Last.Budget.Currency == c.Budget.Currency {
		old, ok := c.Last.Budget.Line(line.ID.Value)
		if !ok {
			return earlier{}, false
		}
		f := &old.Figures[c.Last.Budget.MainAmount()]
		return earlier{f.Printed, written(old, f)}, true
	}
	if col, ok := c.columnBefore(main); ok {
		f := &line.Figures[col]
		return earlier{f.Printed, written(line, f)}, true
	}
	return earlier{}, false
}

func (c *Context) totalBefore() (earlier, bool) {
	if c.Last != nil && c.Last.Budget.Currency == c.Budget.Currency {
		return earlier{c.Last.Budget.Total[c.Last.Budget.MainAmount()].Printed, c.Last.Plan.Budget.Currency.Span()}, true
	}
	if col, ok := c.columnBefore(c.Budget.MainAmount()); ok {
		return earlier{c.Budget.Total[col].Printed, c.Plan.Budget.Currency.Span()}, true
	}
	return earlier{}, false
}

// columnBefore returns the column of amounts before another.
func (c *Context) columnBefore(column int) (int, bool) {
	for i := column - 1; i >= 0; i-- {
		if c.Budget.Columns[i].Kind == budget.AmountColumn {
			return i, true
		}
	}
	return 0, false
}

// change reports an amount that changed by more than a limit, in per cent.
func (c *Context) change(subject, name string, f *budget.Figure, at source.Span, before earlier, limit source.At[money.Decimal]) {
	diff := f.Printed.Sub(before.amount)
	if diff.Abs().Mul(money.Hundred).LessThanOrEqual(before.amount.Abs().Mul(limit.Value)) {
		return
	}
	how := fmt.Sprintf("%s is %s, after %s in the year before", name, c.money(f.Printed), c.money(before.amount))
	if !before.amount.IsZero() {
		how += fmt.Sprintf(": %s%% %s", money.Percent(diff.Abs(), before.amount.Abs()), more(diff))
	}
	finding := c.Report(subject, at, fmt.Sprintf("%s; the plan allows %s%%", how, limit.Value.String()),
		"check the amount; if the change is meant, add a waiver that says why and who approved it",
		diag.Related{Span: before.at, Note: "the year before"}, diag.Related{Span: limit.Span(), Note: "the limit"})
	finding.Amount = diff.Abs()
}

func more(diff money.Decimal) string {
	if diff.IsNegative() {
		return "less"
	}
	return "more"
}
