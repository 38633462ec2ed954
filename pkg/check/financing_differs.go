package check

import (
	"fmt"
	"slices"

	"github.com/isuplan/isuplan/pkg/budget"
	"github.com/isuplan/isuplan/pkg/diag"
)

var _ = register(Rule{
	Rule: diag.Rule{Code: "B104", Name: "financing-differs", Severity: diag.Error, Title: "sources of money that do not add up to the budget",
		Why:   "States Parties would approve a budget that nobody pays for in full, or pay for more than it needs.",
		Since: "0.1",
		Bad: `budget:
  lines:
    - {id: salaries, label: Salaries, fixed: 345054}
  financing:
    - {id: «contributions», label: Voluntary contributions, source: voluntary, fixed: 340000}
`,
		Good: `budget:
  lines:
    - {id: salaries, label: Salaries, fixed: 345054}
  financing:
    - {id: contributions, label: Voluntary contributions, source: voluntary, fixed: 345054}
`},
	Run: func(c *Context) {
		if len(c.Budget.Financing) == 0 {
			return
		}
		for i := range c.Budget.Columns {
			if kind := c.Budget.Columns[i].Kind; kind == budget.AmountColumn || kind == budget.SumColumn {
				c.financing(i)
			}
		}
	},
})

func (c *Context) financing(column int) {
	if c.isUnknown(column) {
		return // another finding says what is missing
	}
	budgeted, funds := c.Budget.Total[column].Printed, c.Budget.Funds[column].Printed
	diff := funds.Sub(budgeted)
	if diff.IsZero() { // no tolerance: what rounds are sums, not money that somebody pays
		return
	}
	where := ""
	if len(c.Budget.Columns) > 1 {
		where = ", " + c.head(column)
	}
	verdict := "is missing"
	if diff.IsPositive() {
		verdict = "is too much"
	}
	because, named := likely(newShortfall(c, column).causes())
	if because != "" {
		because = "; likely cause: " + because
	}
	c.Report("budget/financing", c.Budget.Financing[0].ID.Span(),
		fmt.Sprintf("the financing%s comes to %s, but the budget is %s: %s %s%s", where, c.money(funds), c.money(budgeted), c.money(diff.Abs()), verdict, because),
		"correct a source of money, or add the one that is missing", merge(c.inputs(c.Budget.Funds[column].Exact), named)...).Amount = diff.Abs()
}

// isUnknown reports whether what a source of money comes to is not known in a column, or in one that
// it adds up: a source that cannot be computed, or two that are the rest.
func (c *Context) isUnknown(column int) bool {
	if len(c.rests()) > 1 {
		return true
	}
	scope, _ := c.Budget.ScopeOf(column)
	return slices.ContainsFunc(scope.Columns, func(i int) bool {
		return slices.ContainsFunc(c.Budget.Financing, func(l budget.Line) bool {
			return !l.IsGroup() && l.Figures[i].Computed == nil && !l.Figures[i].Stated.IsSet() && len(l.Costs) > 0
		})
	})
}
