package check

import (
	"fmt"

	"github.com/isuplan/isuplan/pkg/diag"
)

var _ = register(Rule{
	Rule: diag.Rule{Code: "S103", Name: "empty-result", Severity: diag.Warning, Title: "an outcome without outputs, or an output without activities",
		Why:   "A result that nothing brings about cannot be reported on at the end of the year.",
		Since: "0.1",
		Bad: `outcomes:
  - id: universal
    text: The Convention has become more universal.
    outputs:
      - {id: support, text: «States Parties are supported.», activities: []}
`,
		Good: `outcomes:
  - id: universal
    text: The Convention has become more universal.
    outputs:
      - {id: support, text: States Parties are supported., activities: [{id: advise, text: Advise States Parties.}]}
`},
	NeedsComplete: true,
	AboutThings:   true,
	Run: func(c *Context) {
		for _, o := range c.Plan.Outcomes {
			if len(o.Outputs) == 0 {
				c.Report("outcomes/"+o.ID.Value, textSpan(o.Text), fmt.Sprintf("outcome `%s` has no outputs", o.ID.Value),
					"add the outputs that lead to it, or take the outcome out")
			}
			for _, out := range o.Outputs {
				if len(out.Activities) == 0 {
					c.Report("outputs/"+out.ID.Value, textSpan(out.Text), fmt.Sprintf("output `%s` has no activities", out.ID.Value),
						"add the activities that bring it about, or take the output out")
				}
			}
		}
	},
})
