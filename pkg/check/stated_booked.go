package check

import (
	"fmt"

	"github.com/isuplan/isuplan/pkg/cost"
	"github.com/isuplan/isuplan/pkg/diag"
	"github.com/isuplan/isuplan/pkg/money"
	"github.com/isuplan/isuplan/pkg/plan"
)

var _ = register(Rule{
	Rule: diag.Rule{Code: "B142", Name: "stated-booked", Severity: diag.Error, Title: "the stated total of a fund, party or time that its lines do not come to",
		Why:   "The table by fund and the table by line would show the same money as two amounts.",
		Since: "0.3",
		Bad: `budget:
  funds: [{id: core, stated: «12500»}]
  lines:
    - {id: travel, label: Travel, fixed: 12000, fund: core}
`,
		Good: `budget:
  funds: [{id: core, stated: 12000}]
  lines:
    - {id: travel, label: Travel, fixed: 12000, fund: core}
`},
	Run: func(c *Context) {
		for _, a := range cost.Axes() {
			values := c.Plan.Budget.AxisValues(a)
			for i := range values {
				if values[i].Stated.IsSet() {
					c.statedBooked(a, i, &values[i])
				}
			}
		}
	},
})

// statedBooked compares what is stated for a value of an axis with what is booked on it.
func (c *Context) statedBooked(a cost.Axis, i int, v *plan.AxisValue) {
	rows := c.Budget.OnAxis(a)
	for column := range c.Budget.Columns {
		cell, ok := v.Stated.In(c.Budget.Columns[column].ID)
		if !ok {
			continue
		}
		booked := money.Zero
		if rows != nil {
			booked = rows[i][column].Printed
		}
		diff := cell.Value.Value.Sub(booked)
		if diff.Abs().LessThanOrEqual(c.Budget.Tolerance) {
			continue
		}
		where := ""
		if len(c.Budget.Columns) > 1 {
			where = " in " + c.head(column)
		}
		c.Report(a.Values()+"/"+v.ID.Value, cell.Span(),
			fmt.Sprintf("%s is stated for `%s`%s, but its lines come to %s; the difference is %s",
				c.amount(column, cell.Value.Value), v.ID.Value, where, c.amount(column, booked), c.signed(column, diff)),
			"correct the amount, or book a line elsewhere")
		if v.Stated.All.IsSet() {
			return // one amount for all columns is said once
		}
	}
}
