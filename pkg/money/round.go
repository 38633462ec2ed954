package money

import (
	"cmp"
	"strings"

	"github.com/shopspring/decimal"
)

// Mode says which way an amount between two units is rounded.
type Mode string

// The rounding modes. HalfUp takes a half away from zero (1.5 to 2, -1.5 to -2),
// as budgets are rounded by hand; HalfEven takes it to the even neighbour. Up takes
// every fraction away from zero (1.1 to 2, -1.1 to -2), and Down towards it (1.9 to 1,
// -1.9 to -1).
const (
	HalfUp   Mode = "half-up"
	HalfEven Mode = "half-even"
	Up       Mode = "up"
	Down     Mode = "down"
)

// away reports whether what lies between two units goes to the one that is further from
// zero, by how what is left over compares with a half (-1, 0, 1). There is something left.
func (m Mode) away(half int, odd bool) bool {
	switch m {
	case Up:
		return true
	case Down:
		return false
	case HalfEven:
		return half > 0 || half == 0 && odd
	}
	return half >= 0
}

// Reach is the most that rounding can do to an amount: half a unit, or a unit where it goes one
// way always.
func (r Rounding) Reach() Decimal {
	if r.Mode.IsDirected() {
		return r.To
	}
	return Div(r.To, New(2))
}

// IsDirected reports a mode that goes one way always, so that it may be a unit off and not
// only half of one.
func (m Mode) IsDirected() bool { return m == Up || m == Down }

// Modes returns the modes that a plan may name.
func Modes() []string { return []string{string(HalfUp), string(HalfEven), string(Up), string(Down)} }

// Rounding says to which unit amounts are rounded and how. The zero Rounding
// leaves amounts as they are.
type Rounding struct {
	To   Decimal // the unit: 1 for whole francs, 0.05, 1000
	Mode Mode
}

// Round returns the multiple of the unit that is nearest to the amount, or the next one up or
// down where the mode says so. This is the only place in the program where an amount is
// rounded.
func (r Rounding) Round(amount Decimal) Decimal {
	if !r.To.IsPositive() {
		return amount
	}
	if power, ok := powerOfTen(r.To); ok {
		digits := power - amount.Exponent()
		if digits <= 0 {
			return amount
		}
		if digits <= 18 && amount.NumDigits() <= 18 {
			return roundSmall(amount.CoefficientInt64(), digits, power, r.Mode)
		}
	}
	units, rest := amount.Abs().QuoRem(r.To, 0)
	odd := units.Coefficient().Bit(0) == 1
	if !rest.IsZero() && r.Mode.away(rest.Add(rest).Cmp(r.To), odd) {
		units = units.Add(New(1))
	}
	if amount.IsNegative() {
		units = units.Neg()
	}
	return units.Mul(r.To)
}

// roundSmall drops the last digits of a number that fits a machine word: almost all
// amounts do, and a large budget rounds a hundred thousand of them.
func roundSmall(coefficient int64, digits, power int32, mode Mode) Decimal {
	unit := int64(1)
	for range digits {
		unit *= 10
	}
	quotient, rest := coefficient/unit, coefficient%unit
	step := int64(1)
	if rest < 0 {
		rest, step = -rest, -1
	}
	if rest != 0 && mode.away(cmp.Compare(rest, unit/2), quotient%2 != 0) {
		quotient += step
	}
	return decimal.New(quotient, power)
}

// powerOfTen returns the exponent of a unit such as 1, 0.01 or 1000.
func powerOfTen(unit Decimal) (int32, bool) {
	coefficient := unit.Coefficient()
	if coefficient.IsInt64() && coefficient.Int64() == 1 {
		return unit.Exponent(), true
	}
	return 0, false
}

// Places returns how many decimals amounts show under this rounding.
func (r Rounding) Places() int32 {
	if !r.To.IsPositive() {
		return 2
	}
	return max(0, places(r.To))
}

// PlacesOf returns how many decimals an amount shows that stands alone: those of the unit
// or, if the amount is finer, its own, and at least two then.
func (r Rounding) PlacesOf(amount Decimal) int32 {
	places := r.Places()
	if own := OwnPlaces(amount); own > places {
		return max(own, 2)
	}
	return places
}

// OwnPlaces returns how many decimals a number has, without zeros at its end.
func OwnPlaces(d Decimal) int32 {
	if d.Exponent() >= 0 {
		return 0
	}
	return places(trimZeros(d))
}

func places(d Decimal) int32 { return max(0, -d.Exponent()) }

// Precision is the number of decimals that a division keeps where it does not
// come out even. Amounts are rounded much later, by Rounding alone.
const Precision = 24

// Div divides and keeps Precision decimals.
func Div(a, b Decimal) Decimal { return a.DivRound(b, Precision) }

// Percent returns the share of a in b in per cent, a / b × 100, for people to read:
// 18.37 for 63386 in 345054. It is rounded to two decimals, a half away from zero, and 0
// where b is 0.
func Percent(a, b Decimal) Decimal {
	if b.IsZero() {
		return decimal.Zero
	}
	return a.Mul(Hundred).DivRound(b, 2)
}

// Number writes a decimal with thousands and decimal separators and at least the
// given number of decimals; further decimals that the number has are kept, so that
// nothing is rounded. A negative number begins with a hyphen: -1,234.50.
func Number(d Decimal, places int32, thousands, point string) string {
	text := d.Abs().StringFixed(max(places, -trimZeros(d).Exponent(), 0))
	integer, fraction, hasPoint := strings.Cut(text, ".")
	var out strings.Builder
	if d.IsNegative() {
		out.WriteByte('-')
	}
	for i := 0; i < len(integer); i++ {
		if i > 0 && (len(integer)-i)%3 == 0 {
			out.WriteString(thousands)
		}
		out.WriteByte(integer[i])
	}
	if hasPoint {
		out.WriteString(point + fraction)
	}
	return out.String()
}

// trimZeros drops zeros at the end of the decimals.
func trimZeros(d Decimal) Decimal {
	for d.Exponent() < 0 {
		shorter := d.Truncate(-d.Exponent() - 1)
		if !shorter.Equal(d) {
			return d
		}
		d = shorter
	}
	return d
}

// Cut drops the decimals after the first places ones, to show a number that does not end.
// It does not round, and no amount is computed with it.
func Cut(d Decimal, places int32) Decimal { return d.Truncate(places) }
