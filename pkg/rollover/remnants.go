package rollover

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/isuplan/isuplan/pkg/pattern"
	"github.com/isuplan/isuplan/pkg/plan"
	"github.com/isuplan/isuplan/pkg/source"
)

// remnants are the year, the meetings and the days of an old plan, by which a text that
// was written for it is known.
type remnants struct {
	from, to int          // the years of the plan
	written  []int        // the years of its document: of its dates and its meeting
	columns  []int        // the years of its table
	days     map[day]bool // the days of its meeting and of its document
	meetings []meeting
}

// day is a day of any year.
type day struct {
	month time.Month
	day   int
}

func remnantsOf(p *plan.Plan) *remnants {
	d := p.Document
	old := &remnants{from: p.Period.From.Value.Year(), to: p.Period.To.Value.Year(), days: map[day]bool{}}
	for i := range p.Budget.Columns {
		if y := yearOf(&p.Budget.Columns[i]); y != 0 {
			old.columns = append(old.columns, y)
		}
	}
	for _, at := range []source.At[time.Time]{d.Date, d.Submitted.On, d.Meeting.From, d.Meeting.To} {
		if at.IsSet() {
			old.day(at.Value, d.Date.Value.Year())
		}
	}
	const longest = 31
	for n := range longest {
		if next := d.Meeting.From.Value.AddDate(0, 0, n); d.Meeting.From.IsSet() && !next.After(d.Meeting.To.Value) {
			old.day(next, d.Date.Value.Year())
		}
	}
	old.meetings = append(meetingsOf(d.Meeting.Name, "the meeting of the old plan"),
		meetingsOf(d.Meeting.Next, "the meeting after that of the old plan")...)
	short := meetingsOf(d.Meeting.NextShort, "the meeting after that of the old plan")
	for i := range short { // 8MSP says what 7MSP is
		for j := range old.meetings {
			old.meetings[j].short = append(old.meetings[j].short, short[i].short...)
		}
	}
	if d.Meeting.Next.IsSet() {
		return old
	}
	old.meetings = append(old.meetings, short...)
	return old
}

// day takes a day of the old document up. A year before the document's own is a slip, or
// one of long ago.
func (o *remnants) day(t time.Time, earliest int) {
	o.days[day{t.Month(), t.Day()}] = true
	if y := t.Year(); y >= earliest && !slices.Contains(o.written, y) {
		o.written = append(o.written, y)
	}
}

// in returns what a text names of the old plan, in words that a person can look for.
func (o *remnants) in(text string) []string {
	found := o.years(legible(text))
	s := legible(reference().ReplaceAllString(text, " "))
	for _, m := range o.meetings {
		if at := m.in(s); at != "" {
			found = append(found, fmt.Sprintf("“%s”, %s", at, m.what))
		}
	}
	if at := o.date(s); at != "" {
		found = append(found, fmt.Sprintf("“%s”, a date of the old plan", at))
	}
	return found
}

var (
	reference = pattern.Lazy(`\$\{[^}]*\}`)
	digitRun  = pattern.Lazy(`\d+`)
	// pair finds two years of which the second is cut short: 2017/18.
	pair = pattern.Lazy(`(\d+)[/–-](\d{2})(\D|$)`)
	// shortYear finds a year of two digits that is marked as one: FY25, ’25.
	shortYear = pattern.Lazy(`(?:\bFY\s?|[‘’']\b)(\d{2})\b`)
	// shortPair finds two years of two digits, one after the other: 24/25.
	shortPair = pattern.Lazy(`(?:^|[^\d/])(\d{2})/(\d{2})\b[^/]`)
)

// legible returns a text with single blanks and plain hyphens, and without what does not
// show.
func legible(s string) string {
	return strings.Join(strings.Fields(invisible.Replace(s)), " ")
}

var invisible = strings.NewReplacer("\u00ad", "", "\u200b", "", "\u200c", "", "\u200d", "", "\u2060", "", "\ufeff", "", "\u2010", "-", "\u2011", "-")

// years returns the years of the old plan and of its document that a text names.
func (o *remnants) years(s string) []string {
	var found []string
	look := func(n int, digits string) {
		what := o.year(n)
		if text := digits + ", " + what; what != "" && !slices.Contains(found, text) {
			found = append(found, text)
		}
	}
	for _, digits := range digitRun().FindAllString(s, -1) {
		if n, err := strconv.Atoi(digits); err == nil && len(digits) == len("2018") {
			look(n, digits)
		}
	}
	const century = 100
	age := o.from / century * century
	for _, m := range shortYear().FindAllStringSubmatch(s, -1) {
		n, _ := strconv.Atoi(m[1])
		look(age+n, m[0])
	}
	for _, m := range shortPair().FindAllStringSubmatch(s+" ", -1) {
		first, _ := strconv.Atoi(m[1])
		if second, _ := strconv.Atoi(m[2]); second == (first+1)%century {
			look(age+first, m[1]+"/"+m[2])
			look(age+second, m[1]+"/"+m[2])
		}
	}
	for _, m := range pair().FindAllStringSubmatch(s, -1) {
		first, err := strconv.Atoi(m[1])
		if second, _ := strconv.Atoi(m[2]); err == nil && len(m[1]) == len("2018") {
			look(first/century*century+second, m[1]+"/"+m[2])
		}
	}
	return found
}

// year says what a year is to the old plan, "" where it is nothing.
func (o *remnants) year(n int) string {
	switch {
	case n >= o.from && n <= o.to:
		return "the year of the old plan"
	case slices.Contains(o.written, n):
		return "the year of the old document"
	case slices.Contains(o.columns, n):
		return "a year of the old table"
	}
	return ""
}

const monthNames = `Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?`

const dayForm = `(\d{1,2})(?:st|nd|rd|th)?`

var (
	dayMonth = pattern.Lazy(`(?i)\b(?:` + dayForm + `\s?(?:-|–|—|to|and|until|or)\s?)?` + dayForm + `\s(?:of\s)?(` + monthNames + `)\b\.?(?:,?\s(\d{4})\b)?`)
	monthDay = pattern.Lazy(`(?i)\b(` + monthNames + `)\b\.?\s` + dayForm + `\b(?:\s?(?:-|–|—|to|and|until|or)\s?` + dayForm + `\b)?(?:,?\s(\d{4})\b)?`)
)

// date returns a day of the old meeting or document that a text names without a year; one
// with its year is found by that.
func (o *remnants) date(s string) string {
	for _, m := range dayMonth().FindAllStringSubmatch(s, -1) {
		if m[4] == "" && o.has(m[3], m[1], m[2]) {
			return strings.TrimSuffix(m[0], ".")
		}
	}
	for _, m := range monthDay().FindAllStringSubmatch(s, -1) {
		if m[4] == "" && o.has(m[1], m[2], m[3]) {
			return strings.TrimSuffix(m[0], ".")
		}
	}
	return ""
}

// has reports whether one of two days of a month is a day of the old plan.
func (o *remnants) has(month string, days ...string) bool {
	for d := range o.days {
		name := d.month.String()
		if !strings.EqualFold(name[:3], month[:3]) {
			continue
		}
		if slices.Contains(days, strconv.Itoa(d.day)) || slices.Contains(days, fmt.Sprintf("%02d", d.day)) {
			return true
		}
	}
	return false
}
