package check

// Somebody who adds up a column counts a line twice.
var _ = explains(explanation{name: "counted-twice", bare: true, figure: func(g *gap) []cause {
	if !g.isSum() {
		return nil
	}
	return g.blame(countedTwice(g.difference, g.amounts()), fitting, "seems to be counted twice")
}})
