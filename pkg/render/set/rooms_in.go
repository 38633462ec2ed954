package set

const (
	columnInset = 2 * CM    // of the column of text from the margins, on both sides
	framePad    = 8 * Point // between a frame and what stands in it
	narrowest   = 3 * CM    // no frames make a column narrower
)

// RoomsIn are the rooms of a table that stands in so many frames.
func RoomsIn(frames int) Rooms {
	pads := 2 * framePad * Length(frames)
	column := max(narrowest, FullLine-2*columnInset-pads)
	return Rooms{Column: column, Full: max(column, FullLine-pads), Landscape: max(column, LandscapeLine-pads)}
}
