package money

import "slices"

// Apportion shares an amount out by weights, each part a multiple of the unit, so that the
// parts add up to the amount exactly. It is the method of the largest remainder: each part
// is rounded down, and the units left over go to the parts that lost most, the first of
// equals. A fraction of a unit in the amount itself goes to the largest part. Weights are
// not negative; where all are zero, the last part gets everything.
func Apportion(amount Decimal, weights []Decimal, unit Decimal) []Decimal {
	total := Sum(weights...)
	if len(weights) == 0 {
		return []Decimal{}
	}
	if !total.IsPositive() || !unit.IsPositive() {
		parts := make([]Decimal, len(weights))
		parts[len(parts)-1] = amount
		return parts
	}
	if parts, ok := apportionWords(amount, weights, unit); ok {
		return parts
	}
	return apportion(amount, weights, unit, total)
}

// apportion is Apportion for numbers of any size.
func apportion(amount Decimal, weights []Decimal, unit, total Decimal) []Decimal {
	parts := make([]Decimal, len(weights))
	whole, each := amount.Abs(), total.Mul(unit)
	left := whole
	lost := make([]Decimal, len(weights))
	for i, w := range weights {
		exact := whole.Mul(w)
		units, _ := exact.QuoRem(each, 0)
		parts[i] = units.Mul(unit)
		lost[i] = exact.Sub(parts[i].Mul(total)) // times the total, so that it is exact
		left = left.Sub(parts[i])
	}
	for _, i := range byLoss(lost) {
		if left.GreaterThanOrEqual(unit) {
			parts[i] = parts[i].Add(unit)
			left = left.Sub(unit)
		}
	}
	largest := mostOf(weights)
	parts[largest] = parts[largest].Add(left)
	if amount.IsNegative() {
		for i := range parts {
			parts[i] = parts[i].Neg()
		}
	}
	return parts
}

// byLoss returns the indexes of the parts, those that lost most first.
func byLoss(lost []Decimal) []int {
	order := make([]int, len(lost))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int { return lost[b].Cmp(lost[a]) })
	return order
}

// AddUp rounds amounts to multiples of the unit so that they come to a total: each down, and
// the units left over go to those that lost most, the first of equals. What the total has
// beyond that goes to the last.
func AddUp(total Decimal, amounts []Decimal, unit Decimal) []Decimal {
	parts, lost := make([]Decimal, len(amounts)), make([]Decimal, len(amounts))
	if len(parts) == 0 || !unit.IsPositive() {
		return parts
	}
	rounded := total
	if sum := Sum(amounts...); total.Sub(sum).Abs().GreaterThanOrEqual(unit) {
		rounded = Rounding{To: unit, Mode: HalfUp}.Round(sum) // more than rounding makes
	}
	left := rounded
	for i, a := range amounts {
		units, rest := down(a, unit)
		parts[i], lost[i] = units.Mul(unit), rest
		left = left.Sub(parts[i])
	}
	for _, i := range byLoss(lost) {
		if lost[i].IsPositive() && left.GreaterThanOrEqual(unit) {
			parts[i] = parts[i].Add(unit)
			left = left.Sub(unit)
		}
	}
	last := len(parts) - 1
	parts[last] = parts[last].Add(left).Add(total.Sub(rounded))
	return parts
}
