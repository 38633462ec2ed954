package cost

import (
	"github.com/isuplan/isuplan/pkg/diag"
	"github.com/isuplan/isuplan/pkg/money"
	"github.com/isuplan/isuplan/pkg/schema"
	"github.com/isuplan/isuplan/pkg/source"
)

var _ = register(Kind{
	Name: "percentage", Key: "percent", Doc: "a rate of other lines, such as social charges of 20% of salaries",
	keys: []schema.Field[Line]{
		schema.Key("percent", schema.Percent, func(l *Line) *source.At[money.Decimal] { return &of[Percentage](l).Rate },
			"the rate, such as 20%"),
		schema.Key("of", schema.List(schema.ID), func(l *Line) *[]source.At[string] { return &of[Percentage](l).Base },
			"the ids of the lines that the rate is taken of"),
	},
})

// Percentage is a rate of a declared base: amount = rate / 100 × sum of the base
// lines' amounts as printed.
type Percentage struct {
	Rate source.At[money.Decimal] // 20 for 20%
	Base []source.At[string]
}

func (p *Percentage) complete(r *schema.Reader, l *Line) {
	switch {
	case !l.wrote("percent"):
		r.Add(diag.Finding{Rule: MissingPart, Span: place(l), Message: "this line has a base (`of`) but no `percent`",
			Hint: "add \"percent: 20%\", or delete `of`"})
	case l.Node.Get("of").Len() == 0 && l.Node.Get("of").Kind() != source.Scalar:
		r.Add(diag.Finding{Rule: MissingPart, Span: l.Node.Get("percent").Span(), Message: "this percentage does not say of what",
			Hint: "add \"of: [salaries]\" with the ids of the lines that it is taken of"})
	}
}

// Bases returns the ids of the base lines.
func (p *Percentage) Bases() []source.At[string] { return p.Base }

// Compute returns rate times base.
func (p *Percentage) Compute(base func(string) (Step, bool)) (Step, bool) {
	var parts []Step
	for _, id := range p.Base {
		part, ok := base(id.Value)
		if !ok {
			return Step{}, false
		}
		parts = append(parts, part)
	}
	if len(parts) == 0 || !p.Rate.IsSet() {
		return Step{}, false
	}
	of := sum("base", parts)
	value := of.Value.Mul(p.Rate.Value).Shift(-2) // exact: per cent is two places
	return Step{Op: Share, Value: value, Of: []Step{given("rate", PerCent, p.Rate), of}}, true
}

// Figures returns the rate.
func (p *Percentage) Figures() []Quotable {
	return []Quotable{{Name: "rate", Value: p.Rate.Value, Percent: true, Node: p.Rate.Node}}
}
