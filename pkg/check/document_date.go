package check

import (
	"fmt"
	"strconv"
	"time"

	"github.com/isuplan/isuplan/pkg/diag"
	"github.com/isuplan/isuplan/pkg/pattern"
	"github.com/isuplan/isuplan/pkg/plan"
	"github.com/isuplan/isuplan/pkg/source"
)

var _ = register(Rule{
	Rule: diag.Rule{Code: "D105", Name: "document-date", Severity: diag.Warning, Title: "a date of the masthead out of its order",
		Why:   "A document is submitted, dated, considered by its meeting and carried out, in this order; a date outside it is last year's or mistyped.",
		Since: "0.1",
		Bad: `document:
  date: «2024-05-03»
  submitted: {by: Implementation Support Unit, on: 2024-06-03}
`,
		Good: `document:
  date: 2024-06-03
  submitted: {by: Implementation Support Unit, on: 2024-06-03}
`},
	Run: func(c *Context) {
		d, p := c.Plan.Document, c.Plan.Period
		order := dateOrder{c, "document"}
		order.masthead(d)
		order.within(d.Date, p.From, 550, "the period begins on", "the document's date")
		if p.To.IsSet() && d.Date.IsSet() && p.To.Value.Before(d.Date.Value) {
			order.report(d.Date, p.To, fmt.Sprintf("the document is dated %s, when the period was over: it ended on %s", date(d.Date.Value), date(p.To.Value)))
		}
		if !c.Plan.Wrote("report") {
			return
		}
		of := c.Plan.Report.Document(d)
		order = dateOrder{c, "report"}
		order.masthead(of)
		order.before(c.Plan.Budget.Actuals.AsAt, of.Date, "it has what was spent up to", "the report is dated")
	},
})

// dateOrder compares dates of a masthead two by two.
type dateOrder struct {
	c  *Context
	of string // the document, or its report
}

// masthead compares the dates of a masthead, and the years of its codes with them.
func (o dateOrder) masthead(d plan.Document) {
	o.before(d.Submitted.On, d.Date, "it was submitted on", "the "+o.of+" is dated")
	o.within(d.Submitted.On, d.Date, 62, "the "+o.of+" is dated", "its submission")
	o.within(d.Date, d.Meeting.From, 366, "the meeting begins on", "the "+o.of+"'s date")
	o.within(d.Meeting.From, d.Meeting.To, 31, "the meeting ends on", "its first day")
	o.codes(d)
}

// before reports two dates in the wrong order.
func (o dateOrder) before(earlier, later source.At[time.Time], earlierText, laterText string) {
	if earlier.IsSet() && later.IsSet() && later.Value.Before(earlier.Value) {
		o.report(later, earlier, fmt.Sprintf("%s %s, but %s %s", laterText, date(later.Value), earlierText, date(earlier.Value)))
	}
}

// within reports two dates that are more than a number of days from each other.
func (o dateOrder) within(earlier, later source.At[time.Time], days int, label, since string) {
	if !earlier.IsSet() || !later.IsSet() {
		return
	}
	if gap := int(later.Value.Sub(earlier.Value) / (24 * time.Hour)); gap > days {
		o.report(later, earlier, fmt.Sprintf("%s %s, %s after %s, %s", label, date(later.Value), count(gap, "day"), since, date(earlier.Value)))
	}
}

func (o dateOrder) report(at, other source.At[time.Time], message string) {
	o.c.Report(o.of, at.Span(), message, "check both dates, above all their years", diag.Related{Span: other.Span(), Note: "the other date"})
}

var (
	jobYear    = pattern.Lazy(`\.(\d{2})-`)
	symbolYear = pattern.Lazy(`/((?:19|20)\d{2})(?:/|$)`)
)

// codes compares the years in the job number and the symbol with the masthead.
func (o dateOrder) codes(d plan.Document) {
	if m := jobYear().FindStringSubmatchIndex(d.Job.Value); m != nil && d.Date.IsSet() {
		year, _ := strconv.Atoi(d.Job.Value[m[2]:m[3]])
		if gap := d.Date.Value.Year()%100 - year; gap < 0 || gap > 1 {
			o.c.Report(o.of, d.Job.Node.Part(m[2], m[3]), fmt.Sprintf("the job number is of the year %02d, but the %s is dated %s", year, o.of, date(d.Date.Value)),
				"check the number and the date", diag.Related{Span: d.Date.Span(), Note: "the " + o.of + "'s date"})
		}
	}
	if m := symbolYear().FindStringSubmatchIndex(d.Symbol.Value); m != nil && d.Date.IsSet() {
		year, _ := strconv.Atoi(d.Symbol.Value[m[2]:m[3]])
		unknown := d.Wrote("meeting") && !d.Meeting.From.IsSet() // its year may be the symbol's
		if year != d.Date.Value.Year() && !unknown && (!d.Meeting.From.IsSet() || year != d.Meeting.From.Value.Year()) {
			o.c.Report(o.of, d.Symbol.Node.Part(m[2], m[3]), fmt.Sprintf("the symbol is of the year %d, but neither the %s nor its meeting is", year, o.of),
				"check the symbol", diag.Related{Span: d.Date.Span(), Note: "the " + o.of + "'s date"})
		}
	}
}
