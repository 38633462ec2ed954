package check

import "fmt"

// The sum above a subtotal shows which of its two amounts its author had: the computed
// one, so that the subtotal is miswritten, or the stated one.
var _ = explains(explanation{name: "above", figure: func(g *gap) []cause {
	above, use := g.above()
	if use == unclear {
		return nil
	}
	made := fmt.Sprintf("%s, %s as stated, was made with ", g.row(above.line), g.amount(above.column, g.figure(above).Printed))
	if use == asStated {
		return []cause{{strength: fitting - 10, kind: ofInput, related: g.see(above),
			text: made + g.amount(g.Column, g.stated) + "; so a line of this group may be wrong"}}
	}
	return []cause{{strength: witness, kind: ofFigure, related: g.see(above),
		text: made + g.amount(g.Column, g.computed) + "; so this subtotal is wrong" + with(g.slip(g.stated, g.computed))}}
}})

// above returns the nearest sum above a subtotal that is stated, and how it was made
// with the subtotal. Nothing is clear where the subtotal has an explanation of its own,
// or where putting it right would break another sum.
func (g *gap) above() (cell, usage) {
	x := g.cell()
	if g.Line == noRow || g.Line == totalRow || g.direction(x) != down || g.madeOf(x).ways != 0 {
		return cell{}, unclear
	}
	above := cell{g.parents[x.line], x.column}
	for above.line != totalRow && !g.figure(above).Stated.IsSet() {
		above.line = g.parents[above.line]
	}
	use := g.madeOf(above).of[x.line]
	if use == asComputed && g.weigh(x, g.difference.Neg()).broken > 0 {
		return cell{}, unclear
	}
	return above, use
}

// aboveMadeWith returns how the sum above was made with the figure, where that is clear.
func (g *gap) aboveMadeWith() usage {
	if g.small {
		return unclear
	}
	_, use := g.above()
	return use
}
