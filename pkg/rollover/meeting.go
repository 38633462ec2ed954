package rollover

import (
	"slices"
	"strconv"
	"strings"
	"unicode"

	"github.com/isuplan/isuplan/pkg/ordinal"
	"github.com/isuplan/isuplan/pkg/pattern"
	"github.com/isuplan/isuplan/pkg/plan"
)

// meeting is a meeting as texts may name it: Seventh Meeting, 7th Meeting, 7MSP.
type meeting struct {
	number int
	words  []string // of its name, in small letters: meeting, states, parties
	short  []string // its abbreviations: MSP
	what   string
}

// meetingsOf returns a meeting for each ordinal of a name.
func meetingsOf(name plan.Prose, what string) []meeting {
	if !name.IsSet() {
		return nil
	}
	s := joined(legible(name.Value))
	var words, short []string
	initials := ""
	for _, w := range strings.FieldsFunc(s, func(r rune) bool { return !unicode.IsLetter(r) && r != '-' }) {
		switch first := []rune(w)[0]; {
		case ordinal.Of(w) > 0:
		case len(w) > 1 && w == strings.ToUpper(w):
			short = append(short, w)
		case unicode.IsUpper(first):
			words = append(words, strings.ToLower(w))
			initials += string(first)
		}
	}
	if len(initials) > 1 {
		short = append(short, initials)
	}
	var list []meeting
	for _, n := range numbers(s) {
		if !slices.ContainsFunc(list, func(m meeting) bool { return m.number == n.number }) {
			list = append(list, meeting{n.number, words, short, what})
		}
	}
	return list
}

var (
	tens      = pattern.Lazy(`(?i)\b(twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety) (first|second|third|fourth|fifth|sixth|seventh|eighth|ninth)\b`)
	word      = pattern.Lazy(`[A-Za-z]+(?:-[A-Za-z]+)?`)
	inFigures = pattern.Lazy(`(?i)\b(\d{1,3})\s?(?:st|nd|rd|th)\b`)
	inFront   = pattern.Lazy(`\b(\d{1,3})[ -]?([A-Z]{2,6})\b`)
	behind    = pattern.Lazy(`\b([A-Z]{2,6})[ -]?(\d{1,3})\b`)
	counted   = pattern.Lazy(`(?i)\b(meeting|conference|session|assembly) (?:no\.? ?|number |nr\.? ?)?(\d{1,3})\b`)
)

// joined writes ordinals of two words with a hyphen, as they are looked up.
func joined(s string) string { return tens().ReplaceAllString(s, "$1-$2") }

// numbered is an ordinal and where it stands in a text.
type numbered struct {
	number, from, to int
	short            string // the abbreviation that it stands with
	certain          bool   // it counts meetings by its form
}

// numbers returns the ordinals of a text, in all their forms.
func numbers(s string) []numbered {
	var list []numbered
	for _, at := range word().FindAllStringIndex(s, -1) {
		if n := ordinal.Of(s[at[0]:at[1]]); n > 0 {
			list = append(list, numbered{number: n, from: at[0], to: at[1]})
		}
	}
	for _, form := range []struct {
		find          func(string, int) [][]int
		number, short int // groups
	}{
		{inFigures().FindAllStringSubmatchIndex, 1, 0},
		{inFront().FindAllStringSubmatchIndex, 1, 2},
		{behind().FindAllStringSubmatchIndex, 2, 1},
		{counted().FindAllStringSubmatchIndex, 2, 1},
	} {
		for _, at := range form.find(s, -1) {
			n, _ := strconv.Atoi(s[at[2*form.number]:at[2*form.number+1]])
			found := numbered{number: n, from: at[0], to: at[1]}
			if form.short > 0 {
				found.short = s[at[2*form.short]:at[2*form.short+1]]
				found.certain = found.short != strings.ToUpper(found.short) || at[1]-at[0] == len(found.short)+len(strconv.Itoa(n)) && form.number == 1
			}
			list = append(list, found)
		}
	}
	return list
}

// in returns the words by which a text names the meeting, "" where it does not.
func (m meeting) in(s string) string {
	s = joined(s)
	for _, n := range numbers(s) {
		if n.number != m.number {
			continue
		}
		if n.certain || slices.Contains(m.short, n.short) || n.short == "" && m.meant(s, n) {
			return s[n.from:m.end(s, n)]
		}
	}
	return ""
}

// meant reports whether an ordinal counts meetings: a word of the name stands near it. A
// high one hardly counts anything else in a work plan.
func (m meeting) meant(s string, n numbered) bool {
	const high, near = 5, 6
	if n.number >= high {
		return true
	}
	before, after := fields(s[:n.from]), fields(s[n.to:])
	around := slices.Concat(before[max(0, len(before)-near):], after[:min(near, len(after))])
	return slices.ContainsFunc(around, func(w string) bool {
		return slices.Contains(m.words, strings.ToLower(w)) || slices.Contains(m.short, w)
	})
}

// end returns where the name that an ordinal begins ends: with the next word, where that
// belongs to the name.
func (m meeting) end(s string, n numbered) int {
	rest := s[n.to:]
	at := word().FindStringIndex(rest)
	if at == nil || at[0] != 1 || n.short != "" {
		return n.to
	}
	if w := rest[at[0]:at[1]]; slices.Contains(m.words, strings.ToLower(w)) || slices.Contains(m.short, w) {
		return n.to + at[1]
	}
	return n.to
}

// fields returns the words of a text without marks.
func fields(s string) []string {
	return strings.FieldsFunc(s, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
}
