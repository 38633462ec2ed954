package sheet

import (
	"cmp"
	"io"
	"slices"
)

// Format writes a sheet as the bytes of a file or for a terminal.
type Format struct {
	Name  string // as --format takes it
	Ext   string // the file's ending, with its dot
	Title string // what it is, in a few words
	// Binary says that the bytes are nothing for a terminal.
	Binary bool
	// Write writes the sheet; color is for a terminal that takes it.
	Write func(s Sheet, w io.Writer, color bool) error
	// Ours reports whether an existing file begins as this format begins one, so that
	// a new one may take its place.
	Ours func(existing []byte) bool
}

// DefaultFormat is the format of a sheet where none is named.
const DefaultFormat = "text"

var formats []Format

// register makes a format known; each format's file calls it once.
func register(f Format) bool { //nolint:unparam // a variable is declared with it: var _ = register(…)
	formats = append(formats, f)
	return true
}

// Formats returns all formats by name.
func Formats() []Format {
	sorted := slices.Clone(formats)
	slices.SortFunc(sorted, func(a, b Format) int { return cmp.Compare(a.Name, b.Name) })
	return sorted
}
