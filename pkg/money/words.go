package money

import (
	"cmp"
	"math/bits"
	"slices"

	"github.com/shopspring/decimal"
)

// Almost all amounts fit a machine word. A table of two hundred Parties and forty columns shares
// out eight thousand of them: what is done here in words takes a tenth of the time and memory
// that numbers of any size take.

// mostDigits is how many digits a number may have so that it fits a word with room to spare.
const mostDigits = 18

// words returns numbers as whole multiples of 10 to the power of an exponent that they share. It
// is false where one of them is negative or does not fit.
func words(numbers ...Decimal) (list []uint64, exponent int32, ok bool) {
	if len(numbers) == 0 {
		return nil, 0, false
	}
	exponent = numbers[0].Exponent()
	for _, n := range numbers[1:] {
		exponent = min(exponent, n.Exponent())
	}
	list = make([]uint64, len(numbers))
	for i, n := range numbers {
		more := int64(n.Exponent()) - int64(exponent)
		if n.IsNegative() || more+int64(n.NumDigits()) > mostDigits {
			return nil, 0, false
		}
		list[i] = uint64(n.CoefficientInt64()) //nolint:gosec // not negative
		for range more {
			list[i] *= 10
		}
	}
	return list, exponent, true
}

// apportionWords is Apportion for a positive amount and numbers that fit a word; false for
// others.
func apportionWords(amount Decimal, weights []Decimal, unit Decimal) ([]Decimal, bool) {
	shares, _, ok := words(weights...)
	if !ok {
		return nil, false
	}
	pair, exponent, ok := words(amount, unit)
	if !ok {
		return nil, false
	}
	left, each := pair[0], pair[1]
	total := uint64(0)
	for _, w := range shares {
		if total += w; total > 1e18 {
			return nil, false
		}
	}
	over, whole := bits.Mul64(total, each)
	if over != 0 || whole == 0 {
		return nil, false
	}
	largest := 0
	for i, w := range shares {
		if w > shares[largest] {
			largest = i
		}
	}
	parts, lost := make([]uint64, len(shares)), make([]uint64, len(shares))
	for i, w := range shares {
		high, low := bits.Mul64(pair[0], w)
		units, rest := bits.Div64(high, low, whole) // at most the amount, since w is a part of the total
		parts[i], lost[i] = units*each, rest
		left -= parts[i]
	}
	for _, i := range mostFirst(lost) {
		if left < each {
			break
		}
		parts[i] += each
		left -= each
	}
	parts[largest] += left
	out := make([]Decimal, len(parts))
	for i, part := range parts {
		out[i] = decimal.New(int64(part), exponent) //nolint:gosec // at most the amount
	}
	return out, true
}

// mostFirst returns the indexes of numbers, the largest first, the first of equals.
func mostFirst(numbers []uint64) []int {
	order := make([]int, len(numbers))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(numbers[b], numbers[a]) })
	return order
}

// sumWords is Sum for numbers that fit a word and have the decimals in common; false for others.
func sumWords(amounts []Decimal) (Decimal, bool) {
	if len(amounts) < 2 {
		return Zero, false
	}
	total, exponent := int64(0), amounts[0].Exponent()
	for _, a := range amounts {
		if a.Exponent() != exponent || a.NumDigits() > mostDigits-1 {
			return Zero, false
		}
		total += a.CoefficientInt64()
		if total > 1e18 || total < -1e18 {
			return Zero, false
		}
	}
	return decimal.New(total, exponent), true
}
