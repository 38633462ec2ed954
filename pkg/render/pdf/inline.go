package pdf

import (
	"strings"

	"github.com/isuplan/isuplan/pkg/document"
)

// inline is a part of a text that is an element of its own: a link, what a comparison
// took out or put in, the mark of a note, what is read aloud in other words than it is
// written in.
type inline struct {
	link, aloud string
	edit        document.Edit
	mark        int    // of the table's notes, the one whose mark it is, from 1; 0 for none
	table       *table // that it stands in, nil for none
	node        int    // its element; 0 until something of it is drawn
}

// inline returns the part of the text that a run is in, nil for none. A link in which
// some words are bold is several runs, and one part.
func (s *scanner) inline(r *document.Run) *inline {
	in := inline{link: r.Link, aloud: r.Aloud, edit: r.Edit, mark: r.Note}
	switch {
	case in == (inline{}):
		s.part = nil
	case s.part == nil || in.aloud != "" || *s.part != in:
		part := in // only what is kept costs an allocation
		s.part = &part
	}
	return s.part
}

// note returns the note that a mark in a table's cell is that of, nil for none.
func (in *inline) note() *note {
	if in.table == nil || in.mark < 1 || in.mark > len(in.table.notes) || in.table.notes[in.mark-1].node == 0 {
		return nil
	}
	return &in.table.notes[in.mark-1]
}

// isLink reports whether the part leads somewhere that a file can name.
func (in *inline) isLink() bool { return in.link != "" && len(uri(in.link)) <= longest }

// part returns the element of a part of a text in the element of a tag: it is made
// when the first of it is drawn, and the same in the next line and on the next page.
func (c *canvas) part(t tag, in *inline) tag {
	if in == nil {
		return t
	}
	if in.node == 0 {
		in.node = c.open(t, in)
	}
	return tag{in.node, c.tree.elements[in.node].role}
}

// open makes the element of a part, if it needs one of its own.
func (c *canvas) open(t tag, in *inline) int {
	switch {
	case in.mark > 0 && t.role == roleNote:
		return c.within(t, element{role: roleLabel})
	case in.note() != nil:
		reference := c.within(t, element{role: roleReference})
		return c.within(tag{node: reference}, element{role: roleLink})
	case in.isLink():
		return c.within(t, element{role: roleLink})
	case in.edit == document.Deleted:
		return c.within(t, element{role: roleSpan, attributes: "<</O /Layout /TextDecorationType /LineThrough>>"})
	case in.edit != document.Kept || in.aloud != "":
		return c.within(t, element{role: roleSpan})
	}
	return t.node
}

// within adds an element to that of a tag while it is being drawn.
func (c *canvas) within(t tag, e element) int {
	if t.node <= c.tree.laid {
		c.tree.place(t.node)
	}
	e.parent = t.node
	c.tree.elements = append(c.tree.elements, e)
	node := len(c.tree.elements) - 1
	c.tree.elements[t.node].kids = append(c.tree.elements[t.node].kids, kid{element: node})
	return node
}

// say has an element read aloud in other words, with the blank that is drawn behind
// it. Words that are too long for the file are not cut: the text itself is read then.
func (c *canvas) say(node int, aloud string, blank bool) {
	if aloud = strings.Map(meaning, aloud); blank {
		aloud += " "
	}
	if len(unclipped(aloud)) <= longest {
		c.tree.elements[node].aloud = aloud
	}
}
