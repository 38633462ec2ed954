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
)

const program = "isuplan"

// Missing is a character that the fonts lack. A box is drawn in its place.
type Missing struct {
	Rune rune
	Run  document.Run // the first run that holds it
}

// Render returns the document as a PDF file, and the characters that its fonts
// lack. An error means that the tool failed, never that the document is wrong.
func Render(doc *document.Document) ([]byte, []Missing, error) {
	c, err := draw(doc)
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
	return f.write(), c.faces.missing, nil
}

// draw lays the document out on a canvas.
func draw(doc *document.Document) (*canvas, error) {
	fs, err := newFaces()
	if err != nil {
		return nil, err
	}
	furniture, err := newFurnishings(&doc.Meta)
	if err != nil {
		return nil, err
	}
	l := layout{tree: newTree(), faces: fs}
	if furniture.draft != "" {
		furniture.first = l.leaf(roleParagraph)
	}
	l.masthead(&doc.Masthead)
	l.blocks(doc.Blocks)
	keepTwo(l.slabs)
	d := drawing{canvas: newCanvas(fs, &l.tree), furniture: furniture}
	paginate(l.slabs, furniture.textTop(), d.page)
	return d.canvas, nil
}

// Ours reports whether this package wrote a file. It looks for the entry that names the
// program that made it: a file that somebody wrote about isuplan is not ours.
func Ours(existing []byte) bool {
	return bytes.HasPrefix(existing, []byte("%PDF-")) && bytes.Contains(existing, []byte("/Producer (isuplan)"))
}
