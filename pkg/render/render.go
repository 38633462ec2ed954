// Package render holds the formats that a document can be written in. A format is
// one file here, and a folder where it needs more.
package render

import (
	"cmp"
	"slices"

	"github.com/isuplan/isuplan/pkg/document"
)

// Format turns a document into the bytes of a file.
type Format struct {
	Name   string // as --format takes it
	Ext    string // the file's ending, with its dot
	Title  string // what it is, in a few words
	Render func(*document.Document) (Result, error)
	// Lacking returns what Render would say is missing, without the work of rendering;
	// nil for a format that shows every character.
	Lacking func(*document.Document) ([]Missing, error)
	// Ours reports whether an existing file looks like one that this format wrote, so
	// that a new build may replace it.
	Ours func(existing []byte) bool
}

// Result is a rendered file.
type Result struct {
	Bytes []byte
	// Files stand beside the file, such as the pictures that a Markdown file shows.
	Files []File
	// Missing are the characters that the format's fonts lack.
	Missing []Missing
}

// File is a further file of a document.
type File struct {
	Name  string // without a folder
	Bytes []byte
	Ours  func(existing []byte) bool // as a Format's
}

// Missing is a character that could not be drawn.
type Missing struct {
	Rune rune
	Run  document.Run // the first run that holds it
}

var formats []Format

// register makes a format known; each format's file calls it once.
func register(f Format) bool {
	formats = append(formats, f)
	return true
}

// Formats returns all formats by name.
func Formats() []Format {
	sorted := slices.Clone(formats)
	slices.SortFunc(sorted, func(a, b Format) int { return cmp.Compare(a.Name, b.Name) })
	return sorted
}
