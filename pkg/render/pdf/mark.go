package pdf

import (
	"strconv"
)

// marks is what is open in the content of the page: everything drawn stands inside
// marked content, which says what element it is a part of, or that it is an artifact.
type marks struct {
	open    tag
	isOpen  bool
	next    int     // number of the next marked content on the page
	parents [][]int // by page, then by number: the element
	links   []link
}

// link is an area of a page that can be clicked.
type link struct {
	page                int
	x, y, width, height length // y is the top
	address             string
	note                *note // that it leads to, nil where it leads to the address
	node                int   // its element
}

// enter opens the marked content for what is drawn next, unless it is open. Like
// leave, it adds its operators to those of the page.
func (c *canvas) enter(b []byte, t tag) []byte {
	if c.marks.isOpen && c.marks.open == t {
		return b
	}
	b = c.leave(b)
	c.marks.open, c.marks.isOpen = t, true
	if t.isArtifact() {
		return append(b, artifacts[t.role]...)
	}
	number := c.marks.next
	c.marks.next++
	if t.node <= c.tree.laid {
		c.tree.place(t.node)
	}
	c.tree.draws(t.node, c.page, number)
	page := &c.marks.parents[c.page-1]
	*page = append(*page, t.node)
	b = append(append(b, '/'), c.tree.elements[t.node].role...)
	b = strconv.AppendInt(append(b, " <</MCID "...), int64(number), 10)
	return append(b, ">> BDC\n"...)
}

// leave closes the marked content; a page ends with none open.
func (c *canvas) leave(b []byte) []byte {
	if c.marks.isOpen {
		b = append(b, "EMC\n"...)
	}
	c.marks.isOpen = false
	return b
}

// write adds operators to the page.
func (c *canvas) write(b []byte) {
	if len(b) > 0 {
		page := &c.contents[c.page-1]
		*page = append(append(*page, b...), '\n')
	}
	c.scratch = b[:0]
}

// artifacts open the marked content of what is no part of the text (ISO 32000-1, 14.8.2.2).
var artifacts = map[role]string{
	roleArtifact:  "/Artifact <</Type /Layout>> BDC\n",
	roleHeader:    "/Artifact <</Type /Pagination /Subtype /Header>> BDC\n",
	roleFooter:    "/Artifact <</Type /Pagination /Subtype /Footer>> BDC\n",
	roleWatermark: "/Artifact <</Type /Pagination /Subtype /Watermark>> BDC\n",
	roleRepeated:  "/Artifact <</Type /Pagination>> BDC\n",
}

// click makes an area of the page a link.
func (c *canvas) click(l link) {
	l.page = c.page
	c.marks.links = append(c.marks.links, l)
	e := &c.tree.elements[l.node]
	e.kids = append(e.kids, kid{page: c.page, link: len(c.marks.links)})
}
