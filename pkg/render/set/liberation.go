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

// liberation shapes with a family of four fonts, each character as one glyph; pairs of
// them are kerned. It is for any number of goroutines.
type liberation struct {
	faces [Styles]Face
	pairs [Styles]*font.Pairs
	ascii [Styles][utf8.RuneSelf]Glyph
	marks [Styles][0x40]Glyph // dashes, quotation marks and the like, from U+2000
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
		l.faces[i].Font, l.pairs[i] = f, f.Pairs()
		for r := range l.ascii[i] {
			l.ascii[i][r] = measured(f, Style(i), rune(r))
		}
		for n := range l.marks[i] {
			l.marks[i][n] = measured(f, Style(i), rune(0x2000+n))
		}
		if unbroken := &l.marks[i][noBreakHyphen-0x2000]; unbroken.ID == 0 {
			*unbroken = l.ascii[i]['-'] // it looks the same; only lines treat it otherwise
		}
	}
	return l, nil
})

// noBreakHyphen is a hyphen at which no line ends.
const noBreakHyphen = 0x2011

func measured(f *font.Font, st Style, r rune) Glyph {
	id := f.Glyph(r)
	return Glyph{ID: uint16(id), Face: uint8(st), Advance: int32(f.Width(id))}
}

// Faces returns the four fonts of the family.
func (l *liberation) Faces() []Face { return l.faces[:] }

// Shape gives each character its glyph. Lines are set from left to right here, so that
// the fonts' having letters of the other direction is no help.
func (l *liberation) Shape(to []Glyph, in Input) []Glyph {
	ascii, from := &l.ascii[in.Style], len(to)
	for i := 0; i < len(in.Text); {
		c := in.Text[i]
		if c >= utf8.RuneSelf {
			g := l.beyond(in, i)
			to, i = append(to, g), int(g.End)
			continue
		}
		g := ascii[c]
		g.Start, g.End = int32(i), int32(i+1)
		to, i = append(to, g), i+1
	}
	l.kern(to[from:], in)
	return to
}

// kern moves pairs together or apart. Digits stay as wide as they are, so that figures stand
// below one another.
func (l *liberation) kern(glyphs []Glyph, in Input) {
	pairs := l.pairs[in.Style]
	for i := 1; i < len(glyphs); i++ {
		left, right := &glyphs[i-1], &glyphs[i]
		by := pairs.Kern(left.ID, right.ID)
		if by != 0 && (!isDigit(in.Text[left.Start]) || !isDigit(in.Text[right.Start])) {
			left.Advance += by
		}
	}
}

func isDigit(c byte) bool { return c >= '0' && c <= '9' }

// beyond shapes a character beyond ASCII.
func (l *liberation) beyond(in Input, i int) Glyph {
	r, size := utf8.DecodeRuneInString(in.Text[i:])
	g := Glyph{Face: uint8(in.Style)}
	switch n := r - 0x2000; {
	case isRightToLeft(r):
	case n >= 0 && int(n) < len(l.marks[in.Style]):
		g = l.marks[in.Style][n]
	default:
		g = measured(l.faces[in.Style].Font, in.Style, r)
	}
	g.Start, g.End = int32(i), int32(i+size)
	return g
}
