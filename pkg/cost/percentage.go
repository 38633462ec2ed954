package cost

import (
	"github.com/isuplan/isuplan/pkg/diag"
	"github.com/isuplan/isuplan/pkg/schema"
	"github.com/isuplan/isuplan/pkg/source"
)

var _ = register(Kind{
	Name: "percentage", Key: "percent", Doc: "a rate of other lines, such as social charges of 20% of salaries",
	keys: percentKeys(),
	more: []schema.Field[Line]{
		schema.Key("of_fund", schema.With(schema.Reference, schema.To("funds"), schema.Except("sum")), func(l *Line) *source.At[string] { return &of[Percentage](l).Fund },
			"for a percentage: the fund that it is taken of, where it is of what this fund alone pays of those lines"),
	},
})

// percentKeys are the keys of a percentage, of lines and of the words that stand for more than one.
func percentKeys(also ...string) []schema.Field[Line] {
	base := schema.With(schema.Reference, schema.To(lineSpace), schema.Also(also...))
	return []schema.Field[Line]{
		schema.Key("percent", ratesType, func(l *Line) *numbers { return &of[Percentage](l).Rate },
			"the rate, such as 20%, or -5% for a vacancy rate"),
		schema.Key("of", schema.With(schema.ListUpTo(mostParts, base), schema.NotEmpty), func(l *Line) *[]source.At[string] { return &of[Percentage](l).Base },
			"the ids of the lines and groups that the rate is taken of"),
	}
}

// Percentage is a rate of a declared base: amount = rate / 100 × sum of the base
// lines' amounts as printed.
type Percentage struct {
	Rate numbers // 20 for 20%
	Base []source.At[string]
	// Fund is the fund of which the rate is taken, where only what it pays of the base counts.
	Fund source.At[string]
}

func (p *Percentage) complete(r *schema.Reader, l *Line) {
	switch {
	case !p.Rate.IsWritten() && !l.Wrote("of"):
		r.Add(diag.Finding{Rule: MissingPart, Span: p.Fund.Span(), Message: "`of_fund` belongs to a percentage, but there is no `percent` here",
			Hint: "add \"percent: 8%\" and \"of: [...]\", or take it out"})
	case !p.Rate.IsWritten():
		r.Add(diag.Finding{Rule: MissingPart, Span: lineSpan(l), Message: "this line has a base (`of`) but no `percent`",
			Hint: "add \"percent: 20%\", or delete `of`"})
	case !l.Wrote("of") || p.Base != nil && len(p.Base) == 0:
		r.Add(diag.Finding{Rule: MissingPart, Span: p.Rate.Node.Span(), Message: "this percentage does not say of what",
			Hint: "add \"of: [salaries]\" with the ids of the lines that it is taken of"})
	}
}

// Bases returns the ids of the base lines.
func (p *Percentage) Bases() []source.At[string] { return p.Base }

// Parts returns how many parts the cost is made of.
func (p *Percentage) Parts() int { return len(p.Base) }

// Compute returns rate times base.
func (p *Percentage) Compute(c *Context) (Step, bool) {
	rate, ok := p.Rate.In(c.Column)
	if !ok {
		return Step{}, false
	}
	parts := make([]Step, 0, len(p.Base))
	for _, id := range p.Base {
		part, ok := c.Base(id.Value, p.Fund.Value)
		if !ok {
			return Step{}, false
		}
		parts = append(parts, part)
	}
	if len(parts) == 0 {
		return Step{}, false
	}
	base := Sums("base", parts)
	value := base.Value.Mul(rate.Value).Shift(-2) // exact: per cent is two places
	return Step{Op: Portion, Value: value, Of: []Step{given("rate", PerCent, rate), base}}, true
}

// Lacking says that the base is not known.
func (p *Percentage) Lacking() string { return "its rate or its base has no value" }

// Figures returns the rate.
func (p *Percentage) Figures(column string) []Quotable {
	rate, ok := p.Rate.In(column)
	if !ok {
		return nil
	}
	return []Quotable{{Name: "rate", Value: rate.Value, Percent: true, Node: rate.Node}}
}

func (p *Percentage) columns() [][]source.At[string] {
	return [][]source.At[string]{p.Rate.Keys()}
}
