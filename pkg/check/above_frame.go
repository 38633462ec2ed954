package check

import (
	"fmt"

	"github.com/isuplan/isuplan/pkg/budget"
	"github.com/isuplan/isuplan/pkg/diag"
	"github.com/isuplan/isuplan/pkg/plan"
	"github.com/isuplan/isuplan/pkg/source"
)

var _ = register(Rule{
	Rule: diag.Rule{Code: "B241", Name: "above-frame", Severity: diag.Warning, Title: "a total above what the plan of several years has for the time",
		Why:   "States Parties adopted the figures of several years; a year that takes more leaves less to the others, or needs a decision.",
		Since: "0.3",
		Frame: `period: {from: 2025-01-01, to: 2028-12-31}
budget:
  columns:
    - {id: y2025, label: "2025"}
    - {id: y2026, label: "2026"}
  lines:
    - {id: salaries, label: Salaries, fixed: {y2025: 340000, y2026: 345000}}
`,
		Bad: `frame: «2025-2028.yaml»
budget:
  lines:
    - {id: salaries, label: Salaries, fixed: 340000}
    - {id: travel, label: Travel, fixed: 12000}
`,
		Good: `frame: 2025-2028.yaml
budget:
  lines:
    - {id: salaries, label: Salaries, fixed: 328000}
    - {id: travel, label: Travel, fixed: 12000}
`},
	NeedsComplete: true,
	Run: func(c *Context) {
		f := c.moneyFrame()
		if f == nil {
			return
		}
		above, of := f.Figure(f.Budget.Total), "the figure of the frame for "+c.years()
		if above == nil { // what is above all of its years is above each of them
			above, of = f.Budget.Amount(f.Budget.Total), "all that the frame has for "+periodYears(f.Plan.Period)
			if !isOfAllYears(f) {
				return
			}
		}
		now := c.Budget.Amount(c.Budget.Total)
		by, ok := c.aboveFrame(now, above)
		if !ok {
			return
		}
		at := c.frameSpan()
		if now.Stated.IsSet() {
			at = now.Stated.Span()
		}
		c.Report("budget/total", at, fmt.Sprintf("the total is %s, which is %s above %s, %s", c.money(now.Printed), c.money(by), of, c.money(above.Printed)),
			"check the two; if the year may have more, change the frame, or add a waiver that says who approved it",
			diag.Related{Span: totalSpan(f.Plan, f.Budget, f.Columns(), above), Note: "in the frame"}).Amount = by
	},
})

// isOfAllYears reports whether what the budget of a frame comes to is of all its years: of one column
// without a name, or of columns that name them all.
func isOfAllYears(f *budget.Frame) bool {
	if len(f.Plan.Budget.Columns) == 0 {
		return true
	}
	named := map[int]bool{}
	scope := f.Budget.Scope()
	columns := scope.Columns
	if shown, ok := scope.Shown(); ok {
		columns = append([]int{shown}, columns...)
	}
	for _, i := range columns {
		from, to, _ := f.Plan.Budget.Columns[i].WholeYears()
		for y := from; y <= to && y > 0; y++ {
			named[y] = true
		}
	}
	first, last := f.Plan.Period.Years()
	for y := first; y <= last; y++ {
		if !named[y] {
			return false
		}
	}
	return true
}

// totalSpan is where the total of a budget is written, or else the head of the first of its columns.
func totalSpan(p *plan.Plan, b *budget.Budget, columns []int, f *budget.Figure) source.Span {
	if f.Stated.IsSet() {
		return f.Stated.Span()
	}
	for _, i := range columns {
		if b.Columns[i].Label.IsSet() {
			return b.Columns[i].Label.Span()
		}
	}
	return p.Budget.Currency.Span()
}
