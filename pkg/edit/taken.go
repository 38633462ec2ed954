package edit

import (
	"cmp"
	"slices"

	"github.com/isuplan/isuplan/pkg/diag"
	"github.com/isuplan/isuplan/pkg/source"
)

// taken are the stretches of a file that edits are of, by where they begin.
type taken []stretch

// stretch is from one offset to another; reach is the farthest end up to here.
type stretch struct{ from, to, reach int }

// behind returns how many stretches begin before an offset.
func (t taken) behind(offset int) int {
	i, _ := slices.BinarySearchFunc(t, offset, func(s stretch, at int) int { return cmp.Compare(s.from, at) })
	return i
}

// touches reports whether a span lies over one of the stretches or begins where one does.
func (t taken) touches(s source.Span) bool {
	from, to := s.Start.Offset, s.End.Offset
	if i := t.behind(to); i > 0 && t[i-1].reach > from {
		return true
	}
	i := t.behind(from)
	return i < len(t) && t[i].from == from
}

// add takes the stretches of some edits.
func (t *taken) add(edits []diag.Edit) {
	first := len(*t)
	for _, e := range edits {
		s := stretch{from: e.Span.Start.Offset, to: e.Span.End.Offset}
		at := len(*t)
		if len(edits) == 1 { // of many it is cheaper to sort once
			at = t.behind(s.from)
		}
		*t, first = slices.Insert(*t, at, s), min(first, at)
	}
	if len(edits) > 1 {
		first = 0
		slices.SortFunc(*t, func(a, b stretch) int { return cmp.Compare(a.from, b.from) })
	}
	reach := 0
	if first > 0 {
		reach = (*t)[first-1].reach
	}
	for i := first; i < len(*t); i++ {
		reach = max(reach, (*t)[i].to)
		(*t)[i].reach = reach
	}
}
