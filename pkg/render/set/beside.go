package set

import "unicode/utf8"

// beside is how far letters stand from blanks: shapers may kern them too. By style, and by
// whether the letter stands behind the blank.
type beside struct {
	ascii [Styles][2][utf8.RuneSelf]distance
	other map[side]distance
}

// side is a letter on one side of a blank.
type side struct {
	letter rune
	style  Style
	behind bool
}

// distance is what a blank is wider beside a letter than alone, less than 0 for narrower, in
// thousandths of the size of type.
type distance struct {
	known bool
	wider int16
}

// behind is what the blank behind an atom is wider than alone because of it.
func (s *Setter) behind(a *Atom, blank Style, points int) Length {
	if blank != a.Style {
		return 0
	}
	r, _ := utf8.DecodeLastRuneInString(a.Text)
	return s.wider(a, side{r, a.Style, false}, points)
}

// before is what the blank before an atom is wider than alone because of it.
func (s *Setter) before(last, a *Atom, points int) Length {
	if last.Style != a.Style || last.IsMark() != a.IsMark() {
		return 0
	}
	r, _ := utf8.DecodeRuneInString(a.Text)
	return a.scaled(s.wider(a, side{r, a.Style, true}, points))
}

func (s *Setter) wider(a *Atom, at side, points int) Length {
	if at.letter < utf8.RuneSelf {
		n := 0
		if at.behind {
			n = 1
		}
		d := &s.beside.ascii[at.style][n][at.letter]
		if !d.known {
			*d = s.distance(a, at)
		}
		return Length(int(d.wider) * points)
	}
	d := s.beside.other[at]
	if !d.known {
		if s.beside.other == nil {
			s.beside.other = map[side]distance{}
		}
		d = s.distance(a, at)
		s.beside.other[at] = d
	}
	return Length(int(d.wider) * points)
}

// distance asks the shaper.
func (s *Setter) distance(a *Atom, at side) distance {
	letter, both := string(at.letter), string(at.letter)+" "
	if at.behind {
		both = " " + letter
	}
	return distance{true, int16(s.advance(a.input(both)) - s.advance(a.input(letter)) - s.advance(a.input(" ")))}
}

// advance is how wide a text is that is not used.
func (s *Setter) advance(in Input) (sum int32) {
	s.glyphs = s.shaper.Shape(s.glyphs[:0], in)
	for i := range s.glyphs {
		sum += s.glyphs[i].Advance
	}
	return sum
}
