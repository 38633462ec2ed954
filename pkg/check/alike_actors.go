package check

import (
	"fmt"

	"github.com/isuplan/isuplan/pkg/diag"
)

var _ = register(Rule{
	Rule: diag.Rule{Code: "S125", Name: "alike-actors", Severity: diag.Warning, Title: "two actors that tables call by one name",
		Why:   "Nobody can tell from the tables which of the two is meant.",
		Since: "0.3",
		Bad: `actors:
  - {id: unit, label: Implementation Support Unit, short: ISU}
  - {id: studies, label: Institute of Strategic Studies, short: «ISU»}
outcomes:
  - id: universal
    text: The Convention has become more universal.
    outputs:
      - id: support
        text: States Parties are supported.
        activities:
          - {id: advise, text: Advise States Parties., responsible: unit, partners: studies}
`,
		Good: `actors:
  - {id: unit, label: Implementation Support Unit, short: ISU}
  - {id: studies, label: Institute of Strategic Studies, short: ISS}
outcomes:
  - id: universal
    text: The Convention has become more universal.
    outputs:
      - id: support
        text: States Parties are supported.
        activities:
          - {id: advise, text: Advise States Parties., responsible: unit, partners: studies}
`},
	Run: func(c *Context) {
		first := make(map[string]int, len(c.Plan.Actors))
		for i := range c.Plan.Actors {
			a := &c.Plan.Actors[i]
			name := a.Label
			if a.Short.IsSet() {
				name = a.Short
			}
			said := c.entry(name)
			at, twice := first[said]
			if !twice || said == "" {
				first[said] = i
				continue
			}
			other := &c.Plan.Actors[at]
			c.Report("actors/"+a.ID.Value, name.Span(), fmt.Sprintf("tables call actor `%s` as they call actor `%s`", a.ID.Value, other.ID.Value),
				"give one of them another `short` name; or, if they are one, take one of them out", diag.Related{Span: textSpan(other.Label), Note: "the other actor"})
		}
	},
})
