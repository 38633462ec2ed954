package check

import (
	"fmt"

	"github.com/isuplan/isuplan/pkg/diag"
	"github.com/isuplan/isuplan/pkg/money"
)

var _ = register(Rule{
	Rule: diag.Rule{Code: "B196", Name: "on-no-fund", Severity: diag.Note, Title: "money of the accounts on lines that several funds pay, where nobody tells which paid",
		Why:   "Each donor is told what its fund paid; an amount on no fund is missing there, and the sums of the funds are less than the total.",
		Since: "0.3",
		Bad: `budget:
  funds: [{id: core, label: Core fund}, {id: grant, label: Grant}]
  lines:
    - {id: travel, label: Travel, fixed: 5000, fund: {core: 60%, grant: 40%}}
  actuals:
    as_at: 2025-12-31
    lines:
      - {line: «travel», spent: 4850}
`,
		Good: `budget:
  funds: [{id: core, label: Core fund}, {id: grant, label: Grant}]
  lines:
    - {id: travel, label: Travel, fixed: 5000, fund: {core: 60%, grant: 40%}}
  actuals:
    as_at: 2025-12-31
    lines:
      - {line: travel, fund: core, spent: 2900}
      - {line: travel, fund: grant, spent: 1950}
`},
	NeedsComplete: true,
	Run: func(c *Context) {
		list := c.Budget.OnNoFund()
		if len(list) == 0 {
			return
		}
		a, sum, rows := c.Budget.Actuals, money.Zero, 0
		for _, i := range list {
			sum, rows = sum.Add(a.Lines[i].Sum()), rows+max(1, a.Lines[i].Rows)
		}
		if sum.IsZero() {
			return
		}
		amount := string(c.Plan.Budget.Currency.Value) + " " + c.money(sum)
		says, of := "this row of "+amount+" is on a line", "its fund"
		if rows > 1 {
			says, of = fmt.Sprintf("%s rows from this one on, %s in all, are on lines", diag.Grouped(rows), amount), "their funds"
		}
		c.Report("budget/actuals", a.Lines[list[0]].Line.Span(), says+" that several funds pay, and on no fund", c.fundRemedy(of)).Amount = sum.Abs()
	},
})

// fundRemedy says how the accounts tell the fund of an amount.
func (c *Context) fundRemedy(of string) string {
	a := c.Budget.Actuals
	if !a.List.IsSet() {
		return "name " + of + ": `fund`, with a row for each fund that paid the line"
	}
	for i := range a.Lines {
		if a.Lines[i].Fund.Value != "" {
			return "fill " + of + " in, by code or id"
		}
	}
	return "export the accounts with a column of funds, and name it under `heads` where it is not called Fund: \"fund: …\""
}
