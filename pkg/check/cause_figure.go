package check

import (
	"fmt"

	"github.com/isuplan/isuplan/pkg/cost"
	"github.com/isuplan/isuplan/pkg/money"
)

// causes guesses why a stated figure differs from the computed one.
func (l *ledger) causes(f *figureAt) []cause {
	list := []cause{l.miswritten(f)}
	switch f.Exact.Op {
	case cost.Sum:
		list = append(list, l.wrongSum(f)...)
	case cost.Change:
		list = append(list, l.wrongCell(f, l.made(f))...)
	case cost.Rate:
		list = append(list, l.otherWay(f))
	case cost.Portion:
		list = append(list, l.wrongPortion(f)...)
	case cost.Growth:
		list = append(list, l.notGrown(f))
	}
	return list
}

// miswritten guesses that the stated figure alone is wrong.
func (l *ledger) miswritten(f *figureAt) cause {
	stated, computed := f.Stated.Value.Value, *f.Computed
	right := l.amount(f.Column, computed)
	how := slipOf(stated, computed)
	c := cause{strength: how.weight(), kind: ofFigure, text: string(how)}
	if f.Line == noRow {
		return c
	}
	x := cell{f.Line, f.Column}
	e := l.weigh(x, computed.Sub(stated))
	if n := e.proves(l.direction(x)); n > 0 {
		e.mended[l.direction(x)]++
		return cause{strength: proven + n, kind: ofFigure, text: "with " + right + " in its place " + e.agreement() + with(how)}
	}
	if l.direction(x) != down || x.line == totalRow {
		return c
	}
	above := cell{l.parents[x.line], x.column}
	r, known := l.residual(above)
	switch over := stated.Sub(computed); {
	case known && l.isNothing(r):
		c = cause{strength: witness, kind: ofFigure, related: l.see(above),
			text: fmt.Sprintf("%s, %s as stated, was made with %s; so this subtotal is wrong%s", l.sumAbove(above), l.amount(x.column, l.figure(above).Printed), right, with(how))}
	case known && r.Equal(over):
		c = cause{strength: fitting - 10, kind: ofInput, related: l.see(above),
			text: fmt.Sprintf("%s, %s as stated, was made with %s; so a line of this group may be wrong", l.sumAbove(above), l.amount(x.column, l.figure(above).Printed), l.amount(x.column, stated))}
	}
	return c
}

// sumAbove names the sum above a figure.
func (l *ledger) sumAbove(x cell) string {
	if x.line == totalRow {
		return "the total"
	}
	return l.row(x.line)
}

// otherWay guesses that a change in per cent was taken of the later figure, or the
// other way round.
func (l *ledger) otherWay(f *figureAt) cause {
	before, after := f.Exact.Of[0].Value, f.Exact.Of[1].Value
	change := after.Sub(before)
	rounding := l.Budget.Columns[f.Column]
	is := func(from money.Decimal, change money.Decimal) bool {
		return !from.IsZero() && rounding.Rounding.Round(money.Div(change.Mul(money.Hundred), from.Abs())).Equal(f.Stated.Value.Value)
	}
	switch {
	case is(after, change):
		return cause{strength: fitting, kind: ofMaking, text: "the change was taken in per cent of the later figure, " + l.money(after)}
	case is(after, change.Neg()):
		return cause{strength: fitting, kind: ofMaking, text: "the change was reckoned back from the later figure"}
	}
	return l.wrongRounding(f)
}

// notGrown guesses that the figure was copied from the column before.
func (l *ledger) notGrown(f *figureAt) cause {
	if before := f.Exact.Of[0]; before.Value.Equal(f.Stated.Value.Value) {
		return cause{strength: fitting, kind: ofMaking, text: "it is the figure of the column before, without the growth"}
	}
	return l.wrongRounding(f)
}

// wrongRounding explains a difference of less than a unit between the stated figure
// and the exact one.
func (l *ledger) wrongRounding(f *figureAt) cause {
	column := l.Budget.Columns[f.Column]
	stated, exact := f.Stated.Value.Value, f.Exact.Value
	off := stated.Sub(exact)
	other := column
	other.Rounding.Mode = money.HalfEven
	if column.Rounding.Mode == money.HalfEven {
		other.Rounding.Mode = money.HalfUp
	}
	text := ""
	switch {
	case off.Abs().GreaterThanOrEqual(column.Rounding.To) || exact.Equal(*f.Computed):
		return cause{}
	case other.Rounding.Round(exact).Equal(stated):
		text = fmt.Sprintf("a half was rounded %s; the plan rounds %s", other.Rounding.Mode, column.Rounding.Mode)
	case off.IsNegative() == exact.IsPositive():
		text = "the decimals were cut off, not rounded"
	default:
		text = "it was rounded up, not to the nearest"
	}
	return cause{strength: witness + 5, kind: ofMaking, text: text}
}
