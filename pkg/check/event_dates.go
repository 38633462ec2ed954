package check

import (
	"fmt"
	"slices"
	"strings"

	"github.com/isuplan/isuplan/pkg/diag"
	"github.com/isuplan/isuplan/pkg/pattern"
	"github.com/isuplan/isuplan/pkg/source"
)

var _ = register(Rule{
	Rule: diag.Rule{Code: "D112", Name: "event-dates", Severity: diag.Warning, Title: "texts that disagree on when a conference is",
		Why:   "A plan that has a conference in one year here and in another there has an ordinal or a year wrong in one of the two places.",
		Since: "0.1",
		Bad: `assumptions:
  - That the work plan that the Second Review Conference approved in September 2021 is carried out.
  - That the Second Review Conference, to be held in «2026», is prepared.
`,
		Good: `assumptions:
  - That the work plan that the Second Review Conference approved in September 2021 is carried out.
  - That the Third Review Conference, to be held in 2026, is prepared.
`},
	Run: func(c *Context) {
		e := events{Context: c, seen: map[eventName][]eventUse{}}
		own := c.meetings()
		for _, t := range c.Texts {
			e.inOrder(e.read(c.passage(t)))
		}
		for _, name := range e.order {
			if own.number == 0 || name.number != own.number || !own.isCalled(name.body) { // meeting-in-prose says so
				e.compare(e.seen[name])
			}
		}
	},
})

// eventName is what a conference is called: its ordinal, and its other words in lower case.
type eventName struct {
	body   string
	number int
}

// eventUse is where a text has a conference, and when it says that it is.
type eventUse struct {
	name         eventName
	said         string // as the text has it
	p            *passage
	from, to     int
	when         when // its year is 0 where the text has none
	future, past bool
}

// events are the conferences of a plan's texts.
type events struct {
	*Context
	seen  map[eventName][]eventUse
	order []eventName // as they come first
}

var (
	didThen     = pattern.Lazy(`^\s+(?:approved|adopted|established|decided|agreed|endorsed|renewed)\s+(?:(?:the|its|an?|this)\s+(?:[\w-]+\s+){1,2})?`)
	decisionsOf = pattern.Lazy(`(?i)\b(?:decisions?|recommendations?|conclusions?)\s+(?:of|by|taken\s+at|taken\s+by|adopted\s+at|adopted\s+by)\s+(?:the\s+)?$`)
	inTime      = pattern.Lazy(`(?:\b(?:in|on|from|during|between)\s+|[(,]\s*)$`)
)

// read notes the conferences that a text names, and returns its uses.
func (e *events) read(p *passage) (uses []eventUse) {
	words, last := p.words, ""
	if p.read != p.typed {
		words = wordsOf(p.read)
	}
	for i := 0; i < len(words); i++ {
		number := ordinalOf(words[i].text)
		if number == 0 || !startsUpper(words[i].text) && !isOrdinal(words[i].text) {
			continue // "the fifteenth meeting" may be anybody's
		}
		end, body := eventBody(p.read, words, i+1)
		if body == "" && last != "" && inYear().MatchString(p.read[words[i].to:]) {
			end, body = i+1, last // the Seventh Review Conference in 2011, the Eighth in 2016
		}
		if body == "" {
			continue
		}
		last = body
		uses = append(uses, e.note(p, eventName{body, number}, words[i].from, words[end-1].to))
		i = end - 1
	}
	return uses
}

var inYear = pattern.Lazy(`^\s+in\s+(?:(?:` + monthNames + `)\s+)?(?:19|20)\d{2}\b`)

