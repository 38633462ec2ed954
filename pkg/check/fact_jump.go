package check

import (
	"fmt"

	"github.com/isuplan/isuplan/pkg/diag"
	"github.com/isuplan/isuplan/pkg/money"
	"github.com/isuplan/isuplan/pkg/schema"
)

var _ = register(Rule{
	Rule: diag.Rule{Code: "R106", Name: "fact-jump", Severity: diag.Note, Title: "a fact far from that of the year before",
		Why:   "A treaty gains a few States Parties a year; a figure that jumps is more often a slipped digit than news.",
		Since: "0.1",
		Last: `document:
  date: 2023-06-02
period: {from: 2024-01-01, to: 2024-12-31}
facts:
  states_parties: {value: 111, as_at: 2023-06-01}
`,
		Bad: `facts:
  states_parties: {value: «211», as_at: 2024-06-01}
`,
		Good: `facts:
  states_parties: {value: 112, as_at: 2024-06-01}
`},
	Run: func(c *Context) {
		const most = 10 // per cent
		if c.Last == nil {
			return
		}
		for id, f := range schema.Values(c.Plan.Facts) {
			for other, before := range schema.Values(c.Last.Plan.Facts) {
				if id != other || !f.Value.IsSet() || !before.Value.IsSet() {
					continue
				}
				now, then := f.Value.Value, before.Value.Value
				if now.Sub(then).Abs().Mul(money.Hundred).GreaterThan(then.Abs().Mul(money.New(most))) {
					c.Report("facts/"+id, f.Value.Span(), fmt.Sprintf("the fact `%s` is %s, after %s in the year before", id, now, then),
						"did a digit slip? Look the figure up again", diag.Related{Span: before.Value.Span(), Note: "the year before"})
				}
			}
		}
	},
})
