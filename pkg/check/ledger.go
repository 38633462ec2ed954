package check

import (
	"github.com/isuplan/isuplan/pkg/budget"
	"github.com/isuplan/isuplan/pkg/diag"
	"github.com/isuplan/isuplan/pkg/money"
)

// ledger looks at the table the way an accountant does: each cell is part of a row
// and of a column, and a cell that is wrong shows in both.
type ledger struct {
	*Context
	parents []int                  // by line; -1 for the total
	leaves  []int                  // how many lines that are no group stand before each line
	downs   map[cell]money.Decimal // what the lines of a sum add up to as printed, in columns that follow from others
	slack   money.Decimal          // what the plan's tolerance passes
	used    map[cell]sumOf         // how stated sums were made
	ids     map[string]int         // the index of each line; made when it is asked for
}

// cell is a cell of the table: a line, or totalRow, and a column.
type cell struct{ line, column int }

const (
	totalRow = -1
	noRow    = -2 // a figure outside the table, such as a source of money
)

func newLedger(c *Context) *ledger {
	n := len(c.Budget.Lines)
	l := &ledger{Context: c, parents: make([]int, n), leaves: make([]int, n+1), downs: map[cell]money.Decimal{}, used: map[cell]sumOf{}}
	var around []int // the groups around the line
	for i := range c.Budget.Lines {
		for len(around) > 0 && c.Budget.Lines[around[len(around)-1]].End <= i {
			around = around[:len(around)-1]
		}
		l.parents[i] = totalRow
		if len(around) > 0 {
			l.parents[i] = around[len(around)-1]
		}
		l.leaves[i+1] = l.leaves[i]
		if c.Budget.Lines[i].IsGroup() {
			around = append(around, i)
		} else {
			l.leaves[i+1]++
		}
	}
	l.slack = c.Budget.Slack(l.leaves[n])
	return l
}

// index returns the index of a line by its id.
func (l *ledger) index(id string) (int, bool) {
	if l.ids == nil {
		l.ids = make(map[string]int, len(l.Budget.Lines))
		for i, id := range l.Budget.IDs() {
			l.ids[id] = i
		}
	}
	i, ok := l.ids[id]
	return i, ok
}

func (l *ledger) figure(x cell) *budget.Figure {
	if x.line == totalRow {
		return &l.Budget.Total[x.column]
	}
	return &l.Budget.Lines[x.line].Figures[x.column]
}

// row names a line, or the total.
func (l *ledger) row(line int) string {
	if line == totalRow {
		return "the total"
	}
	return l.label(l.Budget.Lines[line].Label)
}

// name names a cell.
func (l *ledger) name(x cell) string {
	if len(l.Budget.Columns) > 1 {
		return l.row(x.line) + ", " + l.head(x.column)
	}
	return l.row(x.line)
}

// see points at the span that a cell is written in.
func (l *ledger) see(x cell) []diag.Related {
	f := l.figure(x)
	note := l.name(x) + " " + l.amount(x.column, f.Printed)
	switch {
	case f.Stated.IsSet():
		return []diag.Related{{Span: f.Stated.Span(), Note: note}}
	case x.line != totalRow:
		return []diag.Related{{Span: l.Budget.Lines[x.line].ID.Span(), Note: note}}
	}
	return nil
}

// isBranch reports whether a row is the sum of others.
func (l *ledger) isBranch(line int) bool {
	return line == totalRow || l.Budget.Lines[line].IsGroup()
}

// children returns the lines that stand directly in a group, or in the table.
func (l *ledger) children(line int) (lines []int) {
	from, to := 0, len(l.Budget.Lines)
	if line != totalRow {
		from, to = line+1, l.Budget.Lines[line].End
	}
	for at := from; at < to; at = l.Budget.Lines[at].End {
		lines = append(lines, at)
	}
	return lines
}

// residual returns by how much a stated figure is above the computed one.
func (l *ledger) residual(x cell) (money.Decimal, bool) {
	f := l.figure(x)
	if !f.Stated.IsSet() || f.Computed == nil {
		return money.Zero, false
	}
	return f.Stated.Value.Value.Sub(*f.Computed), true
}

// isAdditive reports whether a column's rows add up to its total.
func (l *ledger) isAdditive(column int) bool {
	return !l.Budget.Columns[column].Kind.IsPercent()
}

// crossFoot returns by how much a printed sum of a derived column is above what its
// lines print.
func (l *ledger) crossFoot(x cell) money.Decimal {
	sum, known := l.downs[x]
	if !known {
		for _, at := range l.children(x.line) {
			sum = sum.Add(l.Budget.Lines[at].Figures[x.column].Printed)
		}
		l.downs[x] = sum
	}
	return l.figure(x).Printed.Sub(sum)
}

// isNothing reports a difference that the plan's tolerance passes.
func (l *ledger) isNothing(d money.Decimal) bool {
	return d.Abs().LessThanOrEqual(l.slack)
}

// factor is how often a column enters one that follows from it.
func factor(column *budget.Column, of int) int64 {
	n := int64(0)
	for i, at := range column.Of {
		switch {
		case at != of:
		case column.Kind == budget.ChangeColumn && i == 0, column.Kind == budget.LessColumn && i > 0:
			n--
		default:
			n++
		}
	}
	return n
}
