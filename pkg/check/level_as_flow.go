package check

import (
	"fmt"
	"strings"

	"github.com/isuplan/isuplan/pkg/budget"
	"github.com/isuplan/isuplan/pkg/cost"
	"github.com/isuplan/isuplan/pkg/diag"
)

var _ = register(Rule{
	Rule: diag.Rule{Code: "B113", Name: "level-as-flow", Severity: diag.Warning, Title: "a reserve that comes in or goes out of a balance in each year anew",
		Why:   "A reserve, and what is missing of it, stands at a time: the balance carries it on, and would pay it once more in each further year.",
		Since: "0.3",
		Bad: `period: {from: 2025-01-01, to: 2026-12-31}
budget:
  columns: [{id: 2025}, {id: 2026}, {id: both, label: 2025–2026, sum: [2025, 2026]}]
  lines:
    - {id: travel, label: Travel, fixed: 12000}
  after_total:
    - {id: reserve, label: Working capital reserve, percent: 15%, of: [total], average: true}
    - {id: fund, label: Trust fund, balance: {opening: 40000, out: [total, «reserve»]}}
`,
		Good: `period: {from: 2025-01-01, to: 2026-12-31}
budget:
  columns: [{id: 2025}, {id: 2026}, {id: both, label: 2025–2026, sum: [2025, 2026]}]
  lines:
    - {id: travel, label: Travel, fixed: 12000}
  after_total:
    - {id: reserve, label: Working capital reserve, percent: 15%, of: [total], average: true}
    - {id: paid, label: Paid into the reserve, fixed: {2025: 1800, 2026: nil}}
    - {id: fund, label: Trust fund, balance: {opening: 40000, out: [total, paid]}}
`},
	Run: func(c *Context) {
		for i := range c.Budget.After {
			if l := &c.Budget.After[i]; l.IsGroup() && c.Budget.Carries(l.ID.Value) {
				c.levelFlows(l)
			}
		}
	},
})

// levelFlows reports what stands at a time among what comes into a balance, or goes out of it.
func (c *Context) levelFlows(balance *budget.Line) {
	for _, row := range balance.Lines {
		for _, k := range row.Costs {
			flow, ok := k.(*cost.Flow)
			if !ok {
				continue
			}
			for _, id := range flow.Of {
				if !c.Budget.IsLevel(id.Value) {
					continue
				}
				does := "comes into"
				if flow.Out {
					does = "goes out of"
				}
				of, _ := c.Budget.AfterRow(id.Value)
				c.Report("budget/"+balance.ID.Value, id.Span(), fmt.Sprintf("“%s” stands at a time, but %s “%s” in each year anew", c.label(of.Label), does, c.label(balance.Label)),
					"write what is paid in each year as a row of its own, such as fixed: "+c.onceOnly(), diag.Related{Span: of.ID.Span(), Note: "it stands here"})
			}
		}
	}
}

// onceOnly is an amount by column that is paid in the first one alone, as a plan writes it.
func (c *Context) onceOnly() string {
	var cells []string
	for i := range c.Budget.Columns {
		if column := &c.Budget.Columns[i]; column.Kind == budget.AmountColumn {
			amount := "1800"
			if len(cells) > 0 {
				amount = "nil"
			}
			cells = append(cells, column.ID+": "+amount)
		}
	}
	return "{" + strings.Join(cells, ", ") + "}"
}
