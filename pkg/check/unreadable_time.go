package check

import (
	"fmt"

	"github.com/isuplan/isuplan/pkg/diag"
	"github.com/isuplan/isuplan/pkg/plan"
)

var _ = register(Rule{
	Rule: diag.Rule{Code: "S121", Name: "unreadable-time", Severity: diag.Error, Title: "a time of an activity that cannot be read",
		Why:   "The timeline has to know from when to when an activity is done.",
		Since: "0.3",
		Bad: `outcomes:
  - id: universal
    text: The Convention has become more universal.
    outputs:
      - id: support
        text: States Parties are supported.
        activities:
          - {id: advise, text: Advise States Parties., when: «all year»}
`,
		Good: `outcomes:
  - id: universal
    text: The Convention has become more universal.
    outputs:
      - id: support
        text: States Parties are supported.
        activities:
          - {id: advise, text: Advise States Parties., when: Q1 to Q4}
`},
	Run: func(c *Context) {
		for a := range c.activities() {
			for _, w := range a.When {
				if _, fault := c.Plan.ReadTime(w.Value); fault != plan.TimeIsClear {
					message, hint := timeFault(c.Plan, fault, w.Value)
					c.Report("activities/"+a.ID.Value, w.Span(), message, hint)
				}
			}
		}
	},
})

// timeFault says why a time cannot be read, and what to write.
func timeFault(p *plan.Plan, fault plan.TimeFault, written string) (message, hint string) {
	year := p.Period.From.Value.Year()
	if part := p.CalendarPart(written); part != nil && (fault == plan.NoTime || fault == plan.WhichQuarter) {
		return fmt.Sprintf("“%s” is a part of the budget's calendar whose label does not say when it is", written),
			fmt.Sprintf("give it a label such as “July to September %d” in `calendar`, or write the months here", year)
	}
	switch fault {
	case plan.NoSuchDay:
		return fmt.Sprintf("“%s” has a day that the calendar does not have", written), "write dates as year-month-day, such as 2025-03-31"
	case plan.WhichYear:
		return fmt.Sprintf("the period has several of “%s”", written), fmt.Sprintf("write its year too: %s %d", written, year)
	case plan.WhichQuarter:
		return fmt.Sprintf("the period does not begin in January, and “%s” may be that of the year or of the period", written), fmt.Sprintf("write its months, such as January to March %d, or its year for that of the calendar", year+1)
	case plan.EndsBefore:
		return fmt.Sprintf("“%s” ends before it begins", written), "check both ends"
	}
	return fmt.Sprintf("“%s” is no time that can be read", written), "write a quarter, months or days of the period, such as Q1, Q2 to Q4, H1, March, March to May or 2025-03-01 to 2025-06-30, or “ongoing”"
}
