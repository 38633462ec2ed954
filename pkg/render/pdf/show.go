package pdf

import (
	"slices"
	"strconv"
)

// show writes the operators that draw a line of text: one text object, in it the marked
// content of each part, and a show operator for the atoms of each style. A line ends
// with a space, so that lines do not run together when the text is copied, unless it
// breaks within a word.
func (c *canvas) show(b []byte, t *text, y length) []byte {
	// A figure is read aloud as a whole: there is nothing in it to go to.
	whole := t.mark.isArtifact() || t.mark.role == roleFigure || !slices.ContainsFunc(t.atoms, func(a atom) bool { return a.part != nil })
	if whole {
		b = c.enter(b, t.mark)
	} else {
		b = c.leave(b) // marked content does not reach into a text object
	}
	b = append(b, "BT "...)
	b = appendLength(b, t.x)
	b = append(b, ' ')
	b = appendLength(b, pageHeight-y-t.y)
	b = append(b, " Td\n"...)
	if whole {
		b = c.stretch(b, t, 0, len(t.atoms))
	} else {
		stretches(t, func(a *atom) *inline { return a.part }, func(in *inline, s stretch) {
			b = c.showPart(b, t, in, s, y)
		})
		b = c.leave(b)
	}
	return append(b, "ET"...)
}

// showPart draws a stretch of a line that is a part of the text.
func (c *canvas) showPart(b []byte, t *text, in *inline, s stretch, y length) []byte {
	mark := c.part(t.mark, in)
	b = c.stretch(c.enter(b, mark), t, s.from, s.to)
	if in == nil || mark == t.mark {
		return b
	}
	if in.aloud != "" {
		c.say(mark.node, in.aloud, t.atoms[s.to-1].space > 0)
	}
	if mark.role == roleLink {
		height := length(t.size) * point
		c.click(link{x: s.x, y: y + t.y - height*3/4, width: s.width, height: height, address: in.link, note: in.note(), node: mark.node})
	}
	return b
}

// stretch draws some of a line's atoms.
func (c *canvas) stretch(b []byte, t *text, from, to int) []byte {
	for i := from; i < to; {
		n := 1
		for i+n < to && t.atoms[i+n].style == t.atoms[i].style {
			n++
		}
		b = append(c.styled(b, t, i, i+n), '\n')
		i += n
	}
	return b
}

// styled draws atoms of one style.
func (c *canvas) styled(b []byte, t *text, from, to int) []byte {
	f := t.atoms[from].style
	b = append(b, "/F"...)
	b = strconv.AppendInt(b, int64(f), 10)
	b = append(b, ' ')
	b = strconv.AppendInt(b, int64(t.size), 10)
	b = append(b, " Tf [("...)
	for i := from; i < to; i++ {
		a := &t.atoms[i]
		b = c.encode(b, f, a.text)
		last := i == len(t.atoms)-1
		if a.space > 0 || last && !a.open {
			b = c.encode(b, f, " ")
		}
		if a.space > 0 && !last && t.gap != 0 {
			b = append(b, ')')
			b = appendHundredths(b, -int(t.gap)*100/t.size)
			b = append(b, '(')
		}
	}
	return append(b, ")] TJ"...)
}

// encode writes the codes of a string, two bytes each, as a PDF string has them.
func (c *canvas) encode(b []byte, s style, text string) []byte {
	const most = longest / 4 // characters: two bytes each, which may both be escaped
	n := 0
	for _, r := range text {
		if n++; n%most == 0 {
			b = append(b, ")("...)
		}
		id := c.faces.code(s, r, nil).id
		b = escape(escape(b, byte(id>>8)), byte(id))
	}
	return b
}

func escape(b []byte, c byte) []byte {
	switch c {
	case '(', ')', '\\':
		return append(b, '\\', c)
	case '\r':
		return append(b, '\\', 'r')
	}
	return append(b, c)
}
