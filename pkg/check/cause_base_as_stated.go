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
	return g.otherBase(true, "as stated")
}})

// otherBase words a cause about the base of a percentage, where its amounts in doubt are
// taken in the other way: subtotals as stated, or lines as their rules give them. It is
// named only where no mixture of both fits as well.
func (g *gap) otherBase(branch bool, as string) []cause {
	bases := g.otherBases()
	if len(bases) != 1 || bases[0].lines == branch || bases[0].groups != branch {
		return nil
	}
	return []cause{{strength: witness + 8, kind: ofMaking, text: fmt.Sprintf("it was made with the base %s, %s", as, g.money(bases[0].amount))}}
}

// otherBase is a base with some of its amounts in doubt taken in the other way.
type otherBase struct {
	amount        money.Decimal
	lines, groups bool // which of them
}

// otherBases returns the bases that give the stated figure where amounts in doubt are taken
// in the other way: subtotals as stated, lines as computed.
func (g *gap) otherBases() (fit []otherBase) {
	all := []otherBase{{amount: g.Exact.Of[1].Value}}
	for _, p := range baseParts(g.Exact.Of[1]) {
		i, ok := g.index(p.Line)
		if !ok {
			continue
		}
		r, known := g.residual(cell{i, g.Column})
		if !known || r.IsZero() || len(all) >= mostWays {
			continue
		}
		branch := g.isBranch(i)
		if !branch {
			r = r.Neg()
		}
		for _, b := range all {
			all = append(all, otherBase{b.amount.Add(r), b.lines || !branch, b.groups || branch})
		}
	}
	for _, b := range all[1:] {
		if !b.amount.Equal(all[0].amount) && g.isPortion(b.amount) {
			fit = append(fit, b)
		}
	}
	return fit
}

// isPortion reports whether the plan's rate of another base is the stated figure.
func (g *gap) isPortion(base money.Decimal) bool { return g.isPortionAt(g.Exact.Of[0].Value, base) }

func (g *gap) isPortionAt(rate, base money.Decimal) bool {
	return !base.IsZero() && g.Budget.Rounded(g.Figure, g.Column, base.Mul(rate).Shift(-2)).Equal(g.stated)
}

// baseParts returns the lines that a base is the sum of.
func baseParts(base cost.Step) []cost.Step {
	if base.Line == "" && base.Op == cost.Sum {
		return base.Of
	}
	return []cost.Step{base}
}
