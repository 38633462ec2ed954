package check

import (
	"fmt"

	"github.com/isuplan/isuplan/pkg/cost"
	"github.com/isuplan/isuplan/pkg/diag"
	"github.com/isuplan/isuplan/pkg/plan"
)

var _ = register(Rule{
	Rule: diag.Rule{Code: "S138", Name: "one-year-twice", Severity: diag.Warning, Title: "two values of an indicator for one year",
		Why:   "The table has two columns of the same year, and nobody knows which of the two values holds.",
		Since: "0.3",
		Bad: `period: {from: 2025-01-01, to: 2025-12-31}
outcomes:
  - id: universal
    text: The Convention has become more universal.
    outputs: [{id: support, text: States Parties are supported., activities: [{id: advise, text: Advise States Parties.}]}]
    indicators:
      - {id: parties, text: States Parties, targets: {2025: 115, «now»: 118}}
budget:
  currency: CHF
  columns: [{id: now, label: "2025", main: true}, {id: next, label: "2026"}]
  lines: [{id: salaries, label: Salaries, fixed: {now: 345054, next: 345054}}]
`,
		Good: `period: {from: 2025-01-01, to: 2025-12-31}
outcomes:
  - id: universal
    text: The Convention has become more universal.
    outputs: [{id: support, text: States Parties are supported., activities: [{id: advise, text: Advise States Parties.}]}]
    indicators:
      - {id: parties, text: States Parties, targets: {now: 115, next: 118}}
budget:
  currency: CHF
  columns: [{id: now, label: "2025", main: true}, {id: next, label: "2026"}]
  lines: [{id: salaries, label: Salaries, fixed: {now: 345054, next: 345054}}]
`},
	Run: func(c *Context) {
		c.Plan.EachIndicator(func(in *plan.Indicator) {
			c.yearTwice(in, in.Targets, "targets")
			c.yearTwice(in, in.Actual, "actual values")
		})
	},
})

func (c *Context) yearTwice(in *plan.Indicator, values cost.Series[plan.Measured], what string) {
	first := map[int]int{}
	keys := values.Keys()
	for i, key := range keys {
		year, ok := c.Plan.YearOf(key.Value)
		if !ok {
			continue
		}
		if at, twice := first[year]; twice {
			c.Report("indicators/"+in.ID.Value, key.Span(), fmt.Sprintf("`%s` has two %s for %s: under `%s` and under `%s`", in.ID.Value, what, c.Plan.Period.YearName(year), keys[at].Value, key.Value),
				"keep one of the two", diag.Related{Span: keys[at].Span(), Note: "the first"})
			continue
		}
		first[year] = i
	}
}
