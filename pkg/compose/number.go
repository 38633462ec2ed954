package compose

import (
	"strconv"
	"strings"

	"github.com/isuplan/isuplan/pkg/numeral"
)

// pattern is a way of numbering, such as "(a)": what stands before and behind the
// number, and how the number is written.
type pattern struct {
	before, behind string
	write          func(int) string
}

// number writes the n-th number, counted from 1.
func (p pattern) number(n int) string { return p.before + p.write(n) + p.behind }

// parsePattern reads a pattern that shows the first number of its kind.
func parsePattern(s string) (pattern, bool) {
	for _, style := range []struct {
		first string
		write func(int) string
	}{
		{"I", numeral.Roman},
		{"A", func(n int) string { return strings.ToUpper(alphabetic(n)) }},
		{"1", strconv.Itoa},
		{"a", alphabetic},
		{"i", func(n int) string { return strings.ToLower(numeral.Roman(n)) }},
	} {
		before, behind, found := strings.Cut(s, style.first)
		if found && isPunctuation(before) && isPunctuation(behind) {
			return pattern{before, behind, style.write}, true
		}
	}
	return pattern{}, false
}

func isPunctuation(s string) bool { return strings.Trim(s, "().-–:§[] ") == "" }

// alphabetic writes 1 as a, 26 as z, 27 as aa, as lettered lists do.
func alphabetic(n int) string {
	s := ""
	for ; n > 0; n = (n - 1) / 26 {
		s = string(rune('a'+(n-1)%26)) + s
	}
	return s
}
