package check

import (
	"fmt"

	"github.com/isuplan/isuplan/pkg/diag"
	"github.com/isuplan/isuplan/pkg/plan"
	"github.com/isuplan/isuplan/pkg/source"
)

var _ = register(Rule{
	Rule: diag.Rule{Code: "S143", Name: "frame-target", Severity: diag.Warning, Title: "a target that is another than in the plan of several years",
		Why:   "The same indicator has two targets for one year, in two documents that both were adopted.",
		Since: "0.3",
		Frame: `period: {from: 2025-01-01, to: 2028-12-31}
outcomes:
  - id: universal
    text: The Convention has become more universal.
    indicators: [{id: parties, text: States Parties, targets: {2025: 115, 2026: 118}}]
    outputs: [{id: support, text: States Parties are supported., activities: [{id: advise, text: Advise States Parties.}]}]
`,
		Bad: `frame: 2025-2028.yaml
outcomes:
  - id: universal
    text: The Convention has become more universal.
    indicators: [{id: parties, text: States Parties, targets: «118»}]
    outputs: [{id: support, text: States Parties are supported., activities: [{id: advise, text: Advise States Parties.}]}]
`,
		Good: `frame: 2025-2028.yaml
outcomes:
  - id: universal
    text: The Convention has become more universal.
    indicators: [{id: parties, text: States Parties, targets: 115}]
    outputs: [{id: support, text: States Parties are supported., activities: [{id: advise, text: Advise States Parties.}]}]
`},
	Run: func(c *Context) {
		c.eachTargetOfFrame(func(year int, in, other *plan.Indicator, now, target source.At[plan.Measured]) {
			if holdAgainst(in, &now.Value, other, &target.Value) != differs {
				return
			}
			c.Report("indicators/"+in.ID.Value, now.Span(),
				fmt.Sprintf("the target of `%s` for %s is %s, and %s in the frame", in.ID.Value, c.Plan.Period.YearName(year), oneLine(now.Value.Words), oneLine(target.Value.Words)),
				"write the target of the frame, or change it there too if it was changed since",
				diag.Related{Span: target.Span(), Note: "in the frame"})
		})
	},
})
