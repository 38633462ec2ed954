package budget

import (
	"fmt"
	"slices"

	"github.com/isuplan/isuplan/pkg/cost"
	"github.com/isuplan/isuplan/pkg/money"
	"github.com/isuplan/isuplan/pkg/plan"
	"github.com/isuplan/isuplan/pkg/source"
)

// How a scale becomes the parts that are paid. The United Nations assess their Members with a
// ceiling of 22 per cent, a floor of 0.001 per cent and a ceiling of 0.01 per cent for least
// developed countries; trust funds of conventions take that scale for the Parties alone, leave
// out whoever is below 0.1 per cent, and adjust the rest so that it comes to 100 per cent again.
// What a ceiling leaves, or a floor takes, is borne by the others in proportion to their rates.

// weights returns the exact weights by which the amount of the current column is shared out,
// one for each Party; nil, with a finding, where that cannot be. What is shared out in several ways
// is brought together first: ceilings, floors and shares are of what a Party pays in all.
func (s *sharer) weights(amount money.Decimal) []money.Decimal {
	ways := s.of.Ways()
	if !s.isAll(ways) {
		return nil
	}
	fixed := s.fixedShares()
	each, ok := s.each(ways, fixed)
	if !ok {
		return nil
	}
	s.leaveOut(each, ways)
	totals := make([]money.Decimal, len(ways))
	isAnyFixed := slices.ContainsFunc(fixed, func(d *money.Decimal) bool { return d != nil })
	for k, way := range ways {
		if totals[k] = money.Sum(each[k]...); !totals[k].IsPositive() && !isAnyFixed {
			s.fail(s.of.ID.Span(), fmt.Sprintf("the amount%s cannot be shared out %s: nobody has a part in it", s.where(), worded(way.How)), "give some Party more than 0")
			return nil
		}
	}
	rates := together(ways, each, totals)
	if len(ways) == 1 && ways[0].How == plan.ByShares {
		return rates
	}
	return s.within(rates, fixed, amount)
}

// fixedShares returns the shares of the Parties that pay just that, whatever their scale: none
// where the amount, or a part of it, is shared out by the shares of all.
func (s *sharer) fixedShares() []*money.Decimal {
	fixed := make([]*money.Decimal, len(s.of.Parties))
	if s.of.Needs(plan.ByShares) {
		return fixed
	}
	for i := range s.of.Parties {
		if share, has := s.of.Parties[i].Party.Share.In(s.ctx.Column); has {
			fixed[i] = &share.Value
		}
	}
	return fixed
}

// each returns the weights of each way; none of those that have a share.
func (s *sharer) each(ways []plan.Way, fixed []*money.Decimal) ([][]money.Decimal, bool) {
	each, complete := make([][]money.Decimal, len(ways)), true
	for k, way := range ways {
		each[k] = make([]money.Decimal, len(s.of.Parties))
		for i := range each[k] {
			if fixed[i] != nil {
				continue
			}
			p := s.of.Parties[i].Party
			v, ok := rateOf(p, way.How, s.ctx.Column)
			if each[k][i] = v; !ok {
				complete = false
				s.lacks(p, way.How)
			}
		}
	}
	return each, complete
}

// together brings the weights of several ways over one denominator, so that they are exact.
func together(ways []plan.Way, each [][]money.Decimal, totals []money.Decimal) []money.Decimal {
	if len(ways) == 1 {
		return each[0]
	}
	all := make([]money.Decimal, len(each[0]))
	for k, way := range ways {
		factor := way.Percent
		for other := range ways {
			if other != k {
				factor = factor.Mul(totals[other])
			}
		}
		for i := range all {
			all[i] = all[i].Add(each[k][i].Mul(factor))
		}
	}
	return all
}

// isAll reports whether the parts are all of the amount; where they are not, a finding says so.
func (s *sharer) isAll(ways []plan.Way) bool {
	sum := money.Zero
	for _, w := range ways {
		sum = sum.Add(w.Percent)
	}
	if sum.Equal(money.Hundred) {
		return true
	}
	s.fail(s.of.Node.Get("parts").Span(), fmt.Sprintf("the parts come to %s%% of the amount, and not to 100%%", sum), "correct a `percent`, or add the part that is missing")
	return false
}

