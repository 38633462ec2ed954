package check

import (
	"fmt"
	"time"

	"github.com/isuplan/isuplan/pkg/diag"
	"github.com/isuplan/isuplan/pkg/plan"
)

var _ = register(Rule{
	Rule: diag.Rule{Code: "S128", Name: "milestone-off", Severity: diag.Note, Title: "a milestone long before or after the times of its activity",
		Why:   "The timeline draws it far from the bar of the work that leads to it; as a rule the month is a slip.",
		Since: "0.3",
		Bad: `period: {from: 2025-01-01, to: 2025-12-31}
outcomes:
  - id: universal
    text: The Convention has become more universal.
    outputs:
      - id: support
        text: States Parties are supported.
        activities:
          - {id: advise, text: Advise States Parties., when: Q1 to Q2, milestones: [{text: The guide is published., date: «2025-11-30»}]}
`,
		Good: `period: {from: 2025-01-01, to: 2025-12-31}
outcomes:
  - id: universal
    text: The Convention has become more universal.
    outputs:
      - id: support
        text: States Parties are supported.
        activities:
          - {id: advise, text: Advise States Parties., when: Q1 to Q2, milestones: [{text: The guide is published., date: 2025-06-30}]}
`},
	Run: func(c *Context) {
		for a := range c.activities() {
			times := c.times(a)
			if len(times) == 0 || len(times) < len(a.When) {
				continue
			}
			first, last := times[0].From, times[0].To
			for _, t := range times[1:] {
				if t.From.Before(first) {
					first = t.From
				}
				if t.To.After(last) {
					last = t.To
				}
			}
			c.milestonesOff(a, first, last)
		}
	},
})

// A milestone may lie somewhat outside the times of its activity: a date is agreed on before a
// workshop, and its report is out after it. Months:
const (
	monthsBefore = 3
	monthsAfter  = 1
)

// milestonesOff reports the milestones of an activity that lie far from its first and last day.
func (c *Context) milestonesOff(a plan.Activity, first, last time.Time) {
	for i, m := range a.Milestones {
		if !m.Date.IsSet() {
			continue
		}
		side := ""
		switch at := m.Date.Value; {
		case at.To.Before(first.AddDate(0, -monthsBefore, 0)):
			side = fmt.Sprintf("more than three months before the activity begins, on %s", date(first))
		case at.From.After(last.AddDate(0, 0, 1).AddDate(0, monthsAfter, -1)):
			side = fmt.Sprintf("more than a month after the activity ends, on %s", date(last))
		default:
			continue
		}
		c.Report(subject("activities/"+a.ID.Value, i, m.ID), m.Date.Span(), "this milestone lies "+side,
			"check its month, and the times of the activity under `when`")
	}
}
