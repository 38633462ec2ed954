package check

import (
	"slices"

	"github.com/isuplan/isuplan/pkg/money"
)

// usage says with which amount of a line its sum was made: the stated or the computed one.
type usage int

const (
	unclear usage = iota
	asStated
	asComputed
)

// sumOf is how a stated sum was made with those of its lines whose stated amount differs
// from the computed one.
type sumOf struct {
	ways int           // how many ways give the stated sum; tooMany where they were not tried
	of   map[int]usage // by line, what all these ways have in common
}

const tooMany = -1

// mostWays bounds how many ways to make one sum are tried. With more, some way always fits
// by chance.
const mostWays = 256

// way is one way to make a sum: the lines of which it takes the other amount, and by how
// much that changes the sum. The computed sum has a line as it is stated, and a group as
// its lines add up.
type way struct {
	change money.Decimal
	other  []int
}

// madeOf tries every way to make a stated sum.
func (l *ledger) madeOf(sum cell) sumOf {
	made, known := l.used[sum]
	if !known {
		made = l.tryAll(sum)
		l.used[sum] = made
	}
	return made
}

func (l *ledger) tryAll(sum cell) sumOf {
	residual, known := l.residual(sum)
	if !known || l.direction(sum) != down {
		return sumOf{ways: tooMany}
	}
	ways := l.waysToAdd(sum)
	if ways == nil {
		return sumOf{ways: tooMany}
	}
	made := sumOf{of: map[int]usage{}}
	for _, t := range l.below(nil, sum.line, sum.column) {
		if r, known := l.residual(t.cell); known && !r.IsZero() {
			made.of[t.cell.line] = unclear
		}
	}
	for _, w := range ways {
		if l.isNothing(residual.Sub(w.change)) {
			l.agree(&made, w)
		}
	}
	return made
}

// agree adds a way that gives the stated sum, and keeps what it has in common with those
// before it.
func (l *ledger) agree(made *sumOf, w way) {
	for line, before := range made.of {
		if use := l.usageIn(w, line); made.ways == 0 || use == before {
			made.of[line] = use
		} else {
			made.of[line] = unclear
		}
	}
	made.ways++
}

// usageIn returns which amount of a line a way has. A group that was made with other
// amounts than the computed ones entered with neither.
func (l *ledger) usageIn(w way, line int) usage {
	other := slices.Contains(w.other, line)
	switch {
	case other == l.isBranch(line):
		return asStated
	case !l.isBranch(line):
		return asComputed
	case slices.ContainsFunc(w.other, func(x int) bool { return x > line && x < l.Budget.Lines[line].End }):
		return unclear
	}
	return asComputed
}

// waysToAdd returns the ways to add up the lines of a sum; nil where they are too many.
func (l *ledger) waysToAdd(sum cell) []way {
	ways := []way{{}}
	for _, line := range l.children(sum.line) {
		more := l.waysOf(cell{line, sum.column})
		if more == nil || len(ways)*len(more) > mostWays {
			return nil
		}
		if len(more) > 1 {
			ways = combine(ways, more)
		}
	}
	return ways
}

// waysOf returns the ways in which a line or a group can enter a sum.
func (l *ledger) waysOf(x cell) []way {
	r, known := l.residual(x)
	inDoubt := known && !r.IsZero()
	if !l.isBranch(x.line) {
		if inDoubt {
			return []way{{}, {r.Neg(), []int{x.line}}}
		}
		return []way{{}}
	}
	ways := l.waysToAdd(x)
	if inDoubt && ways != nil {
		ways = append(ways, way{r, []int{x.line}})
	}
	return ways
}

// combine returns every combination of two lists of ways.
func combine(a, b []way) []way {
	list := make([]way, 0, len(a)*len(b))
	for _, x := range a {
		for _, y := range b {
			list = append(list, way{x.change.Add(y.change), slices.Concat(x.other, y.other)})
		}
	}
	return list
}
