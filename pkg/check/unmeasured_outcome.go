package check

import (
	"fmt"

	"github.com/isuplan/isuplan/pkg/diag"
	"github.com/isuplan/isuplan/pkg/plan"
)

var _ = register(Rule{
	Rule: diag.Rule{Code: "S130", Name: "unmeasured-outcome", Severity: diag.Note, Title: "an outcome without an indicator, where others have some",
		Why:   "Nobody can say at the year's end whether it was reached.",
		Since: "0.3",
		Bad: `outcomes:
  - id: universal
    text: The Convention has become more universal.
    outputs: [{id: support, text: States Parties are supported., activities: [{id: advise, text: Advise States Parties.}]}]
    indicators:
      - {id: parties, text: States Parties, baseline: 112, targets: 115}
  - id: machinery
    text: «The machinery has performed its mandate.»
    outputs: [{id: meetings, text: Meetings are held., activities: [{id: serve, text: Serve the meetings.}]}]
`,
		Good: `outcomes:
  - id: universal
    text: The Convention has become more universal.
    outputs: [{id: support, text: States Parties are supported., activities: [{id: advise, text: Advise States Parties.}]}]
    indicators:
      - {id: parties, text: States Parties, baseline: 112, targets: 115}
  - id: machinery
    text: The machinery has performed its mandate.
    outputs: [{id: meetings, text: Meetings are held., activities: [{id: serve, text: Serve the meetings.}]}]
    indicators:
      - {id: held, text: Meetings held as decided, targets: 4}
`},
	NeedsComplete: true,
	AboutThings:   true,
	Run: func(c *Context) {
		some := false
		for i := range c.Plan.Outcomes {
			some = some || len(c.Plan.Outcomes[i].Indicators) > 0
		}
		if !some {
			return // this plan measures outputs, or nothing
		}
		for i := range c.Plan.Outcomes {
			if o := &c.Plan.Outcomes[i]; !o.Wrote("indicators") && !isMeasuredBelow(o) {
				c.Report("outcomes/"+o.ID.Value, textSpan(o.Text), fmt.Sprintf("outcome `%s` has no indicator, though others have", o.ID.Value),
					"say how it is measured, under `indicators`")
			}
		}
	},
})

// isMeasuredBelow reports an outcome of which an output or an activity has indicators.
func isMeasuredBelow(o *plan.Outcome) bool {
	for i := range o.Outputs {
		if len(o.Outputs[i].Indicators) > 0 {
			return true
		}
		for k := range o.Outputs[i].Activities {
			if len(o.Outputs[i].Activities[k].Indicators) > 0 {
				return true
			}
		}
	}
	return false
}
