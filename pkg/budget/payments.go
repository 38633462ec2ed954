package budget

import (
	"slices"

	"github.com/isuplan/isuplan/pkg/money"
)

// Payments are what Parties paid and owe, a value for each Party.
type Payments struct {
	Columns []int                   // the columns of amounts in which something is said to be paid
	Paid    map[int][]money.Decimal // by column
	// Arrears is what is owed of years before; nil where nothing is said of it.
	Arrears []money.Decimal
	// Outstanding is what is owed in all: of years before, and of the columns in which
	// something was paid. It is nil where nothing is said to be paid.
	Outstanding []money.Decimal
}

// Payments returns what the Parties paid and owe.
func (c *Contribution) Payments(b *Budget) Payments {
	p := Payments{Paid: map[int][]money.Decimal{}}
	for col := range b.Columns {
		if b.Columns[col].Kind != AmountColumn {
			continue
		}
		paid, said := make([]money.Decimal, len(c.Parties)), false
		for i := range c.Parties {
			if at, ok := c.Parties[i].Party.Paid.In(b.Columns[col].ID); ok {
				paid[i], said = at.Value, true
			}
		}
		if said {
			p.Columns, p.Paid[col] = append(p.Columns, col), paid
		}
	}
	if slices.ContainsFunc(c.Parties, func(s Share) bool { return s.Party.Arrears.IsSet() }) {
		p.Arrears = make([]money.Decimal, len(c.Parties))
		for i := range c.Parties {
			p.Arrears[i] = c.Parties[i].Party.Arrears.Value
		}
	}
	if len(p.Columns) > 0 {
		p.Outstanding = c.outstanding(p)
	}
	return p
}

func (c *Contribution) outstanding(p Payments) []money.Decimal {
	owed := make([]money.Decimal, len(c.Parties))
	for i := range c.Parties {
		owed[i] = c.Parties[i].Party.Arrears.Value
		for _, col := range p.Columns {
			owed[i] = owed[i].Add(c.Parties[i].Figures[col].Printed).Sub(p.Paid[col][i])
		}
	}
	return owed
}

// Adjustments returns the columns of amounts in which the parts of the Parties differ from the
// column before; the first of them always.
func (c *Contribution) Adjustments(b *Budget) (list []int) {
	for col := range b.Columns {
		if b.Columns[col].Kind != AmountColumn || c.Whole[col].Computed == nil {
			continue
		}
		if len(list) > 0 {
			last := list[len(list)-1]
			if !slices.ContainsFunc(c.Parties, func(s Share) bool { return !s.Adjusted[col].Equal(s.Adjusted[last]) }) {
				continue
			}
		}
		list = append(list, col)
	}
	return list
}
