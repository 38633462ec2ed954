package rollover

import (
	"strconv"
	"time"

	"github.com/isuplan/isuplan/pkg/ordinal"
	"github.com/isuplan/isuplan/pkg/plan"
)

const isoDay = time.DateOnly

// period rolls the period on, and names the old plan.
func (r *roller) period() {
	p := r.plan.Period
	r.put(p.From.Node, p.From.Value.AddDate(r.years, 0, 0).Format(isoDay))
	r.put(p.To.Node, p.To.Value.AddDate(r.years, 0, 0).Format(isoDay))
	switch {
	case r.plan.Previous.IsSet() && r.Previous != "":
		r.put(r.plan.Previous.Node, r.Previous)
	case r.plan.Previous.IsSet():
		r.remove(r.plan.Node, "previous")
	case r.Previous != "":
		r.above("period", "previous: "+r.Previous+"\n")
	}
}

// above puts a line above a key of the plan.
func (r *roller) above(key, line string) {
	for k := range r.plan.Node.Pairs() {
		if k.Text() == key {
			r.edits = append(r.edits, editAt(r.file, r.file.LineSpan(k.Start().Line).Start.Offset, line))
			return
		}
	}
}

// document rolls the masthead on: the meeting to the same weekday of the same week of
// its month, the dates before it by as much, the ordinals by one for each year.
func (r *roller) document() {
	d := r.plan.Document
	m := d.Meeting
	for _, name := range []plan.Prose{m.Name, m.Next, m.NextShort} {
		r.name(name)
	}
	from := meetingDay(d, r.years)
	if m.From.IsSet() {
		r.put(m.From.Node, from.Format(isoDay))
		r.put(m.To.Node, from.Add(m.To.Value.Sub(m.From.Value)).Format(isoDay))
		r.review(m.From.Span(), "the dates and the place of the meeting, which follow from those of the year before")
	}
	date, submitted := sameWeekday(d.Date.Value, r.years), sameWeekday(d.Submitted.On.Value, r.years)
	if d.Submitted.Deadline.IsSet() && m.From.IsSet() {
		if last := workday(from.AddDate(0, 0, -d.Submitted.Deadline.Value)); d.Submitted.On.IsSet() && submitted.After(last) {
			submitted = last
		}
	}
	if d.Submitted.On.IsSet() && date.Before(submitted) {
		date = submitted
	}
	r.put(d.Date.Node, date.Format(isoDay))
	r.put(d.Submitted.On.Node, submitted.Format(isoDay))
	r.review(d.Date.Span(), "the date of the document")
	r.numbers(d)
}

// name rolls the name of a meeting on: its ordinals, and the year that it is held in.
func (r *roller) name(old plan.Prose) {
	if !old.IsSet() {
		return
	}
	next := ordinal.AdvanceIn(r.plan.Document.Language.Value, old.Value, r.years)
	next = digitRun().ReplaceAllStringFunc(next, func(digits string) string {
		if n, _ := strconv.Atoi(digits); len(digits) == len("2018") && r.old.year(n) != "" {
			return year(n + r.years)
		}
		return digits
	})
	if next == old.Value {
		return
	}
	r.put(old.Node, scalar(next))
	r.known(old.Node)
	r.say("%s: %s", old.Value, next)
}

// numbers takes last year's numbers out: the new ones are assigned when the document
// is submitted.
func (r *roller) numbers(d plan.Document) {
	if d.Job.IsSet() {
		r.remove(d.Node, "job")
		r.review(d.Convention.Span(), "the job number, which was %s", d.Job.Value)
	}
	if d.Symbol.IsSet() {
		r.remove(d.Node, "symbol")
		r.review(d.Convention.Span(), "the symbol, which was %s", d.Symbol.Value)
	}
}

// meetingDay returns the first day of the new meeting. One that lies before its own
// document has a wrong year, and counts as that of the first year behind it.
func meetingDay(d plan.Document, years int) time.Time {
	from := d.Meeting.From.Value
	for !from.IsZero() && from.Before(d.Date.Value) {
		from = from.AddDate(1, 0, 0)
	}
	if from.Weekday() == time.Saturday || from.Weekday() == time.Sunday {
		from = workday(from)
	}
	return sameWeekOfMonth(from, years)
}

// sameWeekOfMonth returns the day of another year that is the same weekday of the same
// week of the month: the first Monday of September stays that.
func sameWeekOfMonth(day time.Time, years int) time.Time {
	const week = 7
	nth := (day.Day() - 1) / week
	first := time.Date(day.Year()+years, day.Month(), 1, 0, 0, 0, 0, time.UTC)
	ahead := (int(day.Weekday()) - int(first.Weekday()) + week) % week
	found := first.AddDate(0, 0, ahead+nth*week)
	if found.Month() != first.Month() { // a fifth Monday that this month does not have
		found = found.AddDate(0, 0, -week)
	}
	return found
}

// sameWeekday returns the nearest day to the same date of another year that is the same
// weekday.
func sameWeekday(day time.Time, years int) time.Time {
	const week, half = 7, 3
	same := day.AddDate(years, 0, 0)
	ahead := (int(day.Weekday()) - int(same.Weekday()) + week) % week
	if ahead > half {
		ahead -= week
	}
	return same.AddDate(0, 0, ahead)
}

// workday returns a day, or the Friday before it where it is at the weekend.
func workday(day time.Time) time.Time {
	for day.Weekday() == time.Saturday || day.Weekday() == time.Sunday {
		day = day.AddDate(0, 0, -1)
	}
	return day
}

// facts marks each fact as one of its own day.
func (r *roller) facts() {
	for _, f := range r.plan.Facts {
		if f.Value.AsAt.IsSet() && f.Value.Value.IsSet() {
			r.review(f.Key.Span(), "is it still %s? It was so on %s; write the day of the new figure too", f.Value.Value.Value, f.Value.AsAt.Node.Text())
		}
	}
	for _, rate := range r.plan.Budget.Rates {
		r.review(rate.Currency.Span(), "the rate of the %s, which is that of %s", rate.Currency.Value, rate.On.Node.Text())
	}
}
