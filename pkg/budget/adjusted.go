package budget

import "github.com/isuplan/isuplan/pkg/money"

// How many decimals adjusted rates have: the finest rate of the scale of the United Nations has
// three, and adjusting needs one more.
const (
	leastRatePlaces = 4
	mostRatePlaces  = 6
)

// AdjustedPlaces returns how many decimals the adjusted rates of the Parties are printed with:
// so many that rates that differ are told apart from each other and from nothing.
func (c *Contribution) AdjustedPlaces(b *Budget) int32 {
	places := int32(leastRatePlaces)
	for _, column := range c.Adjustments(b) {
		for places < mostRatePlaces && !c.isTold(column, places) {
			places++
		}
	}
	return places
}

// isTold reports whether no two different rates of a column look the same.
func (c *Contribution) isTold(column int, places int32) bool {
	exact := make(map[string]money.Decimal, len(c.Parties)+1)
	exact[money.Zero.String()] = money.Zero
	for i := range c.Parties {
		rate := c.Parties[i].Adjusted[column]
		printed := Percentage(rate, places).String()
		if other, ok := exact[printed]; ok && !isSame(rate, other) {
			return false
		}
		exact[printed] = rate
	}
	return true
}

// isSame reports rates that differ by no more than the last decimals of a division.
func isSame(a, b money.Decimal) bool {
	return a.Sub(b).Abs().LessThan(money.New(1).Shift(-money.Precision / 2))
}

// Percentage returns an adjusted rate with so many decimals. Each rate is rounded by itself, so
// that equal Parties have equal rates; what is printed may come to a little more or less than 100.
func Percentage(rate money.Decimal, places int32) money.Decimal {
	return money.Rounding{To: money.New(1).Shift(-places), Mode: money.HalfUp}.Round(rate)
}
