package check

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"time"

	"github.com/isuplan/isuplan/pkg/diag"
	"github.com/isuplan/isuplan/pkg/pattern"
	"github.com/isuplan/isuplan/pkg/plan"
)

var _ = register(Rule{
	Rule: diag.Rule{Code: "D102", Name: "year-in-prose", Severity: diag.Warning, Title: "a text that puts the meeting in another year",
		Why:   "Masthead and text name one meeting; where their years differ, delegations book the wrong one or ask which is right.",
		Since: "0.1",
		Bad: `document:
  meeting: {name: Twelfth Meeting of States Parties, place: Geneva, from: 2024-09-10, to: 2024-09-13}
assumptions:
  - That the Twelfth Meeting of States Parties, held from «10–13 September 2023», adopts the plan.
  - That the host State provides the rooms.
`,
		Good: `document:
  meeting: {name: Twelfth Meeting of States Parties, place: Geneva, from: 2024-09-10, to: 2024-09-13}
assumptions:
  - "That the Twelfth Meeting of States Parties, held from ${document.meeting.dates}, adopts the plan."
  - That the host State provides the rooms.
`},
	Run: func(c *Context) {
		m := c.Plan.Document.Meeting
		if !m.From.IsSet() || !m.To.IsSet() {
			return
		}
		name := meetingName(c.words("document.meeting.name", 0))
		for _, t := range c.Texts {
			if p := c.passage(t); strings.Contains(p.read, m.To.Value.Month().String()) {
				c.yearInProse(p, m, name)
			}
		}
	},
})

// monthYear finds "4-6 September 2017", "30 August to 2 September 2017" and "September 2017".
var monthYear = pattern.Lazy(`(?:\b(\d{1,2})(?:st|nd|rd|th)?(?:\s+(?:` + monthNames + `))?\s*(?:[-–—]|\bto\b|\band\b)\s*)?` +
	`(?:\b(\d{1,2})(?:st|nd|rd|th)?\s+)?\b(` + monthNames + `)\s+(\d{4})\b`)

// mention is a date in a text: the days may be 0.
type mention struct {
	first, last int
	month       string
	year        int
	from, to    int // where it stands
}

// mentions returns the dates of a passage, read once for all rules.
func (p *passage) mentions() []mention {
	if !p.isDated {
		p.dates, p.isDated = mentions(p.read), true
	}
	return p.dates
}

func mentions(s string) []mention {
	var found []mention
	for _, at := range monthYear().FindAllStringSubmatchIndex(s, -1) {
		number := func(group int) int {
			if at[2*group] < 0 {
				return 0
			}
			n, _ := strconv.Atoi(s[at[2*group]:at[2*group+1]])
			return n
		}
		found = append(found, mention{number(1), number(2), s[at[6]:at[7]], number(4), at[0], at[1]})
	}
	return found
}

func (c *Context) yearInProse(p *passage, m plan.Meeting, name *regexp.Regexp) {
	from, to := m.From.Value, m.To.Value
	for _, d := range p.mentions() {
		if !inOtherYear(p.read, d, from, to, name) {
			continue
		}
		c.Report(p.Subject, p.span(d.from, d.to),
			fmt.Sprintf("the text dates the meeting “%s”; the masthead says %s", oneLine(p.read[d.from:d.to]), dates(from, to)),
			"correct the date that is wrong, or let the text quote the masthead: ${document.meeting.dates}",
			diag.Related{Span: m.From.Span(), Note: "the masthead's date"})
	}
}

// inOtherYear reports a date in the meeting's month that is meant to be the meeting's, and
// has another year, or other days.
func inOtherYear(s string, d mention, from, to time.Time, name *regexp.Regexp) bool {
	if d.month != to.Month().String() {
		return false
	}
	before := lastOf(s[:d.from], near)
	s = before + firstOf(s[d.from:], near)
	d.from, d.to = len(before), len(before)+d.to-d.from
	if d.year == to.Year() {
		return otherDays(s, d, from, to, name)
	}
	return isMeeting(s, d, from, to, name)
}

