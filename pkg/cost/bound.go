package cost

import (
	"github.com/isuplan/isuplan/pkg/diag"
	"github.com/isuplan/isuplan/pkg/money"
	"github.com/isuplan/isuplan/pkg/schema"
	"github.com/isuplan/isuplan/pkg/source"
)

// Bound is the most or the least that a line may be: an amount, or a percentage of other lines.
type Bound struct {
	schema.Origin
	Amount numbers
	Rate   numbers
	Of     []source.At[string]
}

// IsSet reports whether there is a bound.
func (b *Bound) IsSet() bool { return b.Amount.IsSet() || b.Rate.IsSet() && len(b.Of) > 0 }

var boundRules = schema.Together(
	schema.Rule{Need: []string{"amount", "percent"}},
	schema.Rule{If: []string{"amount"}, Bar: []string{"percent", "of"}},
	schema.Rule{If: []string{"percent"}, Need: []string{"of"}, Bar: []string{"amount"}},
	schema.Rule{If: []string{"of"}, Need: []string{"percent"}})

func boundType() schema.Type[Bound] {
	group := schema.With(schema.Group("a bound", "an amount, or a percentage of other lines",
		[]schema.Field[Bound]{
			schema.Key("amount", moneyType, func(b *Bound) *numbers { return &b.Amount }, "the amount; one for each column of amounts, or one for each column by its id, sums included"),
			schema.Key("percent", percentsType, func(b *Bound) *numbers { return &b.Rate }, "the percentage, such as 7%; one for each column of amounts, or one for each column by its id, sums included"),
			schema.Key("of", schema.With(schema.ListUpTo(mostParts, schema.With(schema.Reference, schema.To(lineSpace), schema.Also("total", "financing"))), schema.NotEmpty), func(b *Bound) *[]source.At[string] { return &b.Of }, "the ids of the lines, groups and sources of money that it is a percentage of; total is the budget's total, financing that of the sources"),
		}, checkBound), boundRules)
	return schema.Instead(schema.Short(group, "amount", schema.Money, func(one source.At[money.Decimal]) Bound {
		return Bound{Origin: schema.Origin{Node: one.Node}, Amount: numbers{Node: one.Node, All: one}}
	}), misreadBound)
}

func checkBound(r *schema.Reader, b *Bound) {
	amount, percent, of := b.Wrote("amount"), b.Wrote("percent"), b.Wrote("of")
	switch {
	case amount && (percent || of):
		r.Add(diag.Finding{Rule: TwoKinds, Span: b.Span(), Message: "this bound is an amount and a percentage at once", Hint: "keep `amount`, or `percent` with `of`"})
	case amount:
	case !percent:
		r.Add(diag.Finding{Rule: MissingPart, Span: b.Span(), Message: "this bound has no amount and no percentage", Hint: "write the amount, or \"{percent: 7%, of: [direct]}\""})
	case !of || b.Of != nil && len(b.Of) == 0:
		r.Add(diag.Finding{Rule: MissingPart, Span: b.Span(), Message: "this bound does not say of what it is a percentage", Hint: "add \"of: [direct]\" with the ids of the lines that it is taken of"})
	}
}

// boundKeys are the keys of a line's bounds.
func boundKeys() []schema.Field[Line] {
	return []schema.Field[Line]{
		schema.Key("at_most", boundType(), func(l *Line) *Bound { return &l.AtMost }, "the most that the line may be: an amount, or a percentage of other lines"),
		schema.Key("at_least", boundType(), func(l *Line) *Bound { return &l.AtLeast }, "the least that the line may be: an amount, or a percentage of other lines"),
	}
}
