package check

// A hand that copies a figure swaps digits, drops one or mistypes one. Where other
// figures speak of this one too, they decide, and the slip stands behind what they say.
var _ = explains(explanation{name: "slip", figure: func(g *gap) []cause {
	how := g.loneSlip(g.stated, g.computed)
	if _, n := g.agreement(); n > 0 || g.aboveMadeWith() != unclear {
		return nil
	}
	return []cause{{strength: how.weight(), kind: ofFigure, text: string(how)}}
}})
