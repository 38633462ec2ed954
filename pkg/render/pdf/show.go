package pdf

import "github.com/isuplan/isuplan/pkg/render/set"

// show writes the operators that draw a line of text: one text object, in it the marked
// content of each part, and a show operator for the atoms of each style. A line ends
// with a space, so that lines do not run together when the text is copied, unless it
// breaks within a word.
func (c *canvas) show(b []byte, t *text, y length) []byte {
	// A figure is read aloud as one: there is nothing in it to go to.
	asOne := t.mark.isArtifact() || t.mark.role == roleFigure || !t.hasParts()
	if asOne {
		b = c.enter(b, t.mark)
	} else {
		b = c.leave(b) // marked content does not reach into a text object
	}
	b = append(b, "BT "...)
	b = appendLength(b, t.x)
	b = append(b, ' ')
	b = appendLength(b, c.sheet.height-y-t.y)
	b = append(b, " Td\n"...)
	if t.wider != 0 {
		b = append(appendHundredths(b, 10_000+t.wider), " Tz\n"...)
	}
	if asOne {
		b = c.stretch(b, t, 0, len(t.atoms))
	} else {
		stretches(t, func(a *set.Atom) *set.Part { return a.Part }, func(in *set.Part, s stretch) {
			b = c.showPart(b, t, in, s, y)
		})
		b = c.leave(b)
	}
	if t.wider != 0 {
		b = append(b, "100 Tz\n"...)
	}
	return append(b, "ET"...)
}

// showPart draws a stretch of a line that is a part of the text.
func (c *canvas) showPart(b []byte, t *text, in *set.Part, s stretch, y length) []byte {
	mark := c.part(t.mark, in)
	b = c.stretch(c.enter(b, mark), t, s.from, s.to)
	if in == nil || mark == t.mark {
		return b
	}
	if in.Aloud != "" {
		c.say(mark.node, in.Aloud, t.atoms[s.to-1].Space > 0)
	}
	if mark.role == roleLink {
		c.marked(t, in)
		height := length(t.size) * point
		c.click(link{x: s.x, y: y + t.y - height*3/4, width: s.width, height: height, address: in.Link, note: c.leadsTo(t.mark, in), node: mark.node})
	}
	return b
}

// stretch draws some of a line's atoms.
func (c *canvas) stretch(b []byte, t *text, from, to int) []byte {
	for i := from; i < to; {
		n := 1
		for i+n < to && t.atoms[i+n].Style == t.atoms[i].Style && t.atoms[i+n].IsMark() == t.atoms[i].IsMark() {
			n++
		}
		b = append(c.styled(b, t, i, i+n), '\n')
		i += n
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
