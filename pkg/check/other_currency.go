package check

import (
	"fmt"
	"slices"
	"strings"

	"github.com/isuplan/isuplan/pkg/cost"
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
	if n.Kind != number.Amount || n.Low != nil || !r.isTyped(n) || c.isCurrency(n.Currency) {
		return
	}
	code := n.Currency
	if signs[code] != "" {
		code = signs[code]
	}
	if !money.Currency(code).IsValid() || n.Currency == "$" && strings.HasSuffix(string(c.Budget.Currency), "D") {
		return // the dollars of the budget may be those of another country
	}
	if ref, ok := c.meant(r, n); ok && (!declared[code] || !c.isInput(code, n)) {
		c.Report(r.Subject, r.span(n.From, n.To), fmt.Sprintf("“%s” is an amount of the budget, which is in %s", r.said(n), c.Budget.Currency),
			fmt.Sprintf("write ${%s} in its place, and currency and amount follow the budget", ref))
		return
	}
	if declared[code] || !c.isEnglish() {
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

// isInput reports an amount that some line has in a currency of its own.
func (c *Context) isInput(code string, n *number.Number) bool {
	for i := range c.Budget.Lines {
		line := &c.Budget.Lines[i]
		if string(line.In.Value) != code {
			continue
		}
		for column := range line.Figures {
			for _, step := range line.Figures[column].Exact.Of {
				if step.Value.Equal(n.Value) {
					return true
				}
			}
			for _, k := range line.Costs {
				if slices.ContainsFunc(k.Figures(c.Budget.Columns[column].ID), func(f cost.Quotable) bool { return f.Value.Equal(n.Value) }) {
					return true
				}
			}
		}
	}
	return false
}
