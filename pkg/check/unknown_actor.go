package check

import (
	"fmt"
	"slices"

	"github.com/isuplan/isuplan/pkg/diag"
	"github.com/isuplan/isuplan/pkg/plan"
	"github.com/isuplan/isuplan/pkg/schema"
)

var _ = register(Rule{
	Rule: diag.Rule{Code: "S120", Name: "unknown-actor", Severity: diag.Error, Title: "an activity or a risk of somebody whom the plan does not know",
		Why:   "The table of who does what would name somebody by an id that nobody can read.",
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
          - {id: advise, text: Advise States Parties., responsible: unit, partners: [«center»]}
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
	NeedsComplete: true,
	Run: func(c *Context) {
		ids := c.actorIDs()
		known := make(map[string]bool, len(ids))
		for _, id := range ids {
			known[id] = true
		}
		for i := range c.Plan.Risks {
			r := &c.Plan.Risks[i]
			for _, id := range r.Owner {
				if !known[id.Value] {
					c.Report("risks/"+r.ID.Value, id.Span(), fmt.Sprintf("`%s` is no actor of the plan", id.Value), c.unknownActor(id.Value, ids))
				}
			}
		}
		for a := range c.activities() {
			for _, list := range [][]plan.ID{a.Responsible, a.Partners} {
				for _, id := range list {
					if !known[id.Value] {
						c.Report("activities/"+a.ID.Value, id.Span(), fmt.Sprintf("`%s` is no actor of the plan", id.Value), c.unknownActor(id.Value, ids))
					}
				}
			}
		}
	},
})

// actorIDs returns the ids of all actors.
func (c *Context) actorIDs() []string {
	ids := make([]string, len(c.Plan.Actors))
	for i := range c.Plan.Actors {
		ids[i] = c.Plan.Actors[i].ID.Value
	}
	return ids
}

// everybody and nobody are words that people write for an actor who is none.
var (
	everybody = []string{"all", "everybody", "everyone", "any", "various", "several"}
	nobody    = []string{"none", "nobody", "na", "n-a", "nil", "tbd", "tbc", "open", "unknown", "vacant"}
)

// unknownActor says what to do about an actor whom the plan does not know: it may be called by its name, or be none.
func (c *Context) unknownActor(id string, known []string) string {
	for i := range c.Plan.Actors {
		a := &c.Plan.Actors[i]
		if id == schema.Slug(a.Label.Value) || a.Short.IsSet() && id == schema.Slug(a.Short.Value) {
			return fmt.Sprintf("write its id: %s", a.ID.Value)
		}
	}
	switch {
	case slices.Contains(everybody, id):
		return "name each of them, in a list"
	case slices.Contains(nobody, id):
		return "where there is nobody, delete the key"
	case diag.Suggest(id, known) != "":
		return diag.DidYouMean(id, known)
	}
	return fmt.Sprintf("add it to `actors`, such as {id: %s, label: …}", id)
}
