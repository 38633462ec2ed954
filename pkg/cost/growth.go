package cost

import (
	"github.com/isuplan/isuplan/pkg/diag"
	"github.com/isuplan/isuplan/pkg/money"
	"github.com/isuplan/isuplan/pkg/schema"
	"github.com/isuplan/isuplan/pkg/source"
)

var _ = register(Kind{
	Name: "growth", Key: "growth", Doc: "an amount that grows from column to column, such as salaries by 2% a year",
	keys: []schema.Field[Line]{
		schema.Key("growth", ratesType, func(l *Line) *numbers { return &of[Growing](l).Rate },
			"the growth from the amount column before, such as 2%, or -2% where it falls"),
		schema.Key("base", cellsType, func(l *Line) *cells { return &of[Growing](l).Base },
			"for growth: the amounts that are given, by column; one value is that of the first column; the year before the first column may have one too"),
	},
})

// Growing is an amount that follows from the column before:
// amount = amount before × (1 + rate / 100).
type Growing struct {
	Rate numbers
	Base cells
}

func (g *Growing) complete(r *schema.Reader, _ *Line) {
	switch {
	case !g.Rate.IsWritten():
		r.Add(diag.Finding{Rule: MissingPart, Span: g.Base.Node.Span(), Message: "this line has a `base` but no `growth`",
			Hint: "add \"growth: 2%\", or write `fixed` in place of `base`"})
	case !g.Base.IsWritten():
		r.Add(diag.Finding{Rule: MissingPart, Span: g.Rate.Node.Span(), Message: "this growth does not say from what",
			Hint: "add \"base: …\" with the amount in the first column"})
	}
}

// Bases returns nothing: growth depends on the line itself alone.
func (g *Growing) Bases() []source.At[string] { return nil }

// Parts returns how many parts the cost is made of.
func (g *Growing) Parts() int { return 0 }

// Compute returns the amount given for the column, or the one before, grown.
func (g *Growing) Compute(c *Context) (Step, bool) {
	before, blank, hasBefore := c.Previous()
	if cell, ok := g.Base.In(c.Column); ok && (!g.Base.All.IsSet() || !hasBefore) {
		return cellStep("base", cell), true
	}
	if cell, ok := g.Base.In(c.Before); ok && c.Before != "" && !g.Base.All.IsSet() && cell.Value.Mark == Number {
		before, blank, hasBefore = cellStep("base, "+c.Before, cell), nil, true
	}
	if !hasBefore {
		return Step{}, false
	}
	// Growth goes on over a blank: the amount grows there too, though nothing is printed.
	for _, column := range blank {
		grown, ok := g.grow(c, before, column)
		if !ok {
			return Step{}, false
		}
		grown.Label = column + ", blank"
		before = grown
	}
	return g.grow(c, before, c.Column)
}

func (g *Growing) grow(c *Context, before Step, column string) (Step, bool) {
	rate, ok := g.Rate.In(column)
	if !ok && g.Rate.IsSet() {
		c.Lack = Lack{Text: "`growth` has no rate for " + column, Node: g.Rate.Node}
	}
	value := before.Value.Mul(rate.Value.Add(money.Hundred)).Shift(-2)
	return Step{Op: Growth, Value: value, Of: []Step{before, given("growth", PerCent, rate)}}, ok
}

// Lacking says that nothing is there to grow from.
func (g *Growing) Lacking() string { return "`base` has no amount in a column before it" }

// Figures returns the rate.
func (g *Growing) Figures(column string) []Quotable {
	rate, ok := g.Rate.In(column)
	if !ok {
		return nil
	}
	return []Quotable{{Name: "growth", Value: rate.Value, Percent: true, Node: rate.Node}}
}

func (g *Growing) columns() [][]source.At[string] {
	return [][]source.At[string]{g.Rate.Keys()} // EachSeries shows the base
}
