package check

import (
	"fmt"

	"github.com/isuplan/isuplan/pkg/diag"
)

var _ = register(Rule{
	Rule: diag.Rule{Code: "D108", Name: "several-years", Severity: diag.Note, Title: "a period of more than one year",
		Why:   "An annual plan with a period of two years has a slip in a year; a plan of several years has it on purpose.",
		Since: "0.1",
		Bad: `period: {from: 2025-01-01, to: «2026-12-31»}
`,
		Good: `period: {from: 2025-01-01, to: 2025-12-31}
`},
	Run: func(c *Context) {
		p := c.Plan.Period
		if !p.From.IsSet() || !p.To.IsSet() || len(c.Budget.Columns) > 1 { // a column for each year
			return
		}
		years := p.To.Value.AddDate(0, 0, 1).Year() - p.From.Value.Year()
		if after := p.To.Value.AddDate(0, 0, 1); years > 1 && after.Month() == p.From.Value.Month() && after.Day() == p.From.Value.Day() {
			c.Report("period", p.To.Span(), fmt.Sprintf("the period is %s long", count(years, "year")), "nothing needs to be done where that is meant",
				diag.Related{Span: p.From.Span(), Note: "it begins here"})
		}
	},
})
