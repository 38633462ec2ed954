package check

import (
	"fmt"
	"strings"
	"time"

	"github.com/isuplan/isuplan/pkg/diag"
	"github.com/isuplan/isuplan/pkg/pattern"
	"github.com/isuplan/isuplan/pkg/source"
)

var _ = register(Rule{
	Rule: diag.Rule{Code: "D103", Name: "weekday", Severity: diag.Warning, Title: "a meeting at the weekend, or a date with another weekday",
		Why:   "Meetings begin and end on working days: a weekend is what a wrong year or a mistyped day looks like.",
		Since: "0.1",
		Bad: `document:
  meeting: {name: Twelfth Meeting, place: Geneva, from: «2024-09-08», to: 2024-09-13}
`,
		Good: `document:
  meeting: {name: Twelfth Meeting, place: Geneva, from: 2024-09-09, to: 2024-09-13}
`},
	Run: func(c *Context) {
		m := c.Plan.Document.Meeting
		c.weekend("document/meeting", "the meeting begins", m.From)
		c.weekend("document/meeting", "the meeting ends", m.To)
		for _, t := range c.Texts {
			if !t.figures || !strings.Contains(t.typed, "day") {
				continue
			}
			for _, at := range dayOfWeek().FindAllStringSubmatchIndex(t.typed, -1) {
				c.weekday(t, at)
			}
		}
	},
})

func (c *Context) weekend(subject, label string, day source.At[time.Time]) {
	if w := day.Value.Weekday(); day.IsSet() && (w == time.Saturday || w == time.Sunday) {
		c.Report(subject, day.Span(), fmt.Sprintf("%s on %s, a %s", label, date(day.Value), w), "check the day and the year")
	}
}

// dayOfWeek finds "Monday, 4 September 2017".
var dayOfWeek = pattern.Lazy(`\b(Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday),?\s+(\d{1,2})\s+(` + monthNames + `)\s+(\d{4})\b`)

func (c *Context) weekday(t Text, at []int) {
	group := func(i int) string { return t.typed[at[2*i]:at[2*i+1]] }
	day, err := time.Parse("2 January 2006", group(2)+" "+group(3)+" "+group(4))
	if err != nil {
		return // impossible-date says so
	}
	if name := day.Weekday().String(); name != group(1) {
		c.Report(t.Subject, t.Prose.Node.Part(at[0], at[1]), fmt.Sprintf("%s is a %s, not a %s", date(day), name, group(1)), "correct the weekday or the date")
	}
}
