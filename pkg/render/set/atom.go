package set

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"github.com/isuplan/isuplan/pkg/document"
)

// Atom is a stretch of text of one style that no line break divides.
type Atom struct {
	Text      string
	Part      *Part // what part of the text it is in, nil where it is in none
	Style     Style
	Direction Direction
	Script    Script
	Breaks    bool   // a line may end behind it
	kept      bool   // it does only where its run is wider than a line
	whole     bool   // it is not divided
	Width     Length // without the space
	Space     Length // the space behind it, 0 for none
	// Hyphen is how wide the hyphen is that stands behind it where a line ends there, in the
	// middle of a word; 0 for none.
	Hyphen Length
}

// Struck reports whether a line goes through it.
func (a *Atom) Struck() bool { return a.Part != nil && a.Part.Edit == document.Deleted }

// input is a part of the atom's text for the shaper.
func (a *Atom) input(text string) Input { return Input{text, a.Style, a.Script, a.Direction} }

// scanner turns runs into atoms.
type scanner struct {
	setter *Setter
	size   int
	base   Style
	part   *Part // that of the last run
	latin  bool  // the last run is of Latin letters alone
	atoms  []Atom
}

// atoms cuts a text at its spaces, at its styles and where words may be broken.
func (s *Setter) atoms(t document.Text, base Style, points int) []Atom {
	return s.cutInto(make([]Atom, 0, countWords(t)), t, base, points)
}

// cutInto does so into a slice.
func (s *Setter) cutInto(atoms []Atom, t document.Text, base Style, points int) []Atom {
	sc := scanner{setter: s, size: points, base: base, atoms: atoms}
	for i := range t {
		sc.run(&t[i])
	}
	return sc.atoms
}

// countWords is roughly how many atoms a text is cut into: tables of many figures keep them
// all.
func countWords(t document.Text) int {
	n := len(t)
	for i := range t {
		n += strings.Count(t[i].Text, " ")
		if len(t[i].Text) > 40 {
			n += len(t[i].Text) / 40 // hyphens and slashes
		}
	}
	return n
}

// Word makes the one line of a text that is never broken.
func (s *Setter) Word(text string, st Style, points int) (l Line) {
	text = Drawable(text)
	sc := scanner{setter: s, size: points, atoms: make([]Atom, 0, 1)}
	sc.add(&document.Run{Text: text}, st, text, false)
	if text == "" {
		sc.atoms = append(sc.atoms, Atom{Style: st})
	}
	for i := range sc.atoms {
		l.Width += sc.atoms[i].Width
	}
	l.Atoms = sc.atoms
	return l
}

// Drawable makes of a text what can be drawn glyph by glyph: letters and their
// accents are joined, and characters that only steer other programs' line breaks
// and directions, for which fonts have visible stand-ins, go.
func Drawable(text string) string { return drawable(text, isSteering) }

func drawable(text string, goes func(rune) bool) string {
	if isASCII(text) {
		return text
	}
	text = strings.ToValidUTF8(text, "\uFFFD")
	if !norm.NFC.IsNormalString(text) {
		text = norm.NFC.String(text)
	}
	if strings.ContainsFunc(text, goes) {
		text = strings.Map(func(r rune) rune {
			if goes(r) {
				return -1
			}
			return r
		}, text)
	}
	return text
}

