package check

import (
	"fmt"

	"github.com/isuplan/isuplan/pkg/diag"
)

var _ = register(Rule{
	Rule: diag.Rule{Code: "B164", Name: "overpaid", Severity: diag.Note, Title: "a Party that paid more than it owes",
		Why:   "It may have paid in advance, or a figure is wrong or stands in a wrong row.",
		Since: "0.3",
		Bad: `budget:
  lines:
    - {id: salaries, label: Salaries, fixed: 1000}
  contributions:
    - id: assessed
      label: Contributions
      of: total
      how: equally
      parties:
        - {party: Norway, paid: «5000»}
        - {party: Sweden, paid: 500}
`,
		Good: `budget:
  lines:
    - {id: salaries, label: Salaries, fixed: 1000}
  contributions:
    - id: assessed
      label: Contributions
      of: total
      how: equally
      parties:
        - {party: Norway, paid: 500}
        - {party: Sweden, paid: 500}
`},
	AboutThings: true,
	Run: func(c *Context) {
		for _, shared := range c.Budget.Contributions {
			payments := shared.Payments(c.Budget)
			for i, owed := range payments.Outstanding {
				if !owed.IsNegative() {
					continue
				}
				p := &shared.Parties[i]
				at := p.Label.Span()
				for _, paid := range p.Party.Paid.Each() {
					at = paid.Span()
				}
				c.Report(shared.Path(), at, fmt.Sprintf("%s has paid %s more than it owes", p.Label.Value, c.money(owed.Abs())), "correct what was paid, unless it was paid in advance").Amount = owed.Abs()
			}
		}
	},
})
