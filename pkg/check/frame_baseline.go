package check

import (
	"fmt"
	"time"

	"github.com/isuplan/isuplan/pkg/diag"
	"github.com/isuplan/isuplan/pkg/plan"
	"github.com/isuplan/isuplan/pkg/source"
)

var _ = register(Rule{
	Rule: diag.Rule{Code: "S145", Name: "frame-baseline", Severity: diag.Note, Title: "a value of one day that is another in the plan of several years",
		Why:   "One thing was measured on one day, and two documents say two values of it.",
		Since: "0.3",
		Frame: `period: {from: 2025-01-01, to: 2028-12-31}
outcomes:
  - id: universal
    text: The Convention has become more universal.
    indicators: [{id: parties, text: States Parties, baseline: {value: 112, as_at: 2024-06-01}, targets: {2025: 115}}]
    outputs: [{id: support, text: States Parties are supported., activities: [{id: advise, text: Advise States Parties.}]}]
`,
		Bad: `frame: 2025-2028.yaml
outcomes:
  - id: universal
    text: The Convention has become more universal.
    indicators: [{id: parties, text: States Parties, baseline: {value: «111», as_at: 2024-06-01}, targets: 115}]
    outputs: [{id: support, text: States Parties are supported., activities: [{id: advise, text: Advise States Parties.}]}]
`,
		Good: `frame: 2025-2028.yaml
outcomes:
  - id: universal
    text: The Convention has become more universal.
    indicators: [{id: parties, text: States Parties, baseline: {value: 112, as_at: 2024-06-01}, targets: 115}]
    outputs: [{id: support, text: States Parties are supported., activities: [{id: advise, text: Advise States Parties.}]}]
`},
	Run: func(c *Context) {
		if c.under() == nil {
			return
		}
		above, keys := indicatorsOf(c.Budget.Frame.Plan), map[int][]string{}
		c.Plan.EachIndicator(func(in *plan.Indicator) {
			if other := above[in.ID.Value]; other != nil && other.Baseline.AsAt.IsSet() && isSameUnit(in, other) {
				c.baseline(in, other, keys)
			}
		})
	},
})

// baseline holds the baseline of an indicator, and what became of it, against the frame's baseline.
func (c *Context) baseline(in, other *plan.Indicator, keys map[int][]string) {
	day := other.Baseline.AsAt.Value.To
	report := func(now source.At[plan.Measured], what string) {
		if !now.IsSet() || !other.Baseline.Value.IsSet() || holdAgainst(in, &now.Value, other, &other.Baseline.Value.Value) != differs {
			return
		}
		c.Report("indicators/"+in.ID.Value, now.Span(),
			fmt.Sprintf("the %s is %s, and the frame has %s as at %s", what, oneLine(now.Value.Words), oneLine(other.Baseline.Value.Value.Words), moment(other.Baseline.AsAt.Value)),
			"check which of the two is right",
			diag.Related{Span: other.Baseline.Value.Span(), Note: "in the frame"})
	}
	if in.Baseline.AsAt.IsSet() && in.Baseline.AsAt.Value == other.Baseline.AsAt.Value {
		report(in.Baseline.Value, "baseline of `"+in.ID.Value+"`")
	}
	if year := day.Year(); !other.Baseline.AsAt.Value.IsMonth() && day.Month() == time.December && day.Day() == 31 { // what a year came to is known on its last day
		if keys[year] == nil {
			keys[year] = c.Plan.KeysOf(year)
		}
		if now, ok := plan.ValueOf(in.Actual, keys[year]); ok {
			report(now, fmt.Sprintf("actual value of `%s` for %d", in.ID.Value, year))
		}
	}
}
