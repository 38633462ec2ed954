package check

import (
	"fmt"

	"github.com/isuplan/isuplan/pkg/diag"
)

var _ = register(Rule{
	Rule: diag.Rule{Code: "B240", Name: "frame-currency", Severity: diag.Note, Title: "a budget in another currency than that of its frame",
		Why:   "Amounts in two currencies cannot be held against each other, so that nobody sees whether the year keeps to its frame.",
		Since: "0.3",
		Frame: `period: {from: 2025-01-01, to: 2028-12-31}
budget:
  currency: EUR
`,
		Bad: `frame: 2025-2028.yaml
budget:
  currency: «USD»
`,
		Good: `frame: 2025-2028.yaml
budget:
  currency: EUR
`},
	Run: func(c *Context) {
		f := c.under()
		if f == nil || f.Budget.Currency == c.Budget.Currency || f.Budget.Currency == "" || c.Budget.Currency == "" {
			return
		}
		at := c.Plan.Budget.Currency.Span()
		c.Report("budget", at, fmt.Sprintf("the budget is in %s, and that of the frame is in %s: amounts of the two are not compared", c.Budget.Currency, f.Budget.Currency),
			"write both in one currency, or compare them by hand",
			diag.Related{Span: f.Plan.Budget.Currency.Span(), Note: "the currency of the frame"})
	},
})
