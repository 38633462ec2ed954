package check

// Somebody who adds up a column takes a line with the wrong sign.
var _ = explains(explanation{name: "subtracted", bare: true, figure: func(g *gap) []cause {
	if !g.isSum() {
		return nil
	}
	return g.blame(withSign(g.difference, g.amounts()), fitting-1, "seems to be subtracted in place of added")
}})
