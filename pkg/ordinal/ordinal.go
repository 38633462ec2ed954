// Package ordinal knows the ordinals that meetings bear: Eighth, 8th, 8MSP.
package ordinal

import (
	"strconv"
	"strings"

	"github.com/isuplan/isuplan/pkg/pattern"
)

var (
	units    = strings.Fields("first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth")
	tens     = strings.Fields("twenty thirty forty fifty sixty seventy eighty ninety")
	tensEnds = strings.Fields("twentieth thirtieth fortieth fiftieth sixtieth seventieth eightieth ninetieth hundredth")
)

// Of returns the number of an ordinal in words, such as 8 for "Eighth" and 21 for
// "twenty-first"; 0 for another word.
func Of(word string) int {
	lower := strings.ToLower(word)
	ten, unit, joined := strings.Cut(lower, "-")
	if !joined {
		return simple(lower)
	}
	for i, t := range tens {
		if u := simple(unit); t == ten && u > 0 && u < 10 {
			return (i+2)*10 + u
		}
	}
	return 0
}

func simple(word string) int {
	for i, w := range units {
		if w == word {
			return i + 1
		}
	}
	for i, w := range tensEnds {
		if w == word {
			return (i + 2) * 10
		}
	}
	return 0
}

// Word returns the ordinal of a number from 1 to 100 in lower case; "" for others.
func Word(n int) string {
	switch {
	case n < 1 || n > 100:
		return ""
	case n <= len(units):
		return units[n-1]
	case n%10 == 0:
		return tensEnds[n/10-2]
	}
	return tens[n/10-2] + "-" + units[n%10-1]
}

var (
	inWords   = pattern.Lazy(`[A-Za-z]+(?:-[A-Za-z]+)?`)
	inFigures = pattern.Lazy(`\b(\d{1,3})(st|nd|rd|th)\b`)
	ofMeeting = pattern.Lazy(`\b(\d{1,3})([A-Z]{2,6})\b`)
)

// Advance moves the ordinals of a meeting's name on: "Seventh Meeting" becomes "Eighth
// Meeting", 21st 22nd, 8MSP 9MSP. A text without an ordinal is returned unchanged.
func Advance(text string, by int) string {
	text = inWords().ReplaceAllStringFunc(text, func(w string) string {
		n := Of(w)
		next := Word(n + by)
		if n == 0 || next == "" {
			return w
		}
		return inCase(w, next)
	})
	text = inFigures().ReplaceAllStringFunc(text, func(w string) string {
		n, _ := strconv.Atoi(inFigures().FindStringSubmatch(w)[1])
		return strconv.Itoa(n+by) + Ending(n+by)
	})
	return ofMeeting().ReplaceAllStringFunc(text, func(w string) string {
		m := ofMeeting().FindStringSubmatch(w)
		n, _ := strconv.Atoi(m[1])
		return strconv.Itoa(n+by) + m[2]
	})
}

// inCase writes an ordinal with the capitals of another: Twenty-First, Twenty-first.
func inCase(model, word string) string {
	if model == strings.ToLower(model) {
		return word
	}
	out := strings.ToUpper(word[:1]) + word[1:]
	_, second, joined := strings.Cut(model, "-")
	if i := strings.IndexByte(out, '-'); i >= 0 && (!joined || second != strings.ToLower(second)) {
		out = out[:i+1] + strings.ToUpper(out[i+1:i+2]) + out[i+2:]
	}
	return out
}

// Ending returns what follows a figure to make it an ordinal: st, nd, rd or th.
func Ending(n int) string {
	if n%100 >= 11 && n%100 <= 13 {
		return "th"
	}
	switch n % 10 {
	case 1:
		return "st"
	case 2:
		return "nd"
	case 3:
		return "rd"
	}
	return "th"
}
