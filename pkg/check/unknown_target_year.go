package check

import (
	"fmt"
	"strconv"

	"github.com/isuplan/isuplan/pkg/cost"
	"github.com/isuplan/isuplan/pkg/diag"
	"github.com/isuplan/isuplan/pkg/plan"
)

var _ = register(Rule{
	Rule: diag.Rule{Code: "S133", Name: "unknown-target-year", Severity: diag.Error, Title: "a target of a time that the plan does not know",
		Why:   "The table of the results would have a column that nobody understands.",
		Since: "0.3",
		Bad: `outcomes:
  - id: universal
    text: The Convention has become more universal.
    outputs: [{id: support, text: States Parties are supported., activities: [{id: advise, text: Advise States Parties.}]}]
    indicators:
      - {id: parties, text: States Parties, baseline: 112, targets: {2025: 115, «later»: 118}}
`,
		Good: `outcomes:
  - id: universal
    text: The Convention has become more universal.
    outputs: [{id: support, text: States Parties are supported., activities: [{id: advise, text: Advise States Parties.}]}]
    indicators:
      - {id: parties, text: States Parties, baseline: 112, targets: {2025: 115, 2026: 118}}
`},
	Run: func(c *Context) {
		c.Plan.EachIndicator(func(in *plan.Indicator) {
			for _, values := range []cost.Series[plan.Measured]{in.Targets, in.Actual} {
				for _, key := range values.Keys() {
					if !c.Plan.IsMeasuredIn(key.Value) {
						c.Report("indicators/"+in.ID.Value, key.Span(), fmt.Sprintf("`%s` is no year, and no column of the budget", key.Value), c.targetYear(key.Value))
					}
				}
			}
		})
	},
})

// targetYear says how a year is written, for what stands in its place.
func (c *Context) targetYear(written string) string {
	year := c.Plan.Period.From.Value.Year()
	if !c.Plan.Period.From.IsSet() {
		year = 2026
	}
	switch {
	case written == "value" || written == "target" || written == "total" || written == "all":
		return fmt.Sprintf("write the value alone, or behind its year, such as {%d: …}", year)
	case len(written) == 2 && written == strconv.Itoa(year)[2:]:
		return fmt.Sprintf("write %d", year)
	}
	return fmt.Sprintf("write a year, such as %d; what has two values in a year may be two indicators", year)
}
