package check

import (
	"fmt"

	"github.com/isuplan/isuplan/pkg/cost"
	"github.com/isuplan/isuplan/pkg/money"
)

// A percentage that differs from the exact one by less than a unit was rounded in another
// way.
var _ = explains(explanation{name: "rounding", small: true, figure: func(g *gap) []cause {
	switch g.Exact.Op {
	case cost.Portion, cost.Growth, cost.Rate:
		return []cause{{strength: witness + 5, kind: ofMaking, text: g.otherRounding()}}
	}
	return nil
}})

// otherRounding says how the exact amount was rounded to the stated one.
func (g *gap) otherRounding() string {
	column := g.Budget.Columns[g.Column]
	off := g.stated.Sub(g.Exact.Value)
	other := column
	other.Rounding.Mode = money.HalfEven
	if column.Rounding.Mode == money.HalfEven {
		other.Rounding.Mode = money.HalfUp
	}
	switch {
	case off.Abs().GreaterThanOrEqual(column.Rounding.To) || g.Exact.Value.Equal(g.computed):
		return ""
	case other.Rounding.Round(g.Exact.Value).Equal(g.stated):
		return fmt.Sprintf("a half was rounded %s; the plan rounds %s", other.Rounding.Mode, column.Rounding.Mode)
	case off.IsNegative() == g.Exact.Value.IsPositive():
		return "the decimals were cut off, not rounded"
	}
	return "it was rounded up, not to the nearest"
}
