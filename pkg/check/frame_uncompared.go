package check

import (
	"fmt"

	"github.com/isuplan/isuplan/pkg/diag"
	"github.com/isuplan/isuplan/pkg/plan"
	"github.com/isuplan/isuplan/pkg/source"
)

var _ = register(Rule{
	Rule: diag.Rule{Code: "S146", Name: "frame-uncompared", Severity: diag.Note, Title: "a target that cannot be held against the one of the plan of several years",
		Why:   "One is a number and the other words, or they are of different units: whether the plan keeps to its frame only a reader can say.",
		Since: "0.3",
		Frame: `period: {from: 2025-01-01, to: 2028-12-31}
outcomes:
  - id: universal
    text: The Convention has become more universal.
    outputs: [{id: support, text: States Parties are supported., activities: [{id: advise, text: Advise States Parties.}]}]
    indicators:
      - {id: in-time, text: Reports in time, unit: per cent, targets: {2025: 50, 2026: 60}}
`,
		Bad: `frame: 2025-2028.yaml
period: {from: 2025-01-01, to: 2025-12-31}
outcomes:
  - id: universal
    text: The Convention has become more universal.
    outputs: [{id: support, text: States Parties are supported., activities: [{id: advise, text: Advise States Parties.}]}]
    indicators:
      - {id: in-time, text: Reports in time, unit: per cent, targets: «half of them»}
`,
		Good: `frame: 2025-2028.yaml
period: {from: 2025-01-01, to: 2025-12-31}
outcomes:
  - id: universal
    text: The Convention has become more universal.
    outputs: [{id: support, text: States Parties are supported., activities: [{id: advise, text: Advise States Parties.}]}]
    indicators:
      - {id: in-time, text: Reports in time, unit: per cent, targets: 50%}
`},
	Run: func(c *Context) {
		c.eachTargetOfFrame(func(year int, in, other *plan.Indicator, now, target source.At[plan.Measured]) {
			if holdAgainst(in, &now.Value, other, &target.Value) != unclearWhether {
				return
			}
			c.Report("indicators/"+in.ID.Value, now.Span(),
				fmt.Sprintf("the target of `%s` for %d, %s, cannot be compared with the frame's, %s", in.ID.Value, year, measuredAs(in, &now.Value), measuredAs(other, &target.Value)),
				"write it as the frame does, in the same unit",
				diag.Related{Span: target.Span(), Note: "in the frame"})
		})
	},
})

// measuredAs says a value with its unit.
func measuredAs(in *plan.Indicator, v *plan.Measured) string {
	said := oneLine(v.Words)
	if v.IsNumber && in.Unit.IsSet() {
		said += " " + oneLine(unquoted(in.Unit))
	}
	return "“" + said + "”"
}
