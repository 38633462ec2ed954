package check

import (
	"fmt"

	"github.com/isuplan/isuplan/pkg/diag"
)

var _ = register(Rule{
	Rule: diag.Rule{Code: "B244", Name: "frame-without-figure", Severity: diag.Note, Title: "a plan of several years that has no figure for the time of this one",
		Why:   "What a year may take of the money of several years can be checked only where the frame says it; otherwise nobody sees that it was not.",
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
period: {from: 2025-07-01, to: 2026-06-30}
budget:
  lines:
    - {id: salaries, label: Salaries, fixed: 340000}
`,
		Good: `frame: 2025-2028.yaml
period: {from: 2025-01-01, to: 2025-12-31}
budget:
  lines:
    - {id: salaries, label: Salaries, fixed: 340000}
`},
	NeedsComplete: true,
	Run: func(c *Context) {
		f := c.moneyFrame()
		if f == nil || f.HasFigures() {
			return
		}
		then := "amounts of the two are not compared"
		if isOfAllYears(f) {
			if len(f.Budget.Scope().Columns) == 1 {
				return // of all years together, as the frame was adopted
			}
			then = "its total is held against that of all the years alone"
		}
		c.Report("budget", c.frameSpan(), fmt.Sprintf("the budget of the frame has no one column for %s: %s", dates(c.Plan.Period.From.Value, c.Plan.Period.To.Value), then),
			"give the frame a column for each year, whose label or id is the year, or compare them by hand",
			diag.Related{Span: f.Plan.Period.Span(), Note: "the period of the frame"})
	},
})
