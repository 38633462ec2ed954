package check

import (
	"fmt"

	"github.com/isuplan/isuplan/pkg/budget"
	"github.com/isuplan/isuplan/pkg/diag"
	"github.com/isuplan/isuplan/pkg/money"
	"github.com/isuplan/isuplan/pkg/source"
)

var _ = register(Rule{
	Rule: diag.Rule{Code: "B163", Name: "party-count", Severity: diag.Warning, Title: "another number of Parties than the text quotes",
		Why:   "A Party that is missing in the list pays nothing, and nobody sees it in a list of two hundred.",
		Since: "0.3",
		Bad: `facts:
  states_parties: {value: 3}
budget:
  lines:
    - {id: salaries, label: Salaries, fixed: 345054}
  contributions:
    - id: assessed
      label: Contributions
      of: total
      count: «states_parties»
      parties:
        - {party: Norway, scale: 0.679}
        - {party: Sweden, scale: 0.871}
`,
		Good: `facts:
  states_parties: {value: 2}
budget:
  lines:
    - {id: salaries, label: Salaries, fixed: 345054}
  contributions:
    - id: assessed
      label: Contributions
      of: total
      count: states_parties
      parties:
        - {party: Norway, scale: 0.679}
        - {party: Sweden, scale: 0.871}
`},
	AboutThings:   true,
	NeedsComplete: true,
	Run: func(c *Context) {
		for _, shared := range c.Budget.Contributions {
			c.partyCount(shared)
		}
	},
})

// partyCount compares the number of Parties with the fact that the contributions name, or,
// where they name none, with one that can only be that number: it is called so, and is out by
// a few.
func (c *Context) partyCount(shared *budget.Contribution) {
	count := money.New(int64(len(shared.Parties)))
	if shared.Count.IsSet() {
		if fact, ok := c.Names.Fact(shared.Count.Value); ok && !fact.Equal(count) {
			c.countDiffers(shared, shared.Count.Span(), shared.Count.Value, fact)
		}
		return
	}
	const few = 10 // per cent
	for _, id := range []string{"states_parties", "states-parties", "parties"} {
		fact, ok := c.Names.Fact(id)
		if !ok || fact.Equal(count) || fact.Sub(count).Abs().Mul(money.New(few)).GreaterThan(fact) {
			continue
		}
		c.countDiffers(shared, shared.ID.Span(), id, fact)
	}
}

func (c *Context) countDiffers(shared *budget.Contribution, at source.Span, id string, fact money.Decimal) {
	c.Report(shared.Path(), at, fmt.Sprintf("the list has %d Parties, but the text quotes %s (`facts.%s`)", len(shared.Parties), money.Number(fact, 0, ",", "."), id),
		"correct the list or the fact; if some Parties pay nothing, list them with a `scale` of 0")
}
