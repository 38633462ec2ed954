package plan

import (
	"strconv"
	"strings"
	"time"

	"github.com/isuplan/isuplan/pkg/pattern"
)

// ReadTime reads when something is done: a quarter, a half, a month, a year or a day, or from one to
// another; or all of the period. What lacks its year has that of the period. A part of the budget's
// calendar is the time that its label says, even where its id looks like another, such as q1.
func (p *Plan) ReadTime(written string) (Time, TimeFault) {
	written = strings.Join(strings.Fields(written), " ")
	if t, fault := p.moment(written); fault != NoTime {
		return t, fault
	}
	for _, sign := range rangeSigns {
		first, last, is := strings.Cut(written, sign)
		if !is {
			continue
		}
		if sign == "-" && isYear().MatchString(last) && yearAtEnd(first) == "" {
			return p.moment(first + " " + last) // Q4-2025
		}
		if sign == "-" && isYear().MatchString(first) && yearAtEnd(last) == "" {
			return p.moment(last + " " + first) // 2025-Q4
		}
		if t, fault := p.fromTo(strings.TrimSpace(first), strings.TrimSpace(last)); fault != NoTime {
			return t, fault
		}
	}
	return Time{}, NoTime
}

// fromTo reads a time by both its ends.
func (p *Plan) fromTo(first, last string) (Time, TimeFault) {
	if year := yearAtEnd(last); year != "" && yearAtEnd(first) == "" && !isDay().MatchString(first) && !p.isCalendar(first) {
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
	case from.Unit == Throughout || to.Unit == Throughout:
		return Time{}, NoTime
	case to.To.Before(from.From):
		return from, EndsBefore
	case to.Unit != from.Unit:
		from.Unit = InDays
	}
	from.To = to.To
	return from, TimeIsClear
}

// moment reads a time without an end of its own.
func (p *Plan) moment(s string) (Time, TimeFault) {
	plain, fault := p.plainMoment(s)
	part := p.CalendarPart(s)
	if part == nil {
		return plain, fault
	}
	bare := &Plan{Period: p.Period} // so that a label is no id in turn
	labelled, unread := bare.ReadTime(part.Label.Value)
	if unread != TimeIsClear {
		return plain, fault
	}
	if fault == TimeIsClear && plain.From.Equal(labelled.From) && plain.To.Equal(labelled.To) {
		return plain, fault // Q1 is printed as that
	}
	return labelled, TimeIsClear
}

// CalendarPart returns the part of the budget's calendar that a time names by its id, if it does.
func (p *Plan) CalendarPart(s string) *AxisValue {
	for i := range p.Budget.Calendar {
		if v := &p.Budget.Calendar[i]; v.ID.Value == s || isPart().MatchString(s) && strings.EqualFold(v.ID.Value, s) {
			return v
		}
	}
	return nil
}

// UntimedPart returns the part of the budget's calendar that a time names, by itself or at one of its ends,
// and of which neither its label nor its id says when it is; nil where there is none.
func (p *Plan) UntimedPart(written string) *AxisValue {
	first, last, _ := cutRange(strings.Join(strings.Fields(written), " "))
	for _, s := range []string{written, first, last} {
		if part := p.CalendarPart(s); part != nil {
			if _, fault := p.moment(s); fault != TimeIsClear {
				return part
			}
		}
	}
	return nil
}

func (p *Plan) isCalendar(s string) bool { return p.CalendarPart(s) != nil }

// IsOfCalendar reports a time that is written in ids of the budget's calendar: one, or from one to another.
func (p *Plan) IsOfCalendar(written string) bool {
	ids := func(s string) bool { return p.isCalendar(strings.TrimSpace(s)) }
	if ids(written) {
		return true
	}
	for _, sign := range rangeSigns {
		if first, last, is := strings.Cut(written, sign); is && ids(first) && ids(last) {
			return true
		}
	}
	return false
}

// rangeSigns lead from a time's begin to its end; the longer ones are looked for first.
var rangeSigns = []string{" to ", " – ", " - ", "–", "-"}

var (
	isDay   = pattern.Lazy(`^[0-9]{4}-[0-9]{2}-[0-9]{2}$`)
	isPart  = pattern.Lazy(`^(?:[Qq][1-4]|[Hh][12])$`) // of a year
	isYear  = pattern.Lazy(`^(19|20|21)[0-9]{2}$`)
	isWhole = pattern.Lazy(`(?i)^(?:ongoing|continuous|throughout)$`)
)

func yearAtEnd(s string) string {
	if last := s[strings.LastIndexByte(s, ' ')+1:]; isYear().MatchString(last) {
		return last
	}
	return ""
}

// bare is a quarter or a month without its year.
func bare(s string) string { return strings.TrimSpace(strings.TrimSuffix(s, yearAtEnd(s))) }

// plainMoment reads a moment as everybody does who does not know the budget's calendar.
func (p *Plan) plainMoment(s string) (Time, TimeFault) {
	if isDay().MatchString(s) {
		day, err := time.Parse(time.DateOnly, s)
		if err != nil {
			return Time{}, NoSuchDay
		}
		return Time{From: day, To: day}, TimeIsClear
	}
	if isWhole().MatchString(s) {
		return Time{From: p.Period.From.Value, To: p.Period.To.Value, Unit: Throughout}, TimeIsClear
	}
	year, _ := strconv.Atoi(yearAtEnd(s))
	name := bare(s)
	switch {
	case name == "" && year > 0:
		return timeFrom(year, 1, InYears), TimeIsClear
	case isPart().MatchString(name):
		if first := p.Period.From.Value; year == 0 && first.Month() != time.January {
			return Time{}, WhichQuarter
		}
		unit := InQuarters
		if strings.EqualFold(name[:1], "h") {
			unit = InHalves
		}
		return p.inYear(year, unit.Months()*int(name[1]-'1')+1, unit)
	}
	if month := monthNamed(name); month > 0 {
		return p.inYear(year, month, InMonths)
	}
	return Time{}, NoTime
}

// timeFrom returns the month, quarter, half or year that begins with a month.
func timeFrom(year, month int, unit TimeUnit) Time {
	from := time.Date(year, time.Month(month), 1, 0, 0, 0, 0, time.UTC)
	return Time{From: from, To: from.AddDate(0, unit.Months(), -1), Unit: unit}
}

// inYear returns such a time of a year, or of the one year of the period that has it; where none
// has, of the year in which the period begins, in which it lies outside of it.
func (p *Plan) inYear(year, month int, unit TimeUnit) (Time, TimeFault) {
	if year > 0 {
		return timeFrom(year, month, unit), TimeIsClear
	}
	if !p.Period.isSane() {
		return Time{}, WhichYear
	}
	found := Time{}
	for y := p.Period.From.Value.Year(); y <= p.Period.To.Value.Year(); y++ {
		t := timeFrom(y, month, unit)
		if !p.Period.Has(t) {
			continue
		}
		if !found.From.IsZero() {
			return Time{}, WhichYear
		}
		found = t
	}
	if found.From.IsZero() {
		found = timeFrom(p.Period.From.Value.Year(), month, unit)
	}
	return found, TimeIsClear
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
