package check

import (
	"fmt"

	"github.com/isuplan/isuplan/pkg/diag"
	"github.com/isuplan/isuplan/pkg/plan"
)

var _ = register(Rule{
	Rule: diag.Rule{Code: "S139", Name: "changed-target", Severity: diag.Warning, Title: "a target of a year that is over, which is another than in the plan of that year",
		Why:   "What was promised last year stays as it was promised: with another target, what was missed looks as if it had been reached.",
		Since: "0.3",
		Last: `document:
  date: 2023-06-02
period: {from: 2024-01-01, to: 2024-12-31}
outcomes:
  - id: universal
    text: The Convention has become more universal.
    outputs: [{id: support, text: States Parties are supported., activities: [{id: advise, text: Advise States Parties.}]}]
    indicators:
      - {id: parties, text: States Parties, targets: 112}
`,
		Bad: `period: {from: 2025-01-01, to: 2025-12-31}
outcomes:
  - id: universal
    text: The Convention has become more universal.
    outputs: [{id: support, text: States Parties are supported., activities: [{id: advise, text: Advise States Parties.}]}]
    indicators:
      - {id: parties, text: States Parties, targets: {2024: «108», 2025: 115}, actual: {2024: 108}}
`,
		Good: `period: {from: 2025-01-01, to: 2025-12-31}
outcomes:
  - id: universal
    text: The Convention has become more universal.
    outputs: [{id: support, text: States Parties are supported., activities: [{id: advise, text: Advise States Parties.}]}]
    indicators:
      - {id: parties, text: States Parties, targets: {2024: 112, 2025: 115}, actual: {2024: 108}}
`},
	Run: func(c *Context) {
		if c.Last == nil || !c.Plan.Period.BeginsAs(&c.Last.Plan.Period) {
			return
		}
		before := indicatorsOf(c.Last.Plan)
		first, last := c.Last.Plan.Period.FiscalYears()
		if own, _ := c.Plan.Period.FiscalYears(); c.Plan.Period.From.IsSet() {
			last = min(last, own-1, first+mostYears)
		}
		for year := first; year <= last; year++ {
			own, its := c.Plan.KeysOf(year), c.Last.Plan.KeysOf(year)
			c.Plan.EachIndicator(func(in *plan.Indicator) {
				if old := before[in.ID.Value]; old != nil {
					c.changedTarget(year, in, old, own, its)
				}
			})
		}
	},
})

func (c *Context) changedTarget(year int, in, old *plan.Indicator, own, its []string) {
	now, isThere := plan.ValueOf(in.Targets, own)
	was, wasThere := plan.ValueOf(old.Targets, its)
	if !isThere || !wasThere || holdAgainst(in, &now.Value, old, &was.Value) != differs {
		return
	}
	c.Report("indicators/"+in.ID.Value, now.Span(), fmt.Sprintf("the target of `%s` for %s is %s here, and was %s in the plan of that year", in.ID.Value, c.Plan.Period.YearName(year), oneLine(now.Value.Words), oneLine(was.Value.Words)),
		"write the target of that year's plan; what was reached belongs under `actual`", diag.Related{Span: was.Span(), Note: "the year before"})
}
