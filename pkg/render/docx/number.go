package docx

import (
	"slices"
	"strconv"
	"strings"
	"unicode"

	"github.com/isuplan/isuplan/pkg/numeral"
)

// form is how Word writes a number, by the name that Word gives it.
type form string

const (
	decimal     form = "decimal"
	upperRoman  form = "upperRoman"
	lowerRoman  form = "lowerRoman"
	upperLetter form = "upperLetter"
	lowerLetter form = "lowerLetter"
	bulleted    form = "bullet"
)

const (
	bullet  = "•"
	highest = 3999 // the last number that has Roman numerals
)

// pattern is a way of numbering: what stands before and behind the number.
type pattern struct {
	before string
	form   form
	behind string
}

// reading is a pattern and the number that a printed number is in it.
type reading struct {
	pattern
	n int
}

// show writes the n-th number as Word does.
func (p pattern) show(n int) string {
	if p.form == bulleted {
		return bullet
	}
	return p.before + p.form.show(n) + p.behind
}

func (f form) show(n int) string {
	switch f {
	case upperRoman:
		return numeral.Roman(n)
	case lowerRoman:
		return strings.ToLower(numeral.Roman(n))
	case upperLetter:
		return strings.ToUpper(alphabetic(n))
	case lowerLetter:
		return alphabetic(n)
	}
	return strconv.Itoa(n)
}

// alphabetic counts as Word does: z is followed by aa, bb, cc.
func alphabetic(n int) string {
	return strings.Repeat(string(rune('a'+(n-1)%26)), (n-1)/26+1)
}

// read returns the ways in which Word could come to show a printed number, lower
// numbers first: "(i)" is the first Roman number, or the ninth letter. A number that
// Word would never show, such as "(ab)", has none.
func read(printed string) []reading {
	from := strings.IndexFunc(printed, counted)
	if from < 0 {
		return nil
	}
	to := len(printed)
	if n := strings.IndexFunc(printed[from:], func(r rune) bool { return !counted(r) }); n >= 0 {
		to = from + n
	}
	before, core, behind := printed[:from], printed[from:to], printed[to:]
	if strings.Contains(before+behind, "%") || strings.ContainsFunc(behind, wordly) || strings.ContainsFunc(before, wordly) {
		return nil
	}
	var found []reading
	for _, c := range []struct {
		form form
		n    int
	}{{decimal, number(core)}, {upperRoman, romanNumber(core)}, {lowerRoman, romanNumber(strings.ToUpper(core))},
		{upperLetter, letterNumber(strings.ToLower(core))}, {lowerLetter, letterNumber(core)}} {
		if c.n > 0 && c.n <= highest && c.form.show(c.n) == core {
			found = append(found, reading{pattern{before, c.form, behind}, c.n})
		}
	}
	slices.SortStableFunc(found, func(a, b reading) int { return a.n - b.n })
	return found
}

func counted(r rune) bool {
	return r >= '0' && r <= '9' || r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z'
}

// wordly reports what cannot stand around an automatic number: other letters and
// figures, and characters that no file can hold.
func wordly(r rune) bool {
	return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsControl(r) || r == unicode.ReplacementChar || r >= 0xFFFE && r <= 0xFFFF
}

func number(s string) int {
	n, err := strconv.Atoi(s)
	if err != nil {
		return 0
	}
	return n
}

func romanNumber(s string) (n int) {
	value := map[byte]int{'I': 1, 'V': 5, 'X': 10, 'L': 50, 'C': 100, 'D': 500, 'M': 1000}
	for i := range len(s) {
		v := value[s[i]]
		if i+1 < len(s) && v < value[s[i+1]] {
			v = -v
		}
		n += v
	}
	return n
}

func letterNumber(s string) int {
	return 26*(len(s)-1) + int(s[0]-'a') + 1
}
