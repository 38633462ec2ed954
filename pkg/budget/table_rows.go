package budget

import (
	"maps"
	"slices"

	"github.com/isuplan/isuplan/pkg/cost"
	"github.com/isuplan/isuplan/pkg/plan"
)

// lay returns the rows in their order, with the subtotal of each group and the total.
func (l *layout) lay(columns []TableColumn) []TableRow {
	order := slices.Sorted(maps.Keys(l.sums))
	rows := l.group(columns, order, 0)
	total := TableRow{Kind: TotalRow, Key: Key{Value: All}, Figures: l.figures(columns, l.sum(order))}
	l.proven(columns, total.Figures)
	return append(rows, total)
}

// group returns the rows of paths that have their keys up to a depth in common.
func (l *layout) group(columns []TableColumn, paths []path, depth int) (rows []TableRow) {
	for len(paths) > 0 {
		key := l.keys[paths[0]][depth]
		n := 1
		for n < len(paths) && l.keys[paths[n]][depth] == key {
			n++
		}
		rows = append(rows, l.of(columns, key, paths[:n], depth)...)
		paths = paths[n:]
	}
	return rows
}

// of returns the rows of one key: a row of its own where nothing is told apart below it, or else
// a head, what is below, and the subtotal, unless the plan says that a group has none.
func (l *layout) of(columns []TableColumn, key Key, paths []path, depth int) []TableRow {
	if l.isLeaf(paths, depth) {
		return []TableRow{{Kind: ValueRow, Depth: depth, Key: key, Figures: l.figures(columns, l.sum(paths)), at: paths[0]}}
	}
	rows := []TableRow{{Kind: HeadRow, Depth: depth, Key: key}}
	rows = append(rows, l.group(columns, paths, depth+1)...)
	if key.Dimension == plan.Lines && key.Value >= 0 && l.b.Lines[key.Value].Unsummed {
		return rows // subtotal: none
	}
	return append(rows, TableRow{Kind: SubtotalRow, Depth: depth, Key: key, Figures: l.figures(columns, l.sum(paths))})
}

// isLeaf reports whether nothing is told apart below the rows' key: they end there, or all that
// follows is what is booked on no value.
func (l *layout) isLeaf(paths []path, depth int) bool {
	if len(paths) > 1 {
		return false
	}
	for _, k := range l.keys[paths[0]][depth+1:] {
		if k.Value != Rest || k.Dimension == plan.Lines {
			return false
		}
	}
	return true
}

// sum adds rows up, slot by slot.
func (l *layout) sum(paths []path) sums {
	if len(paths) == 1 {
		return l.sums[paths[0]]
	}
	out := sums{}
	for _, p := range paths {
		for s, v := range l.sums[p] {
			if out[s] == nil {
				out[s] = l.b.newVector()
				for c := range out[s].marks {
					out[s].marks[c] = cost.Blank
				}
			}
			out[s].add(v)
		}
	}
	return out
}

func (v *vector) add(other *vector) {
	for c := range v.amounts {
		v.amounts[c] = v.amounts[c].Add(other.amounts[c])
		v.marks[c] = min(v.marks[c], other.marks[c])
	}
	v.booked = v.booked || other.booked
}

// figures makes a row's figures of its sums.
func (l *layout) figures(columns []TableColumn, row sums) []Figure {
	out := make([]Figure, len(columns))
	for i, c := range columns {
		out[i] = l.figure(&c, row)
	}
	return out
}

// figure adds up what a row has in the slots of a column. What follows from other columns, such
// as a sum of years, is worked out of these sums.
func (l *layout) figure(c *TableColumn, row sums) Figure {
	v := l.b.newVector()
	for i := range v.marks {
		v.marks[i] = cost.Blank
	}
	for s, part := range row {
		if l.covers(0, c.Outer, s) && (!c.HasInner() || l.covers(1, c.Inner, s)) {
			v.add(part)
		}
	}
	return l.b.derivedFigure(v, c.Column)
}

// covers reports whether a key of the columns covers a slot.
func (l *layout) covers(i int, k Key, s slot) bool {
	if k.Dimension == plan.Years || k.Value == All || k.Value == s[i] {
		return true
	}
	if k.Value < 0 || s[i] < 0 {
		return false
	}
	a, _ := plan.AxisOf(k.Dimension)
	return slices.Contains(l.b.axes.values[a][k.Value].Sum, s[i])
}

// derivedFigure returns what a vector has in a column: what is booked there, or what follows from
// the columns before.
func (b *Budget) derivedFigure(v *vector, column int) Figure {
	if !v.booked {
		return Figure{Mark: cost.Blank}
	}
	steps := make([]cost.Step, len(b.Columns))
	for c := 0; c <= column; c++ {
		steps[c] = cost.Step{Op: cost.Given, Value: v.amounts[c], Mark: v.marks[c]}
		if kind := b.Columns[c].Kind; kind != AmountColumn {
			of := make([]cost.Step, 0, len(b.Columns[c].Of))
			for _, at := range b.Columns[c].Of {
				of = append(of, steps[at])
			}
			steps[c], _ = derived(kind, of)
			if kind == PercentColumn {
				steps[c].Value = b.Columns[c].Rounding.Round(steps[c].Value)
			}
		}
	}
	return Figure{Printed: steps[column].Value, Mark: steps[column].Mark}
}

// proven puts the budget's own total into the columns of all money. It is the same amount by
// construction, for what the printed total has beyond its lines is booked on no value; only of a
// column that adds others up may the plan state another one, which the budget's table prints too.
func (l *layout) proven(columns []TableColumn, total []Figure) {
	if l.isPart() {
		return
	}
	for i, c := range columns {
		if f := &l.b.Total[c.Column]; c.IsWhole() {
			total[i] = Figure{Printed: f.Printed, Mark: f.Mark}
		}
	}
}

// IsWhole reports whether a column is of all that is booked in its column of the budget.
func (c *TableColumn) IsWhole() bool {
	whole := func(k Key) bool { return k.Dimension == plan.Years || k.Value == All }
	return whole(c.Outer) && (!c.HasInner() || whole(c.Inner))
}
