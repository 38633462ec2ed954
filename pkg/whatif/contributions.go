package whatif

import (
	"maps"
	"slices"
	"strings"

	"github.com/isuplan/isuplan/pkg/budget"
	"github.com/isuplan/isuplan/pkg/cost"
	"github.com/isuplan/isuplan/pkg/source"
)

// shared returns what a name of contributions stands for: ID.cap and the other bounds, what is
// shared out, or a Party's rate, weight, share or payment, as ID.PARTY.scale.
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
	if to, ok, err := wholeOf(b, c, name, rest); ok || err != nil {
		return to, err
	}
	key, part, _ := strings.Cut(rest, ".")
	p, ok := c.Share(key)
	if !ok {
		keys := slices.Sorted(maps.Keys(bounds))
		for i := range c.Parties {
			keys = append(keys, c.Parties[i].ID.Value)
		}
		return target{}, problemf("%s: %s has no Party and no bound of that name%s", name, id, meant(key, keys))
	}
	values := map[string]nodes{"scale": nodesOf(p.Party.Scale), "share": nodesOf(p.Party.Share), "weight": nodesOf(p.Party.Weight), "paid": nodesOf(p.Party.Paid)}
	if p.Party.Arrears.IsSet() {
		values["arrears"] = nodes{all: p.Party.Arrears.Node, once: true}
	}
	maps.DeleteFunc(values, func(_ string, n nodes) bool { return n.all.IsZero() && len(n.by) == 0 })
	to, ok, err := pick(b, values, name, part)
	switch {
	case err != nil:
		return to, err
	case !ok && part == "" && len(values) > 0:
		return target{}, problemf("%s: say which of its values: %s.%s", name, name, strings.Join(slices.Sorted(maps.Keys(values)), " or "+name+"."))
	case !ok && len(values) == 0:
		return target{}, problemf("%s: nothing is written for %s that could be set", name, p.Label.Value)
	case !ok:
		return target{}, problemf("%s: %s has no value %q written for it; it has %s", name, p.Label.Value, part, strings.Join(slices.Sorted(maps.Keys(values)), ", "))
	case to.node.File() != c.Node.File():
		return target{}, problemf("%s: it stands in the file %s; try another list there", name, c.List.Value)
	}
	return to, nil
}

// wholeOf returns what says how much is shared out: the amount, or the part of another.
func wholeOf(b *budget.Budget, c *budget.Contribution, name, part string) (target, bool, error) {
	return pick(b, map[string]nodes{"amount": nodesOf(c.Amount), "percent": nodesOf(c.Percent)}, name, part)
}

// nodes are where the values of a series were written.
type nodes struct {
	all source.Node
	by  map[string]source.Node
	// once says that the value is of no column.
	once bool
}

func nodesOf[T any](series cost.Series[T]) nodes {
	n := nodes{all: series.All.Node, by: map[string]source.Node{}}
	for _, e := range series.By {
		n.by[e.Key.Value] = e.Value.Node
	}
	return n
}

// pick returns the value of a name, with a column behind it or without.
func pick(b *budget.Budget, values map[string]nodes, name, part string) (target, bool, error) {
	part, at, named := CutColumn(b, part)
	of, column := values[part], b.Columns[at].ID
	if !named && of.all.IsZero() && len(of.by) > 1 {
		return target{}, false, problemf("%s: the value is not the same in all columns; name one: %s.%s", name, name, strings.Join(slices.Sorted(maps.Keys(of.by)), " or "+name+"."))
	}
	if !named && len(of.by) == 1 {
		for column, node := range of.by {
			return target{name: name + "." + column, node: node, column: column}, true, nil
		}
	}
	if node, ok := of.by[column]; ok {
		return target{name: name, node: node, column: column}, true, nil
	}
	if of.all.IsZero() || named && of.once {
		return target{}, false, nil
	}
	to := target{name: name, node: of.all, column: column}
	if named {
		for i := range b.Columns {
			if b.Columns[i].Kind == budget.AmountColumn {
				to.columns = append(to.columns, b.Columns[i].ID)
			}
		}
		if len(to.columns) == 1 {
			to.columns = nil
		}
	}
	return to, true, nil
}
