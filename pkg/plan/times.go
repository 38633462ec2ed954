package plan

import (
	"strconv"
	"strings"
	"time"

	"github.com/isuplan/isuplan/pkg/pattern"
)

var isTime = pattern.Lazy(timeForm)

// Time is when something is done: from a first to a last day, and in what it was written.
type Time struct {
	From, To time.Time
	Unit     TimeUnit
}

// TimeUnit is what a time is written in.
type TimeUnit uint8

// The units of times.
const (
	InDays TimeUnit = iota
	InMonths
	InQuarters
	InYears
)

// TimeFault is why a time cannot be read.
type TimeFault uint8

// The faults of times.
const (
	TimeIsClear  TimeFault = iota
	NoTime                 // it is no time at all
	NoSuchDay              // of the calendar
	WhichYear              // the period has several years
	WhichQuarter           // the period does not begin with a quarter of the year
	EndsBefore             // it begins
)

// ReadTime reads when something is done: a quarter, a month, a year or a day, or from one to
// another; or a part of the budget's calendar whose id or label is one of these. What lacks
// its year has that of the period.
func (p *Plan) ReadTime(written string) (Time, TimeFault) {
	t, fault := p.time(written)
	if fault != NoTime {
		return t, fault
	}
	for i := range p.Budget.Calendar {
		if v := &p.Budget.Calendar[i]; v.ID.Value == written {
			return p.time(v.Label.Value)
		}
	}
	return t, fault
}

func (p *Plan) time(written string) (Time, TimeFault) {
	first, last, isRange := cutRange(strings.Join(strings.Fields(written), " "))
	if !isRange {
		return p.moment(first)
	}
	if year := yearAtEnd(last); year != "" && yearAtEnd(first) == "" && !isDay().MatchString(first) {
		first += " " + year // March to May 2025
	}
	from, fault := p.moment(first)
	if fault != TimeIsClear {
		return from, fault
	}
	to, fault := p.moment(last)
	switch {
	case fault != TimeIsClear:
		return to, fault
	case to.To.Before(from.From):
		return from, EndsBefore
	case to.Unit != from.Unit:
		from.Unit = InDays
	}
	from.To = to.To
	return from, TimeIsClear
}

// cutRange parts a time at what leads from its begin to its end.
func cutRange(s string) (first, last string, is bool) {
	for _, sign := range []string{" to ", " – ", " - ", "–"} {
		if first, last, is = strings.Cut(s, sign); is {
			return first, last, true
		}
	}
	return s, "", false
}

var (
	isDay     = pattern.Lazy(`^[0-9]{4}-[0-9]{2}-[0-9]{2}$`)
	isQuarter = pattern.Lazy(`^[Qq][1-4]$`)
	isYear    = pattern.Lazy(`^(19|20|21)[0-9]{2}$`)
)

func yearAtEnd(s string) string {
	if last := s[strings.LastIndexByte(s, ' ')+1:]; isYear().MatchString(last) {
		return last
	}
	return ""
}

// moment reads a time without an end of its own.
func (p *Plan) moment(s string) (Time, TimeFault) {
	if isDay().MatchString(s) {
		day, err := time.Parse(time.DateOnly, s)
		if err != nil {
			return Time{}, NoSuchDay
		}
		return Time{From: day, To: day}, TimeIsClear
	}
	year, _ := strconv.Atoi(yearAtEnd(s))
	name := strings.TrimSpace(strings.TrimSuffix(s, yearAtEnd(s)))
	switch {
	case name == "" && year > 0:
		return months(year, 1, 12, InYears), TimeIsClear
	case isQuarter().MatchString(name):
		if first := p.Period.From.Value; year == 0 && first.Month() != time.January {
			return Time{}, WhichQuarter
		}
		return p.inYear(year, 3*int(name[1]-'1')+1, 3, InQuarters)
	}
	if month := monthNamed(name); month > 0 {
		return p.inYear(year, month, 1, InMonths)
	}
	return Time{}, NoTime
}

// months returns so many months from one of them on.
func months(year, first, count int, unit TimeUnit) Time {
	from := time.Date(year, time.Month(first), 1, 0, 0, 0, 0, time.UTC)
	return Time{From: from, To: from.AddDate(0, count, -1), Unit: unit}
}

// inYear returns months of a year, or of the one year of the period that has them; where none
// has, of the year in which the period begins, in which they lie outside of it.
func (p *Plan) inYear(year, first, count int, unit TimeUnit) (Time, TimeFault) {
	if year > 0 {
		return months(year, first, count, unit), TimeIsClear
	}
	if !p.Period.isSane() {
		return Time{}, WhichYear
	}
	found := Time{}
	for y := p.Period.From.Value.Year(); y <= p.Period.To.Value.Year(); y++ {
		t := months(y, first, count, unit)
		if !p.Period.Has(t) {
			continue
		}
		if !found.From.IsZero() {
			return Time{}, WhichYear
		}
		found = t
	}
	if found.From.IsZero() {
		found = months(p.Period.From.Value.Year(), first, count, unit)
	}
	return found, TimeIsClear
}

// Has reports whether a time lies in the period, from its first to its last day.
func (p *Period) Has(t Time) bool {
	return !t.From.Before(p.From.Value) && !t.To.After(p.To.Value)
}

// Holds reports whether a time belongs to the period: days lie in it, and months, quarters and years
// at its ends may be in it in part.
func (p *Period) Holds(t Time) bool {
	length := map[TimeUnit]int{InMonths: 1, InQuarters: 3, InYears: 12}[t.Unit]
	if length == 0 {
		return p.Has(t)
	}
	first, last := p.From.Value, p.To.Value
	begin := time.Date(first.Year(), (first.Month()-1)/time.Month(length)*time.Month(length)+1, 1, 0, 0, 0, 0, time.UTC)
	end := time.Date(last.Year(), (last.Month()-1)/time.Month(length)*time.Month(length)+1, 1, 0, 0, 0, 0, time.UTC).AddDate(0, length, -1)
	return !t.From.Before(begin) && !t.To.After(end)
}

// monthNamed returns the number of a month by its English name, in full or in three letters;
// 0 for no month.
func monthNamed(s string) int {
	for m := time.January; m <= time.December; m++ {
		if name := m.String(); strings.EqualFold(s, name) || strings.EqualFold(s, name[:3]) {
			return int(m)
		}
	}
	return 0
}
