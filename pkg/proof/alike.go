package proof

import (
	"slices"
	"strings"
)

// alike reports whether a stretch of the plan and one of the file say the same. In
// print, lines end within words, and programs that print anew lose blanks: there the
// words of one passage may be parted otherwise, but figures only where a page ends.
// Other formats say where a blank is and where a cell ends.
func (c *comparison) alike(wanted, found hunk) bool {
	want, got := c.want[wanted.from:wanted.to], c.got[found.gotFrom:found.gotTo]
	if !c.isPrint || len(want) == 0 || len(got) == 0 {
		return slices.Equal(texts(want), texts(got))
	}
	if want[0].passage != want[len(want)-1].passage && !slices.Equal(texts(want), texts(got)) {
		return false
	}
	return strings.Join(texts(want), "") == strings.Join(texts(got), "") &&
		(got[0].page != got[len(got)-1].page || !c.months.figuresDiffer(want, got))
}
