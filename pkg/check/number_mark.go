package check

import (
	"fmt"

	"github.com/isuplan/isuplan/pkg/diag"
	"github.com/isuplan/isuplan/pkg/plan"
	"github.com/isuplan/isuplan/pkg/source"
)

var _ = register(Rule{
	Rule: diag.Rule{Code: "S109", Name: "number-mark", Severity: diag.Warning, Title: "numbers with different marks behind them",
		Why:   "“Outcome 1:” above “Outcome 2.” looks careless in a list that delegations quote from.",
		Since: "0.1",
		Bad: `outcomes:
  - id: clearance
    text: Land is cleared.
    mark: «":"»
    outputs:
      - {id: clearance-support, text: Affected States are supported., activities: [{id: clearance-advise, text: Advise Affected States.}]}
  - id: assistance
    text: Victims are assisted.
    outputs:
      - {id: assistance-support, text: Survivors are supported., activities: [{id: assistance-advise, text: Advise Survivors.}]}
  - id: universal
    text: More States join.
    outputs:
      - {id: universal-support, text: Capitals are supported., activities: [{id: universal-advise, text: Advise Capitals.}]}
`,
		Good: `outcomes:
  - id: clearance
    text: Land is cleared.
    outputs:
      - {id: clearance-support, text: Affected States are supported., activities: [{id: clearance-advise, text: Advise Affected States.}]}
  - id: assistance
    text: Victims are assisted.
    outputs:
      - {id: assistance-support, text: Survivors are supported., activities: [{id: assistance-advise, text: Advise Survivors.}]}
  - id: universal
    text: More States join.
    outputs:
      - {id: universal-support, text: Capitals are supported., activities: [{id: universal-advise, text: Advise Capitals.}]}
`},
	NeedsComplete: true,
	Run: func(c *Context) {
		var outcomes, outputs []marked
		for _, o := range c.Plan.Outcomes {
			outcomes = append(outcomes, marked{"outcome", o.ID, o.Mark})
			for _, out := range o.Outputs {
				outputs = append(outputs, marked{"output", out.ID, out.Mark})
			}
		}
		c.marks(outcomes)
		c.marks(outputs)
	},
})

// marked is a thing with a number and the mark behind it.
type marked struct {
	kind string
	id   plan.ID
	mark source.At[string]
}

// marks reports the marks that differ from those of most; where no mark is given,
// the template's own stands.
func (c *Context) marks(things []marked) {
	count := map[string]int{}
	for _, t := range things {
		count[t.mark.Value]++
	}
	most := ""
	for _, t := range things {
		if count[t.mark.Value] > count[most] {
			most = t.mark.Value
		}
	}
	others := "the template's own"
	if most != "" {
		others = fmt.Sprintf("“%s”", most)
	}
	for _, t := range things {
		if t.mark.IsSet() && t.mark.Value != most {
			c.Report(t.kind+"s/"+t.id.Value, t.mark.Span(),
				fmt.Sprintf("the number of %s `%s` has the mark “%s”; most others have %s", t.kind, t.id.Value, t.mark.Value, others),
				"leave `mark` out, and all numbers look alike")
		}
	}
}
