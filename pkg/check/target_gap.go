package check

import (
	"fmt"

	"github.com/isuplan/isuplan/pkg/diag"
	"github.com/isuplan/isuplan/pkg/plan"
)

var _ = register(Rule{
	Rule: diag.Rule{Code: "S148", Name: "target-gap", Severity: diag.Note, Title: "an indicator with a target for every year but one",
		Why:   "The year that was left out has nothing to be held against, neither in the results framework nor in the annual plan.",
		Since: "0.3",
		Bad: `period: {from: 2025-01-01, to: 2028-12-31}
budget:
  columns: [{id: 2025}, {id: 2026}, {id: 2027}, {id: 2028}]
  lines:
    - {id: travel, label: Travel, fixed: 12000}
outcomes:
  - id: universal
    text: The Convention has become more universal.
    outputs: [{id: support, text: States Parties are supported., activities: [{id: advise, text: Advise States Parties.}]}]
    indicators:
      - {id: «parties», text: States Parties, targets: {2025: 115, 2026: 118, 2028: 122}}
`,
		Good: `period: {from: 2025-01-01, to: 2028-12-31}
budget:
  columns: [{id: 2025}, {id: 2026}, {id: 2027}, {id: 2028}]
  lines:
    - {id: travel, label: Travel, fixed: 12000}
outcomes:
  - id: universal
    text: The Convention has become more universal.
    outputs: [{id: support, text: States Parties are supported., activities: [{id: advise, text: Advise States Parties.}]}]
    indicators:
      - {id: parties, text: States Parties, targets: {2025: 115, 2026: 118, 2027: 120, 2028: 122}}
`},
	Run: func(c *Context) {
		first, last := c.Plan.Period.FiscalYears()
		if !c.Plan.Period.From.IsSet() || !c.Plan.Period.To.IsSet() || last-first < leastYears-1 {
			return
		}
		c.Plan.EachIndicator(func(in *plan.Indicator) {
			if year, ok := c.missingYear(in, first, last); ok {
				c.Report("indicators/"+in.ID.Value, in.ID.Span(), fmt.Sprintf("`%s` has a target for each year of %s but %s", in.ID.Value, c.years(), c.Plan.Period.YearName(year)),
					"add it; nothing needs to be done where that is meant")
			}
		})
	},
})

// leastYears is how many years a plan has in which one that is left out tells: of two or three, nobody
// knows whether every second one is meant.
const leastYears = 4

// missingYear returns the only year of the period that an indicator has no target for.
func (c *Context) missingYear(in *plan.Indicator, first, last int) (year int, ok bool) {
	has := map[int]bool{}
	for key := range in.Targets.Each() {
		y, known := c.Plan.YearOf(key)
		if !known {
			return 0, false
		}
		has[y] = true
	}
	for y := first; y <= last; y++ {
		switch {
		case has[y]:
		case ok:
			return 0, false
		default:
			year, ok = y, true
		}
	}
	return year, ok
}
