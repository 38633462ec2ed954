package check

import (
	"fmt"

	"github.com/isuplan/isuplan/pkg/diag"
	"github.com/isuplan/isuplan/pkg/plan"
)

var _ = register(Rule{
	Rule: diag.Rule{Code: "S136", Name: "target-years", Severity: diag.Note, Title: "an indicator without a target for any year of the plan",
		Why:   "Nobody can say at the end of the plan whether it was reached: as a rule the years are those of another plan.",
		Since: "0.3",
		Bad: `period: {from: 2025-01-01, to: 2025-12-31}
outcomes:
  - id: universal
    text: The Convention has become more universal.
    outputs: [{id: support, text: States Parties are supported., activities: [{id: advise, text: Advise States Parties.}]}]
    indicators:
      - {id: parties, text: States Parties, targets: {«2023»: 110, 2024: 112}}
`,
		Good: `period: {from: 2025-01-01, to: 2025-12-31}
outcomes:
  - id: universal
    text: The Convention has become more universal.
    outputs: [{id: support, text: States Parties are supported., activities: [{id: advise, text: Advise States Parties.}]}]
    indicators:
      - {id: parties, text: States Parties, targets: {2024: 112, 2025: 115}}
`},
	Run: func(c *Context) {
		first, last := c.Plan.Period.FiscalYears()
		if !c.Plan.Period.From.IsSet() || !c.Plan.Period.To.IsSet() || last < first {
			return
		}
		c.Plan.EachIndicator(func(in *plan.Indicator) {
			keys, later := in.Targets.Keys(), false
			for _, key := range keys {
				year, ok := c.Plan.YearOf(key.Value)
				if !ok || year >= first && year <= last {
					return
				}
				later = later || year > last
			}
			if len(keys) == 0 {
				return
			}
			hint := "add one, or correct the years"
			if later {
				hint += "; nothing needs to be done where only the later year has one"
			}
			if c.Plan.Period.IsFiscal() {
				hint += fmt.Sprintf("; %s is written %d, after the year in which it begins", c.Plan.Period.YearName(first), first)
			}
			c.Report("indicators/"+in.ID.Value, keys[0].Span(), fmt.Sprintf("`%s` has no target for %s, of which the plan is", in.ID.Value, c.years()), hint)
		})
	},
})
