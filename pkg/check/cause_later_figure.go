package check

import (
	"github.com/isuplan/isuplan/pkg/cost"
	"github.com/isuplan/isuplan/pkg/money"
)

// A change in per cent is taken of the later figure instead of the earlier one.
var _ = explains(explanation{name: "later-figure", small: true, figure: func(g *gap) []cause {
	if g.Exact.Op != cost.Rate {
		return nil
	}
	before, after := g.Exact.Of[0].Value, g.Exact.Of[1].Value
	change := after.Sub(before)
	switch {
	case g.isRate(change, after):
		return []cause{{strength: fitting, kind: ofMaking, text: "the change was taken in per cent of the later figure, " + g.money(after)}}
	case g.isRate(change.Neg(), after):
		return []cause{{strength: fitting, kind: ofMaking, text: "the change was reckoned back from the later figure"}}
	}
	return nil
}})

// isRate reports whether a change is the stated rate of a figure.
func (g *gap) isRate(change, of money.Decimal) bool {
	column := g.Budget.Columns[g.Column]
	return !of.IsZero() && column.Rounding.Round(money.Div(change.Mul(money.Hundred), of.Abs())).Equal(g.stated)
}
