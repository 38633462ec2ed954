package set

import (
	"unicode/utf8"

	"github.com/isuplan/isuplan/pkg/document"
)

const (
	columnInset = 2 * CM    // of the column of text from the margins, on both sides
	framePad    = 8 * Point // between a frame and what stands in it
	narrowest   = 3 * CM    // no frames make a column narrower
)

// IsTitle reports whether a paragraph that introduces a table is short enough to be its title,
// which comes along to a page on its side.
func IsTitle(t document.Text) bool {
	const most = 120 // characters: less than two lines
	return len(t) > 0 && utf8.RuneCountInString(t.String()) <= most
}

// RoomsIn are the rooms of a table that stands in so many frames.
func RoomsIn(frames int) Rooms {
	pads := 2 * framePad * Length(frames)
	column := max(narrowest, FullLine-2*columnInset-pads)
	return Rooms{Column: column, Full: max(column, FullLine-pads), Landscape: max(column, LandscapeLine-pads)}
}
