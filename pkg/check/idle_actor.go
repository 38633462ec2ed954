package check

import (
	"fmt"

	"github.com/isuplan/isuplan/pkg/diag"
)

var _ = register(Rule{
	Rule: diag.Rule{Code: "S124", Name: "idle-actor", Severity: diag.Note, Title: "an actor who does nothing",
		Why:   "The document names only those who do something, so that this one is missing from it.",
		Since: "0.3",
		Bad: `actors:
  - {id: unit, label: Implementation Support Unit}
  - {id: centre, label: «Geneva Centre»}
outcomes:
  - id: universal
    text: The Convention has become more universal.
    outputs:
      - id: support
        text: States Parties are supported.
        activities:
          - {id: advise, text: Advise States Parties., responsible: unit}
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
          - {id: advise, text: Advise States Parties., responsible: unit, partners: centre}
`},
	NeedsComplete: true,
	AboutThings:   true,
	Run: func(c *Context) {
		used := map[string]bool{}
		for a := range c.activities() {
			for _, id := range a.Responsible {
				used[id.Value] = true
			}
			for _, id := range a.Partners {
				used[id.Value] = true
			}
		}
		for i := range c.Plan.Risks {
			for _, id := range c.Plan.Risks[i].Owner {
				used[id.Value] = true
			}
		}
		for i := range c.Plan.Actors {
			if a := &c.Plan.Actors[i]; !used[a.ID.Value] {
				c.Report("actors/"+a.ID.Value, textSpan(a.Label), fmt.Sprintf("actor `%s` does nothing in this plan, and the document does not name it", a.ID.Value),
					"name it by `responsible`, `partners` or `owner`, or take it out")
			}
		}
	},
})