func isASCII(text string) bool {
	for i := range len(text) {
		if text[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}

// softHyphen says where the author of a text has a word divided, if a line ends there.
const softHyphen = '\u00AD'

func isSteering(r rune) bool { return r == softHyphen || isSteeringOnly(r) }

// isSteeringOnly leaves the soft hyphen out, which says something of lines here too.
func isSteeringOnly(r rune) bool {
	return r >= '\u200B' && r <= '\u200F' || r == '\u2060' || r == '\uFEFF'
}

func (s *scanner) style(r *document.Run) Style {
	st := s.base
	if r.Strong || r.Edit == document.Inserted {
		st |= Bold
	}
	if r.Emphasis {
		st ^= Italic // in an italic text, emphasis stands upright
	}
	if r.Note > 0 || r.Address > 0 {
		st |= Italic
	}
	return st
}

func (s *scanner) run(r *document.Run) {
	text := drawable(r.Text, isSteeringOnly)
	s.latin = isPlain(text)
	st, start := s.style(r), 0
	s.enter(r)
	var before rune
	word, judged, address := 0, -1, 0 // where the word begins, and where it ends if it is an address
	for i, c := range text {
		end := i + utf8.RuneLen(c)
		switch {
		case isLetter(c): // nothing breaks behind it
		case c == softHyphen:
			s.add(r, st, text[start:i], false)
			if start = end; !r.Keep && unicode.IsLetter(before) {
				s.divides(text[end:])
			}
		case isSpace(c), c == fixed && isBetweenWords(before, text[end:]): // both are as wide as others of their line
			s.add(r, st, text[start:i], false)
			s.space(r, st, c)
			start, word = end, end
		case !r.Keep && breaksBehind(before, c, text[end:]):
			s.add(r, st, text[start:end], true)
			start = end
		case strings.IndexByte(addressMarks, byte(c)) >= 0 && c < utf8.RuneSelf:
			if judged != word { // once for each word
				judged, address = word, addressEnd(text, word)
			}
			if end < address && text[end] != '/' {
				s.add(r, st, text[start:end], false)
				s.atoms[len(s.atoms)-1].kept = true
				start = end
			}
		}
		before = c
	}
	s.add(r, st, text[start:], false)
}

func (s *scanner) add(r *document.Run, st Style, text string, breaks bool) {
	if n := len(s.atoms); n > 0 && (text == "–" || text == "—") {
		s.atoms[n-1].Breaks = false // a dash does not begin a line
	}
	for text != "" {
		end, script, direction := len(text), latin, LeftToRight
		if !s.latin {
			end, script, direction = item(text)
		}
		a := Atom{Text: text[:end], Part: s.part, Style: st, Direction: direction, Script: script, Breaks: breaks && end == len(text), whole: r.Keep}
		a.Width = s.setter.atomWidth(&a, s.size, r)
		if n := len(s.atoms); n > 0 && s.atoms[n-1].Space > 0 {
			s.atoms[n-1].Space += s.setter.before(&s.atoms[n-1], &a, s.size)
		}
		s.atoms = append(s.atoms, a)
		text = text[end:]
	}
}

// divides has a word divided behind the last atom, where it goes on.
func (s *scanner) divides(rest string) {
	if next, _ := utf8.DecodeRuneInString(rest); len(s.atoms) == 0 || !unicode.IsLetter(next) {
		return
	}
	last := &s.atoms[len(s.atoms)-1]
	last.Breaks, last.Hyphen = true, s.setter.hyphenWidth(last, s.size)
}

// space puts a space behind the last atom. Spaces at the start and doubles go.
func (s *scanner) space(r *document.Run, st Style, c rune) {
	if len(s.atoms) == 0 {
		return
	}
	last := &s.atoms[len(s.atoms)-1]
	behind := *last
	behind.Style = st
	last.Space = last.scaled(Length(s.setter.blank(&behind, r).width*s.size) + s.setter.behind(last, st, s.size))
	last.Breaks, last.kept = c != fixed && !r.Keep, c != fixed && r.Keep
}

// fixed is a blank at which no line ends. In a number it is narrower than others may be.
const fixed = '\u00a0'

// addressMarks are what an address may be broken behind where it is wider than a line.
const addressMarks = "/.-_?&=#%+~@"

// addressEnd returns where a word ends that is the address of a page or of a person, 0
// where it is none.
func addressEnd(text string, word int) int {
	end := len(text)
	if n := strings.IndexFunc(text[word:], isSpace); n >= 0 {
		end = word + n
	}
	if w := text[word:end]; strings.Contains(w, "://") || strings.HasPrefix(w, "www.") || strings.Contains(w, "@") {
		return end
	}
	return 0
}

// isLetter reports a letter of ASCII.
func isLetter(c rune) bool { return c|0x20 >= 'a' && c|0x20 <= 'z' }

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

// isBetweenWords reports a blank that stands between words, and not in a number or behind another.
func isBetweenWords(before rune, rest string) bool {
	rest = strings.TrimLeft(rest, SoftHyphen)
	next, _ := utf8.DecodeRuneInString(rest)
	return before != 0 && before != softHyphen && rest != "" && !unicode.IsSpace(before) && !unicode.IsSpace(next) && (!unicode.IsDigit(before) || !unicode.IsDigit(next))
}
