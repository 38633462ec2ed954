package check

import (
	"github.com/isuplan/isuplan/pkg/budget"
	"github.com/isuplan/isuplan/pkg/money"
)

// direction is how a figure follows from others: by its own rule, from the other
// figures of its row, or from the lines above it.
type direction int

const (
	byRule direction = iota
	across
	down
)

// equation is a sum or rule that a cell is part of: by how much its stated result is
// too high, and by how much more it would be if the cell grew by one.
type equation struct {
	direction
	residual money.Decimal
	slope    int64
}

// direction returns how the figure of a cell follows from others.
func (l *ledger) direction(x cell) direction {
	switch {
	case l.Budget.Columns[x.column].Kind != budget.AmountColumn:
		return across
	case l.isBranch(x.line):
		return down
	}
	return byRule
}

// equations lists what a cell, as printed, is part of.
func (l *ledger) equations(x cell) (list []equation) {
	add := func(d direction, residual money.Decimal, known bool, slope int64) {
		if known {
			list = append(list, equation{d, residual, slope})
		}
	}
	own, stated := l.residual(x)
	add(l.direction(x), own, stated, 1)
	for e := range l.Budget.Columns {
		if column := &l.Budget.Columns[e]; column.Kind.IsDerived() {
			if n := factor(column, x.column); n != 0 {
				r, known := l.residual(cell{x.line, e})
				add(across, r, known, -n)
			}
		}
	}
	if l.Budget.Columns[x.column].Kind == budget.AmountColumn {
		l.entered(x, add)
	} else if l.isAdditive(x.column) {
		if l.isBranch(x.line) {
			add(down, l.crossFoot(x), stated, 1)
		}
		if x.line != totalRow {
			add(down, l.crossFoot(cell{l.parents[x.line], x.column}), true, -1)
		}
	}
	return list
}

// entered lists the subtotals and the total that a line's amount enters. A group's
// stated subtotal enters none: sums are made of lines.
func (l *ledger) entered(x cell, add func(direction, money.Decimal, bool, int64)) {
	if l.isBranch(x.line) {
		return
	}
	for at := l.parents[x.line]; ; at = l.parents[at] {
		r, known := l.residual(cell{at, x.column})
		add(down, r, known, -1)
		if at == totalRow {
			return
		}
	}
}

// evidence is what a change to one cell would do to the sums that it is part of.
type evidence struct {
	mended [3]int // by direction
	off    [3]int // by direction: those that are off before and after
	broken int
}

// weigh returns what growing a cell by delta would mend and break.
func (l *ledger) weigh(x cell, delta money.Decimal) (e evidence) {
	for _, q := range l.equations(x) {
		after := q.residual.Add(delta.Mul(money.New(q.slope)))
		switch was, is := l.isNothing(q.residual), l.isNothing(after); {
		case !was && is:
			e.mended[q.direction]++
		case was && !is:
			e.broken++
		case !was:
			e.off[q.direction]++
		}
	}
	return e
}

// proves returns how many sums in other directions than a figure's own a change would
// mend, if it breaks none and no sum of that direction stays wrong. Sums in the figure's
// own direction say nothing: every cell that it is made of would mend them alike.
func (e evidence) proves(own direction) int {
	if e.broken > 0 {
		return 0
	}
	n := 0
	for d := range e.mended {
		if direction(d) != own && e.agrees(direction(d)) {
			n += e.mended[d]
		}
	}
	return n
}

// agrees reports whether the change would make all sums of a direction agree.
func (e evidence) agrees(d direction) bool { return e.mended[d] > 0 && e.off[d] == 0 }

// agreement says in words what would add up.
func (e evidence) agreement() string {
	switch row, column := e.agrees(across), e.agrees(down); {
	case row && column:
		return "its row and its column agree"
	case row:
		return "its row agrees"
	case column:
		return "its column agrees"
	}
	return "its own rule agrees"
}
