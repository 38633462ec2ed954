package docx

import "github.com/isuplan/isuplan/pkg/textdiff"

// aligner pairs what stands in two lists, in order.
type aligner struct {
	names, newNames []string // by which what is in a large gap is paired first
	// score says how well two fit; nothing fits not at all. What is alone in its gap on
	// both sides is lone.
	score func(i, j int, lone bool) int
	pairs []pair
}

// aligned pairs what has equal keys, and in the gaps between what fits best.
func aligned(keys, newKeys, names, newNames []string, score func(i, j int, lone bool) int) []pair {
	a := aligner{names: names, newNames: newNames, score: score}
	a.equal(keys, newKeys, pair{}, true, a.gap)
	return a.pairs
}

// equal pairs what is equal from a position on, if that is sure or if it fits, and calls
// gap for what stands between.
func (a *aligner) equal(old, now []string, at pair, sure bool, gap func(from, to pair)) {
	from := at
	for _, s := range append(textdiff.Steps(old, now), textdiff.Step{}) {
		switch {
		case s.Op < 0:
			at.old += s.Count
		case s.Op > 0:
			at.new += s.Count
		default:
			gap(from, at)
			for range s.Count {
				if sure || a.score(at.old, at.new, false) > 0 {
					a.pairs = append(a.pairs, at)
				}
				at = pair{at.old + 1, at.new + 1}
			}
			from = at
		}
	}
}

// most is how large a gap may be to be looked at pair by pair. In a larger one what has
// the same name is paired first, then what stands at the same position.
const most = 200_000

func (a *aligner) gap(from, to pair) {
	m, n := to.old-from.old, to.new-from.new
	switch {
	case m == 0 || n == 0:
	case m*n <= most:
		a.best(from, to)
	default:
		a.equal(a.names[from.old:to.old], a.newNames[from.new:to.new], from, false, a.straight)
	}
}

// straight pairs what stands at the same position of a gap, or fits best in a small one.
func (a *aligner) straight(from, to pair) {
	m, n := to.old-from.old, to.new-from.new
	if m*n <= most {
		a.best(from, to)
		return
	}
	for k := range min(m, n) {
		if a.score(from.old+k, from.new+k, false) > 0 {
			a.pairs = append(a.pairs, pair{from.old + k, from.new + k})
		}
	}
}

// best pairs what stands in a gap so that the scores add up to the most.
func (a *aligner) best(from, to pair) {
	m, n := to.old-from.old, to.new-from.new
	if m == 0 || n == 0 {
		return
	}
	sums := make([][]int, m+1) // of what stands behind a position
	scores := make([][]int, m)
	for i := range sums {
		sums[i] = make([]int, n+1)
	}
	for i := m - 1; i >= 0; i-- {
		scores[i] = make([]int, n)
		for j := n - 1; j >= 0; j-- {
			scores[i][j] = a.score(from.old+i, from.new+j, false)
			sums[i][j] = max(sums[i+1][j], sums[i][j+1], sums[i+1][j+1]+scores[i][j])
		}
	}
	rest := from
	for i, j := 0, 0; i < m && j < n; {
		switch {
		case scores[i][j] > 0 && sums[i][j] == sums[i+1][j+1]+scores[i][j]:
			p := pair{from.old + i, from.new + j}
			a.lone(rest, p)
			a.pairs = append(a.pairs, p)
			i, j = i+1, j+1
			rest = pair{p.old + 1, p.new + 1}
		case sums[i][j] == sums[i+1][j]:
			i++
		default:
			j++
		}
	}
	a.lone(rest, to)
}

// lone pairs what is alone on both sides, if it fits at all.
func (a *aligner) lone(from, to pair) {
	if to.old-from.old == 1 && to.new-from.new == 1 && a.score(from.old, from.new, true) > 0 {
		a.pairs = append(a.pairs, from)
	}
}
