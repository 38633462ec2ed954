package phrase_test

import (
	"fmt"

	"github.com/isuplan/isuplan/pkg/phrase"
)

// The phrases of a text, with their languages.
func ExampleAll() {
	text := "The [fr: aide-mémoire] and the [minutes](https://example.org)."
	for _, p := range phrase.All(text) {
		fmt.Println(p.Language, text[p.Start:p.End])
	}
	// Output: fr aide-mémoire
}
