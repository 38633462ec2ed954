package check

import (
	"github.com/isuplan/isuplan/pkg/diag"
	"github.com/isuplan/isuplan/pkg/plan"
)

var _ = register(Rule{
	Rule: diag.Rule{Code: "S121", Name: "unreadable-time", Severity: diag.Error, Title: "a time of an activity that cannot be read",
		Why:   "The timeline has to know from when to when an activity is done.",
		Since: "0.3",
		Bad: `outcomes:
  - id: universal
    text: The Convention has become more universal.
    outputs:
      - id: support
        text: States Parties are supported.
        activities:
          - {id: advise, text: Advise States Parties., when: «all year»}
`,
		Good: `outcomes:
  - id: universal
    text: The Convention has become more universal.
    outputs:
      - id: support
        text: States Parties are supported.
        activities:
          - {id: advise, text: Advise States Parties., when: Q1 to Q4}
`},
	Run: func(c *Context) {
		for a := range c.activities() {
			for _, w := range a.When {
				if _, fault := c.Plan.ReadTime(w.Value); fault != plan.TimeIsClear {
					message, hint := timeFault(c.Plan, fault, w.Value)
					c.Report("activities/"+a.ID.Value, w.Span(), message, hint)
				}
			}
		}
	},
})
