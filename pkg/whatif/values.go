package whatif

import (
	"strings"

	"github.com/isuplan/isuplan/pkg/budget"
	"github.com/isuplan/isuplan/pkg/cost"
	"github.com/isuplan/isuplan/pkg/source"
)

// valuesIn returns what was written for a line in a column, by its name.
func valuesIn(b *budget.Budget, line *budget.Line, column string) map[string]source.Node {
	nodes := map[string]source.Node{}
	if stated, ok := line.Stated.In(column); ok {
		nodes["stated"] = stated.Node
	}
	for _, c := range line.Costs {
		for _, q := range c.Figures(column) {
			if !q.Node.IsZero() {
				nodes[q.Name] = q.Node
			}
		}
		if g, ok := c.(*cost.Growing); ok {
			if base, ok := baseIn(b, g, column); ok {
				nodes["base"] = base
			}
		}
	}
	for name, bound := range map[string]*cost.Bound{"at_most": &line.AtMost, "at_least": &line.AtLeast} {
		if limit, ok := bound.Amount.In(column); ok {
			nodes[name] = limit.Node
		} else if rate, ok := bound.Rate.In(column); ok {
			nodes[name] = rate.Node
		}
	}
	return nodes
}

// baseIn returns the amount that growth begins with in a column. One value is that of the first.
func baseIn(b *budget.Budget, g *cost.Growing, column string) (source.Node, bool) {
	if g.Base.All.IsSet() {
		for _, c := range b.Columns {
			if c.Kind == budget.AmountColumn {
				return g.Base.All.Node, c.ID == column
			}
		}
	}
	base, ok := g.Base.In(column)
	return base.Node, ok
}

// baseBefore returns the amount of a year before the first column from which a line grows, such
// as travel.base.2025.
func baseBefore(b *budget.Budget, l *budget.Line, name, part string) (target, bool) {
	year, ok := strings.CutPrefix(part, "base.")
	if _, known := b.Column(year); !ok || known {
		return target{}, false
	}
	for _, c := range l.Costs {
		if g, isGrowing := c.(*cost.Growing); isGrowing && !g.Base.All.IsSet() {
			if base, ok := g.Base.In(year); ok {
				return target{name: name, node: base.Node, column: year}, true
			}
		}
	}
	return target{}, false
}
