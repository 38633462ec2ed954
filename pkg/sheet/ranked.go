package sheet

import (
	"fmt"
	"slices"

	"github.com/isuplan/isuplan/pkg/money"
)

// ranked is a whole that a spreadsheet shares out by the largest remainder, as the plan does: each
// part is rounded down, and the units that are left go to the parts that lost most, which are
// ranked. What each loses has a cell of its own.
type ranked struct {
	whole, all string // cells, or sums of cells
	lost       string // the range of what the parts lose
	own        money.Decimal
	unit       money.Decimal
	// added is the sum of the weights where these are exact amounts, which are rounded so that
	// they come to the whole; "" for weights that only say in which proportion it is shared out.
	added string
}

// isAddedUp reports whether exact amounts, each rounded down, and the largest remainder give the
// parts that the plan has.
func isAddedUp(own money.Decimal, amounts, parts []money.Decimal, unit money.Decimal) bool {
	beyond := own.Sub(money.Sum(amounts...)).Abs()
	if _, rest := own.QuoRem(unit, 0); len(amounts) < 2 || !rest.IsZero() || beyond.GreaterThanOrEqual(unit) || spare(money.Div(own, unit), 0) < leastSpare {
		return false
	}
	return slices.EqualFunc(money.AddUp(own, amounts, unit), parts, money.Decimal.Equal)
}

// isRanked reports whether the largest remainder gives the parts that the plan has: stated ones,
// and those of several axes, may be others.
func isRanked(own money.Decimal, weights, parts []money.Decimal, unit money.Decimal) bool {
	if len(weights) < 2 || !money.Sum(weights...).IsPositive() || spare(money.Div(own, unit), 0) < leastSpare {
		return false
	}
	if units, rest := own.QuoRem(unit, 0); !rest.IsZero() || units.IsZero() && !own.IsZero() {
		return false
	}
	if slices.ContainsFunc(weights, money.Decimal.IsNegative) {
		return false
	}
	for i, part := range money.Apportion(own, weights, unit) {
		if !part.Equal(parts[i]) {
			return false
		}
	}
	return true
}

// leastSpare is how many decimals of a part have to be sure for parts to be ranked.
const leastSpare = 4

// units writes how many units a part comes to exactly, without what binary arithmetic adds.
func (r *ranked) units(weight string) string {
	text := fmt.Sprintf("ABS(%s)*%s/%s", r.whole, weight, r.all)
	if r.added != "" {
		text = weight
	}
	if !r.unit.Equal(money.New(1)) {
		text += "/" + r.unit.String()
	}
	return fmt.Sprintf("ROUND(%s,%d)", text, spare(money.Div(r.own, r.unit), 0))
}

// loss writes what a part loses when it is rounded down. Of parts that lose the same the first is
// before the others: the place in the list tells them apart, far behind the decimals.
func (r *ranked) loss(weight string, place int) string {
	units := r.units(weight)
	return fmt.Sprintf("ROUND(MOD(%s,1),%d)-%d/10^10", units, spare(money.Div(r.own, r.unit), 0), place)
}

// part writes a part, given the cell of what it loses.
func (r *ranked) part(weight, loss string) string {
	sign, left := fmt.Sprintf("SIGN(%s)*", r.whole), fmt.Sprintf("ROUND(SUM(%s),0)", r.lost)
	if r.added != "" {
		sign, left = "", fmt.Sprintf("ROUND(SUM(%s)+%s/%s-%s/%s,0)", r.lost, r.whole, r.unit, r.added, r.unit)
	}
	text := fmt.Sprintf("%s(INT(%s)+MAX(0,MIN(1,%s+1-RANK(%s,%s))))", sign, r.units(weight), left, loss, r.lost)
	if r.unit.Equal(money.New(1)) {
		return text
	}
	if each := money.Div(money.New(1), r.unit); each.Mul(r.unit).Equal(money.New(1)) && money.OwnPlaces(each) <= 0 {
		return text + "/" + each.String() // 14832.41 is nearer to 1483241/100 than to 1483241*0.01
	}
	return text + "*" + r.unit.String()
}

// lossOf returns what a part loses, for programs that do not compute, given its exact amount.
func lossOf(exact, unit money.Decimal, place int) money.Decimal {
	units := money.Div(exact, unit)
	lost := units.Sub(money.Cut(units, 0))
	if lost.IsNegative() {
		lost = lost.Add(money.New(1))
	}
	const digits = 10
	return lost.Sub(money.New(int64(place)).Shift(-digits))
}
