package pdf

import (
	"math"
	"slices"
)

// sameLine is the greatest vertical distance, in points, of texts that count as one line.
const sameLine = 1

// spot is where a stretch of text begins, as a reader of the page sees it.
type spot struct {
	x, y float64
	part int // of the structure that it belongs to on its page, none for no part
	text string
	wide float64
}

const none = -1

// spotOf turns coordinates into a spot of the text that begins there.
func spotOf(m matrix, x, y float64, part int) spot {
	length := math.Hypot(m.a, m.b)
	if length == 0 {
		return spot{x: x, y: y, part: part}
	}
	ux, uy := m.a/length, m.b/length
	return spot{x: x*ux + y*uy, y: y*ux - x*uy, part: part}
}

// isAstray reports whether text does not stand where the order in which it is written puts
// it, so that a reader takes it for a part of another one. The text goes down a page, and
// up only to a point farther right: in the next cell of the same row, no higher than where
// the row begins.
//
// isuplan writes all files in this way, and programs that keep the structure keep it. A
// page without structure cannot be judged: its furniture may come first.
func isAstray(spots []spot) bool {
	if !slices.ContainsFunc(spots, func(s spot) bool { return s.part != none }) {
		return false
	}
	last, top := spots[0], spots[0].y
	for _, s := range spots[1:] {
		right, up := s.x-last.x, s.y-last.y
		switch {
		case up > sameLine && (right < sameLine || s.y > top+sameLine), up >= -sameLine && right < -sameLine:
			return true
		case up < -sameLine && right < -sameLine && s.part != last.part: // within a part, lines may end together
			top = s.y
		}
		last = s
	}
	return false
}
