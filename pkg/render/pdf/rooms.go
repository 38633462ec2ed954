package pdf

import (
	"math"

	"github.com/isuplan/isuplan/pkg/render/set"
)

// wide is where a table stands that is wider than the column of text.
type wide struct{ left, right length }

// rooms are the widths that a table may have here. What stands in frames widens them.
func (l *layout) rooms() set.Rooms {
	r := set.RoomsIn(l.frame.depth())
	return set.Rooms{Column: l.width, Full: max(l.width, r.Full), Landscape: max(l.width, r.Landscape)}
}

// in runs do in a room.
func (l *layout) in(room set.Room, do func()) {
	if room == set.InColumn {
		do()
		return
	}
	x, width, turned, outer := l.x, l.width, l.turned, l.wide
	rooms := l.rooms()
	l.x, l.width = margin+boxPad*length(l.frame.depth()), rooms.Full
	if room == set.Landscape {
		l.width, l.turned = rooms.Landscape, true
	}
	l.wide = &wide{l.x, l.x + l.width}
	start := len(l.slabs)
	do()
	if l.turned && !turned {
		l.turnHeading(start)
	}
	l.x, l.width, l.turned, l.wide = x, width, turned, outer
}

// turnHeading takes the title of what begins at a slab, and the headings above it, along to
// its page. Other text that introduces it stays where it is, as do headings of nothing.
func (l *layout) turnHeading(start int) {
	at, below := start, math.MaxInt
	for at > 0 && l.slabs[at-1].stick && l.slabs[at-1].title > 0 && l.slabs[at-1].title < below {
		at--
		l.slabs[at].turned = true
		if l.slabs[at].bookmark != nil { // it begins here
			below = l.slabs[at].title
		}
	}
	if at > 0 {
		l.slabs[at-1].stick = false
	}
}

// pageRoom is how high a page of the table is, frames left out.
func (l *layout) pageRoom() length {
	return sheetOf(l.turned).foot() - headTop - 2*boxPad*length(l.frame.depth())
}

// sheet is a page's size, upright or on its side.
type sheet struct{ width, height length }

func sheetOf(turned bool) sheet {
	if turned {
		return sheet{pageHeight, pageWidth}
	}
	return sheet{pageWidth, pageHeight}
}

// foot is where the text of a page ends.
func (s sheet) foot() length { return s.low(bodyFoot) }

// low is where on the page something stands that has its place at the foot of an upright one.
func (s sheet) low(y length) length { return s.height - (pageHeight - y) }

// firstFoot is where the text of page one ends.
func (s sheet) firstFoot() length { return s.low(firstFoot) }

// line is the width from margin to margin.
func (s sheet) line() length { return s.width - 2*margin }
