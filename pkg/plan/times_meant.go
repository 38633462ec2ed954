package plan

import (
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/isuplan/isuplan/pkg/pattern"
)

// What people write of times that a plan writes otherwise.
var (
	yearAndQuarter = pattern.Lazy(`^((?:19|20|21)[0-9]{2})[ /.-]?q([1-4])$`)
	quarterAndYear = pattern.Lazy(`^(?:q|quarter )([1-4])(?:[ /.,-]+(?:of )?((?:19|20|21)[0-9]{2}))?$`)
	namedQuarter   = pattern.Lazy(`^(?:the )?(first|second|third|fourth|last|1st|2nd|3rd|4th) quarter(?:[ ,]+(?:of )?((?:19|20|21)[0-9]{2}))?$`)
	half           = pattern.Lazy(`^(?:(?:the )?(first|second|1st|2nd) half(?: of(?: the year)?)?|h([12]))(?:[ /,-]+((?:19|20|21)[0-9]{2}))?$`)
	yearAndMonth   = pattern.Lazy(`^((?:19|20|21)[0-9]{2})-([01]?[0-9])$`)
	monthAndYear   = pattern.Lazy(`^([01]?[0-9])[/.-]((?:19|20|21)[0-9]{2})$`)
	namedMonth     = pattern.Lazy(`^([a-z]{3,9})\.?(?:[ ,/-]+(?:of )?((?:19|20|21)[0-9]{2}))?$`)
	dayMonthYear   = pattern.Lazy(`^([0-3]?[0-9])(?:st|nd|rd|th)? ([a-z]{3,9})\.?,? ((?:19|20|21)[0-9]{2})$`)
	monthDayYear   = pattern.Lazy(`^([a-z]{3,9})\.? ([0-3]?[0-9])(?:st|nd|rd|th)?,? ((?:19|20|21)[0-9]{2})$`)
	dotted         = pattern.Lazy(`^([0-3]?[0-9])\.([01]?[0-9])\.((?:19|20|21)[0-9]{2})$`)
)

// TimeMeant returns the times that a text surely means which is none as it stands, such as Q2 2025 for
// “2025-Q2”, or two for “Q1 and Q3”; none where it is not certain.
func TimeMeant(written string) []string {
	s := strings.ToLower(strings.Join(strings.Fields(written), " "))
	if len(s) > 64 {
		return nil
	}
	if one := rangeMeant(s); one != "" {
		return []string{one}
	}
	for _, sign := range []string{";", ", ", ",", " and ", " & ", " + "} {
		var list []string
		for part := range strings.SplitSeq(s, sign) {
			list = append(list, rangeMeant(strings.TrimSpace(part)))
		}
		if len(list) > 1 && !slices.Contains(list, "") {
			return list
		}
	}
	return nil
}

// rangeMeant returns the time that one text means, with its end where it has one.
func rangeMeant(s string) string {
	if m := momentMeant(s); m != "" {
		return m
	}
	between, isBetween := strings.CutPrefix(s, "between ")
	if !isBetween {
		between = strings.TrimPrefix(s, "from ")
	}
	for _, sign := range []string{" to ", " until ", " till ", " through ", " and ", " – ", " — ", " - ", "–", "—", " / ", "/", "-"} {
		if sign == " and " && !isBetween {
			continue
		}
		first, last, is := strings.Cut(between, sign)
		if from, to := momentMeant(first), momentMeant(last); is && from != "" && to != "" {
			return from + " to " + to
		}
	}
	return ""
}

