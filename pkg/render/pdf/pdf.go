// Package pdf renders a document as a PDF file in the form of a United Nations
// document. Its layout is its own: texts are measured and broken into lines, lines
// into pages, and pages are drawn through one canvas. The file that comes out is
// then finished object by object: fonts, identity, language.
//
// Equal documents give equal bytes.
package pdf

import (
	"bytes"
	"context"

	"github.com/isuplan/isuplan/pkg/document"
	"github.com/isuplan/isuplan/pkg/render/paper"
	"github.com/isuplan/isuplan/pkg/render/set"
)

const program = "isuplan"

// File is a PDF file that lacks nothing but its seal.
type File struct {
	Missing []set.Missing // the characters that the fonts lack
	about   about
	packer  *packer
}

// Prepare makes the file of a document. An error means that the context ended or that the
// tool failed, never that the document is wrong.
func Prepare(ctx context.Context, doc *document.Document) (*File, error) {
	s, err := set.New()
	if err != nil {
		return nil, err
	}
	return prepareWith(ctx, s, doc)
}

// prepareWith prepares with the fonts of a setter, which is for one document.
func prepareWith(ctx context.Context, s *set.Setter, doc *document.Document) (*File, error) {
	c, err := drawWith(s.Until(ctx), doc)
	if err != nil {
		return nil, err
	}
	raw, err := c.finish()
	if err != nil {
		return nil, err
	}
	f, err := c.complete(ctx, raw, doc)
	if err != nil {
		return nil, err
	}
	w, err := f.pack(ctx)
	return &File{Missing: s.Missing, about: aboutOf(doc), packer: w}, err
}

// Seal puts the seal into the file, and returns it. It is called once.
func (f *File) Seal(seal document.Seal) []byte { return f.packer.finish(f.about.metadata(seal)) }

// Render returns the document as a PDF file with its seal, and the characters that its
// fonts lack.
func Render(ctx context.Context, doc *document.Document, seal document.Seal) ([]byte, []set.Missing, error) {
	f, err := Prepare(ctx, doc)
	if err != nil {
		return nil, nil, err
	}
	return f.Seal(seal), f.Missing, nil
}

// drawWith lays the document out on a canvas.
func drawWith(s *set.Setter, doc *document.Document) (*canvas, error) {
	doc = paper.Set(doc)
	furniture, err := newFurnishings(&doc.Meta)
	if err != nil {
		return nil, err
	}
	l := layout{tree: newTree(), setter: s.Hyphenate(doc.Meta.Hyphenation)}
	if furniture.draft != "" {
		furniture.first = l.leaf(roleParagraph)
	}
	l.masthead(&doc.Masthead)
	l.blocks(doc.Blocks)
	l.addressList(&doc.Addresses)
	if doc.EndRule {
		l.endRule()
	}
	if furniture.job != "" {
		furniture.number = l.leaf(roleParagraph)
	}
	keepTwo(l.slabs)
	d := drawing{canvas: newCanvas(s, &l.tree), furniture: furniture}
	d.record = make([]drawn, 0, countDrawn(l.slabs))
	paginate(l.slabs, furniture.textTop(), d.page)
	return d.canvas, s.Err()
}

// countDrawn is roughly how much is drawn of slabs.
func countDrawn(slabs []slab) (n int) {
	for i := range slabs {
		n += len(slabs[i].texts) + len(slabs[i].rules) + len(slabs[i].bars)
	}
	return n + n/16 // heads that stand again
}

// Lacking returns the characters of a document that the fonts lack, as Render does,
// in a fraction of its time: nothing is laid out unless a look at each character
// says that there may be some.
func Lacking(ctx context.Context, doc *document.Document) ([]set.Missing, error) {
	s, err := set.New()
	if err != nil {
		return nil, err
	}
	if doc = paper.Set(doc); s.Until(ctx).Covers(doc) {
		return nil, s.Err()
	}
	if _, err = drawWith(s, doc); err != nil {
		return nil, err
	}
	return s.Missing, nil
}

// Ours reports whether this package wrote a file. It looks for the entry that names the
// program that made it: a file that somebody wrote about isuplan is not ours.
func Ours(existing []byte) bool {
	return bytes.HasPrefix(existing, []byte("%PDF-")) && bytes.Contains(existing, []byte("/Producer (isuplan)"))
}
