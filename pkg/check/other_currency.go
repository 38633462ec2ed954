package check

import (
	"fmt"

	"github.com/isuplan/isuplan/pkg/diag"
	"github.com/isuplan/isuplan/pkg/money"
	"github.com/isuplan/isuplan/pkg/number"
)

var _ = register(Rule{
	Rule: diag.Rule{Code: "R111", Name: "other-currency", Severity: diag.Warning, Title: "an amount of the budget in another currency",
		Why:   "A sentence that was taken over from another plan, or a slip of the pen, names a currency in which nothing is budgeted.",
		Since: "0.2",
		Bad: `assumptions:
  - That the total budget of «EUR 345,054» is fully funded.
  - That the host State provides the rooms.
`,
		Good: `assumptions:
  - "That the total budget of ${budget.total} is fully funded."
  - That the host State provides the rooms.
`},
	NeedsComplete: true,
	Run: func(c *Context) {
		declared := map[string]bool{string(c.Budget.Currency): true}
		for i := range c.Plan.Budget.Rates {
			declared[string(c.Plan.Budget.Rates[i].Currency.Value)] = true
		}
		c.eachNumber(func(r *reading, n *number.Number) {
			if r.figures {
				c.otherCurrency(r, n, declared)
			}
		})
	},
})

// otherCurrency reports an amount in a currency that the plan does not use, where it is one
// of the budget's to the last digit, or where the sentence says that it is the budget.
func (c *Context) otherCurrency(r *reading, n *number.Number, declared map[string]bool) {
	if n.Kind != number.Amount || n.Low != nil || !r.isTyped(n) || len(n.Currency) != 3 || declared[n.Currency] || !money.Currency(n.Currency).IsValid() {
		return
	}
	if ref, ok := c.meant(r, n); ok {
		c.Report(r.Subject, r.span(n.From, n.To), fmt.Sprintf("“%s” is an amount of the budget, which is in %s", r.said(n), c.Budget.Currency),
			fmt.Sprintf("write ${%s} in its place, and currency and amount follow the budget", ref))
		return
	}
	for _, x := range r.namesNear(n) {
		if x.things[0].kind == aTotal && c.isSaidOf(r, x, n) && c.isWhole(r, x, n) {
			c.Report(r.Subject, r.span(n.From, n.To), fmt.Sprintf("the text says “%s” of the budget, which is in %s and comes to %s", r.said(n), c.Budget.Currency, c.money(c.Budget.Total[c.Budget.Main].Printed)),
				"write ${budget.total} in its place, and the text follows the budget")
			return
		}
	}
}
