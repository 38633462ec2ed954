package merge

import (
	"strings"

	"github.com/isuplan/isuplan/pkg/pattern"
)

// marks are those of notes on a figure, which stand in front of it: a/ b/ 18,092.
var marks = pattern.Lazy(`^(?:[a-z]{1,2}/ ?)+`)

// unmarked cuts the marks of notes off a figure.
func unmarked(cell string) (before, figure string) {
	before = marks().FindString(cell)
	return strings.TrimSpace(before), cell[len(before):]
}