// eventBody reads the words of a conference's name behind its ordinal, with those that say
// whose it is. A "Meeting" or a "Conference" alone may be anybody's.
func eventBody(s string, words []word, at int) (end int, body string) {
	const most = 3
	for end = at; end < len(words) && end < at+most; end++ {
		if !blank(s[words[end-1].to:words[end].from]) || !startsUpper(words[end].text) {
			return 0, ""
		}
		if gatherings[strings.ToLower(words[end].text)] {
			break
		}
	}
	if end >= len(words) || end == at+most {
		return 0, ""
	}
	body = strings.ToLower(oneLine(s[words[at].from:words[end].to]))
	last, tail := end, ""
	for i := end + 1; i < len(words) && blank(s[words[i-1].to:words[i].from]); i++ {
		if w := words[i].text; startsUpper(w) {
			tail += " " + strings.ToLower(w)
			last = i
		} else if w != "of" && w != "the" && w != "to" && w != "on" {
			break
		}
	}
	if end == at && tail == "" {
		return 0, ""
	}
	return last + 1, body + tail
}

// note keeps a use with what stands beside it.
func (e *events) note(p *passage, name eventName, from, to int) eventUse {
	u := eventUse{name: name, said: oneLine(p.read[from:to]), p: p, from: from, to: to}
	a := behindName(p.read, to)
	u.future, u.past = a.future, a.past
	if did := didThen().FindString(p.read[to:]); did != "" {
		u.past = true
		a.when, _ = dateAt(p.read, to+len(did))
	}
	if d := a.when; d.year > 0 && inTime().MatchString(lastOf(p.read[:d.from], adjacent)) && !isJoined(p.read[d.to:]) {
		u.when = d
	}
	if before := lastOf(p.read[:from], adjacent); hasAny(before, "ecision", "ecommendation", "onclusion") && decisionsOf().MatchString(before) {
		u.past = true
	}
	if e.seen[name] == nil {
		e.order = append(e.order, name)
	}
	e.seen[name] = append(e.seen[name], u)
	return u
}

// compare reports uses of one conference that do not agree with the first that has a date.
func (e *events) compare(uses []eventUse) {
	first := slices.IndexFunc(uses, func(u eventUse) bool { return u.when.year > 0 })
	if first < 0 {
		return
	}
	at := uses[first]
	for i, u := range uses {
		switch {
		case i == first:
		case u.when.year > 0 && (u.when.year != at.when.year || u.when.month > 0 && at.when.month > 0 && u.when.month != at.when.month):
			e.say(u, at, fmt.Sprintf("“%s” is dated %s here, and %s in another place", u.said, u.date(), at.date()))
		case u.when.year == 0 && u.past && at.isToCome(e.Context):
			e.say(u, at, fmt.Sprintf("“%s” has decided already here; in another place it is to be held in %s", u.said, at.date()))
		}
	}
}

// isToCome reports a conference that is to be held after the document was written.
func (u *eventUse) isToCome(c *Context) bool {
	d := c.Plan.Document.Date
	return u.future && !u.past && d.IsSet() && u.when.year > d.Value.Year()
}

// inOrder reports a conference that a text dates before one with a smaller ordinal. Other
// texts may speak of another treaty.
func (e *events) inOrder(uses []eventUse) {
	for i, u := range uses {
		for _, b := range uses[max(0, i-1):min(len(uses), i+2)] {
			if b.name.body == u.name.body && b.name.number < u.name.number && u.when.year > 0 && b.when.year > u.when.year {
				e.say(u, b, fmt.Sprintf("“%s” is dated %s, before “%s”, which is dated %s", u.said, u.date(), b.said, b.date()))
			}
		}
	}
}

// date is the date as the text has it.
func (u *eventUse) date() string { return oneLine(u.p.read[u.when.from:u.when.to]) }

func (e *events) say(u, other eventUse, message string) {
	from, to := u.from, u.to
	if u.when.year > 0 {
		from, to = u.when.from, u.when.to
	}
	e.Report(u.p.Subject, u.p.span(from, to), message, "correct the date or the ordinal that is wrong",
		diag.Related{Span: other.span(), Note: "the other place"})
}

func (u *eventUse) span() source.Span {
	if u.when.year > 0 {
		return u.p.span(u.when.from, u.when.to)
	}
	return u.p.span(u.from, u.to)
}
