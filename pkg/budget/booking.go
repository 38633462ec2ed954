package budget

import (
	"cmp"
	"slices"

	"github.com/isuplan/isuplan/pkg/cost"
	"github.com/isuplan/isuplan/pkg/money"
)

// Booking is an amount and the place that it is booked on.
type Booking struct {
	At     Place
	Amount money.Decimal
	Mark   cost.Mark // Nil or Blank where nothing but such was booked
}

// Values returns the values of an axis.
func (b *Budget) Values(a cost.Axis) Values {
	if b.axes == nil {
		return nil
	}
	return b.axes.values[a]
}

// Bookings returns the places that a line's printed amount is booked on in a column of amounts.
// They add up to it, to the last unit: shares are rounded by the largest remainder, on every axis. Where
// rounding is done once, at the total, they are exact. A percentage whose fund, activity, party
// or time the plan does not name is booked where the amounts are that it is taken of.
func (b *Budget) Bookings(line, column int) []Booking {
	k := bookkeeper{b: b, column: column}
	return k.of(line)
}

// bookkeeper books lines in one column.
type bookkeeper struct {
	b      *Budget
	column int
	known  map[int][]Booking
	spent  int // the places that percentages were divided over so far
}

func (k *bookkeeper) of(i int) []Booking {
	if list, ok := k.known[i]; ok {
		return list
	}
	l := &k.b.Lines[i]
	var list []Booking
	if l.IsGroup() {
		for at := i + 1; at < l.End; at = k.b.Lines[at].End {
			list = append(list, k.of(at)...)
		}
		list = merged(list)
	} else {
		list = k.leaf(i)
	}
	if k.known == nil {
		k.known = map[int][]Booking{}
	}
	k.known[i] = list
	return list
}

// leaf books a line that is no group.
func (k *bookkeeper) leaf(i int) []Booking {
	f := &k.b.Lines[i].Figures[k.column]
	amount := f.Printed
	if k.b.Once {
		amount = k.b.exact(f)
	}
	if parts, ok := k.parts(i); ok {
		return k.fit(amount, f.Mark, parts)
	}
	own, p := []weighed(nil), (*cost.Percentage)(nil)
	if k.b.axes.places != nil {
		own = k.b.axes.places[i]
		p, _ = percentageOf(&k.b.Lines[i])
	}
	return k.share(amount, f.Mark, k.follow(own, p))
}

// share books an amount on places, by their weights.
func (k *bookkeeper) share(amount money.Decimal, mark cost.Mark, places []weighed) []Booking {
	if len(places) == 1 {
		return []Booking{{places[0].at, amount, mark}}
	}
	weights := make([]money.Decimal, len(places))
	for n := range places {
		weights[n] = places[n].weight
	}
	list := make([]Booking, len(places))
	for n, part := range k.divide(amount, weights, k.b.waysOf(places)) {
		list[n] = Booking{places[n].at, part, mark}
	}
	return merged(list)
}

// exactShare books an amount on places without rounding it.
func exactShare(amount money.Decimal, mark cost.Mark, places []weighed) []Booking {
	weights, list := make([]money.Decimal, len(places)), make([]Booking, len(places))
	for n := range places {
		weights[n] = places[n].weight
	}
	for n, part := range exactly(amount, weights) {
		list[n] = Booking{places[n].at, part, mark}
	}
	return list
}

// parts books each of the parts of a line, exactly; it is false where the line has none, or where what it
// prints was not made of them.
func (k *bookkeeper) parts(i int) ([]Booking, bool) {
	places := k.b.axes.parts[i]
	if places == nil {
		return nil, false
	}
	l := &k.b.Lines[i]
	sum := &l.Figures[k.column].Exact
	if sum.Op == cost.Product && len(sum.Of) > 0 {
		sum = &sum.Of[0] // in another currency
	}
	if sum.Op != cost.Sum || len(sum.Of) != len(places) {
		return nil, false
	}
	parts, _ := l.Costs[0].(*cost.Parts)
	var list []Booking
	for n := range places {
		var p *cost.Percentage
		if kinds := parts.List[n].Costs; len(kinds) == 1 {
			p, _ = kinds[0].(*cost.Percentage)
		}
		list = append(list, exactShare(sum.Of[n].Value, sum.Of[n].Mark, k.follow(places[n], p))...)
	}
	return merged(list), true
}

