package importer

import (
	"strings"

	"github.com/isuplan/isuplan/pkg/numeral"
	"github.com/isuplan/isuplan/pkg/pattern"
)

// mark is the kind of number or sign that a text begins with.
type mark int

// The kinds of mark.
const (
	noMark     mark = iota
	romanMark       // IV.
	letterMark      // B.
	numberMark      // 12.
	itemMark        // (a)
	partMark        // (i)
	bulletMark      // -, •
)

// marker is what stands before a text: its kind, its place in its list, and how it is
// printed.
type marker struct {
	kind    mark
	n       int
	depth   int // of a decimal number, 1 for 2.1
	printed string
}

var (
	romanAt  = pattern.Lazy(`^([IVXL]+)[.)]\s+`)
	letterAt = pattern.Lazy(`^([A-Z])[.)]\s+`)
	numberAt = pattern.Lazy(`^([0-9]{1,3})[.)]\s+`)
	// A further number of a decimal one, "2.1. The Secretariat": a figure is followed by small letters.
	decimalAt = pattern.Lazy(`^((?:[1-9][0-9]?\.){1,3}[1-9][0-9]?)[.)]?\s+[\p{Lu}"“‘«]`)
	dottedAt  = pattern.Lazy(`^([a-z])\.\s+`) // a. b. c.
	itemAt    = pattern.Lazy(`^\(?([a-z])\)\s*`)
	partAt    = pattern.Lazy(`^\(?([ivx]+)\)\s*`)
	bulletAt  = pattern.Lazy(`^([-–—•·▪◦‣■□●○*\x{F0B7}\x{F0A7}])\s+`)
)

// counter knows the last marks, which tell apart what can be read in two ways: "I." behind
// "H.", "(i)" behind "(h)".
type counter struct{ letter, item int }

// cut cuts the number or sign off a text.
func (c *counter) cut(text string) (marker, string) {
	if m := decimalAt().FindStringSubmatch(text); m != nil {
		printed, rest, _ := strings.Cut(text, " ")
		k := marker{kind: numberMark, printed: printed, depth: strings.Count(m[1], ".")}
		return c.count(k, m[1][strings.LastIndexByte(m[1], '.')+1:]), strings.TrimSpace(rest)
	}
	if m := dottedAt().FindStringSubmatch(text); m != nil && int(m[1][0]-'a') == c.item && len(text) > len(m[0]) {
		return c.count(marker{kind: itemMark, printed: strings.TrimSpace(m[0])}, m[1]), strings.TrimSpace(text[len(m[0]):])
	}
	for _, form := range []struct {
		kind mark
		text func(string) []string
	}{
		{bulletMark, bulletAt().FindStringSubmatch}, {numberMark, numberAt().FindStringSubmatch}, {romanMark, romanAt().FindStringSubmatch},
		{letterMark, letterAt().FindStringSubmatch}, {partMark, partAt().FindStringSubmatch}, {itemMark, itemAt().FindStringSubmatch},
	} {
		m := form.text(text)
		if m == nil {
			continue
		}
		if rest := strings.TrimSpace(text[len(m[0]):]); rest != "" {
			return c.count(marker{kind: form.kind, printed: strings.TrimSpace(m[0])}, m[1]), rest
		}
	}
	return marker{}, text
}

// count reads the number of a mark, and notes it.
func (c *counter) count(k marker, s string) marker {
	letter := 0
	if len(s) == 1 {
		letter = int(strings.ToLower(s)[0]-'a') + 1
	}
	switch k.kind {
	case numberMark:
		for _, r := range s {
			k.n = 10*k.n + int(r-'0')
		}
		c.item = 0
	case romanMark:
		if letter > 0 && c.letter == letter-1 && letter > 1 {
			return c.count(marker{kind: letterMark, printed: k.printed}, s)
		}
		k.n, c.letter, c.item = numeral.Value(s), 0, 0
	case letterMark:
		k.n, c.letter, c.item = letter, letter, 0
	case partMark:
		if letter > 0 && c.item == letter-1 {
			return c.count(marker{kind: itemMark, printed: k.printed}, s)
		}
		k.n = numeral.Value(strings.ToUpper(s))
	case itemMark:
		k.n, c.item = letter, letter
	}
	return k
}
