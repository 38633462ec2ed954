package set

import (
	"sync"
	"unicode/utf8"

	"github.com/go-fonts/liberation/liberationserifbold"
	"github.com/go-fonts/liberation/liberationserifbolditalic"
	"github.com/go-fonts/liberation/liberationserifitalic"
	"github.com/go-fonts/liberation/liberationserifregular"

	"github.com/isuplan/isuplan/pkg/render/set/font"
)

// liberation shapes with a family of four fonts, each character as one glyph. It is for
// any number of goroutines.
type liberation struct {
	faces [Styles]Face
	ascii [Styles][utf8.RuneSelf]metric
}

// metric is a glyph and its width.
type metric struct {
	id      uint16
	advance int32
}

// newLiberation reads the fonts once; a font is read-only, so documents can share it.
var newLiberation = sync.OnceValues(func() (*liberation, error) {
	l := &liberation{faces: [Styles]Face{
		0:             {Name: "LiberationSerif"},
		Bold:          {Name: "LiberationSerif-Bold"},
		Italic:        {Name: "LiberationSerif-Italic"},
		Bold | Italic: {Name: "LiberationSerif-BoldItalic"},
	}}
	for i, ttf := range [Styles][]byte{
		0:             liberationserifregular.TTF,
		Bold:          liberationserifbold.TTF,
		Italic:        liberationserifitalic.TTF,
		Bold | Italic: liberationserifbolditalic.TTF,
	} {
		f, err := font.Parse(ttf)
		if err != nil {
			return nil, err
		}
		l.faces[i].Font = f
		for r := range l.ascii[i] {
			l.ascii[i][r] = measured(f, rune(r))
		}
	}
	return l, nil
})

func measured(f *font.Font, r rune) metric {
	id := f.Glyph(r)
	return metric{uint16(id), int32(f.Width(id))}
}

// Faces returns the four fonts of the family.
func (l *liberation) Faces() []Face { return l.faces[:] }

// Shape gives each character its glyph. Lines are set from left to right here, so that
// the fonts' having letters of the other direction is no help.
func (l *liberation) Shape(to []Glyph, in Input) []Glyph {
	face, ascii := l.faces[in.Style].Font, &l.ascii[in.Style]
	for i, r := range in.Text {
		g := Glyph{Face: uint8(in.Style), Start: int32(i), End: int32(i + 1)}
		switch {
		case r < utf8.RuneSelf:
			g.ID, g.Advance = ascii[r].id, ascii[r].advance
		case isRightToLeft(r):
			g.End = int32(i + utf8.RuneLen(r))
		default:
			m := measured(face, r)
			g.ID, g.Advance, g.End = m.id, m.advance, int32(i+utf8.RuneLen(r))
		}
		to = append(to, g)
	}
	return to
}
