package check

import (
	"strings"

	"github.com/isuplan/isuplan/pkg/money"
)

// slip says how a figure came to be miswritten. The zero slip says nothing.
type slip string

// The slips of somebody who copies a figure.
const (
	wrongSign  slip = "the sign is wrong"
	neighbours slip = "two digits are swapped"
	thousands  slip = "the thousands are lost"
	point      slip = "the decimal point is in the wrong place"
	mistyped   slip = "one digit is mistyped"
	dropped    slip = "a digit is left out"
	doubled    slip = "there is a digit too many"
)

// weight says how seldom a slip fits by chance: the fewer figures a slip can make, the
// stronger the evidence.
func (s slip) weight() int {
	switch s {
	case thousands:
		return 74
	case wrongSign, point:
		return 72
	case neighbours:
		return 70
	case dropped:
		return 52
	case mistyped:
		return 50
	case doubled:
		return 48
	}
	return 0
}

// isOfDigits reports a slip that leaves the size of a figure as it is, as rounding does.
func (s slip) isOfDigits() bool { return s == mistyped || s == neighbours }

// slipOf returns the slip that makes one figure of another.
func slipOf(wrong, right money.Decimal) slip {
	switch {
	case wrong.Equal(right), wrong.IsZero(), right.IsZero():
		return ""
	case wrong.Equal(right.Neg()):
		return wrongSign
	case wrong.IsNegative() != right.IsNegative():
		return ""
	case wrong.Shift(3).Equal(right):
		return thousands
	}
	a, b := digits(wrong, right)
	switch {
	case strings.Trim(a, "0") == strings.Trim(b, "0"):
		return point
	case len(a) == len(b):
		return sameLength(a, b)
	case len(a)+1 == len(b) && isWithout(a, b):
		return dropped
	case len(b)+1 == len(a) && isWithout(b, a):
		return doubled
	}
	return ""
}

// digits writes two amounts with equally many decimals, without sign, point and leading
// zeros.
func digits(a, b money.Decimal) (string, string) {
	places := max(0, -a.Exponent(), -b.Exponent())
	write := func(d money.Decimal) string {
		return strings.TrimLeft(d.Abs().Shift(places).String(), "0")
	}
	return write(a), write(b)
}

// sameLength returns the slip between two figures of equal length: one digit differs, or
// two neighbours are swapped. A figure of one digit is too short to tell.
func sameLength(a, b string) slip {
	first, count := -1, 0
	for i := range len(a) {
		if a[i] != b[i] {
			count++
			if first < 0 {
				first = i
			}
		}
	}
	switch {
	case count == 2 && a[first] == b[first+1] && a[first+1] == b[first]:
		return neighbours
	case count == 1 && len(a) > 1:
		return mistyped
	}
	return ""
}

// isWithout reports whether short is long without one of its digits.
func isWithout(short, long string) bool {
	i := 0
	for i < len(short) && short[i] == long[i] {
		i++
	}
	return len(short) > 1 && short[i:] == long[i+1:]
}
