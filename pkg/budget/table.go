package budget

import (
	"slices"

	"github.com/isuplan/isuplan/pkg/cost"
	"github.com/isuplan/isuplan/pkg/money"
	"github.com/isuplan/isuplan/pkg/plan"
)

// Table is the budget laid out anew: the same lines by other rows and columns. Its total is the
// budget's, to the last unit, where it is about all of the budget.
type Table struct {
	Plan    *plan.Table
	Columns []TableColumn
	Rows    []TableRow
	// IsPart says that the table is about a part of the budget only.
	IsPart bool

	layout *layout
}

// TableColumn is a column of a table.
type TableColumn struct {
	Outer, Inner Key // what it is of; Inner is not set in a table with one row of heads
	// Column is the column of the budget whose amounts it shows.
	Column int
}

// HasInner reports whether the column stands below an upper head.
func (c *TableColumn) HasInner() bool { return c.Inner.Dimension != "" }

// Over returns the column of the budget that all figures of a table are of, where the budget has
// several and the table's own heads do not say which.
func (t *Table) Over() (Key, bool) {
	if t.layout == nil || len(t.layout.b.Columns) < 2 || len(t.Columns) == 0 || slices.Contains(t.layout.across, plan.Years) {
		return Key{}, false
	}
	return Key{plan.Years, t.Columns[0].Column}, true
}

// Key is a value of a dimension of a table: of its rows or of its columns.
type Key struct {
	Dimension string // as the plan calls it, such as funds
	Value     int    // the index of the value, line or column of the budget; Rest or All
}

// What stands in the place of a value.
const (
	Rest = -1 // what is booked on no value of the dimension
	All  = -2 // all of it
)

// TableRow is a row of a table.
type TableRow struct {
	Kind    RowKind
	Depth   int
	Key     Key // what it is of; of the total All
	Figures []Figure

	at path // of a row that has none below it
}

// RowKind says what a row of a table is.
type RowKind int

// The kinds of row.
const (
	ValueRow    RowKind = iota // a line, or an innermost value
	HeadRow                    // the head of a group of rows; it has no figures
	SubtotalRow                // the sum of a group
	TotalRow
)

// mostCells is how many figures a table may have.
const mostCells = 250_000

// Tables returns the tables that the plan asks for, in its order. One of more than 250,000
// figures has no rows.
func (b *Budget) Tables(p *plan.Plan) []Table {
	tables := make([]Table, len(p.Budget.Tables))
	for i := range tables {
		tables[i] = b.Table(&p.Budget.Tables[i])
	}
	return tables
}

// Table lays a table out.
func (b *Budget) Table(t *plan.Table) Table {
	l := layout{b: b, spec: t, years: b.yearsOf(t)}
	for _, d := range t.Rows {
		l.rows = append(l.rows, d.Value)
	}
	l.across = []string{plan.Years}
	if len(t.Columns) > 0 {
		l.across = nil
		for _, d := range t.Columns {
			l.across = append(l.across, d.Value)
		}
	}
	out := Table{Plan: t, IsPart: l.isPart()}
	if len(l.rows) == 0 || len(l.across) > 2 || b.axes.index[cost.For] == nil {
		return out // a finding says so
	}
	l.book()
	out.Columns, out.layout = l.columns(), &l
	if len(out.Columns)*(len(l.sums)+1) > mostCells {
		return out
	}
	out.Rows = l.lay(out.Columns)
	return out
}

// IsTooLarge reports a table that was not laid out because of its size.
func (t *Table) IsTooLarge() bool { return len(t.Rows) == 0 && len(t.Columns) > 0 }

// yearsOf returns the columns of the budget that a table has.
func (b *Budget) yearsOf(t *plan.Table) (list []int) {
	for i := range b.Columns {
		if len(t.Years) == 0 || slices.ContainsFunc(t.Years, func(id cell) bool { return id.Value == b.Columns[i].ID }) {
			list = append(list, i)
		}
	}
	return list
}

// path is where a row stands: the value of each dimension of the rows, and for lines the groups
// that it stands in.
type path string

// slot is where a figure stands across: the values of the dimensions of the columns that are axes.
type slot [2]int

// sums are the amounts of a row, in each slot by column of the budget.
type sums map[slot]*vector

// vector is an amount in each column of the budget, and whether anything was booked in it.
type vector struct {
	amounts []money.Decimal
	marks   []cost.Mark
	booked  bool
}

func (b *Budget) newVector() *vector {
	return &vector{amounts: make([]money.Decimal, len(b.Columns)), marks: make([]cost.Mark, len(b.Columns))}
}

// layout works a table out.
type layout struct {
	b            *Budget
	spec         *plan.Table
	rows, across []string
	years        []int
	keysBy       func(Place) []Key // which rows an entry belongs to, where that is not what rows say

	keys map[path][]Key // the keys of each row, the outermost first
	sums map[path]sums
	from map[path][]entry // what is booked in each row

	follows [][]int // by column of the budget: the columns of amounts that it shows or follows from
}

// isPart reports whether the table is about a part of the budget.
func (l *layout) isPart() bool {
	return slices.ContainsFunc(cost.Axes(), func(a cost.Axis) bool { return len(l.spec.Only.On(a)) > 0 })
}
