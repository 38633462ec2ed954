package check

import (
	"fmt"

	"github.com/isuplan/isuplan/pkg/budget"
	"github.com/isuplan/isuplan/pkg/cost"
	"github.com/isuplan/isuplan/pkg/diag"
)

var _ = register(Rule{
	Rule: diag.Rule{Code: "B165", Name: "contributions-differ", Severity: diag.Error, Title: "a stated contribution that differs from the computed one, or contributions that do not come to what is shared out",
		Why:   "A Party would be asked for an amount that its own rate contradicts, or all of them together for another amount than the budget needs.",
		Since: "0.3",
		Bad: `budget:
  lines:
    - {id: salaries, label: Salaries, fixed: 1000}
  contributions:
    - id: assessed
      label: Contributions
      of: total
      parties:
        - {party: Norway, scale: 0.5, stated: «520»}
        - {party: Sweden, scale: 0.5, stated: 500}
`,
		Good: `budget:
  lines:
    - {id: salaries, label: Salaries, fixed: 1000}
  contributions:
    - id: assessed
      label: Contributions
      of: total
      parties:
        - {party: Norway, scale: 0.5, stated: 500}
        - {party: Sweden, scale: 0.5, stated: 500}
`},
	NeedsComplete: true,
	Run: func(c *Context) {
		for _, shared := range c.Budget.Contributions {
			for i := range c.Budget.Columns {
				wrong := false
				for k := range shared.Parties {
					wrong = c.contribution(shared, &shared.Parties[k], i) || wrong
				}
				c.contributions(shared, i, wrong)
			}
		}
	},
})

// contribution compares what is stated for a Party; an amount that is its exact part, rounded
// up or down, is right.
func (c *Context) contribution(shared *budget.Contribution, p *budget.Share, column int) bool {
	f := &p.Figures[column]
	if !f.Differs() || f.Exact.Op == cost.Portion && f.Stated.Value.Mark == cost.Number && f.Stated.Value.Value.Sub(f.Exact.Value).Abs().LessThan(c.Budget.Rounding.To) {
		return false
	}
	by := f.Stated.Value.Value.Sub(*f.Computed)
	c.Report(shared.Path(), f.Stated.Span(), fmt.Sprintf("%s%s: stated %s, but computed %s; the difference is %s", p.Label.Value, c.underHead(column), c.money(f.Stated.Value.Value), c.money(*f.Computed), c.money(by)),
		"correct `stated`, or what it is computed from, such as the Party's rate; or, if it was submitted like this, add a waiver that says why").Amount = by.Abs()
	return true
}

// contributions compares the sum that is stated, and the sum of what is printed with what is
// shared out; the latter is not said again where a Party's amount was.
func (c *Context) contributions(shared *budget.Contribution, column int, wrong bool) {
	f, whole := &shared.Total[column], &shared.Whole[column]
	if f.Differs() {
		by := f.Stated.Value.Value.Sub(*f.Computed)
		c.Report(shared.Path(), f.Stated.Span(), fmt.Sprintf("the sum of the contributions%s: stated %s, but computed %s; the difference is %s", c.underHead(column), c.money(f.Stated.Value.Value), c.money(*f.Computed), c.money(by)),
			"correct the sum or an amount").Amount = by.Abs()
	}
	if wrong || whole.Computed == nil || f.Computed == nil || c.Budget.Columns[column].Kind != budget.AmountColumn {
		return
	}
	if by := f.Computed.Sub(whole.Printed); !by.IsZero() && c.isStated(shared, column) {
		c.Report(shared.Path(), shared.ID.Span(), fmt.Sprintf("the contributions%s come to %s, but %s is shared out: the difference is %s", c.underHead(column), c.money(*f.Computed), c.money(whole.Printed), c.money(by)),
			"correct a stated amount; or, if it was submitted like this, add a waiver that says why").Amount = by.Abs()
	}
}

// isStated reports whether amounts of Parties are stated: without, they were shared out, or a
// finding says why not.
func (c *Context) isStated(shared *budget.Contribution, column int) bool {
	for i := range shared.Parties {
		if shared.Parties[i].Figures[column].Stated.IsSet() {
			return true
		}
	}
	return false
}

// underHead names a column, behind a comma, where there are several.
func (c *Context) underHead(column int) string {
	if len(c.Budget.Columns) == 1 {
		return ""
	}
	return ", " + c.head(column)
}
