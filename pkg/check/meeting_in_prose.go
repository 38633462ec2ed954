package check

import (
	"fmt"
	"regexp"
	"strings"
	"time"
	"unicode/utf8"

	"github.com/isuplan/isuplan/pkg/diag"
	"github.com/isuplan/isuplan/pkg/pattern"
	"github.com/isuplan/isuplan/pkg/plan"
	"github.com/isuplan/isuplan/pkg/source"
)

var _ = register(Rule{
	Rule: diag.Rule{Code: "D109", Name: "meeting-in-prose", Severity: diag.Warning, Title: "a text that names or places the meeting otherwise than the masthead",
		Why:   "A text kept from last year sends its readers to last year's meeting: another ordinal, another city, another month.",
		Since: "0.1",
		Bad: `document:
  meeting: {name: Twelfth Meeting of States Parties, place: Geneva, from: 2024-09-10, to: 2024-09-13}
assumptions:
  - That the Twelfth Meeting of States Parties, to be held in «Nairobi», adopts the plan.
  - That the host State provides the rooms.
`,
		Good: `document:
  meeting: {name: Twelfth Meeting of States Parties, place: Geneva, from: 2024-09-10, to: 2024-09-13}
assumptions:
  - "That the ${document.meeting.name}, to be held in ${document.meeting.place}, adopts the plan."
  - That the host State provides the rooms.
`},
	Run: func(c *Context) {
		m := c.Plan.Document.Meeting
		if !m.Name.IsSet() {
			return
		}
		r := meetingReader{Context: c, series: c.meetings(), own: c.sitting(m, masthead), years: 1}
		if c.Last != nil {
			r.last = c.sitting(c.Last.Plan.Document.Meeting, "the plan of the year before")
		}
		if p := c.Plan.Period; p.From.IsSet() && p.To.IsSet() {
			r.years = max(1, p.To.Value.Year()-p.From.Value.Year()+1)
		}
		next := c.nextOfOthers()
		for _, t := range c.Texts {
			if isOwnKey(t.key) {
				continue // the masthead itself
			}
			p := c.passage(t)
			r.read(p)
			r.judgeNext(p, next)
		}
	},
})

// nextOfOthers returns the series of the next meeting where it is another than the masthead's: a
// meeting after a review conference.
func (c *Context) nextOfOthers() series {
	number, words := numberedName(c.words("document.meeting.next", 0))
	if _, own := numberedName(c.words("document.meeting.name", 0)); number == 0 || len(words) == 0 || sameWords(words, own) {
		return series{}
	}
	_, size := utf8.DecodeRuneInString(words[0].text)
	return series{words: words, number: number, next: number, stem: words[0].text[size:]}
}

// judgeNext reports a meeting that the text leads to, of the next one's name but another ordinal.
func (r *meetingReader) judgeNext(p *passage, next series) {
	for _, n := range next.namings(p) {
		if n.full && n.number > 0 && n.number != next.number && leads(lastOf(p.read[:n.from], nearer)) {
			m := r.Plan.Document.Meeting.Next
			r.say(p, n.from, n.to, fmt.Sprintf("the text speaks of “%s” as of one to come; the next meeting is the %s", oneLine(p.read[n.from:n.to]), oneLine(m.Value)),
				"correct the ordinal, or let the text quote the masthead: ${document.meeting.next}", diag.Related{Span: m.Span(), Note: "the next meeting"})
		}
	}
}

// isOwnKey reports the keys that say what the meeting is.
func isOwnKey(key string) bool { return strings.HasPrefix(key, "document") }

// sitting is what a plan says of a meeting.
type sitting struct {
	number   int
	name     string
	place    string
	from, to time.Time
	said     string // where it says so
	at       source.Span
}

const masthead = "the masthead"

func (c *Context) sitting(m plan.Meeting, said string) sitting {
	name := m.Name.Value
	if said == masthead {
		name = c.words("document.meeting.name", 0)
	}
	s := sitting{name: oneLine(name), said: said, at: m.Name.Span()}
	s.number, _ = numberedName(name)
	if !strings.Contains(m.Place.Value, "${") {
		s.place = m.Place.Value
	}
	if m.From.IsSet() && m.To.IsSet() {
		s.from, s.to = m.From.Value, m.To.Value
	}
	return s
}

