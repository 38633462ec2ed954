package check

import (
	"fmt"

	"github.com/isuplan/isuplan/pkg/diag"
	"github.com/isuplan/isuplan/pkg/plan"
)

var _ = register(Rule{
	Rule: diag.Rule{Code: "S142", Name: "outcome-left-out", Severity: diag.Note, Title: "an outcome of the plan of several years with a target for this year, which the plan does not have",
		Why:   "A year need not deal with every outcome; but a target that was set for it is asked about when the year is over.",
		Since: "0.3",
		Frame: `period: {from: 2025-01-01, to: 2028-12-31}
outcomes:
  - id: universal
    text: The Convention has become more universal.
    indicators: [{id: parties, text: States Parties, targets: {2025: 115}}]
    outputs: [{id: support, text: States Parties are supported., activities: [{id: advise, text: Advise States Parties.}]}]
  - id: reports
    text: States Parties report in time.
    indicators: [{id: in-time, text: Reports in time, targets: {2025: 50, 2026: 60}}]
    outputs: [{id: help, text: States Parties receive help., activities: [{id: visit, text: Visit States Parties.}]}]
`,
		Bad: `frame: «2025-2028.yaml»
outcomes:
  - id: universal
    text: The Convention has become more universal.
    indicators: [{id: parties, text: States Parties, targets: {2025: 115}}]
    outputs: [{id: support, text: States Parties are supported., activities: [{id: advise, text: Advise States Parties.}]}]
`,
		Good: `frame: 2025-2028.yaml
outcomes:
  - id: universal
    text: The Convention has become more universal.
    indicators: [{id: parties, text: States Parties, targets: {2025: 115}}]
    outputs: [{id: support, text: States Parties are supported., activities: [{id: advise, text: Advise States Parties.}]}]
  - id: reports
    text: States Parties report in time.
    indicators: [{id: in-time, text: Reports in time, targets: 50}]
    outputs: [{id: help, text: States Parties receive help., activities: [{id: visit, text: Visit States Parties.}]}]
`},
	NeedsComplete: true,
	AboutThings:   true,
	Run: func(c *Context) {
		said := map[string]bool{}
		kept := indicatorsOf(c.Plan)
		c.eachYear(func(year int, _, above []string) {
			c.eachLeftOut(func(o *plan.Outcome, in *plan.Indicator) {
				target, ok := plan.ValueOf(in.Targets, above)
				if !ok || said[o.ID.Value] || kept[in.ID.Value] != nil {
					return
				}
				said[o.ID.Value] = true
				c.Report("outcomes/"+o.ID.Value, c.frameSpan(),
					fmt.Sprintf("the frame has a target for %d, %s (“%s”), under its outcome `%s`, which this plan does not have", year, oneLine(target.Value.Words), shorten(oneLine(unquoted(in.Text))), o.ID.Value),
					"add the outcome with what is done for it in this year, if anything is",
					diag.Related{Span: o.ID.Span(), Note: "the outcome in the frame"}, diag.Related{Span: target.Span(), Note: "the target"})
			})
		})
	},
})

// eachLeftOut shows the indicators below outcomes of the frame that the plan does not have, by their id
// or their words.
func (c *Context) eachLeftOut(see func(*plan.Outcome, *plan.Indicator)) {
	has := map[string]bool{}
	for i := range c.Plan.Outcomes {
		has[c.Plan.Outcomes[i].ID.Value] = true
		has["text "+wording(unquoted(c.Plan.Outcomes[i].Text))] = true
	}
	of := map[string]*plan.Outcome{}
	outcomes := c.Budget.Frame.Plan.Outcomes
	for i := range outcomes {
		if o := &outcomes[i]; !has[o.ID.Value] && !has["text "+wording(unquoted(o.Text))] {
			of[o.ID.Value] = o
		}
	}
	current := ""
	c.Budget.Frame.Plan.EachMeasured(func(m *plan.Measures) {
		if len(m.Number) == 1 {
			current = m.ID.Value
		}
		for i := range m.Indicators {
			if of[current] != nil {
				see(of[current], &m.Indicators[i])
			}
		}
	})
}
