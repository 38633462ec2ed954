package check

import (
	"fmt"
	"slices"

	"github.com/isuplan/isuplan/pkg/budget"
	"github.com/isuplan/isuplan/pkg/cost"
	"github.com/isuplan/isuplan/pkg/diag"
)

var _ = register(Rule{
	Rule: diag.Rule{Code: "B112", Name: "negative-rest", Severity: diag.Error, Title: "sources of money that leave less than nothing as the rest",
		Why:   "The other sources come to more than the budget; the one that pays the rest would have to be paid.",
		Since: "0.2",
		Bad: `budget:
  lines:
    - {id: salaries, label: Salaries, fixed: 345054}
  financing:
    - {id: host, label: Host, source: host, fixed: 400000}
    - {id: «parties», label: Contributions of the Parties, source: assessed, rest: true}
`,
		Good: `budget:
  lines:
    - {id: salaries, label: Salaries, fixed: 345054}
  financing:
    - {id: host, label: Host, source: host, fixed: 300000}
    - {id: parties, label: Contributions of the Parties, source: assessed, rest: true}
`},
	Run: func(c *Context) {
		rests := c.rests()
		for i, l := range rests {
			if i > 0 {
				c.Report("budget/"+l.ID.Value, l.ID.Span(), fmt.Sprintf("%q is the rest of the budget, and so is %q", c.label(l.Label), c.label(rests[0].Label)),
					"let one of them be the rest, and give the other its amount")
				continue
			}
			c.negativeRest(l)
		}
	},
})

// rests returns the sources of money that are the rest: more than one is a mistake.
func (c *Context) rests() (list []*budget.Line) {
	for i := range c.Budget.Financing {
		l := &c.Budget.Financing[i]
		if slices.ContainsFunc(l.Costs, func(k cost.Cost) bool { _, rest := k.(*cost.Rest); return rest }) {
			list = append(list, l)
		}
	}
	return list
}

func (c *Context) negativeRest(l *budget.Line) {
	for column := range c.Budget.Columns {
		f := &l.Figures[column]
		if c.Budget.Columns[column].Kind != budget.AmountColumn || f.Computed == nil || !f.Computed.IsNegative() {
			continue
		}
		name := c.label(l.Label)
		if len(c.Budget.Columns) > 1 {
			name += ", " + c.head(column)
		}
		others := c.Budget.Total[column].Printed.Sub(*f.Computed)
		c.Report("budget/"+l.ID.Value, l.ID.Span(),
			fmt.Sprintf("%s is the rest, and would be %s: the other sources come to %s, but the budget is %s", name, c.money(*f.Computed), c.money(others), c.money(c.Budget.Total[column].Printed)),
			"lower another source of money, or the budget is larger").Amount = f.Computed.Abs()
	}
}
