package check

import (
	"strconv"
	"strings"
	"time"
	"unicode/utf8"

	"github.com/isuplan/isuplan/pkg/pattern"
)

// What texts say right beside a meeting's name: when and where it is, and whether it is
// over. Only what is joined to the name by nothing but a few words such as "to be held in"
// is taken for the meeting's.

// when is a date as a text gives it; what it does not give is 0.
type when struct {
	first, last int        // days; last alone for a single day
	begins      time.Month // of the first day, where it is another than month
	month       time.Month
	year        int
	from, to    int // where it stands
}

// attached is what stands beside a name.
type attached struct {
	when         when // its to is 0 where there is none
	place        string
	placed       [2]int // where the place stands
	future, past bool
	end          int // behind what was read
}

var (
	joining   = pattern.Lazy(`(?i)^(?:[\s,()]|\b(?:which|that|who|is|are|was|were|be|been|being|has|had|to|will|shall|would|held|holds|hold|scheduled|planned|due|takes?|took|taking|place|meets?|met|convenes?|convened|hosted|opens?|opened|begins?|starts?|again|both|also|and)\b)+`)
	isAhead   = pattern.Lazy(`(?i)\b(?:to be|is to|will|shall|scheduled|planned|due|takes|meets|convenes|opens|begins|starts)\b`)
	isOver    = pattern.Lazy(`(?i)\b(?:was|were|took|met|had|been|opened|convened)\b`)
	fullDate  = pattern.Lazy(`^(?:(?:from|on|in|during|of|between|for|,)\s+)?(?:the\s+)?(?:(\d{1,2})(?:st|nd|rd|th)?(?:\s+(` + monthNames + `))?(?:\s+\d{4})?\s*(?:[-–—]|\b(?:to|and|until)\b)\s*)?(?:(\d{1,2})(?:st|nd|rd|th)?\s+(?:of\s+)?)?\b(` + monthNames + `)\b(?:,?\s+(\d{4})\b)?`)
	onlyYear  = pattern.Lazy(`^(?:(?:in|during|of|for|,)\s+)?(?:the year\s+)?((?:19|20)\d{2})\b`)
	beginning = pattern.Lazy(`^` + placeName)
)

const placeName = `\p{Lu}[\p{L}'’.-]+(?:\s+(?:(?:de|da|do|del|la|el|las|los|al|of|the|and)\s+){0,2}\p{Lu}[\p{L}'’.-]+){0,4}`

// behindName reads what stands behind a name that ends at an offset.
func behindName(text string, at int) attached {
	a := attached{end: at}
	for a.end < len(text) {
		rest := text[a.end:]
		if end := joining().FindString(rest); end != "" {
			if !isBetween(end) {
				a.future = a.future || isAhead().MatchString(end)
				a.past = a.past || isOver().MatchString(end)
			}
			a.end += len(end)
			continue
		}
		if a.when.to == 0 {
			if d, ok := dateAt(text, a.end); ok {
				a.when, a.end = d, d.to
				continue
			}
		}
		place, from, ok := placeAt(text, a.end)
		if !ok && strings.Contains(text[at:a.end], "(") {
			place, from, ok = listedPlace(text, a.end, a.when.to > 0)
		}
		if !ok || a.place != "" {
			break
		}
		a.place, a.placed = place, [2]int{from, from + len(place)}
		a.end = from + len(place)
		if !strings.HasPrefix(text[a.end:], ",") {
			continue
		}
		behind := strings.TrimLeft(text[a.end+len(","):], blanks)
		if country := nameIn(behind); len(behind) < len(text[a.end:])-1 && countries()[country] {
			a.end = len(text) - len(behind) + len(country)
		}
	}
	return a
}

// isBetween reports blanks and marks without a word.
func isBetween(s string) bool { return strings.Trim(s, blanks+",()") == "" }

// blanks are what \s matches.
const blanks = " \t\n\f\r"

// nameIn returns the name of a place that a text begins with; "" for none.
func nameIn(s string) string {
	if !startsUpper(s) {
		return ""
	}
	return beginning().FindString(s)
}

// near is how far from a name rules read, in bytes; a paragraph may be as long as a book.
const (
	near     = 400
	nearer   = 160 // words that lead to a name
	adjacent = 64  // words right before it
)

// lastOf is the end of a text, as far as it is near.
func lastOf(s string, near int) string {
	if len(s) <= near {
		return s
	}
	at := len(s) - near
	for at < len(s) && !utf8.RuneStart(s[at]) {
		at++
	}
	return s[at:]
}

