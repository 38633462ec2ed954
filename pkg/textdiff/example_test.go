package textdiff_test

import (
	"fmt"

	"github.com/isuplan/isuplan/pkg/textdiff"
)

// Two versions of a sentence are compared word by word; a figure is one word.
func Example() {
	old := "The budget of CHF 465,440 was adopted by the Meeting."
	now := "The budget of CHF 510,020 was adopted by the Seventh Meeting."
	for _, piece := range textdiff.Words(old, now) {
		switch piece.Op {
		case -1:
			fmt.Printf("[-%s-]", piece.Text)
		case 1:
			fmt.Printf("{+%s+}", piece.Text)
		default:
			fmt.Print(piece.Text)
		}
	}
	// Output:
	// The budget of CHF [-465,440-]{+510,020+} was adopted by the{+ Seventh+} Meeting.
}
