package budget

import (
	"slices"

	"github.com/isuplan/isuplan/pkg/cost"
	"github.com/isuplan/isuplan/pkg/plan"
	"github.com/isuplan/isuplan/pkg/source"
)

// OnAxis returns what is booked on each value of an axis, by column of the budget: of a sum what
// is booked on its values, of an outcome or output what is booked on all that belongs to it. It is
// nil where the plan books nothing on the axis. The figures are those of every table.
func (b *Budget) OnAxis(a cost.Axis) [][]Figure {
	if !b.Books(a) {
		return nil
	}
	dimension := a.Values()
	if a == cost.For {
		dimension = plan.Activities
	}
	t := &plan.Table{Rows: []source.At[string]{{Value: dimension}}}
	l := layout{b: b, spec: t, rows: []string{dimension}, across: []string{plan.Years}, years: b.yearsOf(t)}
	l.keysBy = func(at Place) []Key { return []Key{{dimension, at[a]}} }
	l.book()
	columns := l.columns()
	out := make([][]Figure, len(b.axes.values[a]))
	for v := range out {
		var paths []path
		for p, keys := range l.keys {
			if b.belongs(a, keys[0].Value, v) {
				paths = append(paths, p)
			}
		}
		slices.Sort(paths)
		out[v] = l.figures(columns, l.sum(paths))
	}
	return out
}

// Books reports whether the plan books any line on an axis.
func (b *Budget) Books(a cost.Axis) bool {
	if b.axes == nil || b.axes.places == nil {
		return false
	}
	on := func(places []weighed) bool {
		return slices.ContainsFunc(places, func(w weighed) bool { return w.at[a] >= 0 })
	}
	for i := range b.axes.places {
		if on(b.axes.places[i]) || slices.ContainsFunc(b.axes.parts[i], on) {
			return true
		}
	}
	return false
}

// belongs reports whether a value is another, or is part of it.
func (b *Budget) belongs(a cost.Axis, value, whole int) bool {
	values := b.axes.values[a]
	if value < 0 {
		return false
	}
	if a == cost.For {
		return values.Ancestor(value, values[whole].Level) == whole
	}
	return value == whole || slices.Contains(values[whole].Sum, value)
}
