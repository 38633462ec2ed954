package check

import (
	"fmt"

	"github.com/isuplan/isuplan/pkg/budget"
	"github.com/isuplan/isuplan/pkg/cost"
	"github.com/isuplan/isuplan/pkg/money"
)

// A percentage is taken of the base in another column, such as that of last year.
var _ = explains(explanation{name: "base-column", bare: true, figure: func(g *gap) []cause {
	if g.Exact.Op != cost.Portion {
		return nil
	}
	var from []string
	for column := range g.Budget.Columns {
		kind := g.Budget.Columns[column].Kind
		if column == g.Column || kind != budget.AmountColumn && kind != budget.SumColumn {
			continue
		}
		if base, known := g.baseIn(column); known && g.isPortion(base) {
			from = append(from, fmt.Sprintf("from the column %s (%s)", g.head(column), g.money(base)))
		}
	}
	return oneOf(from, "the base was taken ")
}})

// baseIn returns what the lines of the base print in another column.
func (g *gap) baseIn(column int) (base money.Decimal, known bool) {
	parts := baseParts(g.Exact.Of[1])
	for _, p := range parts {
		line, ok := g.Budget.Line(p.Line)
		if !ok {
			return money.Zero, false
		}
		base = base.Add(line.Figures[column].Printed)
	}
	return base, len(parts) > 0
}
