package check

import (
	"fmt"

	"github.com/isuplan/isuplan/pkg/diag"
	"github.com/isuplan/isuplan/pkg/plan"
)

var _ = register(Rule{
	Rule: diag.Rule{Code: "S135", Name: "actual-to-come", Severity: diag.Warning, Title: "an actual value of a year that is still to come",
		Why:   "What a year after the plan has come to nobody knows: it is a target, or the year is a slip.",
		Since: "0.3",
		Bad: `period: {from: 2025-01-01, to: 2025-12-31}
outcomes:
  - id: universal
    text: The Convention has become more universal.
    outputs: [{id: support, text: States Parties are supported., activities: [{id: advise, text: Advise States Parties.}]}]
    indicators:
      - {id: parties, text: States Parties, targets: {2025: 115, 2026: 118}, actual: {2025: 114, «2026»: 118}}
`,
		Good: `period: {from: 2025-01-01, to: 2025-12-31}
outcomes:
  - id: universal
    text: The Convention has become more universal.
    outputs: [{id: support, text: States Parties are supported., activities: [{id: advise, text: Advise States Parties.}]}]
    indicators:
      - {id: parties, text: States Parties, targets: {2025: 115, 2026: 118}, actual: {2025: 114}}
`},
	Run: func(c *Context) {
		_, last := c.Plan.Period.Years()
		if !c.Plan.Period.To.IsSet() {
			return
		}
		if day := c.writtenOn(); day.IsSet() && day.Value.Year() > last {
			last = day.Value.Year()
		}
		c.Plan.EachIndicator(func(in *plan.Indicator) {
			for _, key := range in.Actual.Keys() {
				if year, ok := c.Plan.YearOf(key.Value); ok && year > last {
					c.Report("indicators/"+in.ID.Value, key.Span(), fmt.Sprintf("the actual value of `%s` is of %d, which is after the plan's period", in.ID.Value, year),
						"correct the year; what is to be reached belongs under `targets`")
				}
			}
		})
	},
})
