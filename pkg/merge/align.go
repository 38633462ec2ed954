package merge

import (
	"strings"

	"github.com/isuplan/isuplan/pkg/render/typography"
	"github.com/isuplan/isuplan/pkg/textdiff"
)

// pair is a unit of the plan's side and the one of the file that it became; one of them may be
// missing.
type pair struct {
	built, found *unit
	moved        bool
}

// cellPair is a cell of both sides.
type cellPair struct{ built, found *cell }

var nothing = &cell{}

// cells pairs the cells of both sides.
func (p *pair) cells() []cellPair {
	if !p.built.isRow || !p.found.isRow {
		return []cellPair{{p.built.first(), p.found.first()}}
	}
	var out []cellPair
	most := 0
	for _, u := range []*unit{p.built, p.found} {
		for i := range u.cells {
			most = max(most, u.cells[i].column)
		}
	}
	for column := 1; column <= most; column++ {
		b, f := p.built.in(column), p.found.in(column)
		switch {
		case b == nil && f == nil:
		case b == nil:
			out = append(out, cellPair{nothing, f})
		case f == nil:
			out = append(out, cellPair{b, nothing})
		default:
			out = append(out, cellPair{b, f})
		}
	}
	return out
}

// align pairs the units of both sides, in the order of the file.
func align(built, found []*unit) []pair {
	a := aligner{built: built, found: found}
	i, j := 0, 0
	gap := [2]int{}
	for _, s := range textdiff.Steps(keys(built), keys(found)) {
		if s.Op != 0 {
			if s.Op < 0 {
				i += s.Count
			} else {
				j += s.Count
			}
			continue
		}
		a.gap(gap[0], i, gap[1], j)
		for range s.Count {
			a.out = append(a.out, pair{built: built[i], found: found[j]})
			i, j = i+1, j+1
		}
		gap = [2]int{i, j}
	}
	a.gap(gap[0], len(built), gap[1], len(found))
	return a.moves()
}

func keys(list []*unit) []string {
	out := make([]string, len(list))
	for i, u := range list {
		out[i] = u.key
	}
	return out
}

type aligner struct {
	built, found []*unit
	out          []pair
}

// closest is how many pairs of a gap are weighed; larger gaps are paired in their order.
const closest = 40_000

// gap pairs what lies between two units that are the same: so that the pairs have most in
// common, in the order of both sides.
func (a *aligner) gap(from, to, gotFrom, gotTo int) {
	n, m := to-from, gotTo-gotFrom
	switch {
	case n == 0 || m == 0:
		a.unmatched(from, to, gotFrom, gotTo)
		return
	case n*m > closest:
		a.inOrder(from, to, gotFrom, gotTo)
		return
	}
	best := make([][]int, n+1)
	for i := range best {
		best[i] = make([]int, m+1)
	}
	for i := n - 1; i >= 0; i-- {
		for j := m - 1; j >= 0; j-- {
			best[i][j] = max(best[i+1][j], best[i][j+1])
			if l := a.likeness(from+i, gotFrom+j, n == m && i == j); l > 0 {
				best[i][j] = max(best[i][j], l+best[i+1][j+1])
			}
		}
	}
	i, j := 0, 0
	for i < n && j < m {
		l := a.likeness(from+i, gotFrom+j, n == m && i == j)
		switch {
		case l > 0 && best[i][j] == l+best[i+1][j+1]:
			a.out = append(a.out, pair{built: a.built[from+i], found: a.found[gotFrom+j]})
			i, j = i+1, j+1
		case best[i][j] == best[i+1][j]:
			a.unmatched(from+i, from+i+1, 0, 0)
			i++
		default:
			a.unmatched(0, 0, gotFrom+j, gotFrom+j+1)
			j++
		}
	}
	a.unmatched(from+i, to, gotFrom+j, gotTo)
}

