package budget

import (
	"encoding/binary"
	"slices"

	"github.com/isuplan/isuplan/pkg/cost"
	"github.com/isuplan/isuplan/pkg/money"
	"github.com/isuplan/isuplan/pkg/plan"
	"github.com/isuplan/isuplan/pkg/source"
)

type cell = source.At[string]

// entry is a booking of a line in a column, until it is known which row it belongs to.
type entry struct {
	line, column int
	at           Place
	amount       money.Decimal
	mark         cost.Mark
}

// book adds every line's bookings up in the rows and slots that they belong to.
func (l *layout) book() {
	l.keys, l.sums, l.from = map[path][]Key{}, map[path]sums{}, map[path][]entry{}
	for c := range l.b.Columns {
		if l.b.Columns[c].Kind != AmountColumn {
			continue
		}
		for _, e := range l.rounded(c, l.entries(c)) {
			if l.isWanted(e.at) {
				l.add(e)
			}
		}
	}
}

// entries returns what is booked in a column of amounts, line by line, and last what the printed
// total has beyond its lines.
func (l *layout) entries(c int) (list []entry) {
	books := bookkeeper{b: l.b, column: c}
	left := l.b.Total[c].Printed
	for i := 0; i < len(l.b.Lines); i++ {
		line := &l.b.Lines[i]
		if line.IsGroup() {
			continue
		}
		for _, booked := range books.of(i) {
			list = append(list, entry{i, c, booked.At, booked.Amount, booked.Mark})
			left = left.Sub(booked.Amount)
		}
	}
	if !left.IsZero() && !l.b.Once {
		list = append(list, entry{Rest, c, Nowhere, left, cost.Number})
	}
	return list
}

// rounded rounds exact entries so that they come to the printed total, where rounding is done
// once.
func (l *layout) rounded(c int, list []entry) []entry {
	if !l.b.Once || len(list) == 0 {
		return list
	}
	amounts, places := make([]money.Decimal, len(list)), make([]weighed, len(list))
	for i := range list {
		amounts[i], places[i].at = list[i].amount, list[i].at
	}
	lines, _ := grouped(len(list), func(i int) int { return list[i].line })
	total := l.b.Total[c].Printed
	left := total
	for i, part := range money.AddUpBy(total, amounts, l.b.Rounding.To, append(l.b.waysOn(places), lines)...) {
		list[i].amount = part
		left = left.Sub(part)
	}
	if !left.IsZero() {
		list = append(list, entry{Rest, c, Nowhere, left, cost.Number})
	}
	return list
}

// isWanted reports whether the table is about a place.
func (l *layout) isWanted(at Place) bool {
	for _, a := range cost.Axes() {
		only := l.spec.Only.On(a)
		if len(only) > 0 && !slices.ContainsFunc(only, func(id cell) bool { return l.b.isIn(a, at[a], id.Value) }) {
			return false
		}
	}
	return true
}

// isIn reports whether a value is the one of a name, or belongs to it: to its sum, to its output.
func (b *Budget) isIn(a cost.Axis, value int, name string) bool {
	whole, ok := b.axes.index[a][name]
	return ok && b.belongs(a, value, whole)
}

// add adds an entry to its row.
func (l *layout) add(e entry) {
	keys := l.keysOf(e)
	at := pathOf(keys)
	row := l.sums[at]
	if row == nil {
		row = sums{}
		l.keys[at], l.sums[at] = keys, row
	}
	l.from[at] = append(l.from[at], e)
	s := l.slotOf(e.at)
	v := row[s]
	if v == nil {
		v = l.b.newVector()
		row[s] = v
		for c := range v.marks {
			v.marks[c] = cost.Blank
		}
	}
	v.booked = true
	v.amounts[e.column] = v.amounts[e.column].Add(e.amount)
	v.marks[e.column] = min(v.marks[e.column], e.mark)
}

// keysOf returns the rows that an entry belongs to, the outermost first: lines that are all the
// rows there are stand in their groups.
func (l *layout) keysOf(e entry) (keys []Key) {
	if l.keysBy != nil {
		return l.keysBy(e.at)
	}
	for _, d := range l.rows {
		if d != plan.Lines {
			keys = append(keys, Key{d, l.value(d, e.at)})
			continue
		}
		if len(l.rows) == 1 && e.line >= 0 {
			for _, g := range l.groups(e.line) {
				keys = append(keys, Key{d, g})
			}
		}
		keys = append(keys, Key{d, e.line})
	}
	return keys
}

// groups returns the groups that a line stands in, the outermost first.
func (l *layout) groups(line int) (list []int) {
	depth := l.b.Lines[line].Depth
	for at := line - 1; at >= 0 && depth > 0; at-- {
		if l.b.Lines[at].Depth < depth {
			list, depth = append(list, at), l.b.Lines[at].Depth
		}
	}
	slices.Reverse(list)
	return list
}

// levels are those of the results chain, by dimension.
var levels = map[string]int{plan.Outcomes: 1, plan.Outputs: 2, plan.Activities: 3}

// value returns the value of a dimension that a place has; Rest where it has none.
func (l *layout) value(dimension string, at Place) int {
	a, _ := plan.AxisOf(dimension)
	if level := levels[dimension]; level > 0 {
		return l.b.axes.values[a].Ancestor(at[a], level)
	}
	return at[a]
}

// slotOf returns where a place stands across.
func (l *layout) slotOf(at Place) slot {
	s := slot{All, All}
	for i, d := range l.across {
		if d != plan.Years {
			s[i] = l.value(d, at)
		}
	}
	return s
}

// pathOf makes of keys what rows are known by.
func pathOf(keys []Key) path {
	b := make([]byte, 0, 8*len(keys))
	for _, k := range keys {
		b = binary.BigEndian.AppendUint64(b, uint64(k.Value)) //nolint:gosec // what is no value becomes the largest, and stands last
	}
	return path(b)
}
