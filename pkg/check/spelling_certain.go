package check

import (
	"slices"
	"strings"

	"github.com/isuplan/isuplan/pkg/spell"
)

// When a misspelt word may be mended unasked.

// mayMend reports whether a misspelt word may be replaced unasked: where it is listed, or is
// one letter away from one word only, which everybody uses or the plan uses elsewhere. A
// name, a plural and a part of a compound are left to a person.
func (s *speller) mayMend(t Text, w word, right string) bool {
	lower := strings.ToLower(w.text)
	if listed, ok := spell.Misspelt(lower); ok && listed == right {
		return true
	}
	if month := nearMonth(inCaseOf("Xx", lower)); month != "" && month == right {
		return startsUpper(w.text)
	}
	inCompound := w.from > 0 && t.typed[w.from-1] == '-' || w.to < len(t.typed) && t.typed[w.to] == '-'
	const short = 5
	return !startsUpper(w.text) && !inCompound && len(lower) >= short && editDistance(lower, right) <= 2 && isOneLetterAway(lower, right) &&
		!spell.IsPlural(lower, right) && (spell.IsCommon(right) || s.often[right] > 0)
}

// isOneLetterAway reports words that differ by one letter, or by two swapped neighbours.
func isOneLetterAway(a, b string) bool {
	return editDistance(a, b) == 1 || len(a) == len(b) && neighboursSwapped(a, b)
}

// isLikeliest reports whether the right form of a listed misspelling is a likelier slip than
// all other words near it that everybody uses: lists have some that may be two words.
func isLikeliest(lower, right string, near []string) bool {
	if len(near) > 0 && !slices.Contains(near, right) {
		return false
	}
	for _, other := range near {
		if other != right && spell.IsCommon(other) && spell.Slip(lower, other) <= spell.Slip(lower, right) {
			return false
		}
	}
	return true
}

// isOneSlip reports words that differ by one letter, or by two swapped neighbours. The
// plural and the genitive of a word are no slip for it.
func isOneSlip(a, b string) bool {
	const long = 6
	if len(a) < long || len(b) < long || strings.HasPrefix(a, b) || strings.HasPrefix(b, a) {
		return false
	}
	switch editDistance(a, b) {
	case 1:
		return true
	case 2:
		return len(a) == len(b) && neighboursSwapped(a, b)
	}
	return false
}

// neighboursSwapped reports words that differ only by two swapped neighbouring letters.
func neighboursSwapped(a, b string) bool {
	i := 0
	for i < len(a) && a[i] == b[i] {
		i++
	}
	return i+1 < len(a) && a[i] == b[i+1] && a[i+1] == b[i] && a[i+2:] == b[i+2:]
}
