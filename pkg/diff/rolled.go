package diff

import (
	"strconv"
	"strings"
	"time"

	"github.com/isuplan/isuplan/pkg/ordinal"
	"github.com/isuplan/isuplan/pkg/pattern"
	"github.com/isuplan/isuplan/pkg/textdiff"
)

// rolls reports whether a text differs from another only in what a new year changes:
// years, and the ordinals of meetings.
func (s shift) rolls(old, now string) bool {
	if s.years == 0 {
		return false
	}
	a, b := textdiff.Tokens(old), textdiff.Tokens(now)
	if len(a) != len(b) {
		return false
	}
	for i := range a {
		if a[i] != b[i] && !s.follows(a[i], b[i]) {
			return false
		}
	}
	return true
}

// rollsDate reports whether a date is that of another year, give or take the weeks by
// which meetings shift.
func (s shift) rollsDate(old, now string) bool {
	const weeks = 45 * 24 * time.Hour
	form := time.DateOnly
	for _, other := range []string{"2006-01", "January 2006"} { // of a month
		if _, err := time.Parse(other, old); err == nil {
			form = other
		}
	}
	a, err := time.Parse(form, old)
	if err != nil || s.years == 0 {
		return false
	}
	b, err := time.Parse(form, now)
	gap := b.Sub(a.AddDate(s.years, 0, 0))
	return err == nil && (gap.Abs() < weeks || b.Year()-a.Year() > 0 && b.Year()-a.Year() <= s.years+1)
}

var (
	yearForm     = pattern.Lazy(`^(?:19|20)\d{2}$`)
	numberedForm = pattern.Lazy(`^(\d{1,3})(st|nd|rd|th|re|er|e|ème|ª|º|\p{Lu}{2,5})$`)
)

// follows reports whether a word is what another becomes in the new year.
func (s shift) follows(old, now string) bool {
	if yearForm().MatchString(old) && yearForm().MatchString(now) {
		return number(now)-number(old) == s.years
	}
	if a, err := time.Parse(time.DateOnly, old); err == nil {
		b, err := time.Parse(time.DateOnly, now)
		return err == nil && a.AddDate(s.years, 0, 0).Equal(b)
	}
	if a, b := numberedForm().FindStringSubmatch(old), numberedForm().FindStringSubmatch(now); a != nil && b != nil {
		return number(b[1])-number(a[1]) == s.years && (a[2] == b[2] || strings.ToLower(a[2]) == a[2])
	}
	a, b := ordinal.In(s.language, old), ordinal.In(s.language, now)
	return a > 0 && b-a == s.years
}

func number(s string) int {
	n, _ := strconv.Atoi(s)
	return n
}
