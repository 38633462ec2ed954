package diff

import (
	"cmp"
	"slices"

	"github.com/isuplan/isuplan/pkg/budget"
	"github.com/isuplan/isuplan/pkg/cost"
	"github.com/isuplan/isuplan/pkg/money"
)

// BaseInput is the label of the base of a percentage. Reports leave it out: the part
// that is owed to the base says it.
const BaseInput = "base"

// attribution shares the change of a figure out to its causes.
//
// Where a figure is a product of a price and a quantity, the change of each is
// weighed with the mean of the other before and after: what both bring about together
// is shared in halves, so that the parts add up exactly and the comparison in the
// other direction is the mirror image (the decomposition of Bennet, Journal of the
// Royal Statistical Society 83, 1920).
type attribution struct {
	parts  []Part
	inputs []Input
}

func (x *attribution) add(c Cause, amount money.Decimal) {
	if amount.IsZero() {
		return
	}
	for i := range x.parts {
		if x.parts[i].Cause == c {
			x.parts[i].Amount = x.parts[i].Amount.Add(amount)
			return
		}
	}
	x.parts = append(x.parts, Part{c, amount})
}

func (x *attribution) input(label string, a, b cost.Step) {
	if !a.Value.Equal(b.Value) && label != "" {
		x.inputs = append(x.inputs, Input{label, a.Value, b.Value, b.Unit, a.Node, b.Node})
	}
}

// split shares the change from one figure to another out; where nothing is known but the
// two figures it is one of the amount.
func (x *attribution) split(a, b cost.Step) {
	diff := b.Value.Sub(a.Value)
	if isConversion(a) != isConversion(b) {
		x.conversion(converted(a), converted(b)) // the line is in another currency, or no more
		return
	}
	if a.Op != b.Op {
		x.mixed(a, b, diff)
		return
	}
	switch a.Op {
	case cost.Sum:
		x.sum(a, b)
	case cost.Product:
		x.product(a, b)
	case cost.Portion:
		x.portion(a, b)
	case cost.Growth:
		x.growth(a, b)
	default:
		x.add(Amount, diff)
	}
}

// mixed compares a single step with a sum of several: where a line had one post and
// has two now. Anything else is another way of costing.
func (x *attribution) mixed(a, b cost.Step, diff money.Decimal) {
	switch {
	case a.Op == cost.Sum && b.Op == cost.Product:
		b = cost.Step{Op: cost.Sum, Value: b.Value, Of: []cost.Step{b}}
	case a.Op == cost.Product && b.Op == cost.Sum:
		a = cost.Step{Op: cost.Sum, Value: a.Value, Of: []cost.Step{a}}
	default:
		x.add(Basis, diff)
		return
	}
	x.sum(a, b)
}

// sum compares the parts of two sums by what they are called.
func (x *attribution) sum(a, b cost.Step) {
	rest := b.Value.Sub(a.Value)
	before := map[string][]cost.Step{}
	for _, s := range a.Of {
		before[s.Line+s.Label] = append(before[s.Line+s.Label], s)
	}
	for _, s := range b.Of {
		k := s.Line + s.Label
		if len(before[k]) == 0 {
			x.add(New, s.Value)
			rest = rest.Sub(s.Value)
			continue
		}
		old := before[k][0]
		before[k] = before[k][1:]
		inside := &attribution{}
		inside.split(old, s)
		for _, p := range inside.parts {
			x.add(p.Cause, p.Amount)
			rest = rest.Sub(p.Amount)
		}
		for _, i := range inside.inputs {
			if s.Label != "" {
				i.Label = s.Label + ", " + i.Label
			}
			x.inputs = append(x.inputs, i)
		}
	}
	for _, s := range a.Of {
		k := s.Line + s.Label
		if len(before[k]) > 0 {
			gone := before[k][0] // of several that are called alike, one that has no partner
			before[k] = before[k][1:]
			x.add(Dropped, gone.Value.Neg())
			rest = rest.Add(gone.Value)
		}
	}
	x.add(Rounding, rest) // twelfths are divided once in a line
}

// product compares price × quantity, or an amount × the rate of its currency.
func (x *attribution) product(a, b cost.Step) {
	if isConversion(a) && isConversion(b) {
		x.conversion(a, b)
		return
	}
	if isMonthly(a) != isMonthly(b) {
		a, b = yearly(a), yearly(b)
	}
	diff := b.Value.Sub(a.Value)
	p, q := price(a), price(b)
	for _, s := range b.Of {
		for _, old := range a.Of {
			if sameInput(old, s) {
				x.input(s.Label, old, s)
			}
		}
	}
	x.onlyIn(a, b)
	// (q - p) × (quantity before + quantity after) / 2.
	quantities := quantity(a, p).Add(quantity(b, q))
	byPrice := money.Div(q.Sub(p).Mul(quantities), money.New(2))
	x.add(Price, byPrice)
	x.add(Quantity, diff.Sub(byPrice))
}

// onlyIn notes factors that one side leaves out because they change nothing: full time,
// twelve months.
func (x *attribution) onlyIn(a, b cost.Step) {
	neutral := func(s cost.Step) cost.Step {
		switch s.Unit {
		case cost.PerCent:
			s.Value = money.Hundred
		case cost.Twelfths:
			s.Value = money.New(12)
		default:
			s.Value = money.New(1)
		}
		return s
	}
	for _, s := range b.Of {
		if !slices.ContainsFunc(a.Of, func(o cost.Step) bool { return sameInput(o, s) }) {
			x.input(s.Label, neutral(s), s)
		}
	}
	for _, s := range a.Of {
		if !slices.ContainsFunc(b.Of, func(o cost.Step) bool { return sameInput(s, o) }) {
			x.input(s.Label, s, neutral(s))
		}
	}
}

