// Package render holds the formats that a document can be written in. A format is
// one file here, and a folder where it needs more.
package render

import (
	"context"

	"github.com/isuplan/isuplan/pkg/document"
	"github.com/isuplan/isuplan/pkg/registry"
	"github.com/isuplan/isuplan/pkg/render/set"
)

// Format turns a document into the bytes of a file.
type Format struct {
	Name  string // as --format takes it
	Ext   string // the file's ending, with its dot
	Title string // what it is, in a few words
	// Asked says that the format is written only where it is asked for by its name.
	Asked bool
	// Prepare does all that can be done without the seal, and ends when the context does.
	Prepare func(context.Context, *document.Document) (Prepared, error)
	// Lacking returns the characters that the format cannot show, without the work of
	// rendering; nil for a format that shows every character.
	Lacking func(context.Context, *document.Document) ([]Missing, error)
	// Typeset says that texts are set by the language's typography.
	Typeset bool
	// Paged says that the format has pages, which are as wide as they are.
	Paged bool
	// Ours reports whether an existing file looks like one that this format wrote, so
	// that a new build may replace it.
	Ours func(existing []byte) bool
}

// Prepared puts the seal into a document that lacks nothing else. It is called once.
type Prepared func(document.Seal) (Result, error)

// Render writes a document with its seal.
func (f Format) Render(ctx context.Context, doc *document.Document, seal document.Seal) (Result, error) {
	p, err := f.Prepare(ctx, doc)
	if err != nil {
		return Result{}, err
	}
	return p(seal)
}

// Result is a rendered file.
type Result struct {
	Bytes []byte
	// Files stand beside the file, such as the pictures that a Markdown file shows.
	Files []File
	// Missing are the characters that the format's fonts lack.
	Missing []Missing
	// Crowded are the columns of a comparison's tables that no page can hold; documents are
	// asked for theirs by Crowded.
	Crowded []set.Crowded
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

var formats = registry.New(func(f Format) string { return f.Name })

// Register makes a format known, to build and to callers of Formats. Each format's file
// calls it once, while the program starts.
func Register(f Format) bool { return formats.Add(f) }

// Formats returns all formats by name.
func Formats() []Format { return formats.All() }

// FormatNamed returns the format of a name.
func FormatNamed(name string) (Format, bool) { return formats.Find(name) }
