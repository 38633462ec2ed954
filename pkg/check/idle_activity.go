package check

import (
	"fmt"

	"github.com/isuplan/isuplan/pkg/diag"
)

var _ = register(Rule{
	Rule: diag.Rule{Code: "S111", Name: "idle-activity", Severity: diag.Warning, Title: "an activity that serves nothing",
		Why:   "States Parties pay for their own mandate and priorities; an activity that serves none of them has to say why it is there.",
		Since: "0.1",
		Bad: `mandate:
  - {id: advice, text: Offer advice to States Parties.}
  - {id: records, text: Keep records of the meetings.}
outcomes:
  - id: universal
    text: The Convention has become more universal.
    outputs:
      - id: support
        text: States Parties are supported.
        activities:
          - {id: advise, text: Advise States Parties., serves: [mandate/advice]}
          - {id: archive, text: Keep the archive., serves: [mandate/records]}
          - {id: tour, text: «Visit the capitals.»}
`,
		Good: `mandate:
  - {id: advice, text: Offer advice to States Parties.}
  - {id: records, text: Keep records of the meetings.}
outcomes:
  - id: universal
    text: The Convention has become more universal.
    outputs:
      - id: support
        text: States Parties are supported.
        activities:
          - {id: advise, text: Advise States Parties., serves: [mandate/advice]}
          - {id: archive, text: Keep the archive., serves: [mandate/records]}
          - {id: tour, text: Visit the capitals., serves: [mandate/advice]}
`},
	NeedsComplete: true,
	AboutThings:   true,
	Run: func(c *Context) {
		serving, idle := 0, 0
		for a := range c.activities() {
			if len(a.Serves) > 0 {
				serving++
			} else {
				idle++
			}
		}
		if idle == 0 || serving <= idle {
			return // this plan does not say which activity serves what
		}
		for a := range c.activities() {
			if len(a.Serves) == 0 {
				c.Report("activities/"+a.ID.Value, textSpan(a.Text), fmt.Sprintf("activity `%s` serves no mandate item and no priority", a.ID.Value),
					"name what it serves: serves: [mandate/…]")
			}
		}
	},
})
