package check

import (
	"fmt"

	"github.com/isuplan/isuplan/pkg/diag"
	"github.com/isuplan/isuplan/pkg/money"
	"github.com/isuplan/isuplan/pkg/source"
)

var _ = register(Rule{
	Rule: diag.Rule{Code: "B185", Name: "accounts-differ", Severity: diag.Error, Title: "accounts that do not come to their stated sum",
		Why:   "Rows are missing from the export, or stand in it twice; the report would print another sum than the accounts.",
		Since: "0.3",
		Bad: `budget:
  lines:
    - {id: salaries, label: Salaries, fixed: 345054}
  actuals:
    as_at: 2025-12-31
    stated: {spent: «345054»}
    lines:
      - {line: salaries, spent: 344000}
`,
		Good: `budget:
  lines:
    - {id: salaries, label: Salaries, fixed: 345054}
  actuals:
    as_at: 2025-12-31
    stated: {spent: 344000}
    lines:
      - {line: salaries, spent: 344000}
`},
	NeedsComplete: true,
	Run: func(c *Context) {
		a := c.Budget.Actuals
		if a == nil {
			return
		}
		all := a.Total()
		for _, of := range []struct {
			what   string
			stated source.At[money.Decimal]
			is     money.Decimal
		}{{"spent", a.Stated.Spent, all.Spent}, {"committed", a.Stated.Committed, all.Committed}} {
			by := of.stated.Value.Sub(of.is)
			if !of.stated.IsSet() || by.IsZero() {
				continue
			}
			c.Report("budget/actuals", of.stated.Span(), fmt.Sprintf("%s in all: stated %s, but the rows that are counted come to %s; the difference is %s", of.what, c.money(of.stated.Value), c.money(of.is), c.money(by)),
				"export the accounts again, or correct the sum; rows that are passed over are not counted").Amount = by.Abs()
		}
	},
})
