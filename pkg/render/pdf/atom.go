package pdf

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"github.com/isuplan/isuplan/pkg/document"
)

// atom is a stretch of text of one style that no line break divides.
type atom struct {
	text  string
	part  *inline // what part of the text it is in, nil where it is in none
	style style
	open  bool   // a line may end behind it
	kept  bool   // open only where its run is wider than a line
	width length // without the space
	space length // the space behind it, 0 for none
}

// struck reports whether a line goes through it.
func (a *atom) struck() bool { return a.part != nil && a.part.edit == document.Deleted }

// scanner turns runs into atoms.
type scanner struct {
	faces *faces
	size  int
	base  style
	part  *inline // that of the last run
	atoms []atom
}

// atoms cuts a text at its spaces, at its styles and where words may be broken.
func (fs *faces) atoms(t document.Text, base style, points int) []atom {
	s := scanner{faces: fs, size: points, base: base, atoms: make([]atom, 0, 8+len(t.String())/6)}
	for i := range t {
		s.run(&t[i])
	}
	return s.atoms
}

// word makes the one atom of a text that is never broken.
func (fs *faces) word(text string, st style, points int) []atom {
	text = drawable(text)
	return []atom{{text: text, style: st, width: fs.width(st, text, points, nil)}}
}

// drawable makes of a text what can be drawn glyph by glyph: letters and their
// accents are joined, and characters that only steer other programs' line breaks
// and directions, for which fonts have visible stand-ins, go.
func drawable(text string) string {
	text = strings.ToValidUTF8(text, "\uFFFD")
	if !norm.NFC.IsNormalString(text) {
		text = norm.NFC.String(text)
	}
	if strings.ContainsFunc(text, isSteering) {
		text = strings.Map(func(r rune) rune {
			if isSteering(r) {
				return -1
			}
			return r
		}, text)
	}
	return text
}

func isSteering(r rune) bool {
	return r == '\u00AD' || r >= '\u200B' && r <= '\u200F' || r == '\u2060' || r == '\uFEFF'
}

func (s *scanner) style(r *document.Run) style {
	st := s.base
	if r.Strong || r.Edit == document.Inserted {
		st |= bold
	}
	if r.Emphasis {
		st ^= italic // in an italic text, emphasis stands upright
	}
	return st
}

func (s *scanner) run(r *document.Run) {
	text := drawable(r.Text)
	st, start := s.style(r), 0
	s.inline(r)
	var before rune
	for i, c := range text {
		end := i + utf8.RuneLen(c)
		switch {
		case isSpace(c):
			s.add(r, st, text[start:i], false)
			s.space(r, st)
			start = end
		case !r.Keep && breaksBehind(before, c, text[end:]):
			s.add(r, st, text[start:end], true)
			start = end
		}
		before = c
	}
	s.add(r, st, text[start:], false)
}

func (s *scanner) add(r *document.Run, st style, text string, open bool) {
	if text == "" {
		return
	}
	if n := len(s.atoms); n > 0 && (text == "–" || text == "—") {
		s.atoms[n-1].open = false // a dash does not begin a line
	}
	s.atoms = append(s.atoms, atom{text: text, part: s.part, style: st, open: open,
		width: s.faces.width(st, text, s.size, r)})
}

// space puts a space behind the last atom. Spaces at the start and doubles go.
func (s *scanner) space(r *document.Run, st style) {
	if len(s.atoms) == 0 {
		return
	}
	last := &s.atoms[len(s.atoms)-1]
	last.space = s.faces.width(st, " ", s.size, r)
	last.open, last.kept = !r.Keep, r.Keep
}

func isSpace(c rune) bool {
	return unicode.IsSpace(c) && c != '\u00a0' && c != '\u202f'
}

// breaksBehind reports whether a line may end behind c inside a word: behind the
// hyphen of a compound, not of 4–6 or of -5; behind a long dash; behind a slash.
func breaksBehind(before, c rune, rest string) bool {
	next, _ := utf8.DecodeRuneInString(rest)
	switch c {
	case '-', '\u2010', '–':
		return unicode.IsLetter(before) && unicode.IsLetter(next)
	case '—':
		return rest != ""
	case '/':
		return before != 0 && before != '/' && before != ':' && unicode.IsLetter(next)
	}
	return false
}
