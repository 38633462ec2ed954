package check

import (
	"fmt"
	"time"

	"github.com/isuplan/isuplan/pkg/diag"
	"github.com/isuplan/isuplan/pkg/plan"
	"github.com/isuplan/isuplan/pkg/schema"
	"github.com/isuplan/isuplan/pkg/source"
)

var _ = register(Rule{
	Rule: diag.Rule{Code: "R105", Name: "fact-days", Severity: diag.Note, Title: "one fact of another day than all others",
		Why:   "Facts are looked up together; the one of another day is often the one that was forgotten.",
		Since: "0.1",
		Bad: `facts:
  states_parties: {value: 112, as_at: 2024-05-31}
  signatories: {value: 12, as_at: 2024-05-31}
  reports: {value: 47, as_at: «2024-03-31»}
`,
		Good: `facts:
  states_parties: {value: 112, as_at: 2024-05-31}
  signatories: {value: 12, as_at: 2024-05-31}
  reports: {value: 49, as_at: 2024-05-31}
`},
	Run: func(c *Context) {
		for id, f := range schema.Values(c.Plan.Facts) {
			c.oddDay(id, f)
		}
	},
})

// oddDay reports a fact whose day differs from the one day that all the others, several
// facts, share.
func (c *Context) oddDay(id string, f plan.Fact) {
	const several = 2
	if !f.AsAt.IsSet() {
		return
	}
	var common source.At[time.Time]
	others := 0
	for other, o := range schema.Values(c.Plan.Facts) {
		switch {
		case other == id || !o.AsAt.IsSet():
		case others > 0 && !o.AsAt.Value.Equal(common.Value):
			return
		default:
			common = o.AsAt
			others++
		}
	}
	if others >= several && !common.Value.Equal(f.AsAt.Value) {
		c.Report("facts/"+id, f.AsAt.Span(), fmt.Sprintf("the fact `%s` is of %s, all others are of %s", id, date(f.AsAt.Value), date(common.Value)),
			"check the date; if it is right, say so with a waiver", diag.Related{Span: common.Span(), Note: "another fact's day"})
	}
}
