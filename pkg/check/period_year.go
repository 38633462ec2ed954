package check

import (
	"fmt"
	"time"

	"github.com/isuplan/isuplan/pkg/diag"
)

var _ = register(Rule{
	Rule: diag.Rule{Code: "D104", Name: "period-year", Severity: diag.Warning, Title: "a period that is not made of whole years",
		Why:   "Budgets are approved by the year: a period of eleven months, or one that overlaps the last, is a slip in a date.",
		Since: "0.1",
		Bad: `period: {from: 2025-01-01, to: «2025-11-30»}
`,
		Good: `period: {from: 2025-01-01, to: 2025-12-31}
`},
	Run: func(c *Context) {
		p := c.Plan.Period
		if !p.From.IsSet() || !p.To.IsSet() || p.To.Value.Before(p.From.Value) {
			return
		}
		from, after := p.From.Value, p.To.Value.AddDate(0, 0, 1)
		switch {
		case from.Month() != after.Month() || from.Day() != after.Day():
			at := p.To
			if from.Day() != 1 {
				at = p.From
			}
			c.Report("period", at.Span(), fmt.Sprintf("the period %s is not a whole number of years", dates(from, p.To.Value)), aYear(from))
		case c.Last != nil && c.Last.Plan.Period.To.IsSet() && !c.Last.Plan.Period.To.Value.AddDate(0, 0, 1).Equal(from):
			last := c.Last.Plan.Period
			c.Report("period", p.From.Span(), fmt.Sprintf("the period begins on %s, but that of the year before ended on %s", date(from), date(last.To.Value)),
				"check the year", diag.Related{Span: last.To.Span(), Note: "the period of the year before"})
		}
	},
})

// aYear says what a whole year from a day would be.
func aYear(from time.Time) string {
	if from.Day() != 1 {
		from = time.Date(from.Year(), time.January, 1, 0, 0, 0, 0, time.UTC)
	}
	return fmt.Sprintf("a whole year would be %s", dates(from, from.AddDate(1, 0, -1)))
}
