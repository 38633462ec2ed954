// Package set measures texts and breaks them into lines, for the formats that are to look
// alike: the PDF, which draws the lines, and Word, which is told what they come to.
//
// What a text looks like is the business of a Shaper: it is given a text of one style, one
// script and one direction, and returns glyphs. Nothing else here knows which characters a
// glyph stands for.
package set

import (
	"context"

	"github.com/isuplan/isuplan/pkg/document"
	"github.com/isuplan/isuplan/pkg/hyphen"
	"github.com/isuplan/isuplan/pkg/render/internal/cancel"
)

// Setter sets the texts of one document. It is for one goroutine. When it has ended, its
// measures mean nothing.
type Setter struct {
	*cancel.Watch
	Missing []Missing // the characters that the fonts lack
	shaper  Shaper
	uses    []uses // by face
	lost    map[rune]bool
	glyphs  []Glyph          // those of the text that was last shaped
	blanks  [Styles]blank    // the last ones
	words   *hyphen.Patterns // where words may be divided, nil for nowhere
	beside  beside
	sums    []Length // of the text that is broken into lines
}

// Missing is a character that the fonts lack. A box is drawn instead.
type Missing struct {
	Rune rune
	Run  document.Run // the first run that holds it
}

// New returns a setter with the fonts of the program. An error means that they cannot be
// read.
func New() (*Setter, error) {
	shaper, err := newLiberation()
	if err != nil {
		return nil, err
	}
	return With(shaper), nil
}

// With returns a setter with another shaper.
func With(shaper Shaper) *Setter {
	s := &Setter{shaper: shaper, lost: map[rune]bool{}, Watch: cancel.New(context.Background())}
	for _, face := range shaper.Faces() {
		s.uses = append(s.uses, newUses(face))
	}
	return s
}

// Until has the setter end when a context does.
func (s *Setter) Until(ctx context.Context) *Setter {
	s.Watch = cancel.New(ctx)
	return s
}

// Hyphenate has words divided at the ends of justified lines as a language does, by its code.
// A language without patterns divides none.
func (s *Setter) Hyphenate(language string) *Setter {
	s.words = hyphen.For(language)
	return s
}

// Width is how wide a text is on one line.
func (s *Setter) Width(text string, st Style, points int) Length {
	return s.runWidth(text, st, points, nil)
}

// textWidth is how wide a text is on one line, its blanks at the end left out.
func (s *Setter) textWidth(t document.Text, st Style, points int) Length {
	atoms := s.atoms(t, st, points)
	if len(atoms) == 0 {
		return 0
	}
	return natural(atoms)
}

// runWidth measures a text; without a run, it stands for itself.
func (s *Setter) runWidth(text string, st Style, points int, run *document.Run) (sum Length) {
	if run == nil {
		run = &document.Run{Text: text}
	}
	for text != "" {
		end, script, direction := item(text)
		sum += s.width(Input{text[:end], st, script, direction}, points, run)
		text = text[end:]
	}
	return sum
}

func (s *Setter) width(in Input, points int, run *document.Run) Length {
	return Length(s.shape(in, run) * points)
}

// atomWidth is how wide an atom's text is, in its own type.
func (s *Setter) atomWidth(a *Atom, points int, run *document.Run) Length {
	return a.scaled(s.width(a.input(a.Text), points, run))
}

// Shape returns the glyphs of an atom's text. They are valid until the next text is
// measured or shaped.
func (s *Setter) Shape(a *Atom) []Glyph {
	s.shape(a.input(a.Text), nil)
	return s.glyphs
}

// Blank returns the glyphs of the blank behind an atom, as Shape does.
func (s *Setter) Blank(a *Atom) []Glyph { return s.blank(a, nil).glyphs }

// Hyphen returns the glyphs of the hyphen behind an atom that ends a line in the middle of a
// word, as Shape does. They stand for a soft hyphen, which is no part of the word.
func (s *Setter) Hyphen(a *Atom) []Glyph {
	s.glyphs = s.shaper.Shape(s.glyphs[:0], a.input("-"))
	for i := range s.glyphs {
		s.glyphs[i].Start, s.glyphs[i].End = 0, int32(len(SoftHyphen))
		s.use(i, SoftHyphen, nil)
	}
	return s.glyphs
}

// SoftHyphen is what the hyphen of a divided word stands for.
const SoftHyphen = string(softHyphen)

// hyphenWidth is how wide the hyphen behind an atom is.
func (s *Setter) hyphenWidth(a *Atom, points int) (sum Length) {
	glyphs := s.Hyphen(a)
	for i := range glyphs {
		sum += Length(glyphs[i].Advance)
	}
	return sum * Length(points)
}

// blank is a shaped blank.
type blank struct {
	in     Input
	glyphs []Glyph
	width  int
}

// blank shapes the blank behind an atom, which mostly is the same as the last one.
func (s *Setter) blank(a *Atom, run *document.Run) *blank {
	b := &s.blanks[a.Style]
	if b.in.Text == "" || b.in.Script != a.Script || b.in.Direction != a.Direction {
		b.in = a.input(" ")
		b.width = s.shape(b.in, run)
		b.glyphs = append(b.glyphs[:0], s.glyphs...)
	}
	return b
}

// shape shapes a text, notes its glyphs as in use and returns how wide they are; the run
// is named where the fonts lack some of it.
func (s *Setter) shape(in Input, run *document.Run) (width int) {
	glyphs := s.shaper.Shape(s.glyphs[:0], in)
	s.glyphs = glyphs
	text, last := in.Text, int32(-1) // where the cluster before begins
	for i := range glyphs {
		g := &glyphs[i]
		start, advance := g.Start, g.Advance
		f := s.uses[g.Face].letter(g.ID)
		if f.ascii == uint16(text[start])+1 && g.End == start+1 && start != last {
			g.code, g.isPlain = f.code, advance == f.width && g.X|g.Y == 0
		} else {
			s.use(i, text, run)
			advance = g.Advance
		}
		width, last = width+int(advance), start
	}
	return width
}

// use notes a glyph as in use. The first glyph of a cluster stands for its text.
func (s *Setter) use(i int, text string, run *document.Run) {
	g := &s.glyphs[i]
	text = text[g.Start:g.End]
	u := &s.uses[g.Face]
	if g.ID == 0 {
		s.substitute(g, text, run)
	}
	goesOn := i > 0 && s.glyphs[i-1].Start == g.Start
	if goesOn {
		s.glyphs[i-1].isPlain = false
		text = ""
	}
	u.number(g, text)
	g.isPlain = !goesOn && g.Advance == u.list[g.code].Width && g.X == 0 && g.Y == 0
}

// substitutes are drawn for what the font lacks, the first that it has.
var substitutes = []rune{'□', '?'}

// substitute gives what the font lacks another glyph; it keeps its own text, so that the
// text can still be copied and searched.
func (s *Setter) substitute(g *Glyph, text string, run *document.Run) {
	for _, r := range text {
		s.miss(r, run)
	}
	f := s.uses[g.Face].face.Font
	for _, r := range substitutes {
		if g.ID == 0 {
			g.ID = uint16(f.Glyph(r))
		}
	}
	g.Advance, g.X, g.Y = int32(f.Width(int(g.ID))), 0, 0
}

func (s *Setter) miss(r rune, run *document.Run) {
	if s.lost[r] {
		return
	}
	s.lost[r] = true
	m := Missing{Rune: r}
	if run != nil {
		m.Run = *run
	}
	s.Missing = append(s.Missing, m)
}
