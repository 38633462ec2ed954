package check

// If correcting a figure makes its row, its column or both add up, that figure is the
// wrong one.
var _ = explains(explanation{name: "agreement", small: true, figure: func(g *gap) []cause {
	e, n := g.agreement()
	if n == 0 {
		return nil
	}
	return []cause{{strength: proven + n, kind: ofFigure,
		text: "with " + g.amount(g.Column, g.computed) + " in its place " + e.agreement() + with(g.slip(g.stated, g.computed)) + g.unlessRounded()}}
}})

// agreement returns which sums correcting the figure would mend, and how much that proves.
func (g *gap) agreement() (evidence, int) {
	if g.Line == noRow {
		return evidence{}, 0
	}
	x := g.cell()
	e := g.weigh(x, g.computed.Sub(g.stated))
	n := e.proves(g.direction(x))
	if n > 0 {
		e.mended[g.direction(x)]++
	}
	return e, n
}

// cell is the figure's own cell.
func (g *gap) cell() cell { return cell{g.Line, g.Column} }
