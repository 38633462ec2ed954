// Package textdiff compares texts word by word.
package textdiff

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/sergi/go-diff/diffmatchpatch"
)

// Piece is a stretch of a text that was kept, taken out or put in. The pieces that were
// not put in are the old text, those that were not taken out the new one.
type Piece struct {
	Op   int // 0 kept, -1 taken out, +1 put in
	Text string
}

// Tokens cuts a text into words, blanks and marks; together they are the text. A
// figure such as 465,440 or 8.87 is one word.
func Tokens(s string) []string {
	var list []string
	from := 0
	last := blank
	for i, r := range s {
		k := kindOf(r)
		if k == sign && (r == ',' || r == '.') && figureAround(s, i) {
			k = letter
		}
		if i > 0 && (k != last || k == sign) {
			list = append(list, s[from:i])
			from = i
		}
		last = k
	}
	if from < len(s) {
		list = append(list, s[from:])
	}
	return list
}

// tokenKind is what a character makes a token of.
type tokenKind int

const (
	blank tokenKind = iota
	letter
	sign // stands by itself
)

func kindOf(r rune) tokenKind {
	switch {
	case unicode.IsLetter(r), unicode.IsDigit(r), r == '\'', r == '’', r == '-':
		return letter
	case unicode.IsSpace(r):
		return blank
	}
	return sign
}

// figureAround reports a mark between two digits.
func figureAround(s string, at int) bool {
	isDigit := func(i int) bool { return i >= 0 && i < len(s) && s[i] >= '0' && s[i] <= '9' }
	return isDigit(at-1) && isDigit(at+1)
}

// Words compares two texts word by word.
func Words(from, to string) []Piece {
	a, b := Tokens(from), Tokens(to)
	var pieces []Piece
	i, j := 0, 0
	for _, s := range Joined(Steps(a, b), func(i, k int) bool { return strings.TrimSpace(strings.Join(b[i:k], "")) == "" }) {
		if s.Op > 0 {
			pieces = append(pieces, Piece{s.Op, strings.Join(b[j:j+s.Count], "")})
		} else {
			pieces = append(pieces, Piece{s.Op, strings.Join(a[i:i+s.Count], "")})
		}
		i, j = s.after(i, j)
	}
	return pieces
}

// Step is a stretch of a list that was kept, taken out or put in.
type Step struct {
	Op    int // as a Piece's
	Count int
}

// after returns where the next step begins in the old list and in the new.
func (s Step) after(i, j int) (int, int) {
	if s.Op <= 0 {
		i += s.Count
	}
	if s.Op >= 0 {
		j += s.Count
	}
	return i, j
}

// Steps compares two lists of words. Its work grows with their length and with the
// number of changes.
func Steps(from, to []string) []Step {
	known := map[string]rune{}
	encode := func(words []string) []rune {
		out := make([]rune, len(words))
		for i, w := range words {
			r, ok := known[w]
			if !ok {
				r = symbol(len(known))
				known[w] = r
			}
			out[i] = r
		}
		return out
	}
	a, b := encode(from), encode(to)
	d := diffmatchpatch.New()
	d.DiffTimeout = 0 // the result must not depend on the machine's speed
	var steps []Step
	for _, x := range d.DiffMainRunes(a, b, false) {
		steps = append(steps, Step{int(x.Type), utf8.RuneCountInString(x.Text)})
	}
	return steps
}

// symbol returns a character that stands for the n-th word; surrogates are skipped.
func symbol(n int) rune {
	const first, surrogates, behind = 0x21, 0xD800, 0xE000
	r := rune(first + n)
	if r >= surrogates {
		r += behind - surrogates
	}
	return r
}

// Joined merges changes that are separated only by blanks, so that a reader sees one
// phrase replaced by another. Blank reports whether a stretch of the new list has nothing
// else.
func Joined(steps []Step, blank func(from, to int) bool) (out []Step) {
	j, taken, put := 0, 0, 0
	flush := func() {
		for _, s := range []Step{{-1, taken}, {+1, put}} {
			if s.Count > 0 {
				out = append(out, s)
			}
		}
		taken, put = 0, 0
	}
	for i, s := range steps {
		switch {
		case s.Op < 0:
			taken += s.Count
		case s.Op > 0:
			put += s.Count
		case taken > 0 && put > 0 && i+1 < len(steps) && blank(j, j+s.Count):
			taken, put = taken+s.Count, put+s.Count
		default:
			flush()
			out = append(out, s)
		}
		if s.Op >= 0 {
			j += s.Count
		}
	}
	flush()
	return out
}
