package hyphen

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// The letters that stand before and behind the point where a word is divided, at least, and
// those of a word that is divided at all.
const (
	before, behind = 2, 3
	least          = 6
)

// Points returns where a word may be divided, as positions of its bytes. Marks on either side
// of it, such as brackets and commas, are no part of it. What is not made of small letters but
// for the first is not divided: numbers, codes, addresses, abbreviations, and compounds, which
// have a hyphen of their own.
func (p *Patterns) Points(word string) (points []int) {
	if p == nil {
		return nil
	}
	from := strings.IndexFunc(word, isOfWord)
	to := strings.LastIndexFunc(word, isOfWord)
	if from < 0 {
		return nil
	}
	_, size := utf8.DecodeRuneInString(word[to:])
	core := word[from : to+size]
	if !isDivisible(core) {
		return nil
	}
	small := strings.ToLower(strings.ReplaceAll(core, "’", "'"))
	narrow := 0 // bytes that the typographic apostrophe has more
	if n := strings.Count(core, "’"); n > 0 {
		narrow = len("’") - len("'")
		if n > 1 || len(small) != len(core)-narrow {
			return nil
		}
	} else if len(small) != len(core) {
		return nil // the letters are of other lengths, so that the positions are not the same
	}
	mark := strings.IndexByte(small, '\'')
	for _, at := range p.points(small) {
		if !hasRoom(small, at, mark) {
			continue
		}
		if narrow > 0 && at > mark {
			at += narrow
		}
		points = append(points, from+at)
	}
	return points
}

// isOfWord reports what a word is made of: a letter, or what keeps it from being divided.
func isOfWord(r rune) bool {
	return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r)
}

// isDivisible reports a word of letters, all small but for the first, or but for the first
// behind an apostrophe.
func isDivisible(word string) bool {
	if len(word) > longest-2 || utf8.RuneCountInString(word) < least {
		return false
	}
	first := true
	for _, r := range word {
		switch {
		case isApostrophe(r):
			first = true
			continue
		case !unicode.IsLetter(r), !first && !unicode.IsLower(r):
			return false
		}
		first = false
	}
	return true
}

func isApostrophe(r rune) bool { return r == '\'' || r == '’' }

// hasRoom reports whether enough letters stand on either side of a point. An apostrophe begins
// and ends a word.
func hasRoom(word string, at, mark int) bool {
	left, right := word[:at], word[at:]
	if mark >= 0 && mark < at {
		left = word[mark+1 : at]
	} else if mark >= at {
		right = word[at:mark]
	}
	return utf8.RuneCountInString(left) >= before && utf8.RuneCountInString(right) >= behind
}
