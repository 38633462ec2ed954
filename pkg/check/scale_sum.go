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
	var rates, shares roundedSum
	lacking := false
	for i := range shared.Parties {
		p := shared.Parties[i].Party
		share, has := p.Share.In(id)
		shares.add(share.Value)
		lacking = lacking || !has
		if rate, ok := p.Scale.In(id); ok && !has {
			rates.add(rate.Value)
		}
	}
	report := func(what string, sum money.Decimal, hint string) {
		if key := what + sum.String(); !said[key] {
			said[key] = true
			c.Report(shared.Path(), shared.ID.Span(), fmt.Sprintf("the %s of the Parties come to %s%%", what, sum), hint)
		}
	}
	if shared.Needs(plan.ByShares) && !lacking && !shares.isAbout(money.Hundred) {
		report("shares", shares.sum, "correct a `share`; until then they are adjusted to 100%")
	}
	if shared.Needs(plan.ByScale) && rates.sum.GreaterThan(money.Hundred) && !rates.isAbout(money.Hundred) {
		report("rates", rates.sum, "correct a `scale`, take out whoever is no Party, or write \"how: weights\" if these are no per cent")
	}
}

// roundedSum adds figures up that were rounded before they were written, each by half of its last
// digit at the most.
type roundedSum struct {
	sum    money.Decimal
	count  int64
	places int32 // of the finest
}

func (r *roundedSum) add(d money.Decimal) {
	r.sum, r.places = r.sum.Add(d), max(r.places, -d.Exponent())
	if !d.IsZero() {
		r.count++
	}
}

// isAbout reports whether the figures may come to an amount but for their rounding: of n of them the
// errors come to no more than n/2 of the last digit, and hardly ever to more than its square root of n
// times. Whole per cent are written so, and not rounded.
func (r *roundedSum) isAbout(amount money.Decimal) bool {
	off, n := r.sum.Sub(amount).Abs().Shift(max(r.places, 0)), money.New(r.count)
	return off.IsZero() || r.places > 0 && off.Add(off).LessThanOrEqual(n) && off.Mul(off).LessThanOrEqual(n)
}
