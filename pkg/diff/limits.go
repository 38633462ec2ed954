package diff

import "github.com/isuplan/isuplan/pkg/money"

// Limits are the most, in per cent of the old amount, that the total and each line may
// rise; nil for no limit.
type Limits struct{ Total, Line *money.Decimal }

// Excess is an amount that rose by more than its limit. What rises by just the limit does
// not exceed it.
type Excess struct {
	ID, Label string // of the line; "" for the total
	From, To  money.Decimal
	Limit     money.Decimal
}

// Exceeded returns what rose by more than the limits. In two currencies nothing can be said.
func (l Limits) Exceeded(b *Bridge) (list []Excess) {
	if b.Other != "" {
		return nil
	}
	if x := (Excess{From: b.From, To: b.To}); x.isOver(l.Total) {
		list = append(list, x)
	}
	for i := range b.Lines {
		line := &b.Lines[i]
		if x := (Excess{ID: line.ID, Label: line.Label, From: line.From, To: line.To}); x.isOver(l.Line) {
			list = append(list, x)
		}
	}
	return list
}

// IsSet reports whether there is any limit.
func (l Limits) IsSet() bool { return l.Total != nil || l.Line != nil }

func (x *Excess) isOver(limit *money.Decimal) bool {
	if limit == nil {
		return false
	}
	x.Limit = *limit
	return x.To.Sub(x.From).Mul(money.Hundred).GreaterThan(x.From.Abs().Mul(*limit))
}

func (l Limits) json(b *Bridge) jsonLimits {
	out := jsonLimits{Exceeded: []jsonExcess{}}
	if l.Total != nil {
		out.MaxIncrease = text(*l.Total)
	}
	if l.Line != nil {
		out.MaxLineIncrease = text(*l.Line)
	}
	for _, x := range l.Exceeded(b) {
		out.Exceeded = append(out.Exceeded, jsonExcess{x.ID, x.Label, x.From.String(), x.To.String(), x.Limit.String()})
	}
	return out
}
