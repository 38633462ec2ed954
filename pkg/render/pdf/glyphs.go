package pdf

import (
	"strconv"

	"github.com/isuplan/isuplan/pkg/render/set"
)

// glyphWriter writes glyphs as operators: a show operator, which is interrupted where the
// font changes, where a glyph is raised, and around glyphs that stand for a text together.
type glyphWriter struct {
	setter *set.Setter
	out    []byte
	size   length // of type
	base   length // how far above the line the text stands
	face   uint8
	uses   []set.Use // of the face
	rise   int32
	plain  bool // it is no part of the text: nobody asks what it stands for
}

// styled draws atoms of one style.
func (c *canvas) styled(b []byte, t *text, from, to int) []byte {
	w := glyphWriter{setter: c.setter, out: b, size: length(t.size) * point, plain: t.mark.isArtifact()}
	if t.atoms[from].IsMark() {
		w.size, w.base = t.atoms[from].MarkType(t.size)
		w.out = append(appendLength(w.out, w.base), " Ts "...)
	}
	for i := from; i < to; i++ {
		a := &t.atoms[i]
		glyphs := c.setter.Shape(a)
		if i == from {
			w.begin(glyphs, uint8(a.Style))
		}
		w.show(glyphs, a.Text)
		last := i == len(t.atoms)-1
		switch {
		case last && a.Hyphen > 0:
			w.show(c.setter.Hyphen(a), set.SoftHyphen)
		case a.Space > 0 || last && !a.Breaks:
			w.blank(c.setter.Blank(a), a, t.gap, last)
		}
	}
	w.out = append(w.out, ")] TJ"...)
	if w.base != 0 {
		w.out = append(w.out, " 0 Ts"...)
	}
	return w.out
}

// blank shows the blank behind an atom, as wide as its line has it where more follows.
func (w *glyphWriter) blank(glyphs []set.Glyph, a *set.Atom, gap length, last bool) {
	w.show(glyphs, " ")
	if last {
		return
	}
	wide := a.Space + gap
	for i := range glyphs {
		wide -= length(glyphs[i].Advance) * w.size / point
	}
	if wide != 0 {
		w.adjust(-int(wide * 100 * point / w.size))
	}
}

// begin opens the first show operator, in the font of what is shown first.
func (w *glyphWriter) begin(glyphs []set.Glyph, face uint8) {
	if len(glyphs) > 0 {
		face = glyphs[0].Face
	}
	w.choose(face)
	w.out = append(w.out, " [("...)
}

// choose makes a face that of the glyphs to come.
func (w *glyphWriter) choose(face uint8) {
	w.face, w.uses = face, w.setter.Uses(int(face))
	w.out = append(w.out, "/F"...)
	w.out = strconv.AppendInt(w.out, int64(face), 10)
	w.out = append(w.out, ' ')
	w.out = appendLength(w.out, w.size)
	w.out = append(w.out, " Tf"...)
}

// show writes the codes of glyphs, two bytes each, as a PDF string has them.
func (w *glyphWriter) show(glyphs []set.Glyph, text string) {
	const most = longest / 4            // glyphs: two bytes each, which may both be escaped
	w.uses = w.setter.Uses(int(w.face)) // shaping may have added to them
	for i := 0; i < len(glyphs); i++ {
		g := &glyphs[i]
		if (i+1)%most == 0 {
			w.out = append(w.out, ")("...)
		}
		if g.IsPlain() && g.Face == w.face {
			w.out = appendCode(w.out, g.Code())
			continue
		}
		n := clusterSize(glyphs[i:])
		if n > 1 {
			w.cluster(glyphs[i:i+n], text[g.Start:g.End])
			i += n - 1
			continue
		}
		w.glyph(g)
	}
}

// clusterSize counts the glyphs that stand for one text together.
func clusterSize(glyphs []set.Glyph) int {
	n := 1
	for n < len(glyphs) && glyphs[n].Start == glyphs[0].Start {
		n++
	}
	return n
}

// cluster writes glyphs that stand for a text together, and says which: each alone would
// stand for a part of it, or for nothing.
func (w *glyphWriter) cluster(glyphs []set.Glyph, text string) {
	if !w.plain {
		w.interrupt("/Span <</ActualText " + pdfString(meaningOf(text)) + ">> BDC\n")
	}
	for i := range glyphs {
		w.glyph(&glyphs[i])
	}
	if !w.plain {
		w.interrupt("EMC\n")
	}
}

// interrupt writes an operator between two show operators.
func (w *glyphWriter) interrupt(operator string) {
	w.out = append(append(append(w.out, ")] TJ\n"...), operator...), "[("...)
}

// glyph writes one glyph where the shaper wants it.
func (w *glyphWriter) glyph(g *set.Glyph) {
	if g.Face != w.face {
		w.out = append(w.out, ")] TJ\n"...)
		w.choose(g.Face)
		w.out = append(w.out, " [("...)
	}
	if g.Y != w.rise {
		w.raise(g.Y)
	}
	if g.X != 0 {
		w.adjust(-100 * int(g.X))
	}
	w.out = appendCode(w.out, g.Code())
	if back := w.uses[g.Code()].Width + g.X - g.Advance; back != 0 {
		w.adjust(100 * int(back))
	}
	if w.rise != 0 {
		w.raise(0)
	}
}

// appendCode writes a code as a PDF string has it.
func appendCode(b []byte, code uint16) []byte {
	switch code {
	case '(', ')', '\\', '\r':
	default:
		if code <= 0xFF {
			return append(b, 0, byte(code))
		}
	}
	return escape(escape(b, byte(code>>8)), byte(code))
}

// raise moves what follows up, by thousandths of the size of type.
func (w *glyphWriter) raise(y int32) {
	w.rise = y
	w.interrupt(string(appendLength(nil, w.base+length(y)*w.size/point)) + " Ts\n")
}

// adjust moves what follows to the left, by hundredths of thousandths of the size of type.
func (w *glyphWriter) adjust(n int) {
	w.out = append(w.out, ')')
	w.out = appendHundredths(w.out, n)
	w.out = append(w.out, '(')
}
