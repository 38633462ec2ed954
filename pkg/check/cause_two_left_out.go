package check

import "github.com/isuplan/isuplan/pkg/money"

// Somebody who adds up a column skips two lines. This is said only if exactly one pair
// fits, and if so few pairs are possible that a fit is hardly chance.
var _ = explains(explanation{name: "two-left-out", bare: true, figure: func(g *gap) []cause {
	if !g.isSum() || g.pairsFitByChance() {
		return nil
	}
	a, b, only := twoLeftOut(g.difference, g.amounts())
	if !only {
		return nil
	}
	return []cause{g.blameAll([]int{a, b}, fitting-15, " and ", "seem to be left out")}
}})

// pairsFitByChance reports whether a sum has so many lines, or such round amounts, that of
// twenty random differences of this size one would be the sum of two of them.
func (g *gap) pairsFitByChance() bool {
	n := int64(len(g.addends))
	pairs := money.New(n * (n - 1) / 2)
	return g.difference.Abs().LessThan(pairs.Mul(money.New(20)).Mul(g.grain()))
}
