package check

import (
	"github.com/isuplan/isuplan/pkg/budget"
	"github.com/isuplan/isuplan/pkg/money"
)

// shortfall is what the sources of money are short of the budget in a column, or over
// it where it is negative: what explanations of financing look at.
type shortfall struct {
	*Context
	column  int
	missing money.Decimal
	sources []*budget.Line // those that stand in no group
	amounts []money.Decimal
}

func newShortfall(c *Context, column int) *shortfall {
	s := &shortfall{Context: c, column: column,
		missing: c.Budget.Total[column].Printed.Sub(c.Budget.Funds[column].Printed)}
	for at := 0; at < len(c.Budget.Financing); at = c.Budget.Financing[at].End {
		source := &c.Budget.Financing[at]
		s.sources = append(s.sources, source)
		s.amounts = append(s.amounts, source.Figures[column].Printed)
	}
	return s
}

// causes returns all that may explain the shortfall.
func (s *shortfall) causes() (list []cause) {
	if len(s.sources) > mostAddends {
		return nil
	}
	small := s.canRound()
	for _, e := range byName() {
		if e.financing != nil && (e.small || !small) {
			list = append(list, e.financing(s)...)
		}
	}
	return list
}

// canRound reports whether rounding the sources and the budget can make the shortfall.
func (s *shortfall) canRound() bool {
	halves := money.New(int64(len(s.sources) + 1))
	return s.missing.Abs().Mul(two).LessThanOrEqual(s.Budget.Rounding.To.Mul(halves))
}

// called names a source.
func (s *shortfall) called(i int) string { return s.label(s.sources[i].Label) }
