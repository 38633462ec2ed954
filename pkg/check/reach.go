package check

import (
	"github.com/isuplan/isuplan/pkg/cost"
	"github.com/isuplan/isuplan/pkg/money"
)

// How far rounding reaches. Each printed figure may differ by half a unit from the exact
// one that its author had, and what is computed from it may differ too. A difference that
// is no larger is taken for rounding.

var two = money.New(2)

// canRound reports whether rounding alone can make the figure's difference.
func (g *gap) canRound() bool {
	if g.Exact.Op == cost.Rate || g.Exact.Op == cost.Ratio {
		return g.rateCanRound()
	}
	return g.isWithin(g.difference, g.Budget.Rounding.To)
}

// isWithin reports whether rounding to a unit can make a difference in the figure.
func (g *gap) isWithin(difference, unit money.Decimal) bool {
	halves := money.Zero
	if len(g.Exact.Of) == 0 {
		halves = money.New(1) // one amount that was given
	}
	for i := range g.Exact.Of {
		halves = halves.Add(g.halves(&g.Exact.Of[i]))
	}
	switch of := g.Exact.Of; g.Exact.Op {
	case cost.Portion:
		halves = halves.Mul(of[0].Value.Abs()).Shift(-2)
	case cost.Growth:
		halves = halves.Mul(money.Hundred.Add(of[1].Value).Abs()).Shift(-2)
	}
	halves = halves.Add(money.New(1)) // its own rounding
	if halves.LessThan(two) {
		halves = two
	}
	return difference.Abs().Mul(two).LessThanOrEqual(unit.Mul(halves))
}

// halves returns how many times half a unit a part of a figure may be off.
func (g *gap) halves(s *cost.Step) money.Decimal {
	n := 0
	switch {
	case s.Line != "" || s.Column != "":
		n = g.figuresOf(s)
	case s.Unit == cost.Money:
		n = 1
	}
	return money.New(int64(n))
}

// figuresOf returns how many rounded figures a figure of the table is made of: itself,
// and for a sum that is not taken as it is printed those of its lines.
func (g *gap) figuresOf(s *cost.Step) int {
	line, known := totalRow, true
	if s.Line != "" && s.Line != "total" {
		line, known = g.index(s.Line)
	}
	if !known || !g.isBranch(line) {
		return 1
	}
	if at, ok := g.Budget.Column(s.Column); ok && s.Column != "" && g.figure(cell{line, at}).Stated.IsSet() {
		return 1
	}
	if line == totalRow {
		return g.leaves[len(g.Budget.Lines)] + 1
	}
	return g.leaves[g.Budget.Lines[line].End] - g.leaves[line] + 1
}

// rateCanRound reports whether a change in per cent can be the stated one, where both
// amounts may be half a unit off and the rate itself a unit.
func (g *gap) rateCanRound() bool {
	half := money.Div(g.Budget.Rounding.To, two)
	before, after := g.Exact.Of[0].Value, g.Exact.Of[1].Value
	if before.Abs().LessThanOrEqual(half) {
		return true // if the earlier amount is almost zero, any rate is possible
	}
	unit := g.Budget.Columns[g.Column].Rounding.To
	least, most := g.stated, g.stated
	for i, b := range []money.Decimal{before.Sub(half), before.Add(half)} {
		for j, a := range []money.Decimal{after.Sub(half), after.Add(half)} {
			rate := money.Div(a.Mul(money.Hundred), b)
			if g.Exact.Op == cost.Rate {
				rate = money.Div(a.Sub(b).Mul(money.Hundred), b.Abs())
			}
			if i+j == 0 || rate.LessThan(least) {
				least = rate
			}
			if i+j == 0 || rate.GreaterThan(most) {
				most = rate
			}
		}
	}
	return g.stated.GreaterThan(least.Sub(unit)) && g.stated.LessThan(most.Add(unit))
}

// grain is the unit that the figure and its addends show: where all of them are whole
// thousands, their author rounded to thousands whatever the plan rounds to.
func (g *gap) grain() money.Decimal {
	unit := g.Budget.Columns[g.Column].Rounding.To
	if g.stated.IsZero() || len(g.addends) == 0 {
		return unit
	}
	grain := money.New(1).Shift(int32(g.stated.NumDigits()))
	for _, d := range append(g.amounts(), g.stated) {
		for grain.GreaterThan(unit) && !d.Mod(grain).IsZero() {
			grain = grain.Shift(-1)
		}
	}
	if grain.LessThan(unit) {
		return unit
	}
	return grain
}

// slip returns the slip that makes one amount of another, in the figure or in one that
// it is made of. Of digits that rounding may have changed nothing can be said.
func (g *gap) slip(wrong, right money.Decimal) slip {
	if how := slipOf(wrong, right); !g.small || !how.isOfDigits() {
		return how
	}
	return ""
}

// unlessRounded is added to a cause if rounding explains the difference just as well.
func (g *gap) unlessRounded() string {
	if g.small {
		return ", if it is more than rounding"
	}
	return ""
}

// loneSlip is a slip for which there is no other evidence. Amounts of one digit, counted
// in the grain that they show, are too short to tell, and so do last digits that their
// author may have rounded.
func (g *gap) loneSlip(wrong, right money.Decimal) slip {
	how, grain := g.slip(wrong, right), g.grain()
	switch how {
	case mistyped, neighbours, dropped, doubled:
		if smaller(wrong, right).LessThan(grain.Shift(1)) || how.isOfDigits() && g.isWithin(wrong.Sub(right), grain) {
			return ""
		}
	}
	return how
}

// smaller returns the smaller of two amounts, without their signs.
func smaller(a, b money.Decimal) money.Decimal {
	a, b = a.Abs(), b.Abs()
	if a.LessThan(b) {
		return a
	}
	return b
}
