package pdf

import "github.com/isuplan/isuplan/pkg/render/set"

// slab is what the page breaker moves: a line of text, or a row of a table. It
// never spans two pages.
type slab struct {
	top      length // space above it; goes at the head of a page
	height   length
	texts    []text
	rules    []rule
	bars     []block
	picture  *picture
	stick    bool  // the next slab stands on the same page
	lead     bool  // it introduces what follows
	title    int   // it is a heading, of this level; 0 for other text
	turned   bool  // it stands on a page on its side
	wide     *wide // where it stands, nil in the column of text
	frame    *frame
	opens    int       // frames that begin with it, the innermost ones
	closes   int       // frames that end with it
	table    *table    // whose head stands above it
	head     bool      // it is part of that head
	whole    length    // at the start of a table: the height of all of it
	bookmark *bookmark // it begins a part of the document
}

// text is a line of text on a slab.
type text struct {
	mark  tag
	x, y  length // the start of its baseline; y from the slab's top
	size  int
	width length
	gap   length // added to each space
	wider int    // ten-thousandths, by which all of it is drawn wider
	atoms []set.Atom
}

// rule is a horizontal rule on a slab.
type rule struct {
	x, y, width, weight length
}

// block is a filled rectangle that is a part of the text, such as a chart's bar.
type block struct {
	mark                tag
	x, y, width, height length // y from the slab's top
	ink                 ink
}

// picture is a picture on a slab, at its top.
type picture struct {
	mark             tag
	x, width, height length
	png              []byte
}

// frame is a box around slabs; it has a part on every page that they stand on.
type frame struct {
	parent   *frame
	x, width length
}

func (f *frame) depth() (n int) {
	for ; f != nil; f = f.parent {
		n++
	}
	return n
}

// above is the room between a slab's top and the upper side of the n-th frame around it.
func (s *slab) above(n int) length { return padded(n, s.opens) }

// below is likewise that between its foot and the lower side.
func (s *slab) below(n int) length { return padded(n, s.closes) }

func padded(n, whole int) length {
	whole = min(n, whole)
	return length(whole)*boxPad + length(n-whole)*breakPad
}

// table is what the rows of a table share.
type table struct {
	head  *slab // nil where it is not repeated
	notes *[]note
}

// note is a note below a table.
type note struct {
	node int // its element; 0 where it is empty
	text string
}

// bookmark is an entry of the outline.
type bookmark struct {
	title string
	level int
}
