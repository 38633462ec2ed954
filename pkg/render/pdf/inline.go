package pdf

import (
	"strings"

	"github.com/isuplan/isuplan/pkg/document"
	"github.com/isuplan/isuplan/pkg/render/set"
)

// noteOf returns the note that a mark in a table's cell is that of, or the address whose mark it
// is; nil for none.
func (c *canvas) noteOf(in *set.Part) *note {
	if in.Address > 0 && in.Address <= len(c.tree.addresses) {
		return &c.tree.addresses[in.Address-1]
	}
	if c.table == nil || in.Note < 1 || in.Note > len(*c.table.notes) || (*c.table.notes)[in.Note-1].node == 0 {
		return nil
	}
	return &(*c.table.notes)[in.Note-1]
}

// isOwn reports the mark that a note begins with.
func (c *canvas) isOwn(t tag, in *set.Part) bool {
	if in.Address > 0 {
		n := c.noteOf(in)
		return n != nil && n.node == t.node
	}
	return in.Note > 0 && t.role == roleNote
}

// isLink reports whether a part leads somewhere that a file can name.
func isLink(in *set.Part) bool { return in.Link != "" && len(uri(in.Link)) <= longest }

// part returns the element of a part of a text in the element of a tag: it is made
// when the first of it is drawn, and the same in the next line and on the next page.
func (c *canvas) part(t tag, in *set.Part) tag {
	if in == nil {
		return t
	}
	node, drawn := c.parts[in]
	if !drawn {
		node = c.open(t, in)
		c.parts[in] = node
	}
	return tag{node, c.tree.elements[node].role}
}

// open makes the element of a part, if it needs one of its own.
func (c *canvas) open(t tag, in *set.Part) int {
	node := c.kindOf(t, in)
	if in.Language != "" && len(in.Language) <= longest {
		if node == t.node {
			node = c.within(t, element{role: roleSpan})
		}
		c.tree.elements[node].spoken = in.Language
	}
	return node
}

// kindOf makes the element of a part by what is said of it, but for its language.
func (c *canvas) kindOf(t tag, in *set.Part) int {
	switch {
	case c.isOwn(t, in):
		label := c.within(t, element{role: roleLabel})
		if c.backs[t.node] == nil {
			return label
		}
		return c.within(tag{node: label}, element{role: roleLink})
	case c.leadsTo(t, in) != nil:
		reference := c.within(t, element{role: roleReference})
		return c.within(tag{node: reference}, element{role: roleLink})
	case isLink(in):
		return c.within(t, element{role: roleLink})
	case in.Edit == document.Deleted:
		return c.within(t, element{role: roleSpan, attributes: "<</O /Layout /TextDecorationType /LineThrough>>"})
	case in.Edit != document.Kept || in.Aloud != "":
		return c.within(t, element{role: roleSpan})
	}
	return c.stressed(t, in)
}

// stressed makes the elements of a part that its author stressed.
func (c *canvas) stressed(t tag, in *set.Part) int {
	if in.Strong {
		t.node = c.within(t, element{role: roleStrong})
	}
	if in.Emphasis {
		t.node = c.within(t, element{role: roleEmphasis})
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