// momentMeant returns the quarter, month, year or day that a text means.
func momentMeant(s string) string {
	if isDay().MatchString(s) || isYear().MatchString(s) {
		return s
	}
	ordinals := map[string]string{"first": "1", "1st": "1", "second": "2", "2nd": "2", "third": "3", "3rd": "3", "fourth": "4", "4th": "4", "last": "4"}
	if m := yearAndQuarter().FindStringSubmatch(s); m != nil {
		return "Q" + m[2] + " " + m[1]
	}
	if m := quarterAndYear().FindStringSubmatch(s); m != nil {
		return strings.TrimSpace("Q" + m[1] + " " + m[2])
	}
	if m := namedQuarter().FindStringSubmatch(s); m != nil {
		return strings.TrimSpace("Q" + ordinals[m[1]] + " " + m[2])
	}
	if m := half().FindStringSubmatch(s); m != nil {
		return strings.TrimSpace("H" + ordinals[m[1]] + m[2] + " " + m[3])
	}
	if m := namedMonth().FindStringSubmatch(s); m != nil && monthMeant(m[1]) > 0 {
		return strings.TrimSpace(time.Month(monthMeant(m[1])).String() + " " + m[2])
	}
	return dayMeant(s)
}

// dayMeant returns the day that a text means, or the month that it gives in figures.
func dayMeant(s string) string {
	if m := yearAndMonth().FindStringSubmatch(s); m != nil {
		return monthOf(m[2], m[1])
	}
	if m := monthAndYear().FindStringSubmatch(s); m != nil {
		return monthOf(m[1], m[2])
	}
	if m := dayMonthYear().FindStringSubmatch(s); m != nil {
		return dayOf(m[3], strconv.Itoa(monthMeant(m[2])), m[1])
	}
	if m := monthDayYear().FindStringSubmatch(s); m != nil {
		return dayOf(m[3], strconv.Itoa(monthMeant(m[1])), m[2])
	}
	if m := dotted().FindStringSubmatch(s); m != nil {
		return dayOf(m[3], m[2], m[1])
	}
	return ""
}

// monthOf is a month that was written in figures.
func monthOf(month, year string) string {
	n, _ := strconv.Atoi(month)
	if n < 1 || n > 12 {
		return ""
	}
	return time.Month(n).String() + " " + year
}

// dayOf is a day, "" for one that the calendar does not have.
func dayOf(year, month, day string) string {
	t, err := time.Parse("2006-1-2", year+"-"+month+"-"+strings.TrimPrefix(day, "0"))
	if err != nil {
		return ""
	}
	return t.Format(time.DateOnly)
}

// monthMeant is monthNamed for short forms of four letters too, and in any case.
func monthMeant(s string) int {
	if n := monthNamed(s); n > 0 || len(s) < 4 {
		return n
	}
	for m := time.January; m <= time.December; m++ {
		if strings.HasPrefix(strings.ToLower(m.String()), s) {
			return int(m)
		}
	}
	return 0
}

// WithYears returns a time whose ends have the first years of the period in which it can be read, for one that
// lacks them or has one of them; "" where there is none.
func (p *Plan) WithYears(written string) string {
	const most = 10 // years that are tried
	first, last, isRange := cutRange(strings.Join(strings.Fields(written), " "))
	if !p.Period.isSane() {
		return ""
	}
	from, to := p.Period.Years()
	to = min(to, from+most)
	for y := from; y <= to; y++ {
		begin := bare(first) + " " + strconv.Itoa(y)
		if yearAtEnd(first) != "" && yearAtEnd(first) != strconv.Itoa(y) && isRange && yearAtEnd(last) == "" {
			continue // what was written of its year stays
		}
		if !isRange {
			if t, fault := p.ReadTime(begin); fault == TimeIsClear && p.Period.Holds(t) {
				return begin
			}
			continue
		}
		for z := y; z <= min(y+1, to); z++ {
			if yearAtEnd(last) != "" && yearAtEnd(last) != strconv.Itoa(z) {
				continue
			}
			both := begin + " to " + bare(last) + " " + strconv.Itoa(z)
			if t, fault := p.ReadTime(both); fault == TimeIsClear && p.Period.Holds(t) {
				return both
			}
		}
	}
	return ""
}

// cutRange parts a time at what leads from its begin to its end.
func cutRange(s string) (first, last string, is bool) {
	for _, sign := range rangeSigns {
		if first, last, is = strings.Cut(s, sign); is {
			return strings.TrimSpace(first), strings.TrimSpace(last), true
		}
	}
	return s, "", false
}
