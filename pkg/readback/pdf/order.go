package pdf

import "math"

// sameLine is how far two lines may stand apart, in points, that stand side by side.
const sameLine = 1

// spot is where a line of text begins, as who reads it along holds the page.
type spot struct {
	x, y float64
	part int // of the structure that the line belongs to on its page, none for no part
}

const none = -1

// spotOf turns a place into a spot of the text that begins there.
func spotOf(m matrix, x, y float64, part int) spot {
	length := math.Hypot(m.a, m.b)
	if length == 0 {
		return spot{x, y, part}
	}
	ux, uy := m.a/length, m.b/length
	return spot{x*ux + y*uy, y*ux - x*uy, part}
}

// isAstray reports whether a line does not stand where the order in which lines are
// written puts it, so that a reader takes it for a part of another one. The text goes
// down a page, and up only to a place farther right: in the next cell of the same row,
// no higher than where the row begins.
//
// isuplan writes all files in this way, and programs that keep the structure keep it.
// Of a page without structure nothing can be said: its furniture may come first.
func isAstray(lines []Line) bool {
	if !hasParts(lines) {
		return false
	}
	last, top, begun := spot{}, 0.0, false
	for i := range lines {
		l := lines[i].spot
		if lines[i].Artifact {
			continue
		}
		right, up := l.x-last.x, l.y-last.y
		switch {
		case !begun:
			top, begun = l.y, true
		case up > sameLine && (right < sameLine || l.y > top+sameLine), up >= -sameLine && right < -sameLine:
			return true
		case up < -sameLine && right < -sameLine && l.part != last.part: // within a part, lines may end together
			top = l.y
		}
		last = l
	}
	return false
}

func hasParts(lines []Line) bool {
	for i := range lines {
		if !lines[i].Artifact && lines[i].part != none {
			return true
		}
	}
	return false
}
