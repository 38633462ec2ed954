package budget

import (
	"fmt"

	"github.com/isuplan/isuplan/pkg/cost"
	"github.com/isuplan/isuplan/pkg/diag"
	"github.com/isuplan/isuplan/pkg/money"
	"github.com/isuplan/isuplan/pkg/source"
)

// Bound is what a figure may be at the most, or at the least.
type Bound struct {
	Most bool // or else the least
	// Limit is the amount, or the percentage as it would be printed: to the unit of the budget, or
	// to whole units where that is a larger one. What rounds further, up to the next thousand,
	// breaks it.
	Limit money.Decimal
	// Room is how much is left until the figure breaks the bound; negative where it does.
	Room money.Decimal
	// Rate and Base are those of a percentage; Rate is not set for an amount.
	Rate source.At[money.Decimal]
	Base money.Decimal
	Of   []string
	Node source.Node // where it was written
}

// Bounds returns what a line's figure in a column is held to.
func (b *Budget) Bounds(l *Line, column int) (list []Bound) {
	f := &l.Figures[column]
	if bound, ok := b.bound(&l.AtMost, f, column); ok {
		bound.Most = true
		list = append(list, bound.measured(f))
	}
	if bound, ok := b.bound(&l.AtLeast, f, column); ok {
		list = append(list, bound.measured(f))
	}
	return list
}

// TotalBounds returns what the total is held to in a column.
func (b *Budget) TotalBounds(column int) []Bound {
	limit, ok := b.inColumn(b.ceiling, column)
	if !ok {
		return nil
	}
	return []Bound{Bound{Most: true, Limit: limit.Value, Node: limit.Node}.measured(&b.Total[column])}
}

// measured says how far a figure is from its limit.
func (bound Bound) measured(f *Figure) Bound {
	bound.Room = bound.Limit.Sub(f.Printed)
	if !bound.Most {
		bound.Room = bound.Room.Neg()
	}
	return bound
}

// inColumn returns the value that holds a figure of a column: one value holds those of all
// columns of amounts, and one by column also that of a sum.
func (b *Budget) inColumn(s cost.Series[money.Decimal], column int) (source.At[money.Decimal], bool) {
	c := &b.Columns[column]
	if c.Kind.IsPercent() || s.All.IsSet() && c.Kind != AmountColumn {
		return source.At[money.Decimal]{}, false
	}
	return s.In(c.ID)
}

func (b *Budget) bound(written *cost.Bound, f *Figure, column int) (Bound, bool) {
	if f.Mark == cost.Blank || !written.IsSet() {
		return Bound{}, false
	}
	if amount, ok := b.inColumn(written.Amount, column); ok {
		return Bound{Limit: amount.Value, Node: amount.Node}, true
	}
	rate, ok := b.inColumn(written.Rate, column)
	if !ok {
		return Bound{}, false
	}
	bound := Bound{Rate: rate, Node: rate.Node}
	for _, of := range written.Of {
		row, known := b.row(of.Value)
		if !known {
			return Bound{}, false // a finding says so
		}
		bound.Base = bound.Base.Add(row[column].Printed)
		bound.Of = append(bound.Of, of.Value)
	}
	rounding := b.printable()
	bound.Limit = rounding.Round(bound.Base.Mul(rate.Value).Shift(-2))
	return bound, true
}

// printable is how a percentage is rounded that nobody rounds on purpose: as the budget's amounts
// are, but never to more than whole units.
func (b *Budget) printable() money.Rounding {
	r := money.Rounding{To: b.Rounding.To, Mode: money.HalfUp}
	if whole := money.New(1); r.To.GreaterThan(whole) {
		r.To = whole
	}
	return r
}

// row returns the figures of a line, of a source of money, of the total or the financing.
func (b *Budget) row(id string) ([]Figure, bool) {
	if l, ok := b.Line(id); ok {
		return l.Figures, true
	}
	switch id {
	case "total":
		return b.Total, true
	case "financing":
		return b.Funds, len(b.Financing) > 0
	}
	for i := range b.Financing {
		if b.Financing[i].ID.Value == id {
			return b.Financing[i].Figures, true
		}
	}
	if l, ok := b.AfterRow(id); ok {
		return l.Figures, true
	}
	return nil, false
}

// checkBounds reports what bounds name and the budget does not have.
func (b *Budget) checkBounds(findings *diag.List) {
	for _, lines := range [][]Line{b.Lines, b.Financing, b.After} {
		for i := range lines {
			for _, bound := range []*cost.Bound{&lines[i].AtMost, &lines[i].AtLeast} {
				for _, of := range bound.Of {
					if _, known := b.row(of.Value); !known {
						findings.Add(diag.Finding{Rule: UnknownLine, Span: of.Span(), Subject: "budget/" + lines[i].ID.Value,
							Message: fmt.Sprintf("the budget has no line `%s`", of.Value), Hint: diag.DidYouMean(of.Value, append(b.IDs(), "total"))})
					}
				}
			}
		}
	}
}
