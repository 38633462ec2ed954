package check

import (
	"cmp"
	"fmt"

	"github.com/isuplan/isuplan/pkg/budget"
	"github.com/isuplan/isuplan/pkg/diag"
	"github.com/isuplan/isuplan/pkg/states"
)

var _ = register(Rule{
	Rule: diag.Rule{Code: "B160", Name: "party-twice", Severity: diag.Error, Title: "a Party that is listed twice",
		Why:   "It would be asked to pay twice, and all others too little.",
		Since: "0.3",
		Bad: `budget:
  lines:
    - {id: salaries, label: Salaries, fixed: 345054}
  contributions:
    - id: assessed
      label: Contributions
      of: total
      parties:
        - {party: Viet Nam, scale: 0.093}
        - {party: «Vietnam», scale: 0.093}
`,
		Good: `budget:
  lines:
    - {id: salaries, label: Salaries, fixed: 345054}
  contributions:
    - id: assessed
      label: Contributions
      of: total
      parties:
        - {party: Viet Nam, scale: 0.093}
        - {party: Thailand, scale: 0.368}
`},
	AboutThings: true,
	Run: func(c *Context) {
		for _, shared := range c.Budget.Contributions {
			c.partyTwice(shared)
		}
	},
})

func (c *Context) partyTwice(shared *budget.Contribution) {
	seen := make(map[string]*budget.Share, len(shared.Parties))
	for i := range shared.Parties {
		p := &shared.Parties[i]
		key := cmp.Or(p.ID.Value, p.Label.Value) // a name of no letters that ids have
		if short, ok := states.Find(p.Label.Value); ok {
			key = short
		}
		first, twice := seen[key]
		if !twice {
			seen[key] = p
			continue
		}
		name := fmt.Sprintf("%s is listed twice", p.Label.Value)
		if p.Label.Value != first.Label.Value {
			name = fmt.Sprintf("%s is listed already, as %s", p.Label.Value, first.Label.Value)
		}
		c.Report(shared.Path(), p.Label.Span(), name, "take one of the two out", diag.Related{Span: first.Label.Span(), Note: "the first"})
	}
}
