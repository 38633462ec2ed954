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
	case cost.Portion, cost.Growth, cost.Rate, cost.Ratio:
		return []cause{{strength: witness + 5, kind: ofMaking, text: g.otherRounding()}}
	}
	return nil
}})

// otherRounding says how the exact amount was rounded to the stated one.
func (g *gap) otherRounding() string {
	rounding := g.Budget.RoundingOf(g.Figure, g.Column)
	off := g.stated.Sub(g.Exact.Value)
	nearest := money.Rounding{To: rounding.To, Mode: money.HalfEven}
	if rounding.Mode != money.HalfUp {
		nearest.Mode = money.HalfUp
	}
	switch {
	case g.Rounding != nil && !rounding.Round(g.stated).Equal(g.stated):
		return "" // no amount of the line is so fine
	case off.Abs().GreaterThanOrEqual(rounding.To) || g.Exact.Value.Equal(g.computed):
		return ""
	case rounding.Mode.IsDirected() && nearest.Round(g.Exact.Value).Equal(g.stated):
		return fmt.Sprintf("it was rounded to the nearest; the line rounds %s", rounding.Mode)
	case nearest.Round(g.Exact.Value).Equal(g.stated):
		return fmt.Sprintf("a half was rounded %s; the plan rounds %s", nearest.Mode, rounding.Mode)
	case off.IsNegative() == g.Exact.Value.IsPositive():
		return "the decimals were cut off, not rounded"
	}
	return "it was rounded up, not to the nearest"
}
