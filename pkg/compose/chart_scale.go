package compose

import (
	"github.com/isuplan/isuplan/pkg/document"
	"github.com/isuplan/isuplan/pkg/money"
)

// tenth is the unit of printed shares, in per cent.
var tenth = money.New(1).Shift(-1)

// shares returns each first amount's share of all in per cent, with one decimal, so that
// the shares add up to a hundred; if some amount is negative there is nothing to share
// out, and each is a percentage of the sum.
func shares(amounts [][]money.Decimal) []money.Decimal {
	weights := make([]money.Decimal, len(amounts))
	total, negative := money.Zero, false
	for i := range amounts {
		weights[i] = amounts[i][0]
		total = total.Add(weights[i])
		negative = negative || weights[i].IsNegative()
	}
	if !negative && total.IsPositive() {
		return money.Apportion(money.Hundred, weights, tenth)
	}
	for i := range weights {
		weights[i] = money.Percent(weights[i], total)
	}
	return weights
}

// scale measures the bars: the drawing reaches from the least amount to the
// greatest, and holds zero.
func (c *charter) scale() {
	least, most := money.Zero, money.Zero
	for _, amounts := range c.amounts {
		for _, a := range amounts {
			if a.LessThan(least) {
				least = a
			}
			if a.GreaterThan(most) {
				most = a
			}
		}
	}
	reach := most.Sub(least)
	position := func(a money.Decimal) int {
		if reach.IsZero() {
			return 0
		}
		return int(money.Div(a.Sub(least).Mul(money.New(document.ChartWidth)), reach).IntPart())
	}
	c.chart.Zero, c.chart.Least, c.chart.Most = position(money.Zero), least.String(), most.String()
	for i := range c.amounts {
		for j, a := range c.amounts[i] {
			v := &c.chart.Bars[i].Values[j]
			v.Number = a.String()
			v.From, v.To = min(position(a), c.chart.Zero), max(position(a), c.chart.Zero)
		}
	}
}
