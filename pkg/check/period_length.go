package check

import (
	"fmt"

	"github.com/isuplan/isuplan/pkg/diag"
)

var _ = register(Rule{
	Rule: diag.Rule{Code: "D115", Name: "period-length", Severity: diag.Warning, Title: "a period of more than ten years",
		Why:   "Work plans are for one year or a few; a period of many has a slip in one of its years, such as 2108 for 2018.",
		Since: "0.1",
		Bad: `period: {from: 2025-01-01, to: «2105-12-31»}
`,
		Good: `period: {from: 2025-01-01, to: 2025-12-31}
`},
	Run: func(c *Context) {
		const most = 10
		p := c.Plan.Period
		if !p.From.IsSet() || !p.To.IsSet() {
			return
		}
		from, to := p.From.Value, p.To.Value
		if years := to.AddDate(0, 0, 1).Year() - from.Year(); years > most {
			c.Report("period", p.To.Span(), fmt.Sprintf("the period %s has %s", dates(from, to), count(years, "year")), "check both years",
				diag.Related{Span: p.From.Span(), Note: "the period begins"})
		}
	},
})
