package check

import (
	"fmt"

	"github.com/isuplan/isuplan/pkg/diag"
)

var _ = register(Rule{
	Rule: diag.Rule{Code: "S123", Name: "nobodys-activity", Severity: diag.Note, Title: "an activity that nobody is responsible for, where others have somebody",
		Why:   "What is nobody's task is easily left undone.",
		Since: "0.3",
		Bad: `actors:
  - {id: unit, label: Implementation Support Unit}
outcomes:
  - id: universal
    text: The Convention has become more universal.
    outputs:
      - id: support
        text: States Parties are supported.
        activities:
          - {id: advise, text: Advise States Parties., responsible: unit}
          - {id: tour, text: «Visit the capitals.»}
`,
		Good: `actors:
  - {id: unit, label: Implementation Support Unit}
outcomes:
  - id: universal
    text: The Convention has become more universal.
    outputs:
      - id: support
        text: States Parties are supported.
        activities:
          - {id: advise, text: Advise States Parties., responsible: unit}
          - {id: tour, text: Visit the capitals., responsible: unit}
`},
	NeedsComplete: true,
	AboutThings:   true,
	Run: func(c *Context) {
		some := false
		for a := range c.activities() {
			some = some || len(a.Responsible) > 0
		}
		if !some {
			return // this plan does not say who does what
		}
		for a := range c.activities() {
			if !a.Wrote("responsible") {
				c.Report("activities/"+a.ID.Value, textSpan(a.Text), fmt.Sprintf("nobody is responsible for activity `%s`", a.ID.Value),
					"say who is: \"responsible: …\", by the id of an actor")
			}
		}
	},
})