// meetingReader reads texts for what they say of the meeting.
type meetingReader struct {
	*Context
	series
	own, last sitting
	name      *regexp.Regexp // finds the masthead's meeting in a text
	years     int            // of the period
}

func (r *meetingReader) read(p *passage) {
	for _, n := range r.namings(p) {
		if r.isOfOthers(p.read, n) || r.judgeAbbreviation(p, n) {
			continue
		}
		a := behindName(p.read, n.to)
		if d, ok := inFront(p.read, n.from); ok && a.when.to == 0 {
			a.when = d
		}
		switch {
		case n.number == 0:
			r.judgeUnnumbered(p, n, a)
		case n.number == r.number:
			r.judgeOwn(p, a, r.own)
		case n.number == r.last.number && r.last.number > 0 && r.number > 0 && r.judgeOwn(p, a, r.last):
		case r.number > 0:
			r.judgeOther(p, n, a)
		}
	}
	r.judgeDates(p)
}

var possessive = pattern.Lazy(`(?i)\b(?:its|their|whose)\s+$`)

// isOfOthers reports a shortened name that another body's meeting may have: "at its
// twelfth meeting", where the body is not named right before it, or an ordinal far away.
func (r *meetingReader) isOfOthers(s string, n naming) bool {
	const far = 3
	if n.full || n.number == 0 {
		return false
	}
	if before := lastOf(s[:n.from], adjacent); possessive().MatchString(before) {
		_, body, ok := strings.Cut(r.own.name, " of the ")
		return !ok || !strings.Contains(strings.ToLower(before), strings.ToLower(body))
	}
	return n.number > max(r.number, r.next)+far || n.number < r.number-far && !n.capital
}

// judgeAbbreviation reports an ordinal and the abbreviation behind it with two numbers.
func (r *meetingReader) judgeAbbreviation(p *passage, n naming) bool {
	if n.number == 0 || n.code == 0 || n.code == n.number {
		return false
	}
	r.say(p, n.from, n.to, fmt.Sprintf("“%s” has two different numbers", oneLine(p.read[n.from:n.to])),
		"correct the one that is wrong, or quote the masthead: ${document.meeting.name}, ${document.meeting.next} (${document.meeting.next_short})")
	return true
}

// judgeOwn compares what stands beside a meeting's name with what a plan says of it.
func (r *meetingReader) judgeOwn(p *passage, a attached, s sitting) bool {
	found := false
	if a.place != "" && s.place != "" && !samePlace(a.place, s.place) {
		r.sayPlace(p, a.place, a.placed[0], s)
		found = true
	}
	if d := a.when; d.to > 0 && !s.from.IsZero() && !s.covers(d) && !r.isYearInProse(p.read, d) {
		r.sayDate(p, d, s)
		found = true
	}
	return found
}

func (r *meetingReader) sayPlace(p *passage, place string, from int, s sitting) {
	r.say(p, from, from+len(place), fmt.Sprintf("the text puts the meeting in “%s”; %s says %s", oneLine(place), s.said, oneLine(s.place)),
		s.remedy("place", "place"), diag.Related{Span: s.at, Note: s.name})
}

func (r *meetingReader) sayDate(p *passage, d when, s sitting) {
	r.say(p, d.from, d.to, fmt.Sprintf("the text dates the meeting “%s”; %s says %s", oneLine(p.read[d.from:d.to]), s.said, dates(s.from, s.to)),
		s.remedy("date", "dates"), diag.Related{Span: s.at, Note: s.name})
}

// remedy says what to do about a place or a date. Last year's plan cannot be quoted.
func (s sitting) remedy(label, name string) string {
	hint := "correct the " + label + " that is wrong"
	if s.said == masthead {
		hint += ", or let the text quote the masthead: ${document.meeting." + name + "}"
	}
	return hint
}

// covers reports whether a date may be said of a meeting: nothing in it is another day,
// month or year.
func (s sitting) covers(d when) bool {
	if d.year > 0 && (d.year < s.from.Year() || d.year > s.to.Year()) {
		return false
	}
	if d.month == 0 {
		return true
	}
	if d.first > 0 {
		begins := d.month
		if d.begins > 0 {
			begins = d.begins
		}
		return d.first == s.from.Day() && begins == s.from.Month() && d.last == s.to.Day() && d.month == s.to.Month()
	}
	for day := s.from; !day.After(s.to); day = day.AddDate(0, 0, 1) {
		if day.Month() == d.month && (d.last == 0 || d.last == day.Day()) {
			return true
		}
	}
	return false
}

