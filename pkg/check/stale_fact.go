package check

import (
	"fmt"
	"time"

	"github.com/isuplan/isuplan/pkg/diag"
	"github.com/isuplan/isuplan/pkg/schema"
	"github.com/isuplan/isuplan/pkg/source"
)

var _ = register(Rule{
	Rule: diag.Rule{Code: "R103", Name: "stale-fact", Severity: diag.Warning, Title: "a fact of another time",
		Why:   "“As at” tells the reader how fresh a figure is; one from last year, or from after the document's own date, was not looked up anew.",
		Since: "0.1",
		Bad: `facts:
  states_parties: {value: 112, as_at: «2022-09-01»}
assumptions:
  - That the ${facts.states_parties} States Parties pay their contributions.
  - That the host State provides the rooms.
`,
		Good: `facts:
  states_parties: {value: 112, as_at: 2024-06-01}
assumptions:
  - That the ${facts.states_parties} States Parties pay their contributions.
  - That the host State provides the rooms.
`},
	Expires: true,
	Run: func(c *Context) {
		for id, f := range schema.Values(c.Plan.Facts) {
			c.age("facts/"+id, fmt.Sprintf("the fact `%s`", id), f.AsAt)
			var first source.At[time.Time]
			for _, part := range f.Sum {
				for other, o := range schema.Values(c.Plan.Facts) {
					if other != part.Value || !o.AsAt.IsSet() {
						continue
					}
					if !first.IsSet() {
						first = o.AsAt
					} else if !o.AsAt.Value.Equal(first.Value) {
						c.Report("facts/"+other, o.AsAt.Span(), fmt.Sprintf("the sum `%s` adds up figures of two days, %s and %s", id, date(first.Value), date(o.AsAt.Value)),
							"take both from one day", diag.Related{Span: first.Span(), Note: "the other day"})
					}
				}
			}
		}
		for _, r := range c.Plan.Budget.Rates {
			c.age("budget/rates", fmt.Sprintf("the rate of the %s", r.Currency.Value), r.On)
		}
	},
})

// age reports a figure that is too old for the document, or younger than it.
func (c *Context) age(subject, label string, at source.At[time.Time]) {
	const usual = 365
	limit, day := usual, c.Plan.Document.Date
	if l := c.Plan.Limits.FactAge; l.IsSet() {
		limit = l.Value
	}
	if !at.IsSet() || !day.IsSet() {
		return
	}
	related := diag.Related{Span: day.Span(), Note: "the document's date"}
	switch age := int(day.Value.Sub(at.Value) / (24 * time.Hour)); {
	case age > limit:
		c.Report(subject, at.Span(), fmt.Sprintf("%s is of %s, %s before the document's date", label, date(at.Value), count(age, "day")),
			"look the figure up again; or, if it need not be fresher, set limits: {fact_age: …}", related)
	case age < 0:
		c.Report(subject, at.Span(), fmt.Sprintf("%s is of %s, after the document's date", label, date(at.Value)), "check both dates", related)
	}
}
