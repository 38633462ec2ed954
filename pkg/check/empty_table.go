package check

import (
	"fmt"
	"slices"

	"github.com/isuplan/isuplan/pkg/budget"
	"github.com/isuplan/isuplan/pkg/diag"
)

var _ = register(Rule{
	Rule: diag.Rule{Code: "B144", Name: "empty-table", Severity: diag.Warning, Title: "a table of a part of the budget that nothing belongs to",
		Why:   "The document would print a head and a total of nothing; a fund or a time in `only` is wrong, or the costs are booked elsewhere.",
		Since: "0.3",
		Bad: `budget:
  funds: [{id: core, label: Trust fund}, {id: grant, label: Grant of the European Union}]
  tables: [{id: «of-grant», label: What the grant pays, rows: [lines], only: {fund: [grant]}}]
  lines:
    - {id: travel, label: Travel, fixed: 12000, fund: core}
`,
		Good: `budget:
  funds: [{id: core, label: Trust fund}, {id: grant, label: Grant of the European Union}]
  tables: [{id: of-grant, label: What the grant pays, rows: [lines], only: {fund: [grant]}}]
  lines:
    - {id: travel, label: Travel, fixed: 12000, fund: grant}
`},
	NeedsComplete: true,
	AboutThings:   true,
	Run: func(c *Context) {
		for _, t := range c.Budget.Tables(c.Plan) {
			if t.IsPart && len(t.Rows) > 0 && !slices.ContainsFunc(t.Rows, func(r budget.TableRow) bool { return r.Kind == budget.ValueRow }) {
				id := t.Plan.ID
				c.Report("budget/tables/"+id.Value, id.Span(), fmt.Sprintf("nothing of the budget belongs to the table `%s`", id.Value), "correct its `only`, or what the lines are booked on")
			}
		}
	},
})
