package proof

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// alike reports whether a stretch of the plan and one of the file say the same. In print,
// lines end within words, and programs that print a file again lose blanks and add others:
// so the words of one passage may be split differently, but numbers only at the end of a
// line. Other formats say where a blank is and where a cell ends.
func (c *comparison) alike(wanted, found hunk) bool {
	want, got := c.want[wanted.from:wanted.to], c.got[found.gotFrom:found.gotTo]
	switch {
	case slices.Equal(texts(want), texts(got)):
		return true
	case !c.isPrint || len(want) == 0 || len(got) == 0 || want[0].passage != want[len(want)-1].passage:
		return false
	}
	text := strings.Join(texts(want), "")
	return text == strings.Join(texts(got), "") && numbersAgree(text, want, got)
}

// numbersAgree reports whether no number is split or joined differently, except at the end
// of a line.
func numbersAgree(text string, want, got []word) bool {
	wanted, found := borders(want), borders(got)
	for at := range wanted {
		if _, both := found[at]; !both && inNumber(text, at) {
			return false
		}
	}
	for at, atLineEnd := range found {
		if _, both := wanted[at]; !both && !atLineEnd && inNumber(text, at) {
			return false
		}
	}
	return true
}

// borders returns where words end in a text without blanks, and whether a line ends
// there too.
func borders(list []word) map[int]bool {
	out := map[int]bool{}
	at := 0
	for i, w := range list {
		if i > 0 {
			out[at] = w.begins
		}
		at += len(w.text)
	}
	return out
}

// inNumber reports whether digits stand on both sides, even if a mark is between them, as
// in 465,440.
func inNumber(text string, at int) bool {
	const marks = ".,'’"
	before, behind := text[:at], text[at:]
	if r, n := utf8.DecodeLastRuneInString(before); strings.ContainsRune(marks, r) {
		before = before[:len(before)-n]
	}
	if r, n := utf8.DecodeRuneInString(behind); strings.ContainsRune(marks, r) {
		behind = behind[n:]
	}
	last, _ := utf8.DecodeLastRuneInString(before)
	first, _ := utf8.DecodeRuneInString(behind)
	return unicode.IsDigit(last) && unicode.IsDigit(first)
}
