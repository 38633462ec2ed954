package check

// Somebody who copies a figure swaps digits, drops one or mistypes one. If other figures
// give evidence too, they decide, and the slip is only added to what they show.
var _ = explains(explanation{name: "slip", bare: true, figure: func(g *gap) []cause {
	how := g.loneSlip(g.stated, g.computed)
	if _, n := g.agreement(); n > 0 || g.aboveMadeWith() != unclear {
		return nil
	}
	return []cause{{strength: how.weight(), kind: ofFigure, text: string(how)}}
}})
