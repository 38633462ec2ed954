package diag

import (
	"strings"

	"github.com/agnivade/levenshtein"
)

// Suggest returns the candidate nearest to a mistyped word, or "" where none is
// near enough to be meant.
func Suggest(word string, candidates []string) string {
	best, distance := "", 1+max(1, min(3, len(word)/3))
	folded := fold(word)
	for _, candidate := range candidates {
		d := levenshtein.ComputeDistance(folded, fold(candidate))
		if d < distance {
			best, distance = candidate, d
		}
	}
	return best
}

// DidYouMean makes a hint of the nearest candidate; where none is near it lists
// the candidates, so that nobody has to look them up.
func DidYouMean(word string, candidates []string) string {
	if best := Suggest(word, candidates); best != "" {
		return "did you mean `" + best + "`?"
	}
	if len(candidates) == 0 {
		return ""
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
func fold(s string) string {
	return strings.NewReplacer("_", "-", " ", "-").Replace(strings.ToLower(s))
}
