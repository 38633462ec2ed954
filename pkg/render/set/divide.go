package set

import (
	"slices"
	"strings"
	"unicode"

	"github.com/isuplan/isuplan/pkg/hyphen"
)

const (
	// even, in quarters, is as far as a space is stretched before a word is divided, and uneven
	// before that is done in a second line in a row; a third line never ends so.
	even, uneven = 4, 5
	most         = 2
	// hyphenLeeway is what a line with a hyphen at its end has beyond it: other programs
	// measure a little differently, and would not have it there.
	hyphenLeeway = Point / 4
)

// divide ends a line in the middle of the word behind a breakpoint, where spaces would be
// stretched too far otherwise, and returns it and the atom with which the next one begins.
func (b *breaker) divide(from, at int) (Line, int, bool) {
	if !b.m.Justify || b.setter.words == nil || b.inARow >= most || at >= len(b.atoms) || b.atoms[at-1].Space == 0 {
		return Line{}, 0, false
	}
	width, spaces := b.natural(from, at)
	stretch := Length(even)
	if b.inARow > 0 {
		stretch = uneven
	}
	if (b.room(from)-width)*4 <= spaces*stretch {
		return Line{}, 0, false
	}
	k, head, found := b.part(from, at)
	if !found {
		return Line{}, 0, false
	}
	l := Line{Atoms: slices.Concat(b.atoms[from:k], []Atom{head}), Width: b.reach[k] - b.reach[from] + head.Width + head.Hyphen}
	b.justify(&l, b.spaces[k]-b.spaces[from], b.room(from))
	b.behead(k, &head)
	return l, k, true
}

// part returns the longest part of the word at a breakpoint that has room on a line: the atom
// that is divided, and what of it stands on the line. The last word of a text is not divided.
func (b *breaker) part(from, at int) (k int, head Atom, found bool) {
	end := b.wordEnd(at)
	if end == len(b.atoms) || b.atoms[end-1].Space == 0 {
		return 0, Atom{}, false
	}
	for k = at; k < end; k++ { // marks around a word may be of other styles than it
		if strings.ContainsFunc(b.atoms[k].Text, isOfWord) {
			break
		}
	}
	for i := k + 1; i < end; i++ {
		if strings.ContainsFunc(b.atoms[i].Text, isOfWord) {
			return 0, Atom{}, false
		}
	}
	if k == end {
		return 0, Atom{}, false
	}
	head, found = b.head(k, b.room(from)-(b.reach[k]-b.reach[from])-hyphenLeeway)
	return k, head, found
}

func isOfWord(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r) }

// wordEnd returns the breakpoint behind the word at one.
func (b *breaker) wordEnd(at int) int {
	for end := at; end < len(b.atoms); end++ {
		if b.atoms[end].Breaks {
			return end + 1
		}
	}
	return len(b.atoms)
}

// head returns the longest part of an atom that has room with its hyphen.
func (b *breaker) head(k int, room Length) (Atom, bool) {
	points := b.setter.pointsOf(&b.atoms[k])
	if len(points) == 0 || b.atoms[k].whole {
		return Atom{}, false
	}
	head := b.atoms[k]
	head.Breaks, head.kept, head.Space = true, false, 0
	head.Hyphen = b.setter.hyphenWidth(&head, b.points)
	for _, at := range slices.Backward(points) {
		head.Text = b.atoms[k].Text[:at]
		if head.Width = b.setter.atomWidth(&head, b.points, nil); head.Width+head.Hyphen <= room {
			return head, true
		}
	}
	return Atom{}, false
}

// pointsOf returns where an atom may be divided: a phrase in another language as that one divides
// its words, if its patterns are known.
func (s *Setter) pointsOf(a *Atom) []int {
	words := s.words
	if a.Part != nil && a.Part.Language != "" {
		words = hyphen.For(a.Part.Language)
	}
	if words == nil {
		return nil
	}
	return words.Points(a.Text)
}

// behead takes from an atom what stands on the line before.
func (b *breaker) behead(k int, head *Atom) {
	rest := &b.atoms[k]
	rest.Text = rest.Text[len(head.Text):]
	rest.Width = b.setter.atomWidth(rest, b.points, nil)
	b.reach[k] = b.reach[k+1] - rest.Width - rest.Space
}
