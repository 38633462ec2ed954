package diff

import (
	"strings"
	"unicode"

	"github.com/sergi/go-diff/diffmatchpatch"
)

// Piece is a stretch of a text that was kept, taken out or put in.
type Piece struct {
	Op   int // 0 kept, -1 taken out, +1 put in
	Text string
}

// tokens cuts a text into words, blanks and marks; together they are the text.
func tokens(s string) []string {
	var list []string
	from := 0
	kind := func(r rune) int {
		switch {
		case unicode.IsLetter(r), unicode.IsDigit(r), r == '\'', r == '’', r == '-':
			return 1
		case unicode.IsSpace(r):
			return 2
		}
		return 3
	}
	last := 0
	for i, r := range s {
		k := kind(r)
		if i > 0 && (k != last || k == 3) {
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

// Words compares two texts word by word.
func Words(old, new string) []Piece {
	known := map[string]rune{}
	var list []string
	encode := func(s string) []rune {
		var out []rune
		for _, t := range tokens(s) {
			r, ok := known[t]
			if !ok {
				r = symbol(len(list))
				known[t] = r
				list = append(list, t)
			}
			out = append(out, r)
		}
		return out
	}
	a, b := encode(old), encode(new)
	d := diffmatchpatch.New()
	d.DiffTimeout = 0 // the result must not depend on the machine's speed
	var pieces []Piece
	for _, x := range d.DiffMainRunes(a, b, false) {
		var text strings.Builder
		for _, r := range x.Text {
			text.WriteString(list[place0(r)])
		}
		pieces = append(pieces, Piece{int(x.Type), text.String()})
	}
	return joinBlanks(pieces)
}

// symbol returns a character that stands for the n-th word: none of those that
// encode halves of others.
func symbol(n int) rune {
	const first, surrogates, behind = 0x21, 0xD800, 0xE000
	r := rune(first + n)
	if r >= surrogates {
		r += behind - surrogates
	}
	return r
}

func place0(r rune) int {
	const first, surrogates, behind = 0x21, 0xD800, 0xE000
	if r >= behind {
		r -= behind - surrogates
	}
	return int(r) - first
}

// joinBlanks puts together two changes that only a blank parts, so that a reader sees
// one phrase in place of another.
func joinBlanks(pieces []Piece) []Piece {
	var out []Piece
	var taken, put strings.Builder
	flush := func() {
		if taken.Len() > 0 {
			out = append(out, Piece{-1, taken.String()})
		}
		if put.Len() > 0 {
			out = append(out, Piece{+1, put.String()})
		}
		taken.Reset()
		put.Reset()
	}
	for i, p := range pieces {
		switch {
		case p.Op < 0:
			taken.WriteString(p.Text)
		case p.Op > 0:
			put.WriteString(p.Text)
		case strings.TrimSpace(p.Text) == "" && taken.Len() > 0 && put.Len() > 0 && i+1 < len(pieces):
			taken.WriteString(p.Text)
			put.WriteString(p.Text)
		default:
			flush()
			out = append(out, p)
		}
	}
	flush()
	return out
}
