package sheet

import (
	"io"

	"github.com/isuplan/isuplan/pkg/registry"
)

// Format writes a sheet as the bytes of a file or for a terminal.
type Format struct {
	Name  string // as --format takes it
	Ext   string // the file's ending, with its dot
	Title string // what it is, in a few words
	// Binary says that the bytes are not for a terminal.
	Binary bool
	// Write writes the sheet; color is for a terminal that takes it.
	Write func(s Sheet, w io.Writer, color bool) error
	// Ours reports whether an existing file begins as this format begins one.
	Ours func(existing []byte) bool
	// Seal puts the digest of all the rest into a file, by which it says whether it was
	// changed since; nil for a format that has no place for one.
	Seal func(file []byte) []byte
	// Most is how many amounts a budget may have that is written so, see Amounts; 0 sets no
	// bound.
	Most int
}

// DefaultFormat is the format of a sheet where none is named.
const DefaultFormat = "text"

var formats = registry.New(func(f Format) string { return f.Name })

// Register makes a format known; each format's file calls it once, while the program
// starts.
func Register(f Format) bool { return formats.Add(f) }

// Formats returns all formats by name.
func Formats() []Format { return formats.All() }

// FormatNamed returns the format of a name.
func FormatNamed(name string) (Format, bool) { return formats.Find(name) }
