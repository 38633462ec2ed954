package money

import "slices"

// ApportionBy shares an amount out by weights as Apportion does, and so that what is added up
// by each way of grouping the parts is shared out by the largest remainder as well: the halves
// of 10 that are divided over four quarters are 5 and 5, although a quarter of each is 1.25. A
// way says for each part which group it belongs to, counted from 0. Where ways cannot all be
// met, earlier ones count more; the parts themselves come to the amount in any case.
//
// It is a controlled rounding (L. H. Cox, Journal of the American Statistical Association 82
// (1987) 520–524), found group by group: every part is its exact amount rounded down, and the
// units that its groups still need go to the parts that lost most.
func ApportionBy(amount Decimal, weights []Decimal, unit Decimal, ways ...[]int) []Decimal {
	total := Sum(weights...)
	if len(ways) == 0 || len(weights) < 2 || !total.IsPositive() || !unit.IsPositive() {
		return Apportion(amount, weights, unit)
	}
	whole := amount.Abs()
	count, _ := whole.QuoRem(unit, 0)
	exact := make([]Decimal, len(weights))
	for i, w := range weights {
		exact[i] = count.Mul(unit).Mul(w) // times the total, so that nothing is divided
	}
	parts, left := fit(exact, total.Mul(unit), count, ways), whole
	for i := range parts {
		parts[i] = parts[i].Mul(unit)
		left = left.Sub(parts[i])
	}
	parts[mostOf(weights)] = parts[mostOf(weights)].Add(left)
	if amount.IsNegative() {
		for i := range parts {
			parts[i] = parts[i].Neg()
		}
	}
	return parts
}

// AddUpBy rounds amounts to multiples of the unit so that they come to a total, as AddUp does,
// and what is added up by each way of grouping them as well, as far as that can be; earlier ways
// count more. What the total has beyond that goes to the last.
func AddUpBy(total Decimal, amounts []Decimal, unit Decimal, ways ...[]int) []Decimal {
	sum := Sum(amounts...)
	if len(ways) == 0 || len(amounts) < 2 || !unit.IsPositive() {
		return AddUp(total, amounts, unit)
	}
	rounded := total
	if total.Sub(sum).Abs().GreaterThanOrEqual(unit) {
		rounded = Rounding{To: unit, Mode: HalfUp}.Round(sum) // more than rounding makes
	}
	count, _ := down(rounded, unit)
	parts, left := fit(amounts, unit, count, ways), total
	for i := range parts {
		parts[i] = parts[i].Mul(unit)
		left = left.Sub(parts[i])
	}
	last := len(parts) - 1
	parts[last] = parts[last].Add(left)
	return parts
}

// down divides by a unit and rounds down, and not towards zero.
func down(amount, unit Decimal) (units, rest Decimal) {
	units, rest = amount.QuoRem(unit, 0)
	if rest.IsNegative() {
		return units.Sub(New(1)), rest.Add(unit)
	}
	return units, rest
}

// mostOf returns the index of the largest number, the first of equals.
func mostOf(numbers []Decimal) int {
	most := 0
	for i := range numbers {
		if numbers[i].GreaterThan(numbers[most]) {
			most = i
		}
	}
	return most
}

// fit rounds amounts to whole numbers of a unit that come to a count.
func fit(amounts []Decimal, unit, count Decimal, ways [][]int) []Decimal {
	f := fitting{amounts: amounts, unit: unit, groups: make([]int, len(amounts)), counts: []Decimal{count}}
	each := make([]int, len(amounts)) // a part of its own
	for i := range each {
		each[i] = i
	}
	for _, way := range ways {
		f.refine(way, f.shares(way))
	}
	f.refine(each, nil)
	return f.counts
}

// fitting divides amounts into ever smaller groups, each of which has a whole number of units.
type fitting struct {
	amounts []Decimal
	unit    Decimal
	groups  []int // of each amount
	counts  []Decimal
}

// shares returns how many units the groups of a way get by themselves, by the largest remainder.
func (f *fitting) shares(way []int) []Decimal {
	sums := make([]Decimal, slices.Max(way)+1)
	for i, at := range way {
		sums[at] = sums[at].Add(f.amounts[i])
	}
	left, shares, lost := Sum(f.counts...), make([]Decimal, len(sums)), make([]Decimal, len(sums))
	for at := range sums {
		shares[at], lost[at] = down(sums[at], f.unit)
		left = left.Sub(shares[at])
	}
	for _, at := range byLoss(lost) {
		if lost[at].IsPositive() && left.IsPositive() {
			shares[at], left = shares[at].Add(New(1)), left.Sub(New(1))
		}
	}
	return shares
}

// cell is what stands in one of the groups so far and in one of a further way.
type cell struct {
	row, column int
	amount      Decimal
}

// refine divides the groups by a further way, whose groups get what they need as long as they
// can; nil for as much as comes.
func (f *fitting) refine(way []int, needs []Decimal) {
	cells, of := f.cells(way)
	rows, counts, lost := slices.Clone(f.counts), make([]Decimal, len(cells)), make([]Decimal, len(cells))
	take := func(c int, units Decimal) {
		counts[c] = counts[c].Add(units)
		rows[cells[c].row] = rows[cells[c].row].Sub(units)
		if needs != nil {
			needs[cells[c].column] = needs[cells[c].column].Sub(units)
		}
	}
	for c := range cells {
		var units Decimal
		units, lost[c] = down(cells[c].amount, f.unit)
		take(c, units)
	}
	order := byLoss(lost)
	for _, strict := range []bool{true, false} {
		for gave := true; gave; {
			gave = false
			for _, c := range order {
				if rows[cells[c].row].IsPositive() && (!strict || needs == nil || needs[cells[c].column].IsPositive()) && (lost[c].IsPositive() || !cells[c].amount.IsZero()) {
					take(c, New(1))
					gave = true
				}
			}
		}
	}
	f.groups, f.counts = of, counts
}

// cells returns the cells that amounts stand in, and of each amount its cell.
func (f *fitting) cells(way []int) (cells []cell, of []int) {
	type key struct{ row, column int }
	index := map[key]int{}
	of = make([]int, len(f.amounts))
	for i := range f.amounts {
		k := key{f.groups[i], way[i]}
		at, known := index[k]
		if !known {
			at = len(cells)
			index[k] = at
			cells = append(cells, cell{row: k.row, column: k.column})
		}
		cells[at].amount = cells[at].amount.Add(f.amounts[i])
		of[i] = at
	}
	return cells, of
}
