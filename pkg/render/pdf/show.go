package pdf

import "strconv"

// show writes the operators that draw a line of text: one text object, a show
// operator for each stretch of one style. A line ends with a space, so that lines
// do not run together when the text is copied, unless it breaks within a word.
func (c *canvas) show(b []byte, t *text, y length) []byte {
	b = append(b, "BT "...)
	b = appendLength(b, t.x)
	b = append(b, ' ')
	b = appendLength(b, pageHeight-y-t.y)
	b = append(b, " Td"...)
	for i := 0; i < len(t.atoms); {
		n := 1
		for i+n < len(t.atoms) && t.atoms[i+n].style == t.atoms[i].style {
			n++
		}
		b = c.stretch(b, t, i, i+n)
		i += n
	}
	return append(b, " ET"...)
}

// stretch draws atoms of one style.
func (c *canvas) stretch(b []byte, t *text, from, to int) []byte {
	f := t.atoms[from].style
	b = append(b, " /F"...)
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
	for _, r := range text {
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
