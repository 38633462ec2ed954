package check

import "github.com/isuplan/isuplan/pkg/money"

// Who adds up a column skips two lines. It is said where only two fit, and where few
// enough pairs could fit that this is no chance.
var _ = explains(explanation{name: "two-left-out", figure: func(g *gap) []cause {
	if !g.isSum() || g.pairsFitByChance() {
		return nil
	}
	a, b, only := twoLeftOut(g.difference, g.amounts())
	if !only {
		return nil
	}
	return []cause{g.blameAll([]int{a, b}, fitting-15, " and ", "seem to be left out")}
}})

// pairsFitByChance reports sums of so many lines, or of so round amounts, that one
// difference in twenty of this size is that of two of them.
func (g *gap) pairsFitByChance() bool {
	n := int64(len(g.addends))
	pairs := money.New(n * (n - 1) / 2)
	return g.difference.Abs().LessThan(pairs.Mul(money.New(20)).Mul(g.grain()))
}
