package importer

import (
	"strings"
	"unicode"
)

// wordsOf returns the words of a text in lower case, without marks.
func wordsOf(s string) []string {
	return strings.FieldsFunc(strings.ToLower(s), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
}

// same reports whether two texts say the same, but for case, marks and blanks.
func same(a, b string) bool { return strings.Join(wordsOf(a), " ") == strings.Join(wordsOf(b), " ") }

// alike says how much two texts have in common, from 0 to 100.
func alike(a, b string) int {
	x, y := wordsOf(a), wordsOf(b)
	if len(x)+len(y) == 0 {
		return 0
	}
	count := map[string]int{}
	for _, w := range x {
		count[stem(w)]++
	}
	common := 0
	for _, w := range y {
		if count[stem(w)] > 0 {
			count[stem(w)]--
			common++
		}
	}
	return 200 * common / (len(x) + len(y))
}

// stem takes off the ending of a plural.
func stem(w string) string {
	if len(w) > 3 && strings.HasSuffix(w, "s") && !strings.HasSuffix(w, "ss") {
		return w[:len(w)-1]
	}
	return w
}
