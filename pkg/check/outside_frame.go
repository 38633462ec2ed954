package check

import (
	"fmt"

	"github.com/isuplan/isuplan/pkg/diag"
)

var _ = register(Rule{
	Rule: diag.Rule{Code: "D130", Name: "outside-frame", Severity: diag.Error, Title: "a period that is not inside that of the plan of several years",
		Why:   "A plan of a year that its frame does not have stands under another plan, or its dates have a slip.",
		Since: "0.3",
		Frame: `period: {from: 2025-01-01, to: 2028-12-31}
`,
		Bad: `frame: 2025-2028.yaml
period: «{from: 2029-01-01, to: 2029-12-31}»
document:
  date: 2028-06-03
`,
		Good: `frame: 2025-2028.yaml
period: {from: 2025-01-01, to: 2025-12-31}
`},
	Run: func(c *Context) {
		f := c.Budget.Frame
		if f == nil || c.Plan.Period.IsIn(f.Plan.Period) {
			return
		}
		own, above := c.Plan.Period, f.Plan.Period
		c.Report("period", own.Span(),
			fmt.Sprintf("the period, %s, is not inside that of the frame, %s", dates(own.From.Value, own.To.Value), dates(above.From.Value, above.To.Value)),
			"correct the period, or name the plan of these years under `frame`",
			diag.Related{Span: above.Span(), Note: "the period of the frame"})
	},
})