func worded(how string) string {
	if how == plan.Equally {
		return how
	}
	return "by " + how
}

// rateOf returns a Party's rate, share or weight in a column.
func rateOf(p *plan.Party, how, column string) (money.Decimal, bool) {
	series := p.Scale
	switch how {
	case plan.Equally:
		return money.New(1), true
	case plan.ByShares:
		series = p.Share
	case plan.ByWeights:
		series = p.Weight
	}
	at, ok := series.In(column)
	return at.Value, ok
}

// leaveOut takes those out that are below what is assessed at all, by their scale or weight: they
// pay nothing, in no way.
func (s *sharer) leaveOut(each [][]money.Decimal, ways []plan.Way) {
	if !s.of.Below.IsSet() {
		return
	}
	for k, way := range ways {
		whole := money.Hundred
		switch way.How {
		case plan.ByWeights:
			whole = money.Sum(each[k]...)
		case plan.ByScale:
		default:
			continue
		}
		limit := s.of.Below.Value.Mul(whole)
		for i := range each[k] {
			if each[k][i].Mul(money.Hundred).LessThan(limit) {
				for other := range each {
					each[other][i] = money.Zero
				}
			}
		}
	}
}

// within fits weights into what a Party pays at the least and at the most. Bounds are parts of
// 100, so that most columns have the same; where the least is an amount, parts of the whole one.
func (s *sharer) within(weights []money.Decimal, fixed []*money.Decimal, amount money.Decimal) []money.Decimal {
	assessed := s.of.Needs(plan.ByScale) || s.of.Needs(plan.ByWeights) // bounds are of nothing else; a rule says so
	ofAmount := assessed && s.of.Minimum.IsSet() && amount.IsPositive()
	if !ofAmount && slices.EqualFunc(weights, s.last.rates, money.Decimal.Equal) && slices.EqualFunc(fixed, s.last.fixed, sameShare) {
		return s.last.fitted
	}
	if s.last = (fit{}); !ofAmount {
		s.last.rates, s.last.fixed = slices.Clone(weights), fixed
	}
	f := fitting{rates: weights, whole: money.Hundred, least: make([]money.Decimal, len(weights)), most: make([]money.Decimal, len(weights))}
	if ofAmount {
		f.whole = amount
	}
	percent := func(d money.Decimal) money.Decimal { return d.Mul(f.whole).Shift(-2) }
	bounded := false
	for i := range weights {
		f.most[i] = f.whole
		p := s.of.Parties[i].Party
		if fixed[i] != nil {
			f.least[i], f.most[i] = percent(*fixed[i]), percent(*fixed[i])
			weights[i], bounded = money.New(1), true
			continue
		}
		if weights[i].IsZero() || !assessed {
			continue
		}
		if s.of.Cap.IsSet() {
			f.most[i] = percent(s.of.Cap.Value)
		}
		if s.of.Floor.IsSet() {
			f.least[i] = percent(s.of.Floor.Value)
		}
		if ofAmount && s.of.Minimum.Value.GreaterThan(f.least[i]) {
			f.least[i] = s.of.Minimum.Value
		}
		if most := percent(s.of.LDC.Value); s.of.LDC.IsSet() && p.LDC.Value && most.LessThan(f.most[i]) {
			f.most[i] = most
		}
		if f.least[i].GreaterThan(f.most[i]) {
			f.least[i] = f.most[i] // a ceiling is what protects a Party
		}
		bounded = bounded || f.most[i].LessThan(f.whole) || f.least[i].IsPositive()
	}
	if s.last.fitted = weights; !bounded {
		return weights
	}
	fitted, ok := f.fit()
	if s.last.fitted = fitted; !ok {
		s.last = fit{} // each column says so
		why, hint := s.unfit(&f, fixed, ofAmount)
		s.fail(s.of.ID.Span(), fmt.Sprintf("the amount%s cannot be shared out: %s", s.where(), why), hint)
		return nil
	}
	return fitted
}

