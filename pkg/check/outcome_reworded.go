package check

import (
	"fmt"
	"strings"

	"github.com/isuplan/isuplan/pkg/diag"
	"github.com/isuplan/isuplan/pkg/plan"
	"github.com/isuplan/isuplan/pkg/refs"
)

var _ = register(Rule{
	Rule: diag.Rule{Code: "S141", Name: "outcome-reworded", Severity: diag.Note, Title: "an outcome in other words than in the plan of several years",
		Why:   "States Parties adopted the words of the frame. Other words may be meant, or may be left over from a draft.",
		Since: "0.3",
		Frame: `period: {from: 2025-01-01, to: 2028-12-31}
outcomes:
  - id: universal
    text: The Convention has become universal.
    outputs: [{id: support, text: States Parties are supported., activities: [{id: advise, text: Advise States Parties.}]}]
`,
		Bad: `frame: 2025-2028.yaml
outcomes:
  - id: universal
    text: «The Convention has become more universal.»
    outputs: [{id: support, text: States Parties are supported., activities: [{id: advise, text: Advise States Parties.}]}]
`,
		Good: `frame: 2025-2028.yaml
outcomes:
  - id: universal
    text: The Convention has become universal.
    outputs: [{id: support, text: States Parties are supported., activities: [{id: advise, text: Advise States Parties.}]}]
`},
	AboutThings: true,
	Run: func(c *Context) {
		f := c.under()
		if f == nil {
			return
		}
		above := outcomesOf(f.Plan)
		for i := range c.Plan.Outcomes {
			o := &c.Plan.Outcomes[i]
			other := above[o.ID.Value]
			if other == nil || wording(unquoted(o.Text)) == wording(unquoted(other.Text)) {
				continue
			}
			c.Report("outcomes/"+o.ID.Value, textSpan(o.Text), fmt.Sprintf("outcome `%s` has other words in the frame: “%s”", o.ID.Value, shorten(oneLine(unquoted(other.Text)))),
				"if the words of the frame still hold, write them here too",
				diag.Related{Span: textSpan(other.Text), Note: "in the frame"})
		}
	},
})

// unquoted is a text with dots in the place of the figures that it quotes, which are other ones in
// another plan.
func unquoted(p plan.Prose) string {
	segments, _ := refs.Split(p.Node, p.Value)
	var b strings.Builder
	for _, s := range segments {
		if s.IsRef() {
			b.WriteString("…")
		} else {
			b.WriteString(s.Text)
		}
	}
	return b.String()
}
