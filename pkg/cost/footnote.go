package cost

import (
	"strings"

	"github.com/isuplan/isuplan/pkg/schema"
	"github.com/isuplan/isuplan/pkg/source"
)

// Footnotes are the notes below a table that belong to one of its rows: to all of it, where
// the mark stands at its label, or to single figures of it, by the column.
type Footnotes struct {
	Node source.Node
	All  []source.At[string]
	By   []schema.Entry[[]source.At[string]]
}

// mostFootnotes is how many notes one row, or one figure of it, may have.
const mostFootnotes = 20

// FootnoteType reads footnotes: one text, a list of texts, or either of them by column.
func FootnoteType() schema.Type[Footnotes] { return footnoteType }

var footnoteType = newFootnoteType()

func newFootnoteType() schema.Type[Footnotes] {
	texts := schema.Short(schema.ListUpTo(mostFootnotes, schema.Note), "", schema.Note, func(t source.At[string]) []source.At[string] {
		if !t.IsSet() {
			return nil
		}
		return []source.At[string]{t}
	})
	texts = schema.With(texts, schema.Named("a footnote or several", "a text, or a list of texts"))
	byColumn := schema.Convert(schema.MapBy(schema.Column, texts), func(n source.Node, entries []schema.Entry[[]source.At[string]]) Footnotes {
		return Footnotes{Node: n, By: entries}
	})
	all := schema.Short(byColumn, "", schema.Convert(texts, func(n source.Node, list []source.At[string]) Footnotes {
		return Footnotes{Node: n, All: list}
	}), func(f Footnotes) Footnotes { return f })
	return schema.With(all, schema.Named("footnotes", "one text or a list of texts for all of the row, or texts by the column for single figures of it"))
}

// IsSet reports whether there is a footnote.
func (f *Footnotes) IsSet() bool { return len(f.All) > 0 || len(f.By) > 0 }

// IsWritten reports whether anything was written, readable or not.
func (f *Footnotes) IsWritten() bool { return !f.Node.IsZero() }

// SetUnread records that footnotes were written that could not be read.
func (f *Footnotes) SetUnread(n source.Node) { *f = Footnotes{Node: n} }

// In returns the notes on the figure of a column.
func (f *Footnotes) In(column string) []source.At[string] {
	for _, e := range f.By {
		if e.Key.Value == column {
			return e.Value
		}
	}
	return nil
}

// Keys returns the columns that are named.
func (f *Footnotes) Keys() []source.At[string] {
	keys := make([]source.At[string], len(f.By))
	for i, e := range f.By {
		keys[i] = e.Key
	}
	return keys
}

// String returns all notes one after another.
func (f *Footnotes) String() string {
	var texts []string
	add := func(list []source.At[string]) {
		for _, t := range list {
			texts = append(texts, t.Value)
		}
	}
	add(f.All)
	for _, e := range f.By {
		add(e.Value)
	}
	return strings.Join(texts, " ")
}
