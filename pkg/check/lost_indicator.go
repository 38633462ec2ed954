package check

import (
	"fmt"

	"github.com/isuplan/isuplan/pkg/diag"
	"github.com/isuplan/isuplan/pkg/plan"
)

var _ = register(Rule{
	Rule: diag.Rule{Code: "S131", Name: "lost-indicator", Severity: diag.Note, Title: "an indicator of the year before that this plan does not have",
		Why:   "What was promised last year has to be reported on, and an indicator that is dropped in silence looks like a target that was missed.",
		Since: "0.3",
		Last: `document:
  date: 2023-06-02
period: {from: 2024-01-01, to: 2024-12-31}
outcomes:
  - id: universal
    text: The Convention has become more universal.
    indicators: [{id: parties, text: States Parties, targets: 112}, {id: regions, text: Regional meetings, targets: 3}]
    outputs: [{id: support, text: States Parties are supported., activities: [{id: advise, text: Advise States Parties.}]}]
`,
		Bad: `outcomes:
  - id: universal
    text: «The Convention has become more universal.»
    indicators: [{id: parties, text: States Parties, targets: 115}]
    outputs: [{id: support, text: States Parties are supported., activities: [{id: advise, text: Advise States Parties.}]}]
`,
		Good: `outcomes:
  - id: universal
    text: The Convention has become more universal.
    indicators: [{id: parties, text: States Parties, targets: 115}, {id: regions, text: Regional meetings, targets: 3}]
    outputs: [{id: support, text: States Parties are supported., activities: [{id: advise, text: Advise States Parties.}]}]
`},
	NeedsComplete: true,
	AboutThings:   true,
	Run: func(c *Context) {
		if c.Last == nil {
			return
		}
		kept, texts, results := map[string]bool{}, map[string]bool{}, map[string]*plan.Measures{}
		c.Plan.EachMeasured(func(m *plan.Measures) {
			results[m.Path] = m
			for i := range m.Indicators {
				kept[m.Indicators[i].ID.Value] = true
				texts[oneLine(m.Indicators[i].Text.Value)] = true
			}
		})
		c.Last.Plan.EachMeasured(func(m *plan.Measures) {
			now := results[m.Path]
			for i := range m.Indicators {
				in := &m.Indicators[i]
				if now == nil || kept[in.ID.Value] || texts[oneLine(in.Text.Value)] {
					continue // the result itself is gone, which a comparison says
				}
				c.Report(m.Path, textSpan(now.Text), fmt.Sprintf("the indicator `%s` of the year before is gone: “%s”", in.ID.Value, oneLine(in.Text.Value)),
					"keep it, with what became of it under `actual`, or say why it was dropped")
			}
		})
	},
})
