package budget

import (
	"slices"
	"strings"

	"github.com/isuplan/isuplan/pkg/cost"
	"github.com/isuplan/isuplan/pkg/money"
)

// Whole is an amount that percentages of it share out entirely, such as 50% and 50% of the
// total. Where the parts, each rounded, would not add up to it, they are rounded together by
// the largest remainder.
type Whole struct {
	Amount money.Decimal
	Parts  []string // ids of the lines, or of the sources of money
}

// findWholes looks for lines that are percentages of the same amounts; in which columns they
// come to 100% is known where the rates are.
func (c *computer) findWholes() {
	c.together = map[int]*sharers{}
	parts := map[string][]int{}
	for i := range c.lines {
		l := &c.lines[i]
		p, ok := percentageOf(l)
		if !ok || l.In.IsSet() && l.In.Value != c.budget.Currency || l.Line.Rounding.To.IsSet() {
			continue
		}
		ids := make([]string, len(p.Base))
		for k := range p.Base {
			ids[k] = p.Base[k].Value
		}
		slices.Sort(ids)
		key := strings.Join(append(ids, p.Fund.Value), "\x00") // what one fund pays is another whole
		parts[key] = append(parts[key], i)
	}
	for _, lines := range parts {
		if len(lines) > 1 {
			all := &sharers{lines: lines, column: -1}
			for _, i := range lines {
				c.together[i] = all
			}
		}
	}
}

func percentageOf(l *Line) (*cost.Percentage, bool) {
	if len(l.Costs) != 1 {
		return nil, false
	}
	p, ok := l.Costs[0].(*cost.Percentage)
	return p, ok
}

// sharers are lines that are percentages of the same amounts, and what they come to together
// in a column, which is worked out once.
type sharers struct {
	lines []int

	column int
	whole  *Whole // nil where each is rounded by itself
	parts  map[int]money.Decimal
}

// roundTogether rounds a percentage so that it adds up to the whole with those of the other
// lines that share it out, where rounding each would not.
func (c *computer) roundTogether(i int) {
	f := &c.lines[i].Figures[c.column]
	all := c.together[i]
	if all == nil || f.Exact.Op != cost.Portion {
		return
	}
	if all.column != c.column {
		all.column = c.column
		c.shareOut(all, f.Exact.Of[1].Value)
	}
	if all.whole != nil {
		f.Whole, f.Computed = all.whole, new(all.parts[i])
	}
}

// shareOut works out what lines come to in the current column: parts of an exact amount.
func (c *computer) shareOut(all *sharers, exact money.Decimal) {
	all.whole, all.parts = nil, map[int]money.Decimal{}
	rates, ok := c.rates(all.lines)
	if !ok {
		return
	}
	whole := exact
	if c.budget.Once {
		whole = c.budget.Rounding.Round(whole)
	}
	parts, adjusted := c.parts(all.lines, rates, exact, whole)
	if !adjusted {
		return
	}
	all.whole = &Whole{Amount: whole}
	for k, at := range all.lines {
		all.whole.Parts = append(all.whole.Parts, c.lines[at].ID.Value)
		all.parts[at] = parts[k]
	}
}

// rates returns the rates of lines in the current column; it is false unless they come to 100%.
func (c *computer) rates(lines []int) ([]money.Decimal, bool) {
	rates := make([]money.Decimal, len(lines))
	for k, at := range lines {
		p, _ := percentageOf(&c.lines[at])
		rate, ok := p.Rate.In(c.ctx.Column)
		if !ok || rate.Value.IsNegative() {
			return nil, false
		}
		rates[k] = rate.Value
	}
	return rates, money.Sum(rates...).Equal(money.Hundred)
}

// parts shares the whole out. A part that is stated as its own percentage, rounded up or
// down, stays so: what it leaves is for the others. It is false where each part rounded by
// itself comes to the same, or where what is stated does not come to the whole.
func (c *computer) parts(lines []int, rates []money.Decimal, exact, whole money.Decimal) ([]money.Decimal, bool) {
	parts, alone := make([]money.Decimal, len(lines)), make([]money.Decimal, len(lines))
	var open []int // those that are not stated
	var weights []money.Decimal
	left := whole
	for k, at := range lines {
		own := exact.Mul(rates[k]).Shift(-2)
		alone[k] = c.budget.Rounding.Round(own)
		stated, _ := c.lines[at].Stated.In(c.ctx.Column)
		if cell := stated.Value; stated.IsSet() && !c.opts.Recompute && cell.Mark == cost.Number && cell.Value.Sub(own).Abs().LessThan(c.budget.Rounding.To) {
			parts[k] = cell.Value
			left = left.Sub(cell.Value)
			continue
		}
		open, weights = append(open, k), append(weights, rates[k])
	}
	if money.Sum(alone...).Equal(whole) && len(open) == len(lines) {
		return nil, false
	}
	for n, part := range money.Apportion(left, weights, c.budget.Rounding.To) {
		parts[open[n]] = part
	}
	same := slices.EqualFunc(parts, alone, money.Decimal.Equal)
	return parts, !same && money.Sum(parts...).Equal(whole)
}
