package importer

import (
	"regexp"
	"strconv"
	"strings"
	"time"

	"github.com/isuplan/isuplan/pkg/language"
)

// dates reads dates as a language writes them, and as people do.
type dates struct {
	months []string
	day    *regexp.Regexp // 6 June 2017
	turned *regexp.Regexp // June 6, 2017
	span   *regexp.Regexp // 4–6 September 2017, 30 August to 2 September 2017
}

func datesOf(l *language.Language) *dates {
	d := &dates{}
	var names []string
	for _, m := range l.Months {
		d.months = append(d.months, strings.ToLower(m.Value))
		names = append(names, regexp.QuoteMeta(m.Value))
	}
	month := `(?i:(` + strings.Join(names, "|") + `))`
	const (
		day  = `([0-9]{1,2})(?:st|nd|rd|th|er|º)?`
		year = `([0-9]{4})`
		to   = `\s*(?:-|–|—|to|and|bis|au)\s*`
	)
	d.day = regexp.MustCompile(`\b` + day + `\s+` + month + `\s*,?\s+` + year + `\b`)
	d.turned = regexp.MustCompile(`(?:^|\b)` + month + `\s+` + day + `\s*,\s+` + year + `\b`)
	d.span = regexp.MustCompile(`\b` + day + `(?:\s+` + month + `)?(?:\s+` + year + `)?` + to + day + `\s+` + month + `\s*,?\s+` + year + `\b`)
	return d
}

// found is a date or a range of dates in a text.
type found struct {
	from, to   time.Time
	start, end int // in the text
}

// spanIn finds the first range of dates.
func (d *dates) spanIn(s string) (f found, ok bool) {
	m := d.span.FindStringSubmatchIndex(s)
	if m == nil {
		return f, false
	}
	part := func(i int) string {
		if m[2*i] < 0 {
			return ""
		}
		return s[m[2*i]:m[2*i+1]]
	}
	month1, year1 := part(2), part(3)
	if month1 == "" {
		month1 = part(5)
	}
	if year1 == "" {
		year1 = part(6)
	}
	from, ok1 := d.date(part(1), month1, year1)
	to, ok2 := d.date(part(4), part(5), part(6))
	if !ok1 || !ok2 || to.Before(from) {
		return f, false
	}
	return found{from, to, m[0], m[1]}, true
}

// bothIn finds two dates, the earlier first, with anything between them.
func (d *dates) bothIn(s string) (f found, ok bool) {
	first, ok := d.dayIn(s)
	if !ok {
		return f, false
	}
	second, ok := d.dayIn(s[first.end:])
	return found{first.from, second.to, first.start, first.end + second.end}, ok && first.from.Before(second.to)
}

// dayIn finds the first single date.
func (d *dates) dayIn(s string) (f found, ok bool) {
	if m := d.day.FindStringSubmatchIndex(s); m != nil {
		at, ok := d.date(s[m[2]:m[3]], s[m[4]:m[5]], s[m[6]:m[7]])
		return found{at, at, m[0], m[1]}, ok
	}
	if m := d.turned.FindStringSubmatchIndex(s); m != nil {
		at, ok := d.date(s[m[4]:m[5]], s[m[2]:m[3]], s[m[6]:m[7]])
		return found{at, at, m[0], m[1]}, ok
	}
	return f, false
}

// date makes a date of its parts, if there is such a day.
func (d *dates) date(day, month, year string) (time.Time, bool) {
	n, _ := strconv.Atoi(day)
	y, _ := strconv.Atoi(year)
	for i, name := range d.months {
		if name != strings.ToLower(month) {
			continue
		}
		at := time.Date(y, time.Month(i+1), n, 0, 0, 0, 0, time.UTC)
		return at, at.Day() == n && n > 0 && y >= 1900
	}
	return time.Time{}, false
}

// iso writes a date as a plan has it.
func iso(t time.Time) plain { return plain(t.Format(time.DateOnly)) }
