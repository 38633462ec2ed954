package check

import (
	"fmt"
	"strings"

	"github.com/isuplan/isuplan/pkg/diag"
	"github.com/isuplan/isuplan/pkg/source"
)

var _ = register(Rule{
	Rule: diag.Rule{Code: "D106", Name: "left-over", Severity: diag.Warning, Title: "last year's date or number still in the masthead",
		Why:   "A plan made from last year's keeps its dates until somebody changes them; delegations read them as this year's.",
		Since: "0.1",
		Last: `document:
  date: 2023-06-02
  job: GE.23-10417
period: {from: 2024-01-01, to: 2024-12-31}
`,
		Bad: `document:
  date: 2024-06-03
  job: «GE.23-10417»
`,
		Good: `document:
  date: 2024-06-03
  job: GE.24-11052
`},
	NeedsComplete: true,
	Run: func(c *Context) {
		if c.Last == nil || c.Last.Plan.Period.From.Value.Equal(c.Plan.Period.From.Value) {
			return
		}
		d, last := c.Plan.Document, c.Last.Plan.Document
		same(c, "the document's date", d.Date, last.Date)
		same(c, "the day of submission", d.Submitted.On, last.Submitted.On)
		same(c, "the meeting's first day", d.Meeting.From, last.Meeting.From)
		same(c, "the meeting's last day", d.Meeting.To, last.Meeting.To)
		same(c, "the job number", d.Job, last.Job)
		same(c, "the symbol", d.Symbol, last.Symbol)
		same(c, "the name of the meeting", d.Meeting.Name, last.Meeting.Name)
		same(c, "the name of the next meeting", d.Meeting.Next, last.Meeting.Next)
	},
})

// same reports a value that should not be the year before's.
func same[T any](c *Context, label string, now, before source.At[T]) {
	if now.IsSet() && before.IsSet() && now.Node.Text() == before.Node.Text() && !strings.Contains(now.Node.Text(), "${") {
		c.Report("document", now.Span(), fmt.Sprintf("%s is still that of the year before", label), "write this year's",
			diag.Related{Span: before.Span(), Note: "the year before"})
	}
}
