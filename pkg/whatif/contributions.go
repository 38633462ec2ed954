package whatif

import (
	"maps"
	"slices"
	"strings"

	"github.com/isuplan/isuplan/pkg/budget"
	"github.com/isuplan/isuplan/pkg/cost"
	"github.com/isuplan/isuplan/pkg/money"
	"github.com/isuplan/isuplan/pkg/source"
)

// shared returns what a name behind "contributions." stands for: ID.cap and the other bounds,
// or a Party's rate, weight, share or payment, as ID.PARTY.scale.
func shared(b *budget.Budget, name string) (target, error) {
	id, rest, _ := strings.Cut(strings.TrimPrefix(name, "contributions."), ".")
	c, ok := b.Contribution(id)
	if !ok {
		return target{}, problemf("%s: the budget has no contributions %s", name, id)
	}
	bounds := map[string]source.Node{"cap": c.Cap.Node, "floor": c.Floor.Node, "below": c.Below.Node, "minimum": c.Minimum.Node, "ldc_cap": c.LDC.Node}
	if node := bounds[rest]; !node.IsZero() {
		return target{name: name, node: node}, nil
	}
	key, part, _ := strings.Cut(rest, ".")
	p, ok := c.Share(key)
	if !ok {
		return target{}, problemf("%s: %s has no Party and no bound of that name", name, id)
	}
	part, at, named := CutColumn(b, part)
	values := map[string]cost.Series[money.Decimal]{"scale": p.Party.Scale, "share": p.Party.Share, "weight": p.Party.Weight, "paid": p.Party.Paid}
	series, column := values[part], b.Columns[at].ID
	value, ok := series.In(column)
	switch {
	case !ok:
		return target{}, problemf("%s: %s has no value %q written for it; a Party has %s", name, p.Label.Value, part, strings.Join(slices.Sorted(maps.Keys(values)), ", "))
	case value.Node.File() != c.Node.File():
		return target{}, problemf("%s: it stands in the file %s; try another list there", name, c.List.Value)
	}
	to := target{name: name, node: value.Node, column: column}
	if named && series.All.IsSet() {
		for i := range b.Columns {
			if b.Columns[i].Kind == budget.AmountColumn {
				to.columns = append(to.columns, b.Columns[i].ID)
			}
		}
		if len(to.columns) == 1 {
			to.columns = nil
		}
	} else if !named && len(series.By) > 1 {
		return target{}, problemf("%s: the value is not the same in all columns; name one: %s.%s", name, name, column)
	}
	return to, nil
}