// sameInput reports factors of one meaning; a price is a price by whatever name.
func sameInput(a, b cost.Step) bool {
	return a.Unit == b.Unit && (a.Label == b.Label || a.Unit == cost.Money)
}

// price returns the factor that is money.
func price(s cost.Step) money.Decimal {
	for _, f := range s.Of {
		if f.Unit == cost.Money {
			return f.Value
		}
	}
	return money.Zero
}

// quantity returns what a price is multiplied by.
func quantity(s cost.Step, price money.Decimal) money.Decimal {
	if !price.IsZero() {
		return money.Div(s.Value, price)
	}
	all := money.New(1)
	for _, f := range s.Of {
		switch f.Unit {
		case cost.Count:
			all = all.Mul(f.Value)
		case cost.PerCent:
			all = all.Mul(f.Value).Shift(-2)
		case cost.Twelfths:
			all = money.Div(all.Mul(f.Value), money.New(12))
		}
	}
	return all
}

// converted writes an amount in the budget's own currency as one at a rate of 1.
func converted(s cost.Step) cost.Step {
	if isConversion(s) {
		return s
	}
	inside := s
	inside.Unit = cost.Count
	return cost.Step{Op: cost.Product, Value: s.Value, Of: []cost.Step{inside, {Op: cost.Given, Unit: cost.Count, Value: money.New(1)}}}
}

// isConversion reports an amount in another currency times its rate.
func isConversion(s cost.Step) bool {
	const two = 2
	return s.Op == cost.Product && len(s.Of) == two && s.Of[0].Unit == cost.Count && s.Of[1].Unit == cost.Count && s.Of[1].Op == cost.Given
}

// conversion shares a change out to the amount in its currency, cause by cause, and
// to the exchange rate.
func (x *attribution) conversion(a, b cost.Step) {
	diff := b.Value.Sub(a.Value)
	rates := a.Of[1].Value.Add(b.Of[1].Value)
	inside := &attribution{}
	inside.split(a.Of[0], b.Of[0])
	for _, p := range inside.parts {
		part := money.Div(p.Amount.Mul(rates), money.New(2))
		x.add(p.Cause, part)
		diff = diff.Sub(part)
	}
	x.inputs = append(x.inputs, inside.inputs...)
	if b.Of[0].Op == cost.Given {
		x.input(b.Of[0].Label, a.Of[0], b.Of[0])
	}
	x.input("rate of exchange", a.Of[1], b.Of[1])
	x.add(Exchange, diff)
}

// portion compares rate × base.
func (x *attribution) portion(a, b cost.Step) {
	x.input("rate", a.Of[0], b.Of[0])
	x.input(BaseInput, a.Of[1], b.Of[1])
	bases := a.Of[1].Value.Add(b.Of[1].Value)
	byRate := money.Div(b.Of[0].Value.Sub(a.Of[0].Value).Mul(bases), money.New(2)).Shift(-2)
	x.add(Price, byRate)
	x.add(Base, b.Value.Sub(a.Value).Sub(byRate))
}

// growth compares base × (1 + rate).
func (x *attribution) growth(a, b cost.Step) {
	x.input("growth", a.Of[1], b.Of[1])
	x.input(BaseInput, a.Of[0], b.Of[0])
	bases := a.Of[0].Value.Add(b.Of[0].Value)
	byRate := money.Div(b.Of[1].Value.Sub(a.Of[1].Value).Mul(bases), money.New(2)).Shift(-2)
	x.add(Price, byRate)
	x.add(Base, b.Value.Sub(a.Value).Sub(byRate))
}

// rounded returns the parts as they are printed, so that they add up to the change
// of the printed figures exactly: what rounding leaves over goes to the largest.
func (x *attribution) rounded(change money.Decimal, b *budget.Budget) []Part {
	left := change
	var parts []Part
	for _, p := range x.parts {
		if r := b.Rounding.Round(p.Amount); !r.IsZero() {
			parts = append(parts, Part{p.Cause, r})
			left = left.Sub(r)
		}
	}
	if !left.IsZero() {
		if largest := largestOf(parts); largest >= 0 && left.Abs().LessThanOrEqual(parts[largest].Amount.Abs()) {
			parts[largest].Amount = parts[largest].Amount.Add(left)
		} else {
			parts = append(parts, Part{Rounding, left})
		}
	}
	parts = slices.DeleteFunc(parts, func(p Part) bool { return p.Amount.IsZero() })
	sortParts(parts)
	return parts
}

func largestOf(parts []Part) int {
	best := -1
	for i := range parts {
		if best < 0 || parts[i].Amount.Abs().GreaterThan(parts[best].Amount.Abs()) {
			best = i
		}
	}
	return best
}

func sortParts(parts []Part) {
	order := Causes()
	slices.SortStableFunc(parts, func(a, b Part) int {
		return cmp.Compare(slices.Index(order, a.Cause), slices.Index(order, b.Cause))
	})
}

func sortLines(lines []LineChange) {
	slices.SortStableFunc(lines, func(a, b LineChange) int {
		return cmp.Compare(a.New.ID.Node.Start().Offset, b.New.ID.Node.Start().Offset)
	})
}
