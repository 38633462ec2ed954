// Package pdf renders a document as a PDF file in the form of a United Nations
// document. Its layout is its own: texts are measured and broken into lines, lines
// into pages, and pages are drawn through one canvas. The file that comes out is
// then finished object by object: fonts, identity, language.
//
// Equal documents give equal bytes.
package pdf

import (
	"bytes"

	"github.com/isuplan/isuplan/pkg/document"
	"github.com/isuplan/isuplan/pkg/render/set"
)

const program = "isuplan"

// Render returns the document as a PDF file, and the characters that its fonts
// lack. An error means that the tool failed, never that the document is wrong.
func Render(doc *document.Document) ([]byte, []set.Missing, error) {
	s, err := set.New()
	if err != nil {
		return nil, nil, err
	}
	return renderWith(s, doc)
}

// renderWith renders with the fonts of a setter, which is for one document.
func renderWith(s *set.Setter, doc *document.Document) ([]byte, []set.Missing, error) {
	c, err := drawWith(s, doc)
	if err != nil {
		return nil, nil, err
	}
	raw, err := c.finish()
	if err != nil {
		return nil, nil, err
	}
	f, err := c.complete(raw, doc)
	if err != nil {
		return nil, nil, err
	}
	return f.write(), c.setter.Missing, nil
}

// drawWith lays the document out on a canvas.
func drawWith(s *set.Setter, doc *document.Document) (*canvas, error) {
	furniture, err := newFurnishings(&doc.Meta)
	if err != nil {
		return nil, err
	}
	l := layout{tree: newTree(), setter: s}
	if furniture.draft != "" {
		furniture.first = l.leaf(roleParagraph)
	}
	l.masthead(&doc.Masthead)
	l.blocks(doc.Blocks)
	keepTwo(l.slabs)
	d := drawing{canvas: newCanvas(s, &l.tree), furniture: furniture}
	paginate(l.slabs, furniture.textTop(), d.page)
	return d.canvas, nil
}

// Lacking returns the characters of a document that the fonts lack, as Render does,
// in a fraction of its time: nothing is laid out unless a look at each character
// says that there may be some.
func Lacking(doc *document.Document) ([]set.Missing, error) {
	s, err := set.New()
	if err != nil || s.Covers(doc) {
		return nil, err
	}
	_, err = drawWith(s, doc)
	return s.Missing, err
}

// Ours reports whether this package wrote a file. It looks for the entry that names the
// program that made it: a file that somebody wrote about isuplan is not ours.
func Ours(existing []byte) bool {
	return bytes.HasPrefix(existing, []byte("%PDF-")) && bytes.Contains(existing, []byte("/Producer (isuplan)"))
}
