package typography

import (
	"unicode"

	"github.com/isuplan/isuplan/pkg/document"
)

// marks sets quotation marks, apostrophes and dashes.
func (s *setter) marks() {
	closing := map[int]string{}
	for _, p := range s.pairs() {
		q := s.quotation(p)
		switch {
		case s.at(p.from) != '"' && s.at(p.from) != '\'': // they are typed as the language has them
		case q.Open != "" && q.Close != "":
			closing[p.from], closing[p.to] = q.Open, q.Close
		case s.at(p.from) == '\'':
			closing[p.to] = "'" // it stays, as its other half does
		}
	}
	for i := range s.letters {
		if r := s.letters[i].r; r != '\'' && r != '"' && r != '-' {
			continue
		}
		text, isQuote := closing[i]
		switch {
		case isQuote:
			if text != "'" {
				s.replace(i, text)
			}
		case s.letters[i].isAddress:
		case s.at(i) == '\'' && s.Apostrophe != "" && (s.isBehindLetter(i) || s.elides(i) > 0):
			s.replace(i, s.Apostrophe)
		case s.isDash(i):
			s.replace(i, s.Dash)
		case s.isDash(i - 1):
			s.replace(i, "")
		}
	}
}

// isBehindLetter reports a mark behind a letter; what an address ends with may be the address's own.
func (s *setter) isBehindLetter(i int) bool {
	return unicode.IsLetter(s.at(i-1)) && !s.letters[i-1].isAddress
}

// elides returns how long a word or a decade is that an apostrophe begins in place of what is left
// out, as 'tis or '90s, 0 for none.
func (s *setter) elides(i int) int {
	if s.at(i) != '\'' || s.isWord(i-1) {
		return 0
	}
	if unicode.IsDigit(s.at(i+1)) && unicode.IsDigit(s.at(i+2)) && s.at(i+3) == 's' && !s.isWord(i+4) {
		return len("'90s")
	}
	for _, word := range s.elided {
		if n := s.match(i, word); n > 0 && !s.isWord(i+n) {
			return n
		}
	}
	return 0
}

// isDash reports the first of two hyphens between blanks.
func (s *setter) isDash(i int) bool {
	return s.Dash != "" && s.at(i) == '-' && s.at(i+1) == '-' && s.letters[i].run == s.letters[i+1].run &&
		s.at(i-1) == ' ' && s.at(i+2) == ' '
}

// quotation returns the marks of a pair. Single ones that are typed outside of others are set
// only in languages whose inner marks they are.
func (s *setter) quotation(p pair) document.Quotation {
	switch {
	case s.at(p.from) == '"' && p.depth%2 == 0:
		return s.Quotes
	case s.at(p.from) == '\'' && p.depth == 0 && s.Inner.Close != s.Apostrophe:
		return document.Quotation{}
	}
	return s.Inner
}
