package check

import (
	"fmt"

	"github.com/isuplan/isuplan/pkg/cost"
	"github.com/isuplan/isuplan/pkg/money"
)

// Growth goes on from the amount as printed or from the exact one; the plan says which of
// the two is meant.
var _ = explains(explanation{name: "carried", small: true, figure: func(g *gap) []cause {
	if g.Exact.Op != cost.Growth {
		return nil
	}
	before, text := g.Exact.Of[0], ""
	exact, printed := g.carried(before)
	switch {
	case g.growsExact() && g.growsTo(printed):
		text = fmt.Sprintf("the growth was taken of the rounded %s of the column before; the plan carries the exact %s", g.money(printed), g.money(before.Value))
	case !g.growsExact() && g.growsTo(exact):
		text = fmt.Sprintf("the growth was carried on from the exact %s of the column before; the plan takes it of the rounded %s", g.money(exact), g.money(before.Value))
	default:
		return nil
	}
	return []cause{{strength: witness + 7, kind: ofMaking, text: text}}
}})

// growsExact reports whether the figure's line grows from exact amounts.
func (g *gap) growsExact() bool {
	if g.Line < 0 || g.Line >= len(g.Budget.Lines) {
		return g.Budget.Once
	}
	return g.Budget.Lines[g.Line].GrowsExact
}

// growsTo reports whether the plan's growth of another amount is the stated figure.
func (g *gap) growsTo(before money.Decimal) bool {
	return !before.Equal(g.Exact.Of[0].Value) &&
		g.Budget.Rounded(g.Figure, g.Column, before.Mul(money.Hundred.Add(g.Exact.Of[1].Value)).Shift(-2)).Equal(g.stated)
}

// carried returns the amount that growth goes on from, as it is where nothing is rounded on
// the way, and as it is printed.
func (l *ledger) carried(s cost.Step) (exact, printed money.Decimal) {
	if line, column, ok := l.grown(s); ok {
		f := &l.Budget.Lines[line].Figures[column]
		if f.Computed != nil && !f.Differs() {
			exact, _ = l.carried(f.Exact)
			return exact, f.Printed
		}
	}
	switch s.Op {
	case cost.Rounded:
		exact, _ = l.carried(s.Of[0])
		return exact, s.Value
	case cost.Growth:
		exact, _ = l.carried(s.Of[0])
		return exact.Mul(money.Hundred.Add(s.Of[1].Value)).Shift(-2), s.Value
	}
	return s.Value, s.Value
}

// grown returns the cell of a step that is a line's own figure in another column.
func (l *ledger) grown(s cost.Step) (line, column int, ok bool) {
	column, ok = l.Budget.Column(s.Column)
	if s.Column == "" || !ok {
		return 0, 0, false
	}
	line, ok = l.index(s.Line)
	return line, column, ok
}
