package check

import (
	"fmt"

	"github.com/isuplan/isuplan/pkg/diag"
	"github.com/isuplan/isuplan/pkg/plan"
)

var _ = register(Rule{
	Rule: diag.Rule{Code: "S127", Name: "overlapping-times", Severity: diag.Note, Title: "two times of one activity that overlap",
		Why:   "What is done in March is done in the first quarter: one of the two is a slip, or says nothing.",
		Since: "0.3",
		Bad: `period: {from: 2025-01-01, to: 2025-12-31}
outcomes:
  - id: universal
    text: The Convention has become more universal.
    outputs:
      - id: support
        text: States Parties are supported.
        activities:
          - {id: advise, text: Advise States Parties., when: [Q1, «March to May»]}
`,
		Good: `period: {from: 2025-01-01, to: 2025-12-31}
outcomes:
  - id: universal
    text: The Convention has become more universal.
    outputs:
      - id: support
        text: States Parties are supported.
        activities:
          - {id: advise, text: Advise States Parties., when: [Q1, September to November]}
`},
	Run: func(c *Context) {
		for a := range c.activities() {
			times := c.times(a)
			for i := range times {
				for k := range i {
					if !times[i].From.After(times[k].To) && !times[k].From.After(times[i].To) {
						c.Report("activities/"+a.ID.Value, times[i].written.Span(), fmt.Sprintf("“%s” and “%s” overlap", times[k].written.Value, times[i].written.Value),
							"leave out what the other says already, or correct the times", diag.Related{Span: times[k].written.Span(), Note: "the other time"})
						break
					}
				}
			}
		}
	},
})

// writtenTime is a time, and how the plan writes it.
type writtenTime struct {
	plan.Time
	written plan.ID
}

// times returns the times of an activity that can be read.
func (c *Context) times(a plan.Activity) (times []writtenTime) {
	for _, w := range a.When {
		if t, fault := c.Plan.ReadTime(w.Value); fault == plan.TimeIsClear {
			times = append(times, writtenTime{t, w})
		}
	}
	return times
}
