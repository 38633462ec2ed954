package check

import (
	"fmt"

	"github.com/isuplan/isuplan/pkg/diag"
	"github.com/isuplan/isuplan/pkg/plan"
	"github.com/isuplan/isuplan/pkg/schema"
)

var _ = register(Rule{
	Rule: diag.Rule{Code: "B166", Name: "unknown-count", Severity: diag.Error, Title: "a number of Parties that names no fact with a figure",
		Why:   "The list would be compared with nothing, and everybody would think that it was.",
		Since: "0.3",
		Bad: `facts:
  states_parties: {value: 2}
budget:
  lines:
    - {id: salaries, label: Salaries, fixed: 345054}
  contributions:
    - id: assessed
      label: Contributions
      of: total
      count: «state_parties»
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
	NeedsComplete: true,
	Run: func(c *Context) {
		for _, shared := range c.Budget.Contributions {
			if shared.Count.IsSet() {
				c.countNames(shared.Contribution)
			}
		}
	},
})

// countNames looks for the fact that says how many Parties there are. A sum of facts that
// cannot be worked out is fact-sum's.
func (c *Context) countNames(shared *plan.Contribution) {
	var ids []string
	path := shared.Path()
	for id, f := range schema.Values(c.Plan.Facts) {
		if id != shared.Count.Value {
			ids = append(ids, id)
			continue
		}
		if f.Text.IsSet() {
			c.Report(path, shared.Count.Span(), fmt.Sprintf("`count` names the fact `%s`, which is words and no figure", id), "give that fact a `value`", diag.Related{Span: f.Text.Span(), Note: "the words"})
		}
		return
	}
	hint := "add it to the `facts`, or take `count` out"
	if len(ids) > 0 {
		hint = diag.DidYouMean(shared.Count.Value, ids)
	}
	c.Report(path, shared.Count.Span(), fmt.Sprintf("`count` names the fact `%s`, which does not exist", shared.Count.Value), hint)
}
