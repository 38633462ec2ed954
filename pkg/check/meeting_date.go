package check

import (
	"fmt"
	"strings"
	"time"

	"github.com/isuplan/isuplan/pkg/diag"
	"github.com/isuplan/isuplan/pkg/plan"
	"github.com/isuplan/isuplan/pkg/source"
)

var _ = register(Rule{
	Rule: diag.Rule{Code: "D101", Name: "meeting-date", Severity: diag.Warning, Title: "a meeting before its own document",
		Why:   "The masthead names the meeting that will consider the document; a wrong year there is printed on page one.",
		Since: "0.1",
		Bad: `document:
  date: 2024-06-03
  meeting: {name: Twelfth Meeting, place: Geneva, from: «2023-09-11», to: 2023-09-14}
`,
		Good: `document:
  date: 2024-06-03
  meeting: {name: Twelfth Meeting, place: Geneva, from: 2024-09-10, to: 2024-09-13}
`},
	Expires: true,
	Run: func(c *Context) {
		d := c.Plan.Document
		if d.Meeting.From.IsSet() && d.Meeting.To.IsSet() && !c.meetingIsOver(d) {
			c.deadline(d)
		}
	},
})

// meetingIsOver reports a meeting that ended before its document was written.
func (c *Context) meetingIsOver(d plan.Document) bool {
	var facts []string
	var related []diag.Related
	latest := d.Meeting.From.Value
	compare := func(at source.At[time.Time], fact, note string) {
		if at.IsSet() && d.Meeting.To.Value.Before(at.Value) {
			facts = append(facts, fact+" "+date(at.Value))
			related = append(related, diag.Related{Span: at.Span(), Note: note})
			if at.Value.After(latest) {
				latest = at.Value
			}
		}
	}
	compare(d.Date, "the document is dated", "the document's date")
	compare(d.Submitted.On, "it was submitted on", "the submission")
	if len(facts) == 0 {
		return false
	}
	c.Report("document/meeting", d.Meeting.From.Span(),
		fmt.Sprintf("the meeting is on %s, but %s, when the meeting was over",
			dates(d.Meeting.From.Value, d.Meeting.To.Value), strings.Join(facts, " and ")),
		fmt.Sprintf("check the year of the meeting; %d would be the first in which these days come after the document",
			nextYear(d.Meeting.From.Value, latest)), related...)
	return true
}

// nextYear returns the first year in which the month and day of a date come after
// another date.
func nextYear(day, after time.Time) int {
	for !day.After(after) {
		day = day.AddDate(1, 0, 0)
	}
	return day.Year()
}

// deadline reports a submission that came too late.
func (c *Context) deadline(d plan.Document) {
	s := d.Submitted
	if !s.On.IsSet() || !s.Deadline.IsSet() {
		return
	}
	days := int(d.Meeting.From.Value.Sub(s.On.Value) / (24 * time.Hour))
	if days >= s.Deadline.Value {
		return
	}
	c.Report("document/meeting", s.On.Span(),
		fmt.Sprintf("submitted on %s, %s before the meeting of %s; the deadline is %s before it",
			date(s.On.Value), count(max(0, days), "day"), date(d.Meeting.From.Value), count(s.Deadline.Value, "day")),
		"the last day to submit is "+date(d.Meeting.From.Value.AddDate(0, 0, -s.Deadline.Value))+"; check the dates",
		diag.Related{Span: d.Meeting.From.Span(), Note: "the meeting begins"},
		diag.Related{Span: s.Deadline.Span(), Note: "the deadline"})
}
