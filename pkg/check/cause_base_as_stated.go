package check

import (
	"fmt"

	"github.com/isuplan/isuplan/pkg/cost"
	"github.com/isuplan/isuplan/pkg/money"
)

// A percentage is taken of a subtotal that is stated wrongly.
var _ = explains(explanation{name: "base-as-stated", figure: func(g *gap) []cause {
	if g.Exact.Op != cost.Portion {
		return nil
	}
	base := g.Exact.Of[1]
	stated := base.Value
	for _, p := range baseParts(base) {
		if i, ok := g.index(p.Line); ok && g.isBranch(i) {
			if r, known := g.residual(cell{i, g.Column}); known {
				stated = stated.Add(r)
			}
		}
	}
	if stated.Equal(base.Value) || !g.isPortion(stated) {
		return nil
	}
	return []cause{{strength: witness + 8, kind: ofMaking, text: fmt.Sprintf("it was made with the base as stated, %s", g.money(stated))}}
}})

// isPortion reports whether the plan's rate of another base is the stated figure.
func (g *gap) isPortion(base money.Decimal) bool { return g.isPortionAt(g.Exact.Of[0].Value, base) }

func (g *gap) isPortionAt(rate, base money.Decimal) bool {
	return !base.IsZero() && g.Budget.Rounding.Round(base.Mul(rate).Shift(-2)).Equal(g.stated)
}

// baseParts returns the lines that a base is the sum of.
func baseParts(base cost.Step) []cost.Step {
	if base.Line == "" && base.Op == cost.Sum {
		return base.Of
	}
	return []cost.Step{base}
}
