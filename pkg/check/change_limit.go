package check

import (
	"fmt"

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
			if line := &c.Budget.Lines[i]; limits.LineChange.IsSet() {
				for _, s := range c.since(line) {
					c.change("budget/"+line.ID.Value, c.label(line.Label), &s, limits.LineChange)
				}
			}
		}
		for _, s := range c.totalSince() {
			if limits.TotalChange.IsSet() {
				c.change("budget/total", "", &s, limits.TotalChange)
			}
		}
	},
})

// change reports an amount that changed by more than a limit, in per cent.
func (c *Context) change(subject, label string, s *since, limit source.At[money.Decimal]) {
	diff := s.now.Printed.Sub(s.before)
	if diff.Abs().Mul(money.Hundred).LessThanOrEqual(s.before.Abs().Mul(limit.Value)) {
		return
	}
	name := "the total"
	if label != "" {
		name = fmt.Sprintf("%q", label)
	}
	if s.column != "" {
		name += ", " + s.column + ","
	}
	how := fmt.Sprintf("%s is %s, after %s %s", name, c.money(s.now.Printed), c.money(s.before), s.when)
	if !s.before.IsZero() {
		how += fmt.Sprintf(": %s%% %s", money.Percent(diff.Abs(), s.before.Abs()), more(diff))
	}
	finding := c.Report(subject, s.at, fmt.Sprintf("%s; the plan allows %s%%", how, limit.Value.String()),
		"check the amount; if the change is meant, add a waiver that says why and who approved it",
		diag.Related{Span: s.beforeAt, Note: "the year before"}, diag.Related{Span: limit.Span(), Note: "the limit"})
	finding.Amount = diff.Abs()
}

func more(diff money.Decimal) string {
	if diff.IsNegative() {
		return "less"
	}
	return "more"
}
