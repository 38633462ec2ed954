package pdf

import (
	"math"
	"slices"
	"unicode"
)

// row is a row of text on the page: what follows from where it begins stands to the right
// of that or below.
type row struct {
	left  float64 // where it begins
	cell  float64 // where its last part begins
	above float64 // the foot of the row before
	low   float64 // its own foot
	cells bool    // there is text beside its first
}

// misplaced returns which text stands elsewhere than it is written, as far as that shows
// without structure: from left to right, in a row below the row before, and the next row below
// all of it. It returns -1 where there is none. What stands in the
// margins, as pages' heads and feet do, may come first.
func misplaced(spots []spot, view box) int {
	spots, before := leading(spots, view)
	if len(spots) == 0 {
		return -1
	}
	r := row{left: spots[0].x, cell: spots[0].x, above: math.Inf(1), low: spots[0].y}
	last := spots[0]
	for i, s := range spots[1:] {
		if !isRightToLeft(s.text) && !isRightToLeft(last.text) && !r.takes(s, last) {
			return before + i + 1
		}
		last = s
	}
	return -1
}

// takes goes on to the next text, and reports whether it stands where it may.
func (r *row) takes(s, last spot) bool {
	const slack, step, gap = 4, 2, 6 // points: for raised letters, between rows one below the other, between cells
	right, up := s.x-last.x, s.y-last.y
	isLevel := up > -slack && up < slack
	switch {
	case isLevel && right < -slack, up >= slack && (right < sameLine || s.y > r.above-step):
		return false
	case isLevel || up > 0:
		if isCell := right > last.wide+gap || up >= slack; isCell {
			r.cell, r.cells = s.x, true
		}
	case s.x <= r.left+slack && r.cells: // the next row
		if s.y > r.low-step {
			return false
		}
		*r = row{left: s.x, cell: s.x, above: r.low, low: s.y}
	case s.x <= r.left+slack:
		r.left, r.cell = s.x, s.x
	case s.x < r.cell-slack && s.y <= r.low-step: // another block, or a line of a cell that begins farther left
		r.left, r.cell, r.cells = s.x, s.x, false
	default:
		r.cells = r.cells || right > slack
	}
	r.low = min(r.low, s.y)
	return true
}

// leading leaves out the texts at the beginning that stand in the margins of the page, above
// or below everything else.
func leading(spots []spot, view box) (rest []spot, from int) {
	const most, head, foot = 8, 60, 100 // texts, points
	for n := min(most, len(spots)-1); n > 0; n-- {
		low, top := spots[n].y, spots[n].y
		for _, s := range spots[n:] {
			low, top = min(low, s.y), max(top, s.y)
		}
		outside := func(s spot) bool {
			return s.y < low-sameLine && s.y < view.foot+foot || s.y > top+sameLine && s.y > view.top-head
		}
		if !slices.ContainsFunc(spots[:n], func(s spot) bool { return !outside(s) }) {
			return spots[n:], n
		}
	}
	return spots, 0
}

// isRightToLeft reports whether a text is in a script that is written so.
func isRightToLeft(s string) bool {
	for _, r := range s {
		if unicode.In(r, unicode.Arabic, unicode.Hebrew, unicode.Syriac, unicode.Thaana) {
			return true
		}
	}
	return false
}
