package check

import (
	"slices"

	"github.com/isuplan/isuplan/pkg/money"
)

// The slips of somebody who adds up a column. Each looks for the amounts that a
// difference (stated less computed) can be made of.

// equalTo returns which amounts are the one that is looked for.
func equalTo(amounts []money.Decimal, want money.Decimal) (at []int) {
	for i, a := range amounts {
		if !a.IsZero() && a.Equal(want) {
			at = append(at, i)
		}
	}
	return at
}

// leftOut returns the amounts without which the sum is the stated one.
func leftOut(difference money.Decimal, amounts []money.Decimal) []int {
	return equalTo(amounts, difference.Neg())
}

// countedTwice returns the amounts that, added once more, give the stated sum.
func countedTwice(difference money.Decimal, amounts []money.Decimal) []int {
	return equalTo(amounts, difference)
}

// withSign returns the amounts that, with the other sign, give the stated sum.
func withSign(difference money.Decimal, amounts []money.Decimal) (at []int) {
	two := money.New(2)
	for i, a := range amounts {
		if !a.IsZero() && a.Mul(two).Equal(difference.Neg()) {
			at = append(at, i)
		}
	}
	return at
}

// twoLeftOut returns the only two amounts without which the sum is the stated one. If
// several pairs fit, none is returned.
func twoLeftOut(difference money.Decimal, amounts []money.Decimal) (a, b int, ok bool) {
	order := make([]int, 0, len(amounts))
	for i := range amounts {
		if !amounts[i].IsZero() {
			order = append(order, i)
		}
	}
	slices.SortFunc(order, func(i, j int) int { return amounts[i].Cmp(amounts[j]) })
	want, pairs := difference.Neg(), 0
	for low, high := 0, len(order)-1; low < high; {
		switch amounts[order[low]].Add(amounts[order[high]]).Cmp(want) {
		case -1:
			low++
		case 1:
			high--
		default:
			a, b = order[low], order[high]
			pairs++
			// Two equal amounts make two pairs.
			if amounts[order[low]].Equal(amounts[order[low+1]]) && low+1 < high || amounts[order[high]].Equal(amounts[order[high-1]]) && high-1 > low {
				pairs++
			}
			low++
		}
	}
	return min(a, b), max(a, b), pairs == 1
}

// misread returns the only amount that a slip, mended, makes the sum the stated one,
// and that slip.
func misread(difference money.Decimal, amounts []money.Decimal) (at int, how slip) {
	found := 0
	for i, a := range amounts {
		// A wrong sign is looked for by withSign.
		s := slipOf(a, a.Add(difference))
		switch {
		case s == "" || s == wrongSign || s.weight() < how.weight():
		case s.weight() > how.weight():
			at, how, found = i, s, 1
		default:
			found++
		}
	}
	if found != 1 {
		return 0, ""
	}
	return at, how
}
