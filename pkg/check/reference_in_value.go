package check

import (
	"strings"

	"github.com/isuplan/isuplan/pkg/cost"
	"github.com/isuplan/isuplan/pkg/diag"
	"github.com/isuplan/isuplan/pkg/plan"
	"github.com/isuplan/isuplan/pkg/refs"
	"github.com/isuplan/isuplan/pkg/source"
)

var _ = register(Rule{
	Rule: diag.Rule{Code: "S137", Name: "reference-in-value", Severity: diag.Warning, Title: "a reference in a value of an indicator",
		Why:   "Values are figures that plans are compared by, so that references in them are not filled in: the document prints the reference itself.",
		Since: "0.3",
		Bad: `period: {from: 2025-01-01, to: 2025-12-31}
facts: {members: {value: 115}}
outcomes:
  - id: universal
    text: The Convention has become more universal.
    outputs: [{id: support, text: States Parties are supported., activities: [{id: advise, text: Advise States Parties.}]}]
    indicators:
      - {id: parties, text: States Parties, targets: "«${facts.members}» States"}
`,
		Good: `period: {from: 2025-01-01, to: 2025-12-31}
facts: {members: {value: 115}}
outcomes:
  - id: universal
    text: The Convention has become more universal.
    outputs: [{id: support, text: States Parties are supported., activities: [{id: advise, text: Advise States Parties.}]}]
    indicators:
      - {id: parties, text: States Parties, unit: States, targets: 115}
`},
	Run: func(c *Context) {
		c.Plan.EachIndicator(func(in *plan.Indicator) {
			c.referenceIn(in, in.Baseline.Value)
			for _, values := range []cost.Series[plan.Measured]{in.Targets, in.Actual} {
				for _, v := range values.Each() {
					c.referenceIn(in, v)
				}
			}
		})
	},
})

func (c *Context) referenceIn(in *plan.Indicator, v source.At[plan.Measured]) {
	if !v.IsSet() || !strings.Contains(v.Value.Words, "${") {
		return
	}
	segments, _ := refs.Split(v.Node, v.Value.Words)
	for _, s := range segments {
		if s.IsRef() {
			c.Report("indicators/"+in.ID.Value, v.Node.Part(s.From, s.To), "a reference in a value of an indicator is not filled in: the document prints it as it stands here",
				"write the figure itself; texts quote it by the indicator, such as ${indicators."+in.ID.Value+".target}")
			return
		}
	}
}
