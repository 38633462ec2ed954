package check

import "github.com/isuplan/isuplan/pkg/money"

// usage is which amount of a line its sum was made with, where the two differ.
type usage int

const (
	unclear usage = iota
	asStated
	asComputed
)

// mostInDoubt bounds how many lines of one sum may be wrong at once for something to be
// said of each: with every one more, twice as many combinations fit by chance.
const mostInDoubt = 8

// sumOf is how a stated sum was made with those of its lines whose stated amount differs
// from the computed one.
type sumOf struct {
	ways int           // how many ways give the stated sum; tooMany where they were not tried
	of   map[int]usage // by line, what all these ways have in common
}

const tooMany = -1

// madeOf tries every way to make a stated sum of its lines, each of those in doubt taken
// as stated and as computed.
func (l *ledger) madeOf(sum cell) sumOf {
	if of, known := l.used[sum]; known {
		return of
	}
	of := l.tryAll(sum)
	l.used[sum] = of
	return of
}

func (l *ledger) tryAll(sum cell) sumOf {
	residual, known := l.residual(sum)
	if !known || l.direction(sum) != down {
		return sumOf{ways: tooMany}
	}
	lines, changes := l.inDoubt(sum)
	if len(lines) > mostInDoubt {
		return sumOf{ways: tooMany}
	}
	made := sumOf{of: make(map[int]usage, len(lines))}
	for way := range 1 << len(lines) {
		off := residual
		for i := range lines {
			if isOther(way, i) {
				off = off.Sub(changes[i])
			}
		}
		if l.isNothing(off) {
			l.agree(&made, lines, way)
		}
	}
	return made
}

// isOther reports whether a way takes the other amount of a line than the sum is
// computed with.
func isOther(way, line int) bool { return way>>line&1 == 1 }

// inDoubt returns the lines of a sum whose stated amount differs from the computed one,
// and by how much the sum changes where the other of the two is taken: of a line the
// computed one, of a group the stated one.
func (l *ledger) inDoubt(sum cell) (lines []int, changes []money.Decimal) {
	for _, t := range l.below(nil, sum.line, sum.column) {
		change, known := l.residual(t.cell)
		if !known || change.IsZero() {
			continue
		}
		if !l.isBranch(t.cell.line) {
			change = change.Neg()
		}
		lines, changes = append(lines, t.cell.line), append(changes, change)
		if len(lines) > mostInDoubt {
			break
		}
	}
	return lines, changes
}

// agree adds a way to a sum, and keeps what it has in common with the ways before.
func (l *ledger) agree(made *sumOf, lines []int, way int) {
	for i, line := range lines {
		use := asComputed
		if isOther(way, i) == l.isBranch(line) {
			use = asStated
		}
		switch {
		case made.ways == 0:
			made.of[line] = use
		case made.of[line] != use:
			made.of[line] = unclear
		}
	}
	made.ways++
}
