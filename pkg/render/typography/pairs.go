package typography

import (
	"cmp"
	"slices"
	"strings"
	"unicode"

	"github.com/isuplan/isuplan/pkg/document"
)

// pair is what stands between two straight quotation marks, and in how many others.
type pair struct{ from, to, depth int }

// pairing finds the quotation marks that belong together.
type pairing struct {
	*setter
	open  []opened
	list  []pair
	mixed int // how many pairs there were when a typed mark last ended as the language has it
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
	elided := 0 // where the last word ends that an apostrophe begins
	for i := range s.letters {
		if s.letters[i].r == '\'' {
			elided = max(elided, i+s.elides(i))
		}
		if s.letters[i].isAddress || i < elided {
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
		if !p.isSingle(one.from) {
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
	if !p.isSingle(i) {
		last = len(p.open)
	}
	p.open = append(p.open, opened{i, last})
}

// isSingle reports a single mark, as it is typed or as the language has it: it may be an apostrophe.
func (p *pairing) isSingle(i int) bool {
	return p.at(i) == '\'' || p.Inner.Close == p.Apostrophe && string(p.at(i)) == p.Inner.Open
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
	if len(p.list) == p.mixed {
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
	if p.ownSingle(i) {
		return
	}
	top := p.last()
	for _, q := range []document.Quotation{p.Quotes, p.Inner} {
		if q.Open == q.Close || q.Close == p.Apostrophe {
			continue
		}
		switch string(p.at(i)) {
		case q.Close:
			if p.isWord(i+1) && !p.isBehind(i) { // it begins something
				continue
			}
			if top >= 0 && string(p.at(p.open[top].at)) == q.Open {
				p.close(top, i)
				return
			}
			if top >= 0 && p.at(p.open[top].at) == '"' { // it has this other half, and is not understood
				p.open, p.mixed = p.open[:top], len(p.list)
				return
			}
		case q.Open:
			p.push(i)
			return
		}
	}
}

// isBehind reports a mark that something stands before, other than a blank that is not the mark's own.
func (p *pairing) isBehind(i int) bool {
	before := p.at(i - 1)
	return before != 0 && (!unicode.IsSpace(before) || before == '\u00a0' || strings.ContainsRune(p.BlankBefore, p.at(i)))
}

// ownSingle takes account of one that ends as the apostrophe does.
func (p *pairing) ownSingle(i int) bool {
	if p.Inner.Close != p.Apostrophe || p.Inner.Open == p.Inner.Close {
		return false
	}
	top := len(p.open) - 1
	switch string(p.at(i)) {
	case p.Inner.Open:
		p.push(i)
	case p.Apostrophe:
		if top > 0 && p.at(p.open[top].at) == '\'' && string(p.at(p.open[top-1].at)) == p.Inner.Open {
			top-- // the one between has no other half
		}
		if top >= 0 && string(p.at(p.open[top].at)) == p.Inner.Open && p.closes(i) {
			p.close(top, i)
		}
	default:
		return false
	}
	return true
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
