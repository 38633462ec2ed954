package budget

import (
	"slices"

	"github.com/isuplan/isuplan/pkg/cost"
)

// Values returns the values of an axis that the amounts of a row are booked on, each once and in
// their order, with their shares where the plan divides the row's line over just these. It is nil
// for heads, subtotals and the total.
func (t *Table) Values(row int, a cost.Axis) (list []Shared) {
	r := &t.Rows[row]
	if r.Kind != ValueRow {
		return nil
	}
	var named, paid []Shared // those that are named, and those that have something of it
	for _, e := range t.layout.from[r.at] {
		at := e.at[a]
		if at < 0 || !t.shows(&e) {
			continue
		}
		named = with(named, at)
		if !e.amount.IsZero() {
			paid = with(paid, at)
		}
	}
	if own := t.layout.b.divided(r, a); own != nil && sameValues(own, named) {
		return own
	}
	if len(paid) == 0 {
		return named
	}
	return paid
}

// with adds a value in its order, where it is not there.
func with(list []Shared, value int) []Shared {
	at, there := slices.BinarySearchFunc(list, value, func(s Shared, v int) int { return s.Value - v })
	if there {
		return list
	}
	return slices.Insert(list, at, Shared{Value: value})
}

// shows reports whether some column of the table has what is booked.
func (t *Table) shows(e *entry) bool {
	s := t.layout.slotOf(e.at)
	return slices.ContainsFunc(t.Columns, func(c TableColumn) bool {
		return t.layout.covers(0, c.Outer, s) && (!c.HasInner() || t.layout.covers(1, c.Inner, s)) && slices.Contains(t.layout.amounts(c.Column), e.column)
	})
}

// amounts returns the columns of amounts that a column shows, or that it follows from.
func (l *layout) amounts(column int) []int {
	if l.follows == nil {
		l.follows = make([][]int, len(l.b.Columns))
	}
	if l.follows[column] == nil {
		l.follows[column] = l.b.summands(column, []int{})
	}
	return l.follows[column]
}

// divided returns how the plan divides the line of a row over an axis; nil where the row is of no
// line, where the plan does not say, or where parts of the line say something else.
func (b *Budget) divided(r *TableRow, a cost.Axis) []Shared {
	if !r.isOfLine() {
		return nil
	}
	for _, c := range b.Lines[r.Key.Value].Costs {
		parts, ok := c.(*cost.Parts)
		if ok && slices.ContainsFunc(parts.List, func(p cost.Part) bool {
			return p.Split(a) != nil || a == cost.Fund && p.OfFund().IsSet()
		}) {
			return nil
		}
	}
	return b.SharesOf(r.Key.Value, a)
}

func sameValues(own, named []Shared) bool {
	if len(own) != len(named) {
		return false
	}
	return !slices.ContainsFunc(own, func(s Shared) bool {
		return !slices.ContainsFunc(named, func(other Shared) bool { return other.Value == s.Value })
	})
}

// Scope returns what the numbers of units in a table are counted over: the columns of amounts of
// the budget's own scope that the table has; where it has none of them, those that its only or its
// last sum adds up. It has no columns where nothing says which are meant.
func (t *Table) Scope() Scope {
	own := t.layout.b.Scope()
	out, last := Scope{shown: -1}, []int(nil)
	for _, c := range t.Columns {
		if kind := t.layout.b.Columns[c.Column].Kind; kind > SumColumn {
			continue
		}
		for _, at := range t.layout.amounts(c.Column) {
			if slices.Contains(own.Columns, at) && !slices.Contains(out.Columns, at) {
				out.Columns = append(out.Columns, at)
			}
		}
		last = t.layout.amounts(c.Column)
	}
	if len(out.Columns) == 0 && (t.layout.b.isOneColumn(t.Columns) || len(last) > 1) {
		out.Columns = last
	}
	slices.Sort(out.Columns)
	return out
}

// isOneColumn reports whether columns are all of one column of the budget, changes left out.
func (b *Budget) isOneColumn(columns []TableColumn) bool {
	one := -1
	for _, c := range columns {
		if b.Columns[c.Column].Kind > SumColumn {
			continue
		}
		if one >= 0 && one != c.Column {
			return false
		}
		one = c.Column
	}
	return one >= 0
}
