// Package paper sets a document for formats that have pages: with the marks and blanks of its
// language, and with the numbers of the addresses that its links lead to, which nobody sees on
// paper. Both are the layout's; the document's texts stay as they were typed.
package paper

import (
	"github.com/isuplan/isuplan/pkg/document"
	"github.com/isuplan/isuplan/pkg/render/typography"
)

// Set returns a document as pages have it. To set it again is no work. The document itself is not
// changed.
func Set(doc *document.Document) *document.Document {
	doc = typography.Set(doc)
	m := marker{known(&doc.Addresses)}
	if m.known == nil {
		return doc
	}
	return document.Rewriter{Text: m.text}.Document(doc)
}

// Table returns a table as pages have it.
func Table(t *document.Table, y *document.Typography, a *document.Addresses) *document.Table {
	t = typography.Table(t, y)
	m := marker{known(a)}
	if m.known == nil {
		return t
	}
	return document.Rewriter{Text: m.text}.Table(t)
}

// known returns the numbers of the addresses, by document.AddressKey; nil for none.
func known(a *document.Addresses) (numbers map[string]int) {
	for i, note := range a.Notes {
		for _, r := range note {
			if r.Link != "" {
				if numbers == nil {
					numbers = map[string]int{}
				}
				numbers[document.AddressKey(r.Link)] = i + 1
			}
		}
	}
	return numbers
}