// judgeUnnumbered compares "the Meeting" with the masthead's where something of what
// stands beside it is the masthead's.
func (r *meetingReader) judgeUnnumbered(p *passage, n naming, a attached) {
	s, d := r.own, a.when
	if s.from.IsZero() || d.to == 0 || !n.capital && !s.sameDays(d) {
		return
	}
	place := a.place != "" && s.place != "" && samePlace(a.place, s.place)
	month := d.month == s.from.Month() || d.month == s.to.Month()
	year := d.year == s.from.Year()
	history := d.year > 0 && !year && !a.future
	switch {
	case year && !month && n.full && a.future && !a.past && d.month > 0 && considering().MatchString(p.read[a.end:]):
		r.sayDate(p, d, s)
	case s.sameDays(d), !history && month && year, !history && place && (month || year),
		n.full && a.future && d.first == s.from.Day() && d.last == s.to.Day(),
		place && year && d.first == s.from.Day() && d.last == s.to.Day():
		r.judgeOwn(p, a, s)
	}
}

// sameDays reports a date with both days of a meeting, whatever its year.
func (s sitting) sameDays(d when) bool {
	d.year = 0
	return d.first > 0 && !s.from.IsZero() && s.covers(d)
}

var (
	adopts      = pattern.Lazy(`^[\s,()]*(?:adopts?|approves?|endorses?|considers?|takes? note of)\s+(?:this|the present|the proposed)\s+(?:[\w-]+\s+){0,3}(?:plan|budget)\b`)
	adopting    = pattern.Lazy(`^[\s,()]*(?:adopts?|approves?|endorses?|decides?|considers?|agrees?)\b`)
	submitted   = pattern.Lazy(`(?i)\b(?:this|the present)\s+(?:[\w-]+\s+){0,3}(?:plan|budget|document)\b[^.;]{0,40}\b(?:submitted|presented|transmitted|circulated)\b[^.;]{0,60}\b(?:to|at|before|prior to)\s+(?:the\s+)?$`)
	considering = pattern.Lazy(`^[\s,()]*(?:adopt|approve|endorse|consider)s?\s+(?:this|the)\s+(?:[\w-]+\s+){0,2}(?:plan|budget)\b`)
	governed    = pattern.Lazy(`(?i)\b(?:prepare|prepares|preparing|preparations?|organize|organizes|organizing|organization|service|services|servicing|support|supports|supporting|hosts?|hosting|hold|holds|holding|convene|convenes|convening|facilitate|facilitates)(?:\s+and\s+[a-z]+)?(?:\s+(?:for|of|to))?\s+(?:the\s+)?$`)
	reporting   = pattern.Lazy(`\b(?:[Rr]eports?|[Ss]ubmits?|[Pp]resents?)\b[^.;,]{0,60}\bto\s+(?:the\s+)?$`)
)

// judgeOther reports another meeting of the series that can only be the masthead's or the
// next one: by its date, or because it is still to come.
func (r *meetingReader) judgeOther(p *passage, n naming, a attached) {
	d, before := a.when, lastOf(p.read[:n.from], nearer)
	earlier := n.number < r.number
	behind := strings.TrimLeft(firstOf(p.read[a.end:], near), " \n\t,()")
	decides := hasPrefix(behind, "adopt", "approve", "endorse", "consider", "take", "decide", "agree")
	thisPlan := decides && adopts().MatchString(p.read[a.end:]) || isSubmitted(before)
	toCome := thisPlan || decides && adopting().MatchString(p.read[a.end:]) || leads(before)
	last := max(r.next, r.number+1) + r.years - 1
	switch {
	case r.own.sameDays(d) && (d.year == 0 || d.year == r.own.from.Year()), d.month > 0 && d.year > 0 && r.own.covers(d):
		r.say(p, n.from, n.to, fmt.Sprintf("the text calls the meeting of %s “%s”; the masthead says “%s”", dates(r.own.from, r.own.to), oneLine(p.read[n.from:n.to]), r.own.name),
			"correct the ordinal or the date, or let the text quote the masthead: ${document.meeting.name}", diag.Related{Span: r.own.at, Note: "the masthead"})
	case d.year > 0 && !r.own.from.IsZero() && r.outOfOrder(d, earlier):
		order := "after"
		if earlier {
			order = "before"
		}
		r.say(p, n.from, max(n.to, d.to), fmt.Sprintf("the text dates “%s” to %s; it comes %s the masthead's “%s”, %s",
			oneLine(p.read[n.from:n.to]), oneLine(p.read[d.from:d.to]), order, r.own.name, dates(r.own.from, r.own.to)),
			"correct the ordinal or the date", diag.Related{Span: r.own.at, Note: "the masthead"})
	case thisPlan, earlier && (toCome || a.future && !a.past), n.number > last && toCome && d.to == 0:
		r.sayToCome(p, n, thisPlan)
	}
}

