package budget

import (
	"slices"

	"github.com/isuplan/isuplan/pkg/money"
	"github.com/isuplan/isuplan/pkg/plan"
)

// Source is what a line has of a figure of a table.
type Source struct {
	Line   int // the index of the line; Rest for what the printed total has beyond its lines
	Amount money.Decimal
	At     []Place // where it is booked
}

// Sources returns the lines whose amounts make up a figure of a table in a column of amounts of the
// budget, which is the figure's own or one that it adds up, and what each has of it. It is false for
// figures that follow from others of the table: sums of values, subtotals, totals and changes.
func (t *Table) Sources(row, column, year int) ([]Source, bool) {
	r, c := &t.Rows[row], &t.Columns[column]
	if r.Kind != ValueRow || t.layout.b.Columns[year].Kind != AmountColumn || t.layout.addsUp(c.Outer) || c.HasInner() && t.layout.addsUp(c.Inner) {
		return nil, false
	}
	var list []Source
	index := map[int]int{}
	for _, e := range t.layout.from[r.at] {
		s := t.layout.slotOf(e.at)
		if e.column != year || !t.layout.covers(0, c.Outer, s) || c.HasInner() && !t.layout.covers(1, c.Inner, s) {
			continue
		}
		at, known := index[e.line]
		if !known {
			at = len(list)
			index[e.line] = at
			list = append(list, Source{Line: e.line})
		}
		list[at].Amount = list[at].Amount.Add(e.amount)
		list[at].At = append(list[at].At, e.at)
	}
	return list, true
}

// addsUp reports a key that covers others: all of a dimension, or a sum of values.
func (l *layout) addsUp(k Key) bool {
	if k.Dimension == plan.Years {
		return false
	}
	if k.Value == All {
		return true
	}
	return k.Value >= 0 && len(l.sumOf(k)) > 0
}

// sumOf returns the values that a key adds up.
func (l *layout) sumOf(k Key) []int {
	a, _ := plan.AxisOf(k.Dimension)
	return l.b.axes.values[a][k.Value].Sum
}

// AddsUp returns the columns of a table that add up to one of it, as its upper head has them: the
// values of a total or of a sum, the years of a sum of years. It is nil for a column that has
// amounts of its own, or where none of those is in the table. Where some are not, a row's figures do not add up to it.
func (t *Table) AddsUp(column int) []int {
	c := &t.Columns[column]
	for _, of := range []func(*TableColumn) ([]int, bool){t.overYears, t.overValues} {
		if list, ok := of(c); ok {
			return list
		}
	}
	return nil
}

// overYears returns the columns of the same values in the years that a column adds up.
func (t *Table) overYears(c *TableColumn) (list []int, ok bool) {
	of := &t.layout.b.Columns[c.Column]
	if of.Kind != SumColumn {
		return nil, false
	}
	year := func(k Key, y int) Key {
		if k.Dimension == plan.Years {
			k.Value = y
		}
		return k
	}
	for _, y := range of.Of {
		at := t.find(year(c.Outer, y), year(c.Inner, y), y)
		if at < 0 {
			return nil, false
		}
		list = append(list, at)
	}
	return list, len(list) > 0
}

// overValues returns the columns whose values a total or a sum of values adds up.
func (t *Table) overValues(c *TableColumn) (list []int, ok bool) {
	l := t.layout
	inner := c.HasInner() && l.addsUp(c.Inner)
	if !inner && !l.addsUp(c.Outer) {
		return nil, false
	}
	for i := range t.Columns {
		o := &t.Columns[i]
		switch {
		case o.Column != c.Column:
		case inner && o.Outer == c.Outer && !l.addsUp(o.Inner) && l.within(o.Inner, c.Inner),
			!inner && o.Inner == c.Inner && !l.addsUp(o.Outer) && l.within(o.Outer, c.Outer):
			list = append(list, i)
		}
	}
	return list, len(list) > 0
}

// within reports whether a key's value is covered by another's.
func (l *layout) within(k, by Key) bool {
	if by.Value == All {
		return true
	}
	return slices.Contains(l.sumOf(by), k.Value)
}

func (t *Table) find(outer, inner Key, column int) int {
	for i := range t.Columns {
		if t.Columns[i].Outer == outer && t.Columns[i].Inner == inner && t.Columns[i].Column == column {
			return i
		}
	}
	return -1
}
