package check

import (
	"fmt"
	"strings"

	"github.com/isuplan/isuplan/pkg/diag"
	"github.com/isuplan/isuplan/pkg/refs"
	"github.com/isuplan/isuplan/pkg/schema"
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
		used := c.quotedActors()
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
					"name it by `responsible`, `partners` or `owner` or in a text, or take it out")
			}
		}
	},
})

// quotedActors returns the actors whose names texts quote.
func (c *Context) quotedActors() map[string]bool {
	quoted := map[string]bool{}
	prose().Walk(c.Plan.Node, func(f schema.Found) {
		if !strings.Contains(f.Node.Text(), "${actors.") {
			return
		}
		segments, _ := refs.Split(f.Node, f.Node.Text())
		for _, s := range segments {
			if rest, is := strings.CutPrefix(s.Name, "actors."); is {
				id, _, _ := strings.Cut(rest, ".")
				quoted[id] = true
			}
		}
	})
	return quoted
}
