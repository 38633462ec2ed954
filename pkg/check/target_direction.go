package check

import (
	"fmt"

	"github.com/isuplan/isuplan/pkg/diag"
	"github.com/isuplan/isuplan/pkg/money"
	"github.com/isuplan/isuplan/pkg/plan"
	"github.com/isuplan/isuplan/pkg/source"
)

var _ = register(Rule{
	Rule: diag.Rule{Code: "S132", Name: "target-direction", Severity: diag.Note, Title: "a target on the wrong side of its baseline",
		Why:   "What is to rise in one year and to fall below where it began in another has a slip in one of the figures, or its baseline is not the right one.",
		Since: "0.3",
		Bad: `outcomes:
  - id: universal
    text: The Convention has become more universal.
    outputs: [{id: support, text: States Parties are supported., activities: [{id: advise, text: Advise States Parties.}]}]
    indicators:
      - {id: parties, text: States Parties, baseline: 112, targets: {2025: 115, 2026: «18»}}
`,
		Good: `outcomes:
  - id: universal
    text: The Convention has become more universal.
    outputs: [{id: support, text: States Parties are supported., activities: [{id: advise, text: Advise States Parties.}]}]
    indicators:
      - {id: parties, text: States Parties, baseline: 112, targets: {2025: 115, 2026: 118}}
`},
	Run: func(c *Context) { c.Plan.EachIndicator(c.direction) },
})

// direction reports a target that lies on the other side of the baseline than the first one that
// differs from it. Which side is meant nobody can know of one target alone, unless the plan says which
// values are better.
func (c *Context) direction(in *plan.Indicator) {
	base := in.Baseline.Value
	from, fromPercent, isNumber := base.Value.Counted()
	if !base.IsSet() || !isNumber {
		return
	}
	var first source.At[plan.Measured]
	side := money.Zero
	better := betterSign(in)
	for _, t := range in.Targets.Each() {
		to, toPercent, isNumber := t.Value.Aim()
		if !isNumber || fromPercent != toPercent && !isPercent(in) {
			continue
		}
		by := to.Sub(from)
		switch {
		case by.IsZero():
		case better != 0:
			if by.Sign() != better {
				c.Report("indicators/"+in.ID.Value, t.Span(), fmt.Sprintf("the target %s is worse than the baseline, %s: of this indicator, %s is better", t.Value.Words, base.Value.Words, in.Better.Value),
					"check the two figures, and `better`", diag.Related{Span: base.Span(), Note: "the baseline"}, diag.Related{Span: in.Better.Span(), Note: "which values are better"})
				return
			}
		case !first.IsSet():
			first, side = t, by
		case by.IsNegative() != side.IsNegative():
			c.Report("indicators/"+in.ID.Value, t.Span(),
				fmt.Sprintf("the target %s lies on the other side of the baseline, %s, than the target %s", t.Value.Words, base.Value.Words, first.Value.Words),
				"check the three figures",
				diag.Related{Span: base.Span(), Note: "the baseline"}, diag.Related{Span: first.Span(), Note: "the other target"})
			return
		}
	}
}
