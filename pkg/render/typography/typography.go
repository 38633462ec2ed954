// Package typography sets quotation marks, apostrophes, dashes and blanks as a language has
// them, for the formats that are laid out. Texts of a document are as they were typed, and stay
// so: a plan, its comparisons and Markdown know nothing of this.
package typography

import "github.com/isuplan/isuplan/pkg/document"

// Set returns a document whose texts are set by its language, and which has no rules left: to set it
// again is no work. The document itself is not changed; what there is nothing to set in is shared
// with it.
func Set(doc *document.Document) *document.Document {
	if doc.Meta.Typography == nil {
		return doc
	}
	out := rewriter(doc.Meta.Typography).Document(doc)
	out.Meta.Typography = nil
	return out
}

// Table returns a table whose texts are set.
func Table(t *document.Table, y *document.Typography) *document.Table {
	if y == nil {
		return t
	}
	return rewriter(y).Table(t)
}

func rewriter(y *document.Typography) document.Rewriter {
	return document.Rewriter{Text: newSetter(y).text, All: true}
}
