package budget

import (
	"slices"

	"github.com/isuplan/isuplan/pkg/cost"
	"github.com/isuplan/isuplan/pkg/money"
	"github.com/isuplan/isuplan/pkg/plan"
)

// Items returns the counted things that the amounts of a row are made of: those of its line, or of
// the parts of its line that the row has. All says that the row has all that they cost; where it has
// a part of that, their numbers are not the row's. It is nil where the row has anything else.
func (t *Table) Items(row int) (items []*cost.Item, all bool) {
	r := &t.Rows[row]
	if !r.isOfLine() {
		return nil, false
	}
	for _, c := range t.layout.b.Lines[r.Key.Value].Costs {
		switch c := c.(type) {
		case *cost.Units:
			return pointers(c.Items), t.hasAll(r)
		case *cost.Parts:
			return t.itemsOfParts(r, c)
		}
	}
	return nil, false
}

func pointers(list []cost.Item) (items []*cost.Item) {
	for i := range list {
		items = append(items, &list[i])
	}
	return items
}

// itemsOfParts returns the items of the parts that a row has anything of. All of these must be of units.
func (t *Table) itemsOfParts(r *TableRow, parts *cost.Parts) (items []*cost.Item, all bool) {
	all = true
	places := t.layout.b.axes.parts[r.Key.Value]
	for n := range parts.List {
		some, whole := t.has(r, places[n])
		if !some {
			continue
		}
		units, ok := (*cost.Units)(nil), false
		if costs := parts.List[n].Costs; len(costs) == 1 {
			units, ok = costs[0].(*cost.Units)
		}
		if !ok {
			return nil, false
		}
		items, all = append(items, pointers(units.Items)...), all && whole
	}
	return items, all && len(items) > 0
}

// has reports whether a row has some of the places of a part, and whether it has all.
func (t *Table) has(r *TableRow, places []weighed) (some, all bool) {
	if places == nil {
		places = []weighed{{at: Nowhere}}
	}
	all = true
	for _, p := range places {
		e := entry{line: r.Key.Value, at: p.at}
		in := t.layout.isWanted(p.at) && pathOf(t.layout.keysOf(e)) == r.at
		some, all = some || in, all && in
	}
	return some, all
}

// hasAll reports whether a row has all that its line has in the columns that the table counts.
func (t *Table) hasAll(r *TableRow) bool {
	b := t.layout.b
	left := make([]money.Decimal, len(b.Columns))
	columns := t.Scope().Columns
	for _, c := range columns {
		if left[c] = b.Lines[r.Key.Value].Figures[c].Printed; b.Once {
			left[c] = b.exact(&b.Lines[r.Key.Value].Figures[c])
		}
	}
	for _, e := range t.layout.from[r.at] {
		left[e.column] = left[e.column].Sub(e.amount)
	}
	slack := money.Zero
	if b.Once {
		slack = b.Rounding.To
	}
	return !slices.ContainsFunc(columns, func(c int) bool { return left[c].Abs().GreaterThan(slack) })
}

// Shared returns a row's figures shared out over items, by what each costs: they add up to the row's
// in every column.
func (t *Table) Shared(row int, items []*cost.Item) [][]Figure {
	l := t.layout
	parts := make([]sums, len(items))
	for i := range parts {
		parts[i] = sums{}
	}
	for s, v := range l.sums[t.Rows[row].at] {
		for i := range parts {
			parts[i][s] = l.b.newVector()
			parts[i][s].booked = v.booked
			copy(parts[i][s].marks, v.marks)
		}
		for c := range l.b.Columns {
			if l.b.Columns[c].Kind != AmountColumn || v.marks[c] == cost.Blank {
				continue
			}
			for i, part := range money.Apportion(v.amounts[c], weightsOf(items, l.b.Columns[c].ID), l.b.Rounding.To) {
				parts[i][s].amounts[c] = part
			}
		}
	}
	out := make([][]Figure, len(items))
	for i := range out {
		out[i] = l.figures(t.Columns, parts[i])
	}
	return out
}

func weightsOf(items []*cost.Item, column string) []money.Decimal {
	weights := make([]money.Decimal, len(items))
	for i, item := range items {
		weights[i] = item.Amount(column)
		if weights[i].IsNegative() {
			weights[i] = money.Zero
		}
	}
	return weights
}

// isOfLine reports a row of a line.
func (r *TableRow) isOfLine() bool {
	return r.Kind == ValueRow && r.Key.Dimension == plan.Lines && r.Key.Value >= 0
}
