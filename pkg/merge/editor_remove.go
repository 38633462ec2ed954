package merge

import (
	"slices"
	"strings"

	"github.com/isuplan/isuplan/pkg/source"
)

// removeAll takes items out of their lists, and keys out of their groups; with its last item a list
// goes, and its key.
func (e *editor) removeAll() {
	gone := map[source.Node]bool{}
	for _, n := range e.removes {
		gone[n] = true
	}
	for again := true; again; {
		again = false
		for n := range gone {
			if list := e.tree.up[n].parent; !gone[list] && e.isEmptied(list, gone) {
				gone[list], again = true, true
			}
		}
	}
	for _, n := range sortedNodes(gone) {
		if e.isInside(n, gone) {
			continue
		}
		e.remove(n)
	}
}

// isEmptied reports a list, or a group that is the value of a key, of which nothing stays.
func (e *editor) isEmptied(n source.Node, gone map[source.Node]bool) bool {
	if n.Kind() == source.Mapping && e.tree.up[n].key.IsZero() {
		return false // an item of a list
	}
	for _, item := range n.Items() {
		if !gone[item] {
			return false
		}
	}
	for _, value := range n.Pairs() {
		if !gone[value] {
			return false
		}
	}
	return n.Len() > 0
}

// isInside reports whether something around a value is taken out with it.
func (e *editor) isInside(n source.Node, gone map[source.Node]bool) bool {
	for up := e.tree.up[n].parent; !up.IsZero(); up = e.tree.up[up].parent {
		if gone[up] {
			return true
		}
	}
	return false
}

func sortedNodes(set map[source.Node]bool) []source.Node {
	var list []source.Node
	for n := range set {
		list = append(list, n)
	}
	slices.SortFunc(list, func(a, b source.Node) int { return a.Start().Offset - b.Start().Offset })
	return list
}

// remove takes out an item, or a key with its list.
func (e *editor) remove(n source.Node) {
	at := e.tree.up[n]
	switch {
	case at.parent.IsFlow():
		e.removeFlow(n, at)
	case at.parent.Kind() == source.Sequence:
		from, to := e.lines(at.parent, at.index)
		e.cut(e.tidy(n, from), to)
	default:
		e.removeKey(n, at)
	}
}

// removeKey takes out a key with its value, that stand on lines of their own.
func (e *editor) removeKey(n source.Node, at link) {
	from := e.lineOf(at.key.Start().Offset)
	if strings.TrimSpace(string(e.file.Bytes[from:at.key.Start().Offset])) == "" {
		e.cut(from, e.behind(n))
		return
	}
	// It stands behind a dash, where the key below it comes.
	if at.index > 0 || at.parent.Len() < 2 {
		e.fail()
		return
	}
	next, _ := at.parent.Pair(1)
	to := next.Start().Offset
	if lines := e.file.Bytes[e.behind(n):to]; strings.TrimSpace(string(lines)) != "" {
		e.fail() // a comment stands between the two
		return
	}
	e.cut(at.key.Start().Offset, to)
}

// tidy is where to cut; the dash of an item may stand behind that of another list.
func (e *editor) tidy(n source.Node, from int) int {
	if before := strings.TrimSpace(string(e.file.Bytes[e.lineOf(n.Start().Offset):n.Start().Offset])); before != "-" {
		e.fail()
	}
	return from
}

func (e *editor) removeFlow(n source.Node, at link) {
	list := at.parent
	start := func(i int) int { return list.At(i).Span().Start.Offset }
	end := func(i int) int { return list.At(i).Span().End.Offset }
	if list.Kind() == source.Mapping {
		start = func(i int) int { k, _ := list.Pair(i); return k.Start().Offset }
		end = func(i int) int { _, v := list.Pair(i); return v.Span().End.Offset }
	}
	switch {
	case at.index > 0:
		e.cut(end(at.index-1), n.Span().End.Offset)
	case list.Len() > 1:
		e.cut(start(0), start(1))
	default:
		e.fail()
	}
}
