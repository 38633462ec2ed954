// Package settest shapes text as the fonts of other scripts want it, for tests: it joins
// letters, divides them, sets marks onto them and writes from right to left.
package settest

import (
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/isuplan/isuplan/pkg/render/set"
)

// Shaper is such a shaper, with the fonts of the program.
//
//   - fi is one glyph.
//   - Æ is two, A and E.
//   - What a mark stands on is shaped together with it; the mark has no width, and is moved
//     to the left and up.
//   - ☞ is drawn in another font than what stands around it.
//   - Texts from right to left are drawn in reverse.
type Shaper struct{ faces []set.Face }

// New returns a shaper.
func New() (*Shaper, error) {
	s, err := set.New()
	if err != nil {
		return nil, err
	}
	return &Shaper{append(slices.Clone(s.Faces()), set.Face{Name: "Other", Font: s.Faces()[0].Font})}, nil
}

// Faces returns the four fonts of the program, and one more.
func (s *Shaper) Faces() []set.Face { return s.faces }

// The marks that are set onto letters, and how far they are moved.
const (
	marks      = "\u0301\u0308"
	left, high = -300, 120
	other      = set.Styles // the face of ☞
)

// Shape shapes a text.
func (s *Shaper) Shape(to []set.Glyph, in set.Input) []set.Glyph {
	from := len(to)
	for i := 0; i < len(in.Text); {
		end := i + cluster(in.Text[i:])
		to = s.shape(to, in, i, end)
		i = end
	}
	if in.Direction == set.RightToLeft {
		slices.Reverse(to[from:])
	}
	return to
}

// cluster is how long the first cluster of a text is.
func cluster(text string) int {
	_, n := utf8.DecodeRuneInString(text)
	if strings.HasPrefix(text, "fi") {
		n = 2
	}
	for {
		mark, size := utf8.DecodeRuneInString(text[n:])
		if !strings.ContainsRune(marks, mark) {
			return n
		}
		n += size
	}
}

func (s *Shaper) shape(to []set.Glyph, in set.Input, start, end int) []set.Glyph {
	text, face := in.Text[start:end], int(in.Style)
	text = strings.NewReplacer("fi", "ﬁ", "Æ", "AE").Replace(text)
	if text == "☞" {
		text, face = ">", other
	}
	font := s.faces[face].Font
	for i, r := range text {
		id := font.Glyph(r)
		g := set.Glyph{ID: uint16(id), Face: uint8(face), Start: int32(start), End: int32(end), Advance: int32(font.Width(id))}
		if i > 0 && strings.ContainsRune(marks, r) {
			g.Advance, g.X, g.Y = 0, left, high
		}
		to = append(to, g)
	}
	return to
}
