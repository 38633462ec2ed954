package check

import (
	"fmt"

	"github.com/isuplan/isuplan/pkg/diag"
)

var _ = register(Rule{
	Rule: diag.Rule{Code: "D131", Name: "frame-too-short", Severity: diag.Warning, Title: "a frame that is not longer than the plan",
		Why:   "A plan of the same time is no plan of several years: it is an earlier version, or another file was meant.",
		Since: "0.3",
		Frame: `period: {from: 2025-01-01, to: 2026-12-31}
`,
		Bad: `frame: «2025-2026.yaml»
period: {from: 2025-01-01, to: 2026-12-31}
`,
		Good: `frame: 2025-2026.yaml
period: {from: 2025-01-01, to: 2025-12-31}
`},
	Run: func(c *Context) {
		f := c.Budget.Frame
		if f == nil || !c.Plan.Period.IsIn(f.Plan.Period) || !f.Plan.Period.IsIn(c.Plan.Period) {
			return
		}
		c.Report("frame", c.frameSpan(), fmt.Sprintf("the frame is of the same time as this plan, %s", dates(f.Plan.Period.From.Value, f.Plan.Period.To.Value)),
			"name the plan of several years; the plan of the year before is `previous`",
			diag.Related{Span: f.Plan.Period.Span(), Note: "the period of the frame"})
	},
})
