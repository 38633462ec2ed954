package check

import (
	"fmt"

	"github.com/isuplan/isuplan/pkg/budget"
	"github.com/isuplan/isuplan/pkg/diag"
	"github.com/isuplan/isuplan/pkg/money"
	"github.com/isuplan/isuplan/pkg/plan"
)

var _ = register(Rule{
	Rule: diag.Rule{Code: "B162", Name: "scale-sum", Severity: diag.Warning, Title: "rates of Parties that come to more than 100%, or shares that do not come to 100%",
		Why: "A rate of some Party is wrong, or one stands there that should not. Rates that come to less are none of this: a treaty's " +
			"Parties are hardly ever all that are on the scale, and the rates are adjusted.",
		Since: "0.3",
		Bad: `budget:
  lines:
    - {id: salaries, label: Salaries, fixed: 345054}
  contributions:
    - id: «assessed»
      label: Contributions
      of: total
      how: shares
      parties:
        - {party: Norway, share: 40%}
        - {party: Sweden, share: 50%}
`,
		Good: `budget:
  lines:
    - {id: salaries, label: Salaries, fixed: 345054}
  contributions:
    - id: assessed
      label: Contributions
      of: total
      how: shares
      parties:
        - {party: Norway, share: 45%}
        - {party: Sweden, share: 55%}
`},
	AboutThings:   true,
	NeedsComplete: true,
	Run: func(c *Context) {
		for _, shared := range c.Budget.Contributions {
			said := map[string]bool{}
			for i := range c.Budget.Columns {
				if c.Budget.Columns[i].Kind == budget.AmountColumn {
					c.scaleSum(shared, i, said)
				}
			}
		}
	},
})

// scaleSum looks at the rates and shares of a column; the same sum is said once.
func (c *Context) scaleSum(shared *budget.Contribution, column int, said map[string]bool) {
	id := c.Budget.Columns[column].ID
	rates, shares, lacking := money.Zero, money.Zero, false
	for i := range shared.Parties {
		p := shared.Parties[i].Party
		share, has := p.Share.In(id)
		shares, lacking = shares.Add(share.Value), lacking || !has
		if rate, ok := p.Scale.In(id); ok && !has {
			rates = rates.Add(rate.Value)
		}
	}
	report := func(what string, sum money.Decimal, hint string) {
		if key := what + sum.String(); !said[key] {
			said[key] = true
			c.Report(shared.Path(), shared.ID.Span(), fmt.Sprintf("the %s of the Parties come to %s%%", what, sum), hint)
		}
	}
	if shared.Needs(plan.ByShares) && !lacking && !shares.Equal(money.Hundred) {
		report("shares", shares, "correct a `share`; until then they are adjusted to 100%")
	}
	if shared.Needs(plan.ByScale) && rates.GreaterThan(money.Hundred) {
		report("rates", rates, "correct a `scale`, take out whoever is no Party, or write \"how: weights\" if these are no per cent")
	}
}
