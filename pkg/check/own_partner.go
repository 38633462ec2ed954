package check

import (
	"fmt"

	"github.com/isuplan/isuplan/pkg/diag"
)

var _ = register(Rule{
	Rule: diag.Rule{Code: "S126", Name: "own-partner", Severity: diag.Warning, Title: "an actor who is responsible for an activity, and its partner too",
		Why:   "Nobody is a partner of oneself: as a rule somebody else was meant.",
		Since: "0.3",
		Bad: `actors:
  - {id: unit, label: Implementation Support Unit}
  - {id: centre, label: Geneva Centre}
outcomes:
  - id: universal
    text: The Convention has become more universal.
    outputs:
      - id: support
        text: States Parties are supported.
        activities:
          - {id: advise, text: Advise States Parties., responsible: unit, partners: [centre, «unit»]}
`,
		Good: `actors:
  - {id: unit, label: Implementation Support Unit}
  - {id: centre, label: Geneva Centre}
outcomes:
  - id: universal
    text: The Convention has become more universal.
    outputs:
      - id: support
        text: States Parties are supported.
        activities:
          - {id: advise, text: Advise States Parties., responsible: unit, partners: [centre]}
`},
	Run: func(c *Context) {
		for a := range c.activities() {
			for _, partner := range a.Partners {
				for _, responsible := range a.Responsible {
					if partner.Value == responsible.Value {
						c.Report("activities/"+a.ID.Value, partner.Span(), fmt.Sprintf("`%s` is responsible for this activity, and its partner too", partner.Value),
							"take it out of one of the two, or name whom you meant", diag.Related{Span: responsible.Span(), Note: "the other"})
						break
					}
				}
			}
		}
	},
})
