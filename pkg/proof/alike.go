package proof

import (
	"regexp"
	"slices"
	"strings"
)

// alike reports whether a stretch of the plan and one of the file say the same. In
// print, lines end within words, and programs that print anew lose blanks and put
// others in: there the words of one passage may be parted otherwise, but numbers only
// where a page ends. Other formats say where a blank is and where a cell ends.
func (c *comparison) alike(wanted, found hunk) bool {
	want, got := c.want[wanted.from:wanted.to], c.got[found.gotFrom:found.gotTo]
	switch {
	case slices.Equal(texts(want), texts(got)):
		return true
	case !c.isPrint || len(want) == 0 || len(got) == 0 || want[0].passage != want[len(want)-1].passage:
		return false
	case strings.Join(texts(want), "") != strings.Join(texts(got), ""):
		return false
	}
	return got[0].page != got[len(got)-1].page || slices.Equal(numbers(want), numbers(got))
}

// number is a figure with what parts its digits, as in 465,440.
var number = regexp.MustCompile(`\p{Nd}+(?:[.,'’]\p{Nd}+)*`)

// numbers returns the numbers of a text.
func numbers(list []word) (out []string) {
	for _, w := range list {
		out = append(out, number.FindAllString(w.text, -1)...)
	}
	return out
}
