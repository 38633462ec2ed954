package sheet

import (
	"fmt"

	"github.com/isuplan/isuplan/pkg/cost"
	"github.com/isuplan/isuplan/pkg/money"
)

// roundFormula writes the rounding of an amount that a formula computes, given its present
// value. Spreadsheets compute in binary: 1.5% more than 120500 may come out as
// 122307.49999999999 and would be rounded down. So the error of binary arithmetic, many
// decimals down, is dropped before the amount is rounded.
func roundFormula(text string, exact *cost.Step, r money.Rounding) string {
	places, power := power(r.To)
	if r.Mode.IsDirected() {
		return directed(text, exact, r, places)
	}
	if r.Mode == money.HalfUp && power {
		if exact.Op == cost.Given {
			return fmt.Sprintf("ROUND(%s,%d)", text, places)
		}
		return fmt.Sprintf("ROUND(ROUND(%s,%d),%d)", text, places+spare(exact.Value, places), places)
	}
	units := text + "/" + r.To.String()
	nearest := ""
	if r.Mode == money.HalfEven {
		nearest = fmt.Sprintf("IF(ABS(ABS(%s-TRUNC(%s))-0.5)<0.000001,2*ROUND(%s/2,0),ROUND(%s,0))", units, units, units, units)
	} else {
		nearest = fmt.Sprintf("ROUND(ROUND(%s,%d),0)", units, spare(money.Div(exact.Value, r.To), 0))
	}
	return fmt.Sprintf("ROUND(%s*%s,%d)", nearest, r.To, max(places, 0))
}

// directed writes a rounding up or down. What binary arithmetic adds to a whole number of units,
// or takes from it, is dropped, or it would count as one more or less.
func directed(text string, exact *cost.Step, r money.Rounding, places int32) string {
	least := money.New(1).Shift(-spare(money.Div(exact.Value, r.To), 0))
	units := fmt.Sprintf("SIGN(%s)*INT(ABS(%s)/%s+%s)", text, text, r.To, least)
	if r.Mode == money.Up {
		units = fmt.Sprintf("SIGN(%s)*(INT(ABS(%s)/%s-%s)+1)", text, text, r.To, least)
	}
	return fmt.Sprintf("ROUND(%s*%s,%d)", units, r.To, max(places, 0))
}

// power reports whether a unit is a power of ten, and how many decimals it has: −3
// for 1000.
func power(unit money.Decimal) (places int32, ok bool) {
	places = money.OwnPlaces(unit)
	at := money.New(1).Shift(-places)
	for at.LessThan(unit) && places <= 0 {
		places--
		at = at.Shift(1)
	}
	if !at.Equal(unit) {
		return money.OwnPlaces(unit), false
	}
	return places, true
}

// spare returns how many decimals after the kept ones are reliable: a spreadsheet computes
// with 15 digits, the last of which is not.
func spare(value money.Decimal, places int32) int32 {
	digits := int32(len(money.Cut(value.Abs(), 0).String()))
	return min(6, max(2, 14-digits-places))
}
