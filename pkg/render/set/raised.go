package set

// A mark of a note is set smaller, and above the line.
const (
	// markSize and markOf are by how much it is smaller: two thirds of the size of type.
	markSize, markOf = 2, 3
	// markRise is how high it stands: a third of that size.
	markRise = 3
)

// IsMark reports the mark of a note, or of an address.
func (a *Atom) IsMark() bool { return a.Part != nil && (a.Part.Note > 0 || a.Part.Address > 0) }

// scaled is how wide the atom is in its own type, which is so wide in that of its text.
func (a *Atom) scaled(width Length) Length {
	if a.IsMark() {
		return width * markSize / markOf
	}
	return width
}

// MarkType returns the size of type of a mark in a text of a size, and how high it stands above
// the line: one within running text so low that readers of pages take it for a part of its line.
func (a *Atom) MarkType(points int) (size, rise Length) {
	size, rise = Length(points)*Point*markSize/markOf, Length(points)*Point/markRise
	if a.Part.Address > 0 {
		rise = rise * 9 / 10
	}
	return size, rise
}
