package check

import (
	"fmt"

	"github.com/isuplan/isuplan/pkg/budget"
	"github.com/isuplan/isuplan/pkg/cost"
	"github.com/isuplan/isuplan/pkg/diag"
)

var _ = register(Rule{
	Rule: diag.Rule{Code: "B145", Name: "of-fund-nothing", Severity: diag.Warning, Title: "a percentage of a fund that pays nothing of the lines",
		Why:   "It is a percentage of nothing, in all columns; another fund was meant, or the lines are booked on another.",
		Since: "0.3",
		Bad: `budget:
  funds: [{id: core, label: Trust fund}, {id: grant, label: Grant of the European Union}]
  lines:
    - {id: travel, label: Travel, fixed: 12000, fund: core}
    - {id: support, label: Support to the grant, percent: 7%, of: [travel], of_fund: «grant»}
`,
		Good: `budget:
  funds: [{id: core, label: Trust fund}, {id: grant, label: Grant of the European Union}]
  lines:
    - {id: travel, label: Travel, fixed: 12000, fund: {core: 50%, grant: 50%}}
    - {id: support, label: Support to the grant, percent: 7%, of: [travel], of_fund: grant}
`},
	Run: func(c *Context) {
		for _, lines := range [][]budget.Line{c.Budget.Lines, c.Budget.Financing, c.Budget.After} {
			for i := range lines {
				if fund := lines[i].OfFund(); fund.IsSet() && !c.pays(&lines[i]) {
					c.Report("budget/"+lines[i].ID.Value, fund.Span(), fmt.Sprintf("“%s” is a percentage of nothing: `%s` pays none of the lines that it is taken of", c.label(lines[i].Label), fund.Value),
						"correct `of_fund` or `of`, or what the lines are booked on")
				}
			}
		}
	},
})

// pays reports whether the fund of which a line is a percentage pays something of its base in some
// column, be it 0; of what cannot be computed another finding tells.
func (c *Context) pays(l *budget.Line) bool {
	for column := range c.Budget.Columns {
		if c.Budget.Columns[column].Kind != budget.AmountColumn {
			continue
		}
		step := l.Figures[column].Exact
		if step.Op != cost.Portion || len(step.Of) < 2 || isBooked(&step.Of[1]) {
			return true
		}
	}
	return false
}

// isBooked reports whether a sum of what a fund pays is of anything.
func isBooked(step *cost.Step) bool {
	if step.Op != cost.Sum {
		return true
	}
	for i := range step.Of {
		if isBooked(&step.Of[i]) {
			return true
		}
	}
	return false
}
