package check

import (
	"fmt"

	"github.com/isuplan/isuplan/pkg/budget"
	"github.com/isuplan/isuplan/pkg/diag"
)

var _ = register(Rule{
	Rule: diag.Rule{Code: "B114", Name: "negative-balance", Severity: diag.Note, Title: "a balance that closes with less than nothing",
		Why:   "A fund cannot pay more than it holds: money is missing, a figure is wrong, or somebody has to agree to the deficit.",
		Since: "0.3",
		Bad: `budget:
  lines:
    - {id: travel, label: Travel, fixed: 12000}
  after_total:
    - {id: «fund», label: Trust fund, balance: {opening: 5000, out: [total]}}
`,
		Good: `budget:
  lines:
    - {id: travel, label: Travel, fixed: 12000}
  after_total:
    - {id: fund, label: Trust fund, balance: {opening: 50000, out: [total]}}
`},
	AboutThings: true,
	Run: func(c *Context) {
		for i := range c.Budget.After {
			if l := &c.Budget.After[i]; l.IsGroup() {
				c.negativeBalance(l)
			}
		}
	},
})

// negativeBalance reports the first column that a balance closes with less than nothing; those
// after it open with that.
func (c *Context) negativeBalance(l *budget.Line) {
	for column := range c.Budget.Columns {
		f := &l.Figures[column]
		if c.Budget.Columns[column].Kind != budget.AmountColumn || f.Computed == nil || !f.Printed.IsNegative() {
			continue
		}
		name := "“" + c.label(l.Label) + "”"
		if len(c.Budget.Columns) > 1 {
			name += ", " + c.head(column) + ","
		}
		c.Report("budget/"+l.ID.Value, l.ID.Span(), fmt.Sprintf("%s closes with %s", name, c.money(f.Printed)), "nothing needs to be done where the deficit is meant").Amount = f.Printed.Abs()
		return
	}
}
