package check

import (
	"fmt"

	"github.com/isuplan/isuplan/pkg/cost"
	"github.com/isuplan/isuplan/pkg/diag"
)

var _ = register(Rule{
	Rule: diag.Rule{Code: "B107", Name: "finer-than-rounding", Severity: diag.Warning, Title: "a stated amount finer than the plan's rounding",
		Why:   "A column of whole francs with cents in one line looks like a slip, and its sum has cents too.",
		Since: "0.1",
		Bad: `budget:
  rounding: {to: 1, mode: half-up}
  lines:
    - {id: salaries, label: Salaries, stated: «345054.50»}
`,
		Good: `budget:
  rounding: {to: 1, mode: half-up}
  lines:
    - {id: salaries, label: Salaries, stated: 345055}
`},
	Run: func(c *Context) {
		c.eachFigure(func(f *figureAt) {
			if !f.Stated.IsSet() || f.Stated.Value.Mark != cost.Number {
				return
			}
			stated, rounding := f.Stated.Value.Value, c.Budget.RoundingOf(f.Figure, f.Column)
			if !c.Budget.Rounded(f.Figure, f.Column, stated).Equal(stated) {
				c.Report(f.Subject, f.Stated.Span(), fmt.Sprintf("%s: the plan rounds to %s, but %s is stated", c.figureName(f), rounding.To, stated),
					"round the amount, or write a finer `rounding`")
			}
		})
	},
})
