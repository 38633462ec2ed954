package check

// Somebody who adds up a column skips a line.
var _ = explains(explanation{name: "left-out", bare: true, figure: func(g *gap) []cause {
	if !g.isSum() {
		return nil
	}
	return g.blame(leftOut(g.difference, g.amounts()), fitting, "seems to be left out")
}})
