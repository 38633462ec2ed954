package proof

import (
	"sort"

	"github.com/isuplan/isuplan/pkg/textdiff"
)

// hunk is a stretch of the plan's words, and the words that the file has instead.
type hunk struct{ from, to, gotFrom, gotTo int }

func (h hunk) isEmpty() bool { return h.from == h.to && h.gotFrom == h.gotTo }

// closest is how much is compared word by word: the words of one side times those of
// the other. Beyond that, phrases that occur once cut the texts into parts.
const closest = 4_000_000

// align returns where two texts differ, in order.
func align(want, got []string) []hunk {
	a := aligner{want: want, got: got}
	a.part(hunk{0, len(want), 0, len(got)})
	return a.list
}

type aligner struct {
	want, got []string
	list      []hunk
}

// part compares a stretch.
func (a *aligner) part(h hunk) {
	h = a.trimmed(h)
	switch {
	case h.isEmpty():
	case h.from == h.to || h.gotFrom == h.gotTo:
		a.list = append(a.list, h)
	case (h.to-h.from)*(h.gotTo-h.gotFrom) <= closest:
		a.closely(h)
	default:
		a.cut(h)
	}
}

// trimmed takes off what is the same at both ends.
func (a *aligner) trimmed(h hunk) hunk {
	for h.from < h.to && h.gotFrom < h.gotTo && a.want[h.from] == a.got[h.gotFrom] {
		h.from, h.gotFrom = h.from+1, h.gotFrom+1
	}
	for h.from < h.to && h.gotFrom < h.gotTo && a.want[h.to-1] == a.got[h.gotTo-1] {
		h.to, h.gotTo = h.to-1, h.gotTo-1
	}
	return h
}

func (a *aligner) closely(h hunk) {
	i, j := h.from, h.gotFrom
	current := hunk{i, i, j, j}
	for _, s := range textdiff.Steps(a.want[h.from:h.to], a.got[h.gotFrom:h.gotTo]) {
		if s.Op <= 0 {
			i += s.Count
		}
		if s.Op >= 0 {
			j += s.Count
		}
		if s.Op != 0 {
			current.to, current.gotTo = i, j
			continue
		}
		if !current.isEmpty() {
			a.list = append(a.list, current)
		}
		current = hunk{i, i, j, j}
	}
	if !current.isEmpty() {
		a.list = append(a.list, current)
	}
}

// phrase is how many words in a row hold two texts together.
const phrase = 3

// cut compares two long stretches between the phrases that occur once in each. If there
// are none, the stretches have nothing in common.
func (a *aligner) cut(h hunk) {
	pairs := rising(once(a.want, h.from, h.to), once(a.got, h.gotFrom, h.gotTo))
	if len(pairs) == 0 {
		a.list = append(a.list, h)
		return
	}
	for _, p := range pairs {
		if p[0] < h.from || p[1] < h.gotFrom {
			continue // it overlaps the last phrase
		}
		a.part(hunk{h.from, p[0], h.gotFrom, p[1]})
		h.from, h.gotFrom = p[0]+phrase, p[1]+phrase
	}
	if (h.to-h.from)*(h.gotTo-h.gotFrom) > closest {
		a.list = append(a.list, h)
		return
	}
	a.part(h)
}

// once returns where each phrase begins that occurs once.
func once(list []string, from, to int) map[[phrase]string]int {
	out := map[[phrase]string]int{}
	for i := from; i+phrase <= to; i++ {
		key := [phrase]string(list[i : i+phrase])
		if _, twice := out[key]; twice {
			out[key] = -1
		} else {
			out[key] = i
		}
	}
	return out
}

// rising returns the longest run of common phrases that stand in the same order on
// both sides.
func rising(want, got map[[phrase]string]int) (list [][2]int) {
	var pairs [][2]int
	for key, i := range want {
		if j, ok := got[key]; ok && i >= 0 && j >= 0 {
			pairs = append(pairs, [2]int{i, j})
		}
	}
	sort.Slice(pairs, func(x, y int) bool { return pairs[x][0] < pairs[y][0] })
	var ends []int // for each length, the run with the lowest end
	before := make([]int, len(pairs))
	for x, p := range pairs {
		n := sort.Search(len(ends), func(n int) bool { return pairs[ends[n]][1] >= p[1] })
		before[x] = -1
		if n > 0 {
			before[x] = ends[n-1]
		}
		ends = append(ends[:n], append([]int{x}, ends[min(n+1, len(ends)):]...)...)
	}
	if len(ends) == 0 {
		return nil
	}
	for x := ends[len(ends)-1]; x >= 0; x = before[x] {
		list = append(list, pairs[x])
	}
	for x, y := 0, len(list)-1; x < y; x, y = x+1, y-1 {
		list[x], list[y] = list[y], list[x]
	}
	return list
}
