package check

import (
	"fmt"
	"time"

	"github.com/isuplan/isuplan/pkg/diag"
	"github.com/isuplan/isuplan/pkg/plan"
	"github.com/isuplan/isuplan/pkg/source"
)

var _ = register(Rule{
	Rule: diag.Rule{Code: "S134", Name: "late-baseline", Severity: diag.Warning, Title: "a baseline of a day after the document",
		Why:   "Nobody can know on the day of the document what will be measured after it: the year of one of the two is a slip.",
		Since: "0.3",
		Bad: `document:
  date: 2024-06-03
outcomes:
  - id: universal
    text: The Convention has become more universal.
    outputs: [{id: support, text: States Parties are supported., activities: [{id: advise, text: Advise States Parties.}]}]
    indicators:
      - {id: parties, text: States Parties, baseline: {value: 112, as_at: «2025-04-30»}, targets: 115}
`,
		Good: `document:
  date: 2024-06-03
outcomes:
  - id: universal
    text: The Convention has become more universal.
    outputs: [{id: support, text: States Parties are supported., activities: [{id: advise, text: Advise States Parties.}]}]
    indicators:
      - {id: parties, text: States Parties, baseline: {value: 112, as_at: 2024-04-30}, targets: 115}
`},
	Run: func(c *Context) {
		written := c.writtenOn()
		if !written.IsSet() {
			return
		}
		c.Plan.EachIndicator(func(in *plan.Indicator) {
			if day := in.Baseline.AsAt; day.IsSet() && day.Value.From.After(written.Value) {
				c.Report("indicators/"+in.ID.Value, day.Span(), fmt.Sprintf("the baseline is of %s, and the document of %s", moment(day.Value), date(written.Value)),
					"check both dates", diag.Related{Span: written.Span(), Note: "the date of the document"})
			}
		})
	},
})

// writtenOn returns the day of the document, or of the report on it where that is later.
func (c *Context) writtenOn() source.At[time.Time] {
	day := c.Plan.Document.Date
	if report := c.Plan.Report.Date; report.IsSet() && report.Value.After(day.Value) {
		return report
	}
	return day
}
