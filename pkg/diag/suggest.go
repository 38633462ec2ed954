package diag

import (
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/agnivade/levenshtein"
)

// A comparison takes time that grows with both words, and there may be as many candidates
// as a plan has lines: what is longer, or stands behind so many, is not looked at.
const (
	longestWord    = 200
	mostCandidates = 1000
)

// Suggest returns the candidate nearest to a mistyped word, or "" where none is
// near enough to be meant.
func Suggest(word string, candidates []string) string {
	// In a short word fewer letters may be wrong; otherwise any word would be near.
	best, distance := "", min(len(word), 1+max(1, min(3, len(word)/3)))
	if len(word) > longestWord {
		return ""
	}
	folded := fold(word)
	letters := utf8.RuneCountInString(folded)
	for _, candidate := range candidates[:min(len(candidates), mostCandidates)] {
		if less := letters - utf8.RuneCountInString(candidate); less >= distance || -less >= distance {
			continue
		}
		d := distanceOf(folded, fold(candidate))
		if d < distance {
			best, distance = candidate, d
		}
	}
	return best
}

// distanceOf counts the letters to change; two letters in another order count as one.
func distanceOf(a, b string) int {
	d := levenshtein.ComputeDistance(a, b)
	if d == 2 && sortedRunes(a) == sortedRunes(b) {
		return 1
	}
	return d
}

func sortedRunes(s string) string {
	runes := []rune(s)
	slices.Sort(runes)
	return string(runes)
}

// DidYouMean makes a hint of the nearest candidate; where none is near it lists
// the candidates, so that nobody has to look them up.
func DidYouMean(word string, candidates []string) string {
	if best := Suggest(word, candidates); best != "" {
		return "did you mean `" + best + "`?"
	}
	if len(candidates) == 0 {
		return "there is nothing here yet that it could mean"
	}
	const most = 24
	list := candidates
	more := ""
	if len(list) > most {
		list, more = list[:most], ", …"
	}
	return "known here: " + strings.Join(list, ", ") + more
}

// fold makes words alike that differ only in case, hyphens and underscores.
func fold(s string) string { return alike.Replace(strings.ToLower(s)) }

var alike = strings.NewReplacer("_", "-", " ", "-")

// IsSameWord reports words that differ only in case, hyphens and underscores.
func IsSameWord(a, b string) bool { return fold(a) == fold(b) }