// isYearInProse reports whether the rule on years has something to say of a date.
func (r *meetingReader) isYearInProse(s string, d when) bool {
	if r.own.from.IsZero() || d.month != r.own.to.Month() {
		return false
	}
	if r.name == nil {
		r.name = meetingName(r.own.name)
	}
	before := lastOf(s[:d.from], near)
	s = before + firstOf(s[d.from:], near)
	for _, m := range mentions(s) {
		if m.to-len(before) == d.to-d.from && inOtherYear(s, m, r.own.from, r.own.to, r.name) {
			return true
		}
	}
	return false
}

// otherDays reports a stretch of days of the meeting's month that stands right beside
// the meeting's name, but is another.
func otherDays(s string, d mention, from, to time.Time, name *regexp.Regexp) bool {
	around, start := sentence(s, d.from)
	return d.first > 0 && d.last > 0 && (d.first != from.Day() || d.last != to.Day()) && from.Month() == to.Month() &&
		len(event().FindAllString(around, -1)) <= len(event().FindAllString(name.FindString(around), -1)) && name.MatchString(around[:d.from-start])
}

// isMeeting reports whether a date is meant to be the meeting's: by both of its
// days, or by the meeting's name beside it.
func isMeeting(s string, d mention, from, to time.Time, name *regexp.Regexp) bool {
	around, start := sentence(s, d.from)
	switch {
	case d.first > 0 && d.last > 0:
		return d.first == from.Day() && d.last == to.Day() && (name.MatchString(around) || !event().MatchString(around))
	case d.last > 0:
		return (d.last == from.Day() || d.last == to.Day()) && name.MatchString(around)
	}
	return beside(around, d.from-start, d.to-start, name)
}

var (
	// event finds the names of meetings, which may own a date.
	event = pattern.Lazy(`\b(?:Meeting|Conference|Assembly|Session|Congress|Summit|Workshop|Seminar)s?\b`)
	inMay = pattern.Lazy(`(?:\b(?:in|of|for|during)|,)\s*$`)
)

// beside reports whether the meeting's name stands beside a month: before it with
// few words and no other event between, or behind it at the sentence's beginning.
func beside(s string, from, to int, name *regexp.Regexp) bool {
	const near = 8
	before, behind := s[:from], s[to:]
	named := name.FindAllStringIndex(before, -1)
	if len(named) == 0 {
		next := name.FindStringIndex(behind)
		return next != nil && len(strings.Fields(before)) <= 1 && len(strings.Fields(behind[:next[0]])) <= 2
	}
	between := before[named[len(named)-1][1]:]
	return inMay().MatchString(between) && !event().MatchString(between) && len(strings.Fields(between)) <= near
}

// meetingName finds a meeting's name as texts write it: with or without its articles,
// its ordinal in words or in figures.
func meetingName(name string) *regexp.Regexp {
	var parts []string
	for _, w := range strings.Fields(name) {
		switch figure, isOrdinal := ordinals[strings.ToLower(w)]; {
		case strings.EqualFold(w, "the"):
			continue
		case isOrdinal:
			parts = append(parts, `(?:`+regexp.QuoteMeta(w)+`|`+figure+`)`)
		default:
			parts = append(parts, regexp.QuoteMeta(w))
		}
	}
	return regexp.MustCompile(`(?i)\b` + strings.Join(parts, `\s+(?:the\s+)?`) + `\b`)
}

// ordinals are the ordinals that meetings bear, in words and in figures.
var ordinals = map[string]string{
	"first": "1st", "second": "2nd", "third": "3rd", "fourth": "4th", "fifth": "5th", "sixth": "6th", "seventh": "7th",
	"eighth": "8th", "ninth": "9th", "tenth": "10th", "eleventh": "11th", "twelfth": "12th", "thirteenth": "13th",
	"fourteenth": "14th", "fifteenth": "15th", "sixteenth": "16th", "seventeenth": "17th", "eighteenth": "18th",
	"nineteenth": "19th", "twentieth": "20th", "twenty-first": "21st", "twenty-second": "22nd", "twenty-third": "23rd",
}