// inOrder pairs each unit of a large gap with the next of the other side that is like it, if
// one is near.
func (a *aligner) inOrder(from, to, gotFrom, gotTo int) {
	const near = 20
	for i := from; i < to; i++ {
		at := -1
		for j := gotFrom; j < min(gotTo, gotFrom+near) && at < 0; j++ {
			if a.likeness(i, j, false) > 0 {
				at = j
			}
		}
		if at < 0 {
			a.unmatched(i, i+1, 0, 0)
			continue
		}
		a.unmatched(0, 0, gotFrom, at)
		a.out = append(a.out, pair{built: a.built[i], found: a.found[at]})
		gotFrom = at + 1
	}
	a.unmatched(0, 0, gotFrom, gotTo)
}

// unmatched takes units for taken out and put in.
func (a *aligner) unmatched(from, to, gotFrom, gotTo int) {
	for i := from; i < to; i++ {
		a.out = append(a.out, pair{built: a.built[i]})
	}
	for j := gotFrom; j < gotTo; j++ {
		a.out = append(a.out, pair{found: a.found[j]})
	}
}

// likeness returns how much two units have in common, in parts of a thousand; 0 for too
// little. Where they are each other's only neighbours, little is enough.
func (a *aligner) likeness(i, j int, opposite bool) int {
	const least, little, short, sole = 400, 100, 8, 1
	const most, times = 20_000, 20 // how much longer a text may become
	b, f := a.built[i], a.found[j]
	if b.isRow != f.isRow || len(f.key) > most+times*len(b.key) {
		return 0
	}
	l := share(b, f)
	switch {
	case l >= least:
		return l
	case b.isRow && b.first().text != "" && typography.Alike(b.first().text) == typography.Alike(f.first().text) && b.first().column == f.first().column:
		return least // a row whose figures are all others is known by its label
	case opposite && sameRole(b.first(), f.first()) && (l >= little || b.size <= short):
		return max(l, sole)
	}
	return 0
}

// sameRole reports whether a paragraph of the file stands as one of the plan does.
func sameRole(b, f *cell) bool { return (b.number == "") == (f.number == "") }

// share returns how many of their words two units share.
func share(a, b *unit) int {
	a.count()
	b.count()
	both := 0
	for w, n := range a.bag {
		both += min(n, b.bag[w])
	}
	if a.size+b.size == 0 {
		return 0
	}
	return 2000 * both / (a.size + b.size)
}

func (u *unit) count() {
	if u.bag != nil {
		return
	}
	u.bag = map[string]int{}
	for _, w := range strings.FieldsFunc(u.key, func(r rune) bool { return r == ' ' || r == '\x1f' }) {
		u.bag[strings.ToLower(strings.Trim(w, ".,;:()"))]++
		u.size++
	}
}

// moves pairs what was taken out with what was put in elsewhere and says the same.
func (a *aligner) moves() []pair {
	var gone, come []int
	for i := range a.out {
		switch {
		case a.out[i].found == nil:
			gone = append(gone, i)
		case a.out[i].built == nil:
			come = append(come, i)
		}
	}
	taken := map[int]bool{}
	if len(gone)*len(come) <= closest {
		for _, i := range come {
			if g := a.twin(gone, taken, a.out[i].found); g >= 0 {
				taken[g] = true
				a.out[i].built, a.out[i].moved = a.out[g].built, true
			}
		}
	}
	var out []pair
	for i := range a.out {
		if !taken[i] {
			out = append(out, a.out[i])
		}
	}
	return out
}

// twin returns which of the units that were taken out says almost the same as one of the file,
// -1 for none.
func (a *aligner) twin(gone []int, taken map[int]bool, f *unit) int {
	const same = 800
	best, most := -1, same-1
	for _, g := range gone {
		if b := a.out[g].built; !taken[g] && b.isRow == f.isRow {
			if l := share(b, f); l > most {
				best, most = g, l
			}
		}
	}
	return best
}