// firstOf is the beginning of a text, as far as it is near.
func firstOf(s string, near int) string {
	if len(s) <= near {
		return s
	}
	at := near
	for at > 0 && !utf8.RuneStart(s[at]) {
		at--
	}
	return s[:at]
}

// dateAt reads a date that begins at an offset, with the preposition before it.
func dateAt(text string, at int) (when, bool) {
	rest := text[at:]
	if !mayBeDate(rest) {
		return when{}, false
	}
	if m := fullDate().FindStringSubmatchIndex(rest); m != nil {
		number := func(group int) int {
			n := 0
			if m[2*group] >= 0 {
				n, _ = strconv.Atoi(rest[m[2*group]:m[2*group+1]])
			}
			return n
		}
		month := func(group int) time.Month {
			if m[2*group] < 0 {
				return 0
			}
			return monthOf(rest[m[2*group]:m[2*group+1]])
		}
		from := m[8]
		for _, group := range []int{3, 1} {
			if m[2*group] >= 0 {
				from = m[2*group]
			}
		}
		return when{first: number(1), last: number(3), begins: month(2), month: month(4), year: number(5), from: at + from, to: at + m[1]}, true
	}
	if m := onlyYear().FindStringSubmatchIndex(rest); m != nil {
		year, _ := strconv.Atoi(rest[m[2]:m[3]])
		return when{year: year, from: at + m[2], to: at + m[1]}, true
	}
	return when{}, false
}

// mayBeDate looks for a digit or a month where a date would have one.
func mayBeDate(s string) bool {
	s = firstOf(s, adjacent)
	for i := range len(s) {
		if isDigit(s[i:]) {
			return true
		}
		if beginsMonth(s[i:]) {
			return true
		}
	}
	return false
}

// namesMonth looks for the beginning of a month's name.
func namesMonth(s string) bool {
	for i := range len(s) {
		if beginsMonth(s[i:]) {
			return true
		}
	}
	return false
}

func beginsMonth(s string) bool {
	const letters = 3
	return strings.IndexByte("JFMASOND", s[0]) >= 0 && len(s) >= letters && strings.Contains(monthNames, s[:letters])
}

func monthOf(name string) time.Month {
	for m := time.January; m <= time.December; m++ {
		if m.String() == name {
			return m
		}
	}
	return 0
}

// placeAt reads the name of a place behind "in" or "at".
func placeAt(text string, at int) (place string, from int, ok bool) {
	if !hasPrefix(text[at:], "in", "at") {
		return "", 0, false
	}
	behind := text[at+len("in"):]
	named := strings.TrimLeft(behind, blanks)
	if place = nameIn(named); place == "" || len(named) == len(behind) {
		return "", 0, false
	}
	from = len(text) - len(named)
	if i := strings.IndexByte(place, '.'); i >= 0 && i == len(place)-1 {
		place = place[:i]
	}
	for _, w := range strings.Fields(place) {
		if notPlaces[strings.ToLower(w)] || monthOf(w) > 0 || w == strings.ToUpper(w) {
			return "", 0, false
		}
	}
	return place, from, !countries()[oneLine(place)]
}

// listedPlace reads a place in brackets beside a date: (Geneva, 4–6 September 2017).
func listedPlace(text string, at int, dated bool) (place string, from int, ok bool) {
	name := nameIn(text[at:])
	behind := strings.TrimLeft(text[at+len(name):], blanks)
	if name == "" || !hasPrefix(behind, ",", ")") {
		return "", 0, false
	}
	end := len(text) - len(behind) + 1
	if behind[0] == ',' {
		end = len(text) - len(strings.TrimLeft(behind[1:], blanks))
	}
	if _, follows := dateAt(text, end); !dated && !follows {
		return "", 0, false
	}
	place, _, ok = placeAt("in "+name, 0)
	return place, at, ok
}

// notPlaces are words of names that are no place's: rooms, bodies, parts of texts.
var notPlaces = wordSet(`room hall palais centre center council chamber headquarters conference office meeting article articles annex part section
	chapter session united nations university institute hotel building accordance order plenary english french spanish russian
	arabic chinese africa asia europe america americas oceania caribbean pacific latin north south east west western eastern southern
	northern central parties states state member programme committee convention treaty protocol agreement decision resolution
	january monday tuesday wednesday thursday friday saturday sunday phase zone`)

// samePlace reports whether a text's place may be the masthead's: they share a word.
func samePlace(said, masthead string) bool {
	words := map[string]bool{}
	for _, w := range wordsOf(strings.ToLower(masthead)) {
		words[w.text] = true
	}
	for _, w := range wordsOf(strings.ToLower(said)) {
		if words[w.text] && len(w.text) > 2 {
			return true
		}
	}
	return false
}