// fit is what the rates of a column came to.
type fit struct {
	rates, fitted []money.Decimal
	fixed         []*money.Decimal
}

func sameShare(a, b *money.Decimal) bool {
	return a == b || a != nil && b != nil && a.Equal(*b)
}

// lacks reports a Party without what its part is worked out from.
func (s *sharer) lacks(p *plan.Party, how string) {
	key := map[string]string{plan.ByScale: "scale", plan.ByShares: "share", plan.ByWeights: "weight"}[how]
	if s.findings.IsFull(plan.WrongContribution) {
		s.findings.Count(plan.WrongContribution, 1)
		return
	}
	s.fail(p.Name.Span(), fmt.Sprintf("%s has no %s%s, by which the amount is shared out", p.Name.Value, key, s.where()), fmt.Sprintf("give it a `%s`; write 0 where it pays nothing", key))
}

// fitting finds the parts of a whole that are proportional to rates wherever the least and the
// most of each allow it. Such parts exist once: the factor of proportion is what brings them to
// the whole.
type fitting struct {
	rates       []money.Decimal
	least, most []money.Decimal
	whole       money.Decimal
}

// fit returns the parts as exact weights; it is false where the bounds leave no such parts. In
// each round whoever is beyond the bound that costs more is held there: the others go on.
func (f *fitting) fit() ([]money.Decimal, bool) {
	held := make([]*money.Decimal, len(f.rates))
	for range len(f.rates) + 1 {
		rates, taken := f.free(held)
		rest := f.whole.Sub(taken)
		if !rates.IsPositive() {
			return f.result(held, rates, rest), rest.IsZero()
		}
		if rest.IsNegative() {
			return nil, false
		}
		low, high, beyond := f.beyond(held, rates, rest)
		if len(low)+len(high) == 0 {
			return f.result(held, rates, rest), true
		}
		if !beyond.IsNegative() {
			for _, i := range low {
				held[i] = &f.least[i]
			}
		}
		if !beyond.IsPositive() {
			for _, i := range high {
				held[i] = &f.most[i]
			}
		}
	}
	return nil, false
}

// free returns the sum of the rates of those that are not held, and what the held ones take.
func (f *fitting) free(held []*money.Decimal) (rates, taken money.Decimal) {
	for i, h := range held {
		if h != nil {
			taken = taken.Add(*h)
		} else {
			rates = rates.Add(f.rates[i])
		}
	}
	return rates, taken
}

// beyond returns who is below its least and above its most, and by how much more the first are
// than the second. Both sides are multiplied by the sum of the rates, so that nothing is divided.
func (f *fitting) beyond(held []*money.Decimal, rates, rest money.Decimal) (low, high []int, by money.Decimal) {
	for i := range f.rates {
		if held[i] != nil || f.rates[i].IsZero() {
			continue
		}
		part := f.rates[i].Mul(rest)
		if d := f.least[i].Mul(rates).Sub(part); d.IsPositive() {
			low, by = append(low, i), by.Add(d)
		}
		if d := part.Sub(f.most[i].Mul(rates)); d.IsPositive() {
			high, by = append(high, i), by.Sub(d)
		}
	}
	return low, high, by
}

// result returns the parts, times the sum of the free rates.
func (f *fitting) result(held []*money.Decimal, rates, rest money.Decimal) []money.Decimal {
	if !rates.IsPositive() {
		rates = money.New(1)
	}
	parts := slices.Clone(f.rates)
	for i := range parts {
		if held[i] != nil {
			parts[i] = held[i].Mul(rates)
		} else {
			parts[i] = parts[i].Mul(rest)
		}
	}
	return parts
}

// rateNode returns where a Party's rate was written, for whoever asks how its amount came about.
func rateNode(p *plan.Party, column string) source.Node {
	for _, s := range []cost.Series[money.Decimal]{p.Share, p.Scale, p.Weight} {
		if at, ok := s.In(column); ok {
			return at.Node
		}
	}
	return p.Name.Node
}