// isSubmitted reports words that lead this plan to a meeting: "this plan is submitted to the".
func isSubmitted(before string) bool {
	return endsWith(before, "to", "at", "before") && hasAny(before, "submitted", "presented", "transmitted", "circulated") &&
		hasAny(before, "his ", "present ") && submitted().MatchString(before)
}

// leads reports words that lead to a meeting to come: "prepare the", "report to the".
func leads(before string) bool {
	return hasAny(strings.ToLower(before), "prepar", "organiz", "servic", "support", "host", "hold", "conven", "facilitat") && governed().MatchString(before) ||
		endsWith(before, "to") && hasAny(before, "eport", "ubmit", "resent") && isReporting(before)
}

// isReporting reports a verb that leads to who is reported to, and not the report that somebody
// made: "in its report to the".
func isReporting(before string) bool {
	at := reporting().FindStringIndex(before)
	if at == nil {
		return false
	}
	words := strings.Fields(before[:at[0]])
	return len(words) == 0 || !articles[strings.ToLower(words[len(words)-1])]
}

// articles stand before nouns.
var articles = wordSet("a an the its their this that these those his her annual first last final of in interim")

// endsWith reports a text that ends with one of a few words, but for an article and blanks.
func endsWith(s string, words ...string) bool {
	s = strings.TrimRight(strings.TrimSuffix(strings.TrimRight(strings.ToLower(s), blanks), "the"), blanks)
	for _, w := range words {
		if strings.HasSuffix(s, w) {
			return true
		}
	}
	return false
}

// hasAny reports a text that has one of a few pieces in it: far cheaper than an expression
// that seldom matches.
func hasAny(s string, pieces ...string) bool {
	for _, p := range pieces {
		if strings.Contains(s, p) {
			return true
		}
	}
	return false
}

// outOfOrder reports a date that an earlier or a later meeting cannot have.
func (r *meetingReader) outOfOrder(d when, earlier bool) bool {
	if d.year == r.own.from.Year() {
		return d.month == 0 || earlier && d.month > r.own.to.Month() || !earlier && d.month < r.own.from.Month()
	}
	return earlier == (d.year > r.own.from.Year())
}

func (r *meetingReader) sayToCome(p *passage, n naming, thisPlan bool) {
	message := fmt.Sprintf("the text speaks of “%s” as of one to come; the meeting of the masthead is the %s", oneLine(p.read[n.from:n.to]), r.own.name)
	if thisPlan {
		message = fmt.Sprintf("the text lets “%s” consider the plan; the meeting of the masthead is the %s", oneLine(p.read[n.from:n.to]), r.own.name)
	}
	r.say(p, n.from, n.to, message, "let the text quote the masthead: ${document.meeting.name}, or ${document.meeting.next}", diag.Related{Span: r.own.at, Note: "the masthead"})
}

// say reports at what is read of a passage.
func (r *meetingReader) say(p *passage, from, to int, message, hint string, related ...diag.Related) {
	r.Report(p.Subject, p.span(from, to), message, hint, related...)
}

var monthInFront = pattern.Lazy(`(?:^|[.;:]\s+|\b[Tt]hat\s+|,\s+)[Ii]n\s+((?:` + monthNames + `)\s+\d{4}|(?:19|20)\d{2}),?\s+(?:at\s+)?(?:the\s+)?$`)

// inFront reads a month or a year that stands right before a name: "In September 2018, the
// Eighth Meeting".
func inFront(text string, at int) (when, bool) {
	before := lastOf(text[:at], adjacent)
	if !strings.HasSuffix(before, " ") && !strings.HasSuffix(before, "\n") || !strings.ContainsAny(before, "0123456789") {
		return when{}, false
	}
	m := monthInFront().FindStringSubmatchIndex(before)
	if m == nil {
		return when{}, false
	}
	return dateAt(text, at-len(before)+m[2])
}
