package check

import (
	"fmt"
	"time"

	"github.com/isuplan/isuplan/pkg/diag"
	"github.com/isuplan/isuplan/pkg/plan"
	"github.com/isuplan/isuplan/pkg/source"
)

var _ = register(Rule{
	Rule: diag.Rule{Code: "S122", Name: "outside-period", Severity: diag.Error, Title: "a time or a milestone outside the period of the plan",
		Why:   "What is done in another year belongs into the plan of that year; as a rule the year is a slip.",
		Since: "0.3",
		Bad: `period: {from: 2025-01-01, to: 2025-12-31}
outcomes:
  - id: universal
    text: The Convention has become more universal.
    outputs:
      - id: support
        text: States Parties are supported.
        activities:
          - {id: advise, text: Advise States Parties., when: Q1 to Q3, milestones: [{text: The guide is published., date: «2024-06-30»}]}
`,
		Good: `period: {from: 2025-01-01, to: 2025-12-31}
outcomes:
  - id: universal
    text: The Convention has become more universal.
    outputs:
      - id: support
        text: States Parties are supported.
        activities:
          - {id: advise, text: Advise States Parties., when: Q1 to Q3, milestones: [{text: The guide is published., date: 2025-06-30}]}
`},
	Run: func(c *Context) {
		p := &c.Plan.Period
		if !p.From.IsSet() || !p.To.IsSet() || p.To.Value.Before(p.From.Value) {
			return
		}
		for a := range c.activities() {
			at := "activities/" + a.ID.Value
			for _, w := range a.When {
				if t, fault := c.Plan.ReadTime(w.Value); fault == plan.TimeIsClear && !p.Holds(t) {
					c.outside(at, w.Span(), "this time")
				}
			}
			for i, m := range a.Milestones {
				if m.Date.IsSet() && (m.Date.Value.From.After(p.To.Value) || m.Date.Value.To.Before(p.From.Value)) {
					c.outside(subject(at, i, m.ID), m.Date.Span(), "this milestone")
				}
			}
		}
	},
})

func (c *Context) outside(at string, span source.Span, noun string) {
	p := &c.Plan.Period
	c.Report(at, span, fmt.Sprintf("%s lies outside the period, which is from %s to %s", noun, p.From.Value.Format(time.DateOnly), p.To.Value.Format(time.DateOnly)),
		"correct its year, or leave it to the plan of the period in which it is")
}
