package check

import (
	"strings"

	"github.com/isuplan/isuplan/pkg/pattern"
)

// The days of the meeting with another place beside them, whatever the text calls it.

var (
	placeInFront = pattern.Lazy(`\b((?:in|at)\s+` + placeName + `)(?:,\s+` + placeName + `)?,?\s+(?:(?:from|on|between)\s+)?$`)
	otherEvent   = pattern.Lazy(`(?i)\b(?:workshops?|seminars?|training|missions?|courses?|visits?|side events?|exhibitions?|panels?|round ?tables?)\b`)
)

// judgeDates reports a place beside exactly the days of the meeting that is another.
func (r *meetingReader) judgeDates(p *passage) {
	if r.own.from.IsZero() || r.own.place == "" || !strings.Contains(p.read, r.own.to.Month().String()) {
		return
	}
	for _, m := range p.mentions() {
		d, ok := dateAt(p.read, m.from)
		if !ok || !r.own.sameDays(d) || d.year != r.own.from.Year() {
			continue
		}
		place, from, ok := placeBeside(p.read, d)
		if ok && !samePlace(place, r.own.place) && !r.isReported(p, from) && !besideEvent(p.read, d.from) {
			r.sayPlace(p, place, from, r.own)
		}
	}
}

// placeBeside returns the place right before a date or right behind it.
func placeBeside(s string, d when) (string, int, bool) {
	before := lastOf(s[:d.from], adjacent)
	if at := placeInFront().FindStringSubmatchIndex(before); at != nil {
		return placeAt(s, d.from-len(before)+at[2])
	}
	return placeAt(s, d.to+len(s[d.to:])-len(strings.TrimLeft(s[d.to:], ", \n\t")))
}

// besideEvent reports an event of another kind in the sentence of a date.
func besideEvent(s string, at int) bool {
	before := lastOf(s[:at], near)
	around, _ := sentence(before+firstOf(s[at:], near), len(before))
	return otherEvent().MatchString(around)
}

// isReported reports whether the running rule has said something of these words already.
func (r *meetingReader) isReported(p *passage, at int) bool {
	span := p.span(at, at+1)
	list := r.reported()
	for i := len(list) - 1; i >= 0 && list[i].Subject == p.Subject; i-- {
		if f := &list[i]; f.Span.Start.Offset <= span.Start.Offset && span.Start.Offset < f.Span.End.Offset && f.Span.File == span.File {
			return true
		}
	}
	return false
}
