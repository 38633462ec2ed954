package check

import (
	"fmt"

	"github.com/isuplan/isuplan/pkg/budget"
	"github.com/isuplan/isuplan/pkg/cost"
	"github.com/isuplan/isuplan/pkg/diag"
	"github.com/isuplan/isuplan/pkg/money"
)

// gap is a stated figure that differs from the computed one: what explanations look at.
type gap struct {
	*ledger
	*figureAt
	stated, computed money.Decimal
	difference       money.Decimal // stated less computed
	addends          []addend      // what a sum or a change is made of; nil for others
	small            bool          // rounding alone can make the difference
}

// mostAddends bounds the search among what a sum is made of: of more amounts, some
// always fit by chance.
const mostAddends = 2000

func newGap(l *ledger, f *figureAt) *gap {
	g := &gap{ledger: l, figureAt: f, stated: f.Stated.Value.Value, computed: *f.Computed}
	g.difference = g.stated.Sub(g.computed)
	if g.Exact.Op == cost.Sum || g.Exact.Op == cost.Change || g.Exact.Op == cost.Difference {
		g.addends = l.made(f)
	}
	if len(g.addends) > mostAddends {
		g.addends = nil
	}
	g.small = g.canRound()
	return g
}

// causes returns all that may explain the gap.
func (g *gap) causes() (list []cause) {
	for _, e := range byName() {
		if e.appliesTo(g) {
			list = append(list, e.figure(g)...)
		}
	}
	return list
}

// appliesTo reports whether an explanation may look at a gap.
func (e *explanation) appliesTo(g *gap) bool {
	if e.figure == nil || g.small && !e.small {
		return false
	}
	return !e.bare || !g.isMadeOtherwise()
}

// isMadeOtherwise reports whether the stated figure comes out where amounts that are in
// doubt are taken as stated or as computed, in any way; or whether there are so many ways
// that some would by chance.
func (g *gap) isMadeOtherwise() bool {
	if g.Exact.Op == cost.Portion {
		return len(g.otherBases()) > 0
	}
	return g.Line != noRow && g.direction(g.cell()) == down && g.madeOf(g.cell()).ways != 0
}

// isSum reports a sum whose addends are known.
func (g *gap) isSum() bool { return g.Exact.Op == cost.Sum && g.addends != nil }

// amounts returns the addends' amounts.
func (g *gap) amounts() []money.Decimal {
	list := make([]money.Decimal, len(g.addends))
	for i := range g.addends {
		list[i] = g.addends[i].value
	}
	return list
}

// addend is an amount that goes into a figure.
type addend struct {
	value money.Decimal
	slope int64 // how often it enters
	cell  cell  // its cell in the table; in noRow where it has none
	step  *cost.Step
}

// made lists what a figure is made of: the figures of its row, the lines below it,
// those of groups that state no subtotal as well as these groups, or the parts of
// its own cost.
func (l *ledger) made(f *figureAt) (list []addend) {
	column := &l.Budget.Columns[f.Column]
	switch {
	case f.Line != noRow && column.Kind != budget.AmountColumn:
		for _, at := range column.Of {
			if n := factor(column, at); n != 0 {
				x := cell{f.Line, at}
				list = append(list, addend{value: l.figure(x).Printed, slope: n, cell: x})
			}
		}
	case f.Line != noRow && l.isBranch(f.Line):
		list = l.below(nil, f.Line, f.Column)
	default:
		for i := range f.Exact.Of {
			slope := int64(1)
			if f.Exact.Op == cost.Difference && i > 0 {
				slope = -1
			}
			list = append(list, addend{value: f.Exact.Of[i].Value, slope: slope, cell: cell{line: noRow}, step: &f.Exact.Of[i]})
		}
	}
	return list
}

// below adds the lines of a group, and those of groups among them that state no
// subtotal.
func (l *ledger) below(list []addend, line, column int) []addend {
	for _, at := range l.children(line) {
		x := cell{at, column}
		f := l.figure(x)
		value := f.Printed
		if l.isBranch(at) {
			value = f.Exact.Value // sums are made of lines, not of stated subtotals
		}
		list = append(list, addend{value: value, slope: 1, cell: x})
		if l.isBranch(at) && !f.Stated.IsSet() {
			list = l.below(list, at, column)
		}
	}
	return list
}

// called names an addend after the figure that it goes into has been named: by its line in
// a column sum, by its column in a row sum.
func (g *gap) called(t addend) string {
	switch t.cell.line {
	case noRow:
		return g.stepLabel(t.step)
	case g.Line:
		return g.head(t.cell.column)
	}
	return g.row(t.cell.line)
}

// pointAt points at an addend.
func (l *ledger) pointAt(t addend) []diag.Related {
	if t.cell.line == noRow {
		return nil // parts of a line's own cost are related already
	}
	return l.see(t.cell)
}

// blame words a cause about an addend, or about one of several equal ones.
func (g *gap) blame(at []int, strength int, says string) []cause {
	switch len(at) {
	case 0:
		return nil
	case 1, 2:
		return []cause{g.blameAll(at, strength-5*(len(at)-1), " or ", says)}
	}
	text := fmt.Sprintf("one of %d lines of %s %s", len(at), g.amount(g.Column, g.addends[at[0]].value), says)
	return []cause{{strength: strength - 5, kind: ofMaking, text: text}}
}

// blameAll words a cause about all of some addends.
func (g *gap) blameAll(at []int, strength int, join, says string) cause {
	c := cause{strength: strength, kind: ofMaking}
	for i, x := range at {
		if i > 0 {
			c.text += join
		}
		c.text += g.called(g.addends[x]) + ", " + g.amount(g.Column, g.addends[x].value)
		c.related = append(c.related, g.pointAt(g.addends[x])...)
	}
	c.text += ", " + says
	return c
}
