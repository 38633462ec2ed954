package typography

import (
	"slices"
	"strings"
	"unicode"

	"github.com/isuplan/isuplan/pkg/document"
)

// marks sets quotation marks, apostrophes and dashes.
func (s *setter) marks() {
	pairs, certain := s.pairs()
	closing := map[int]string{}
	for _, p := range pairs {
		q := s.quotation(p)
		if !certain && (s.at(p.from) == '"' || p.depth > 0) || q.Open == "" || q.Close == "" {
			if s.at(p.from) == '\'' {
				closing[p.to] = "'" // it stays, as its other half does
			}
			continue
		}
		closing[p.from], closing[p.to] = q.Open, q.Close
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
		case s.at(i) == '\'' && s.Apostrophe != "" && unicode.IsLetter(s.at(i-1)):
			s.replace(i, s.Apostrophe)
		case s.isDash(i):
			s.replace(i, s.Dash)
		case s.isDash(i - 1):
			s.replace(i, "")
		}
	}
}

// isDash reports the first of two hyphens between blanks.
func (s *setter) isDash(i int) bool {
	return s.Dash != "" && s.at(i) == '-' && s.at(i+1) == '-' && s.letters[i].run == s.letters[i+1].run &&
		s.at(i-1) == ' ' && s.at(i+2) == ' '
}

// pair is what stands between two straight quotation marks, and in how many others.
type pair struct{ from, to, depth int }

// pairing finds the quotation marks that belong together.
type pairing struct {
	*setter
	open    []opened
	depth   int // how many of these are double ones, or the language's own
	list    []pair
	certain bool
	left    bool // a single one has no other half
}

// opened is a mark that has no other half yet.
type opened struct {
	at   int
	last int // where among the open marks the last one is, up to this, that is no single one; -1 for none
}

// pairs returns what stands in quotation marks. Double ones are certain if each of them has its
// other half: one of them left over may mean that all are paired wrongly. Marks behind digits
// are feet and inches where nothing is quoted.
func (s *setter) pairs() (list []pair, certain bool) {
	p := pairing{setter: s, certain: true}
	for i := range s.letters {
		if s.letters[i].isAddress {
			continue
		}
		switch s.letters[i].r {
		case '"':
			p.double(i)
		case '\'':
			p.single(i)
		default:
			if strings.ContainsRune(s.quoted, s.letters[i].r) {
				p.own(i)
			}
		}
	}
	for _, o := range p.open {
		p.certain = p.certain && s.at(o.at) != '"'
	}
	if p.left || slices.ContainsFunc(p.open, func(o opened) bool { return s.at(o.at) == '\'' }) {
		p.list = slices.DeleteFunc(p.list, func(one pair) bool { return s.at(one.from) == '\'' })
	}
	return p.list, p.certain
}

// close takes the open marks from one on for closed; single ones among those behind it have no
// other half.
func (p *pairing) close(from int) {
	for _, o := range p.open[min(from+1, len(p.open)):] {
		p.left = p.left || p.at(o.at) == '\''
	}
	p.certain = p.certain && !p.left
	p.open = p.open[:from]
}

// push takes a mark for an open one.
func (p *pairing) push(i int) {
	last := p.last()
	if p.at(i) != '\'' {
		last = len(p.open)
	}
	p.open = append(p.open, opened{i, last})
}

// last returns where among the open marks the last one is that is no single one, -1 for none.
func (p *pairing) last() int {
	if len(p.open) == 0 {
		return -1
	}
	return p.open[len(p.open)-1].last
}

func (p *pairing) double(i int) {
	top := p.last()
	switch {
	case top >= 0 && p.at(p.open[top].at) == '"' && p.closes(i):
		p.depth--
		p.list = append(p.list, pair{p.open[top].at, i, p.depth})
		p.close(top)
	case p.opens(i):
		p.push(i)
		p.depth++
	case !unicode.IsDigit(p.at(i - 1)):
		p.certain = false
	}
}

func (p *pairing) single(i int) {
	top := len(p.open) - 1
	switch {
	case top >= 0 && p.at(p.open[top].at) == '\'' && p.closes(i):
		p.list, p.open = append(p.list, pair{p.open[top].at, i, p.depth}), p.open[:top]
	case p.opens(i):
		p.push(i)
	}
}

// own takes account of quotation marks that an author typed as the language has them.
func (p *pairing) own(i int) {
	top := p.last()
	for _, q := range []document.Quotation{p.Quotes, p.Inner} {
		if q.Open == q.Close || q.Close == p.Apostrophe {
			continue
		}
		switch string(p.at(i)) {
		case q.Close:
			if top >= 0 && string(p.at(p.open[top].at)) == q.Open {
				p.close(top)
				p.depth--
				return
			}
		case q.Open:
			p.push(i)
			p.depth++
			return
		}
	}
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

// opens reports whether a mark may begin a quotation. A single one before a digit stands for
// digits that are left out, as in '90s.
func (s *setter) opens(i int) bool {
	before, next := s.at(i-1), s.at(i+1)
	if next == 0 || unicode.IsSpace(next) || strings.ContainsRune(`.,;:!?)]}”’»`, next) || s.at(i) == '\'' && (next == '\'' || unicode.IsDigit(next)) {
		return false
	}
	isElided := (before == '\'' || before == '’') && unicode.IsLetter(s.at(i-2)) // l'"aide"
	if before != 0 && (s.Quotes.Close == string(before) || s.Inner.Close == string(before)) && !isElided {
		return false
	}
	return before == 0 || unicode.IsSpace(before) || strings.ContainsRune(`([{"“‘«„–—/`, before) || s.at(i) == '"' && before == '\'' && !unicode.IsLetter(s.at(i-2)) || isElided && s.at(i) == '"'
}

// closes reports whether a mark may end a quotation.
func (s *setter) closes(i int) bool {
	before, next := s.at(i-1), s.at(i+1)
	if before == 0 || unicode.IsSpace(before) || strings.ContainsRune(`([{“‘«„–—/`, before) || before == '\'' && s.at(i) == '\'' {
		return false
	}
	return !unicode.IsLetter(next) && !unicode.IsDigit(next)
}