// fit makes the exact bookings of parts come to the amount that the line prints; that may be one
// that is stated, or in another currency.
func (k *bookkeeper) fit(amount money.Decimal, mark cost.Mark, list []Booking) []Booking {
	places, amounts, sum := make([]weighed, len(list)), make([]money.Decimal, len(list)), money.Zero
	for n := range list {
		places[n], amounts[n] = weighed{list[n].At, list[n].Amount.Abs()}, list[n].Amount
		sum = sum.Add(list[n].Amount)
	}
	unit := k.b.Rounding.To
	switch beyond := amount.Sub(sum).Abs(); {
	case k.b.Once && beyond.IsZero():
		return list
	case k.b.Once || beyond.GreaterThanOrEqual(unit):
		return k.share(amount, mark, places)
	}
	out := make([]Booking, 0, len(list))
	for n, part := range money.AddUpBy(amount, amounts, unit, k.b.waysOn(places)...) {
		out = append(out, Booking{list[n].At, part, list[n].Mark})
	}
	return out
}

// divide shares an amount out: in units, or exactly where rounding is done once.
func (k *bookkeeper) divide(amount money.Decimal, weights []money.Decimal, ways [][]int) []money.Decimal {
	if !k.b.Once {
		return money.ApportionBy(amount, weights, k.b.Rounding.To, ways...)
	}
	return exactly(amount, weights)
}

// exactly shares an amount out with the decimals of a division; the last part takes what these leave.
func exactly(amount money.Decimal, weights []money.Decimal) []money.Decimal {
	parts, total, left := make([]money.Decimal, len(weights)), money.Sum(weights...), amount
	for n := 0; n < len(weights)-1 && !total.IsZero(); n++ {
		parts[n] = money.Div(amount.Mul(weights[n]), total)
		left = left.Sub(parts[n])
	}
	parts[len(parts)-1] = left
	return parts
}

// follow returns over which places an amount is divided: those that the plan names, and for a
// percentage, on axes that the plan does not name, those of the lines that it is taken of.
func (k *bookkeeper) follow(own []weighed, p *cost.Percentage) []weighed {
	if own == nil {
		own = []weighed{{Nowhere, money.New(1)}}
	}
	if p == nil {
		return own
	}
	var named [cost.NumAxes]bool
	for _, axis := range cost.Axes() {
		named[axis] = own[0].at[axis] >= 0
	}
	base := k.base(named, p)
	if k.spent += len(base) * len(own); base == nil || len(base)*len(own) > mostPlaces || k.spent > mostFollowed {
		return own
	}
	out := make([]weighed, 0, len(own)*len(base))
	for _, mine := range own {
		for _, other := range base {
			next := mine
			for _, axis := range cost.Axes() {
				if !named[axis] {
					next.at[axis] = other.At[axis]
				}
			}
			next.weight = mine.weight.Mul(other.Amount.Abs())
			out = append(out, next)
		}
	}
	return out
}

// mostPlaces is over how many places a percentage may be divided by what it is taken of; one of
// more is booked where the plan says, or nowhere.
const mostPlaces = 2000

// mostFollowed is the same of all percentages of a column together.
const mostFollowed = 200_000

// base returns where the amounts are booked that a percentage is taken of, axes that the plan
// names for the percentage itself left out; nil where that says nothing, or where amounts of both
// signs make no shares.
func (k *bookkeeper) base(named [cost.NumAxes]bool, p *cost.Percentage) (list []Booking) {
	fund := k.b.fund(p.Fund.Value)
	for _, id := range p.Base {
		at, ok := k.b.byID[id.Value]
		if !ok {
			return nil
		}
		for _, booked := range k.of(at) {
			if p.Fund.IsSet() && booked.At[cost.Fund] != fund {
				continue
			}
			for _, axis := range cost.Axes() {
				if named[axis] {
					booked.At[axis] = -1
				}
			}
			list = append(list, booked)
		}
	}
	list = merged(list)
	sign, says := 0, false
	for _, booked := range list {
		says = says || booked.At != Nowhere
		if s := booked.Amount.Sign(); s != 0 && sign != 0 && s != sign {
			return nil
		} else if s != 0 {
			sign = s
		}
	}
	if !says || sign == 0 {
		return nil
	}
	return list
}

// fund returns the index of a fund; -1 where there is none.
func (b *Budget) fund(id string) int {
	if at, ok := b.axes.index[cost.Fund][id]; ok {
		return at
	}
	return -1
}

// merged adds up what is booked on one place, in the order of the places.
func merged(list []Booking) []Booking {
	if len(list) < 2 {
		return list
	}
	list = slices.Clone(list)
	slices.SortStableFunc(list, func(a, b Booking) int { return compare(a.At, b.At) })
	out := list[:1]
	for _, next := range list[1:] {
		if last := &out[len(out)-1]; last.At == next.At {
			last.Amount, last.Mark = last.Amount.Add(next.Amount), min(last.Mark, next.Mark)
		} else {
			out = append(out, next)
		}
	}
	return out
}

// compare orders places; what names no value stands last.
func compare(a, b Place) int {
	for axis := range a {
		if c := cmp.Compare(uint(a[axis]), uint(b[axis])); c != 0 { //nolint:gosec // -1 becomes the largest
			return c
		}
	}
	return 0
}
