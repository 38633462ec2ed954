package check

import (
	"fmt"
	"slices"

	"github.com/isuplan/isuplan/pkg/diag"
	"github.com/isuplan/isuplan/pkg/money"
	"github.com/isuplan/isuplan/pkg/plan"
	"github.com/isuplan/isuplan/pkg/source"
)

var _ = register(Rule{
	Rule: diag.Rule{Code: "S147", Name: "falling-target", Severity: diag.Note, Title: "a target that is worse than that of the year before",
		Why:   "What is to get better from year to year and falls back in one of them has a slip in a figure, or two figures that changed places.",
		Since: "0.3",
		Bad: `outcomes:
  - id: universal
    text: The Convention has become more universal.
    outputs: [{id: support, text: States Parties are supported., activities: [{id: advise, text: Advise States Parties.}]}]
    indicators:
      - {id: parties, text: States Parties, baseline: 112, targets: {2025: 118, 2026: «115»}, better: more}
`,
		Good: `outcomes:
  - id: universal
    text: The Convention has become more universal.
    outputs: [{id: support, text: States Parties are supported., activities: [{id: advise, text: Advise States Parties.}]}]
    indicators:
      - {id: parties, text: States Parties, baseline: 112, targets: {2025: 115, 2026: 118}, better: more}
`},
	Run: func(c *Context) { c.Plan.EachIndicator(c.falling) },
})

// falling reports the first target that is worse than the one before it in time, where the plan says
// which values are better. What is counted anew each year may be fewer in one of them, so that it is a note.
func (c *Context) falling(in *plan.Indicator) {
	better := betterSign(in)
	if better == 0 {
		return
	}
	var before yearTarget
	for _, t := range c.targetsByYear(in) {
		if before.at.IsSet() && before.isPercent == t.isPercent && t.aim.Sub(before.aim).Sign() == -better {
			c.Report("indicators/"+in.ID.Value, t.at.Span(), fmt.Sprintf("the target for %s, %s, is worse than that for %s, %s: of this indicator, %s is better", c.Plan.Period.YearName(t.year), oneLine(t.at.Value.Words), c.Plan.Period.YearName(before.year), oneLine(before.at.Value.Words), in.Better.Value),
				"check both figures; nothing needs to be done where that is meant", diag.Related{Span: before.at.Span(), Note: "the year before"})
			return
		}
		before = t
	}
}

// betterSign is 1 where more is better, -1 where less is, and 0 where the plan does not say it.
func betterSign(in *plan.Indicator) int {
	return map[string]int{"more": 1, "less": -1}[in.Better.Value]
}

// yearTarget is a target of one year that is a number.
type yearTarget struct {
	year      int
	at        source.At[plan.Measured]
	aim       money.Decimal
	isPercent bool
}

// targetsByYear returns the targets that are numbers, in the order of their years.
func (c *Context) targetsByYear(in *plan.Indicator) (list []yearTarget) {
	for key, t := range in.Targets.Each() {
		year, ok := c.Plan.YearOf(key)
		if !ok {
			continue
		}
		if aim, percent, isNumber := t.Value.Aim(); isNumber {
			list = append(list, yearTarget{year, t, aim, percent})
		}
	}
	slices.SortStableFunc(list, func(a, b yearTarget) int { return a.year - b.year })
	return list
}
