package check

import (
	"strings"

	"github.com/agnivade/levenshtein"
)

// How rules compare the wordings of one thing.

// wording is a text reduced to what two wordings must have in common: case, runs of blanks
// and final punctuation do not count.
func wording(s string) string {
	return strings.TrimRight(strings.ToLower(oneLine(s)), ".;:, ")
}

// likeness says how much two texts have in common, in per cent of their words: 0
// for none, 100 for the same words.
func likeness(a, b string) int {
	left, right := wordsOf(wording(a)), wordsOf(wording(b))
	if len(left)+len(right) == 0 {
		return 0
	}
	have := make(map[string]int, len(left))
	for _, w := range left {
		have[w.text]++
	}
	both := 0
	for _, w := range right {
		if have[w.text] > 0 {
			have[w.text]--
			both++
		}
	}
	return 200 * both / (len(left) + len(right))
}

// editDistance returns by how many letters two words differ.
func editDistance(a, b string) int { return levenshtein.ComputeDistance(a, b) }

// unlike returns the stretches of two lists of words between what both begin with
// and what both end with.
func unlike(a, b []word) (left, right []word) {
	same := func(x, y word) bool { return strings.EqualFold(x.text, y.text) }
	for len(a) > 0 && len(b) > 0 && same(a[0], b[0]) {
		a, b = a[1:], b[1:]
	}
	for len(a) > 0 && len(b) > 0 && same(a[len(a)-1], b[len(b)-1]) {
		a, b = a[:len(a)-1], b[:len(b)-1]
	}
	return a, b
}
