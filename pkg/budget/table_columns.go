package budget

import (
	"slices"

	"github.com/isuplan/isuplan/pkg/plan"
)

// columns lays the columns out. A value that no row books anything on has none.
func (l *layout) columns() (list []TableColumn) {
	if len(l.across) == 1 {
		for _, outer := range l.keysAcross(0) {
			list = append(list, TableColumn{Outer: outer, Column: l.columnOf(outer)})
		}
		return list
	}
	if len(l.spec.Heads) > 0 {
		return l.chosen()
	}
	inner := l.keysAcross(1)
	for _, outer := range l.keysAcross(0) {
		for _, key := range inner {
			if key.Value != Rest || l.isBooked(outer, key) {
				list = append(list, l.column(outer, key))
			}
		}
	}
	return list
}

// isBooked reports whether something is booked under both of the heads of a column.
func (l *layout) isBooked(outer, inner Key) bool {
	for _, row := range l.sums {
		for s := range row {
			if l.covers(0, outer, s) && l.covers(1, inner, s) {
				return true
			}
		}
	}
	return false
}

func (l *layout) column(outer, inner Key) TableColumn {
	return TableColumn{Outer: outer, Inner: inner, Column: l.columnOf(outer, inner)}
}

// columnOf returns the column of the budget that a column shows: the one that it is of, or the one
// that the budget is counted over.
func (l *layout) columnOf(keys ...Key) int {
	for _, k := range keys {
		if k.Dimension == plan.Years && k.Value >= 0 {
			return k.Value
		}
	}
	if len(l.spec.Years) == 1 && len(l.years) == 1 {
		return l.years[0]
	}
	return l.b.Main
}

// keysAcross returns the values of a dimension of the columns: those that something is booked
// on and their sums, what is booked on none, and all of it. A sum of all that is booked is left out.
func (l *layout) keysAcross(i int) (keys []Key) {
	d := l.across[i]
	if d == plan.Years {
		for _, c := range l.years {
			keys = append(keys, Key{d, c})
		}
		return keys
	}
	used := map[int]bool{}
	for _, row := range l.sums {
		for s := range row {
			used[s[i]] = true
		}
	}
	a, _ := plan.AxisOf(d)
	for v, value := range l.b.axes.values[a] {
		if used[v] || slices.ContainsFunc(value.Sum, func(of int) bool { return used[of] }) && !coversAll(value.Sum, used) {
			keys = append(keys, Key{d, v})
		}
	}
	if used[Rest] {
		keys = append(keys, Key{d, Rest})
	}
	return append(keys, Key{d, All})
}

// coversAll reports a sum that has all that is booked: it is the total again.
func coversAll(sum []int, used map[int]bool) bool {
	for v := range used {
		if !slices.Contains(sum, v) {
			return false
		}
	}
	return true
}

// chosen returns the columns that the plan chooses.
func (l *layout) chosen() (list []TableColumn) {
	for _, h := range l.spec.Heads {
		outer, ok := l.keyCalled(0, h.Of.Value)
		if !ok {
			continue
		}
		inner := l.keysAcross(1)
		if len(h.Show) > 0 {
			inner = nil
			for _, id := range h.Show {
				if key, ok := l.keyCalled(1, id.Value); ok {
					inner = append(inner, key)
				}
			}
		}
		for _, key := range inner {
			list = append(list, l.column(outer, key))
		}
	}
	return list
}

// keyCalled returns the value of a dimension of the columns that has a name.
func (l *layout) keyCalled(i int, name string) (Key, bool) {
	d := l.across[i]
	if name == plan.TotalHead && d != plan.Years {
		return Key{d, All}, true
	}
	if d == plan.Years {
		at, ok := l.b.Column(name)
		return Key{d, at}, ok
	}
	a, _ := plan.AxisOf(d)
	at, ok := l.b.axes.index[a][name]
	return Key{d, at}, ok
}
