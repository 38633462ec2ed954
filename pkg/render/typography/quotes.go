package typography

import (
	"cmp"
	"slices"
	"strings"
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
	open []opened
	list []pair
}

// opened is a mark that has no other half yet.
type opened struct {
	at   int
	last int // where among the open marks the last one is, up to this, that is no single one; -1 for none
}

// pairs returns what stands in quotation marks, also those that are typed as the language has
// them. A mark without its other half stands for itself, and so do marks behind digits where
// nothing is quoted: they are feet and inches.
func (s *setter) pairs() []pair {
	p := pairing{setter: s}
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
	p.deepen()
	return p.list
}

// deepen counts in how many others each pair stands; single ones count for none.
func (p *pairing) deepen() {
	slices.SortFunc(p.list, func(a, b pair) int { return cmp.Compare(a.from, b.from) })
	var ends []int
	for i := range p.list {
		one := &p.list[i]
		for len(ends) > 0 && ends[len(ends)-1] < one.from {
			ends = ends[:len(ends)-1]
		}
		one.depth = len(ends)
		if p.at(one.from) != '\'' {
			ends = append(ends, one.to)
		}
	}
}

// close pairs an open mark with its other half; those that were opened behind it have none.
func (p *pairing) close(top, to int) {
	p.list = append(p.list, pair{from: p.open[top].at, to: to})
	p.open = p.open[:top]
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
		p.close(top, i)
	case p.opens(i):
		p.push(i)
	case p.closes(i) && !unicode.IsDigit(p.at(i-1)):
		p.extend(i)
	}
}

// extend takes a mark that would close nothing for the end of the pair before it, if that one
// ended behind a digit: there it meant inches.
func (p *pairing) extend(i int) {
	if len(p.list) == 0 {
		return
	}
	one := &p.list[len(p.list)-1]
	isBehind := len(p.open) == 0 || p.open[len(p.open)-1].at < one.from
	if isBehind && p.at(one.from) == '"' && unicode.IsDigit(p.at(one.to-1)) {
		one.to = i
	}
}

func (p *pairing) single(i int) {
	top := len(p.open) - 1
	switch {
	case top >= 0 && p.at(p.open[top].at) == '\'' && p.closes(i):
		p.close(top, i)
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
				p.close(top, i)
				return
			}
			if top >= 0 && p.at(p.open[top].at) == '"' && !p.isWord(i+1) { // it has this other half, and is not understood
				p.open = p.open[:top]
				return
			}
		case q.Open:
			p.push(i)
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
func (p *pairing) opens(i int) bool {
	before, next := p.at(i-1), p.at(i+1)
	if next == 0 || unicode.IsSpace(next) || strings.ContainsRune(`.,;:!?)]}”’»`, next) || p.at(i) == '\'' && (next == '\'' || unicode.IsDigit(next)) {
		return false
	}
	if before == '"' && (len(p.open) == 0 || p.open[len(p.open)-1].at != i-1) { // it closes another one
		return false
	}
	isElided := (before == '\'' || before == '’') && unicode.IsLetter(p.at(i-2)) // l'"aide"
	if before != 0 && (p.Quotes.Close == string(before) || p.Inner.Close == string(before)) && !isElided {
		return false
	}
	return before == 0 || unicode.IsSpace(before) || strings.ContainsRune(`([{"“‘«„–—/-¡¿`, before) || p.at(i) == '"' && before == '\'' && !unicode.IsLetter(p.at(i-2)) || isElided && p.at(i) == '"'
}

// closes reports whether a mark may end a quotation.
func (s *setter) closes(i int) bool {
	before := s.at(i - 1)
	if before == 0 || unicode.IsSpace(before) || strings.ContainsRune(`([{“‘«„–—/`, before) || before == '\'' && s.at(i) == '\'' {
		return false
	}
	return !s.isWord(i + 1)
}

func (s *setter) isWord(i int) bool { return unicode.IsLetter(s.at(i)) || unicode.IsDigit(s.at(i)) }
