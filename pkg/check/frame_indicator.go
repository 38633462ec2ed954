package check

import (
	"fmt"

	"github.com/isuplan/isuplan/pkg/diag"
	"github.com/isuplan/isuplan/pkg/plan"
	"github.com/isuplan/isuplan/pkg/source"
)

var _ = register(Rule{
	Rule: diag.Rule{Code: "S144", Name: "frame-indicator", Severity: diag.Note, Title: "a target of the plan of several years for this year, which the plan does not have",
		Why:   "What the frame wants to be reached in this year is asked about when it is over, whether the plan of the year says it or not.",
		Since: "0.3",
		Frame: `period: {from: 2025-01-01, to: 2028-12-31}
outcomes:
  - id: universal
    text: The Convention has become more universal.
    indicators:
      - {id: parties, text: States Parties, targets: {2025: 115, 2026: 118}}
      - {id: regions, text: Regional meetings, targets: {2025: 3}}
    outputs: [{id: support, text: States Parties are supported., activities: [{id: advise, text: Advise States Parties.}]}]
`,
		Bad: `frame: 2025-2028.yaml
outcomes:
  - id: universal
    text: «The Convention has become more universal.»
    indicators: [{id: parties, text: States Parties, targets: 115}]
    outputs: [{id: support, text: States Parties are supported., activities: [{id: advise, text: Advise States Parties.}]}]
`,
		Good: `frame: 2025-2028.yaml
outcomes:
  - id: universal
    text: The Convention has become more universal.
    indicators: [{id: parties, text: States Parties, targets: 115}, {id: regions, text: Regional meetings, targets: 3}]
    outputs: [{id: support, text: States Parties are supported., activities: [{id: advise, text: Advise States Parties.}]}]
`},
	NeedsComplete: true,
	AboutThings:   true,
	Run: func(c *Context) {
		if c.under() == nil {
			return
		}
		kept, texts := indicatorsOf(c.Plan), map[string]bool{}
		for _, in := range kept {
			texts[wording(unquoted(in.Text))] = true
		}
		at := c.resultSpans()
		c.eachYear(func(year int, own, above []string) {
			var levels [3]source.Span // of the outcome, output and activity, where the plan has them
			c.Budget.Frame.Plan.EachMeasured(func(m *plan.Measures) {
				depth := len(m.Number) - 1
				levels[depth] = at[m.Path]
				here := levels[depth]
				for ; depth > 0 && !here.IsValid(); depth-- {
					here = levels[depth-1]
				}
				for i := range m.Indicators {
					in := &m.Indicators[i]
					now := kept[in.ID.Value]
					target, ok := plan.ValueOf(in.Targets, above)
					if !ok || now == nil && (!levels[0].IsValid() || texts[wording(unquoted(in.Text))]) {
						continue // of an outcome that is left out another rule tells
					}
					c.targetLeftOut(year, own, in, now, target, here)
				}
			})
		})
	},
})

// resultSpans returns where the results of the plan have their texts.
func (c *Context) resultSpans() map[string]source.Span {
	at := map[string]source.Span{}
	c.Plan.EachMeasured(func(m *plan.Measures) { at[m.Path] = textSpan(m.Text) })
	return at
}

// targetLeftOut reports a target of the frame where the plan lacks it, or its indicator.
func (c *Context) targetLeftOut(year int, own []string, in, now *plan.Indicator, target source.At[plan.Measured], here source.Span) {
	message := fmt.Sprintf("the frame has the indicator `%s`, “%s”, with the target %s for %s, and this plan lacks it", in.ID.Value, shorten(oneLine(unquoted(in.Text))), oneLine(target.Value.Words), c.Plan.Period.YearName(year))
	if now != nil {
		if _, isThere := plan.ValueOf(now.Targets, own); isThere || now.Targets.All.IsSet() {
			return
		}
		here = now.ID.Span()
		message = fmt.Sprintf("the frame has the target %s for %s, and this plan gives `%s` none for that year", oneLine(target.Value.Words), c.Plan.Period.YearName(year), in.ID.Value)
	}
	c.Report("indicators/"+in.ID.Value, here, message, "add it with its target, if the frame still holds",
		diag.Related{Span: target.Span(), Note: "the target in the frame"})
}
