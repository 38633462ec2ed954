package render

import (
	"context"
	"io"

	"github.com/isuplan/isuplan/pkg/document"
	"github.com/isuplan/isuplan/pkg/registry"
	"github.com/isuplan/isuplan/pkg/render/terminal"
)

// Comparison is a comparison of plans, ready to be written.
type Comparison struct {
	// Document is the comparison itself.
	Document *document.Document
	// Versions returns the documents of the two plans, and the seal of the new one; nil for
	// more than two plans.
	Versions func(context.Context) (old, now *document.Document, seal document.Seal, err error)
	// Data writes the comparison for other programs.
	Data func(io.Writer) error
}

// ComparisonFormat is a form in which a comparison is written.
type ComparisonFormat struct {
	Name   string
	Pair   bool // of two plans only
	Binary bool // nothing for a terminal
	Data   bool // for other programs: what cannot be read has no form in it
	// Ours reports whether isuplan wrote a file; nil for a form that says nothing of who
	// wrote it.
	Ours func(existing []byte) bool
	// Seal puts the digest of all the rest into a file, by which it says whether it was
	// changed since; nil for a form that has no place for one.
	Seal  func(file []byte) []byte
	Write func(context.Context, Comparison, terminal.Options) (Result, error)
}

// comparisons stand in the order in which help lists them.
var comparisons = registry.Ordered(func(f ComparisonFormat) string { return f.Name }, func(ComparisonFormat, ComparisonFormat) int { return 0 })

// RegisterComparison makes a form of comparisons known, while the program starts.
func RegisterComparison(f ComparisonFormat) bool { return comparisons.Add(f) }

// ComparisonFormats returns all forms of comparisons.
func ComparisonFormats() []ComparisonFormat { return comparisons.All() }

// ComparisonFormatNamed returns the form of a name.
func ComparisonFormatNamed(name string) (ComparisonFormat, bool) { return comparisons.Find(name) }
