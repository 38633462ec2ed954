package cli

import "github.com/isuplan/isuplan/pkg/diag"

// didYouMean adds a suggestion to a sentence, where one is near.
func didYouMean(word string, candidates []string) string {
	if best := diag.Suggest(word, candidates); best != "" {
		return "; did you mean " + best + "?"
	}
	return ""
}
