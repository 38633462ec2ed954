package check

import "github.com/isuplan/isuplan/pkg/money"

// A sum of the exact amounts differs from one of the rounded amounts; the plan says
// which of the two is meant.
var _ = explains(explanation{name: "rounded-once", small: true, figure: func(g *gap) []cause {
	return []cause{{strength: witness + 5, kind: ofMaking, text: g.roundedOnce(g.figureAt)}}
}})

// roundedOnce says which of the two sums was stated, if it is not the one that the plan
// means.
func (l *ledger) roundedOnce(f *figureAt) string {
	if f.Line == noRow || l.direction(cell{f.Line, f.Column}) != down {
		return ""
	}
	from, to := 0, len(l.Budget.Lines)
	if f.Line != totalRow {
		from, to = f.Line+1, l.Budget.Lines[f.Line].End
	}
	stated := f.Stated.Value.Value
	if stated.Sub(*f.Computed).Abs().GreaterThan(l.Budget.Rounding.To.Mul(money.New(int64(to - from)))) {
		return "" // more than rounding can make
	}
	exact, printed := l.bothSums(from, to, f.Column)
	switch {
	case l.Budget.Once && printed.Equal(stated):
		return "the rounded amounts were added up; the plan rounds once, at the total"
	case !l.Budget.Once && l.Budget.Rounding.Round(exact).Equal(stated):
		return "the exact amounts were added up and rounded once; the plan adds up the amounts as printed"
	}
	return ""
}

// bothSums adds up lines by their exact and by their printed amounts.
func (l *ledger) bothSums(from, to, column int) (exact, printed money.Decimal) {
	for i := from; i < to; i++ {
		if l.isBranch(i) {
			continue
		}
		f := &l.Budget.Lines[i].Figures[column]
		printed = printed.Add(f.Printed)
		if f.Computed != nil && !f.Differs() {
			exact = exact.Add(f.Exact.Value)
		} else {
			exact = exact.Add(f.Printed)
		}
	}
	return exact, printed
}
