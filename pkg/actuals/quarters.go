package actuals

import (
	"fmt"
	"slices"
	"time"

	"github.com/isuplan/isuplan/pkg/plan"
)

// quarters read the quarters of accounts whose year does not begin in January. Q3 2026 may be July to September
// there, or the third quarter of a year that is called by the one in which it begins or ends. As many months as
// the budget's calendar gives a quarter, they are; the year is that by which all quarters of the file lie in the
// time of the accounts.
type quarters struct {
	isOwn bool      // the year is no calendar year
	begin [4]int    // the month in which each begins by the budget's calendar, 0 where it does not say
	from  time.Time // of the accounts
	to    time.Time
	named yearNaming // how the file calls the years
}

// yearNaming says which year stands beside a quarter.
type yearNaming int

const (
	unclearYear  yearNaming = iota
	ofTheQuarter            // that in which the quarter lies
	ofTheBegin              // that in which the accounts' year begins
	ofTheEnd
)

func quartersOf(p *plan.Plan, from, to time.Time) quarters {
	q := quarters{from: from, to: to, isOwn: from.Month() != time.January && to.Month() != time.December}
	for i := range q.begin {
		id := fmt.Sprintf("Q%d", i+1)
		if p.CalendarPart(id) == nil {
			continue
		}
		if t, fault := p.ReadTime(id); fault == plan.TimeIsClear && t.From.Day() == 1 && t.From.AddDate(0, 3, -1).Equal(t.To) {
			q.begin[i] = int(t.From.Month())
		}
	}
	return q
}

// learn finds out how a file calls years, by its quarters.
func (q *quarters) learn(dates []string) {
	if !q.isOwn {
		return
	}
	var ways []yearNaming
	for _, way := range []yearNaming{ofTheQuarter, ofTheBegin, ofTheEnd} {
		if !slices.ContainsFunc(dates, func(text string) bool {
			year, n, is := quarterIn(text)
			return is && (q.begin[n-1] == 0 || !q.holds(q.first(way, year, n)))
		}) {
			ways = append(ways, way)
		}
	}
	for _, way := range ways {
		if slices.ContainsFunc(dates, func(text string) bool {
			year, n, is := quarterIn(text)
			return is && !q.first(way, year, n).Equal(q.first(ways[0], year, n))
		}) {
			return
		}
	}
	if len(ways) > 0 {
		q.named = ways[0]
	}
}

// quarterIn reads a quarter and its year.
func quarterIn(text string) (year, n int, is bool) {
	p := aQuarter().FindStringSubmatch(text)
	if p == nil {
		return 0, 0, false
	}
	return number(p[2] + p[3]), number(p[1] + p[4]), true
}

// first returns the first day of a quarter whose year is named in one way.
func (q *quarters) first(way yearNaming, year, n int) time.Time {
	month := q.begin[n-1]
	isLate := month < int(q.from.Month()) // in the second calendar year of the accounts' year
	switch {
	case way == ofTheBegin && isLate:
		year++
	case way == ofTheEnd && !isLate:
		year--
	}
	return time.Date(year, time.Month(month), 1, 0, 0, 0, 0, time.UTC)
}

func (q *quarters) holds(first time.Time) bool {
	return !first.Before(q.from) && !first.AddDate(0, 3, -1).After(q.to)
}

// read returns the days of a quarter of the accounts' own year; it is false for what is none, and in accounts of calendar
// years.
func (q *quarters) read(text string) (first, last time.Time, why string, is bool) {
	year, n, is := quarterIn(text)
	switch {
	case !is, !q.isOwn && (q.begin[n-1] == 0 || q.begin[n-1] == 3*n-2):
		return first, last, "", false
	case !q.isOwn:
		first = q.first(ofTheQuarter, year, n)
		return first, first.AddDate(0, 3, -1), "", true
	case q.begin[n-1] == 0:
		return first, last, fmt.Sprintf("may be a quarter of the calendar's year or of the accounts', which begins in %s; write its months, such as %s, or give the budget a `calendar` with what it is: {id: q%d, label: %s}",
			q.from.Month(), q.from.Format("2006-01"), n, q.label(n)), true
	case q.named == unclearYear:
		return first, last, "is of a year that begins in " + q.from.Month().String() + ", and nobody can tell which: the year may be that in which the quarter, or the accounts' year, begins or ends; write its months, such as " + q.from.Format("2006-01"), true
	}
	first = q.first(q.named, year, n)
	return first, first.AddDate(0, 3, -1), "", true
}

// label is what a quarter of the accounts' year is called.
func (q *quarters) label(n int) string {
	first := q.from.AddDate(0, 3*(n-1), 0)
	return first.Month().String() + "–" + first.AddDate(0, 2, 0).Month().String()
}
