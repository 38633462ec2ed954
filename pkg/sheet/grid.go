package sheet

import (
	"github.com/xuri/excelize/v2"

	"github.com/isuplan/isuplan/pkg/budget"
	"github.com/isuplan/isuplan/pkg/cost"
	"github.com/isuplan/isuplan/pkg/money"
)

// The sheets of a spreadsheet.
const (
	budgetSheet    = "Budget"
	unroundedSheet = "Unrounded"
	inputsSheet    = "Inputs"
	postsSheet     = "Posts"
	exactPosts     = "Posts unrounded"
)

// Where the table of the budget begins, counted from 1 as spreadsheets do.
const (
	headRow     = 3
	codeColumn  = 1
	labelColumn = 2
	firstColumn = 3
)

// cell is a cell of a spreadsheet; rows and columns are counted from 1.
type cell struct {
	sheet    string
	col, row int
}

func (c cell) name() string {
	name, _ := excelize.CoordinatesToCellName(c.col, c.row) // columns and rows are never below 1
	return name
}

// grid knows where each figure of a sheet stands in its spreadsheet.
type grid struct {
	Sheet
	rows      []Row
	lines     map[string]int // the rows of the budget's lines, groups and total, by id
	funds     map[string]int // the rows of the financing
	other     []int          // for each column of the budget: the column of amounts that are not printed, or 0
	given     *inputList
	shares    *shares // how lines are divided, where formulas ask for it
	home      string  // the sheet that has the table, and the one that has what is not rounded
	exactHome string
}

// newGrid lays a table out; several tables of one file share their inputs.
func newGrid(s Sheet, home, exactHome string, given *inputList) *grid {
	g := &grid{Sheet: s, home: home, exactHome: exactHome, given: given, rows: s.Rows(), lines: map[string]int{}, funds: map[string]int{}, other: make([]int, len(s.Budget.Columns))}
	next := firstColumn + len(s.Budget.Columns)
	for c := range s.Budget.Columns {
		for r := range g.rows {
			if g.rows[r].Figures != nil && g.rows[r].Figures[c].Differs() {
				g.other[c] = next
				next += 2 // what is not printed, and the difference
				break
			}
		}
	}
	for i, r := range g.rows {
		switch r.Kind {
		case LineRow, SubtotalRow, TotalRow, AfterRow, ClosingRow:
			g.lines[r.ID] = i
		case FundRow, FundsRow:
			g.funds[r.ID] = i
		}
	}
	return g
}

// printed returns the cell of a figure as printed.
func (g *grid) printed(row, column int) cell {
	return cell{g.home, firstColumn + column, headRow + 1 + row}
}

// alternative returns the cell of what is not printed: the computed amount beside a
// stated one, or the stated beside the computed where the budget is recomputed.
func (g *grid) alternative(row, column int) cell {
	return cell{g.home, g.other[column], headRow + 1 + row}
}

// rule returns the cell of a figure as the rules give it. Where a stated amount
// agrees with them, that is the printed cell: it follows what is changed.
func (g *grid) rule(row, column int) cell {
	if g.rows[row].Figures[column].Differs() && !g.Recomputed {
		return g.alternative(row, column)
	}
	return g.printed(row, column)
}

// exact returns the cell of a figure as the rules give it, before it is rounded.
func (g *grid) exact(row, column int) cell {
	if !g.hasExactCell(row, column) {
		return g.rule(row, column)
	}
	c := g.printed(row, column)
	c.sheet = g.exactHome
	return c
}

// hasExactCell reports whether the amount before rounding has a cell of its own: it does
// where other figures are computed from it, and where rounding needs it more than once.
func (g *grid) hasExactCell(row, column int) bool {
	r, col := &g.rows[row], &g.Budget.Columns[column]
	if r.Figures == nil || r.Figures[column].Computed == nil || g.isUnrounded(row, column) {
		return false
	}
	return (g.Budget.Once || g.grows(row)) && col.Kind == budget.AmountColumn || g.needsTwice(&r.Figures[column], column)
}

// needsTwice reports whether the formula of a figure's rounding names the exact amount more
// than once.
func (g *grid) needsTwice(f *budget.Figure, column int) bool {
	mode := g.Budget.RoundingOf(f, column).Mode
	return mode == money.HalfEven || mode.IsDirected()
}

// isUnrounded reports whether a figure adds up what is printed, so that it is not rounded.
func (g *grid) isUnrounded(row, column int) bool {
	kind := g.Budget.Columns[column].Kind
	if kind != budget.AmountColumn { // below the total a percentage may be taken of sums
		return !kind.IsPercent() && g.rows[row].Figures[column].Exact.Op != cost.Portion
	}
	if g.rows[row].Kind == ClosingRow {
		return true
	}
	isSum := g.rows[row].Kind == SubtotalRow || g.rows[row].Kind == TotalRow || g.rows[row].Kind == FundsRow || g.rows[row].Kind == AllRow
	return isSum && !g.Budget.Once
}

// target returns the cell of the figure that a step of a row's derivation names.
func (g *grid) target(row, column int, step cost.Step) (cell, bool) {
	if step.Column != "" { // the row itself, in another column, or another one of a row below the total
		if row = g.rowOf(row, step.Line); row < 0 {
			return cell{}, false
		}
		c, ok := g.Budget.Column(step.Column)
		if !ok {
			return cell{}, false
		}
		f := &g.rows[row].Figures[c]
		grown := g.Budget.Columns[column].Kind == budget.AmountColumn // from the column before
		switch {
		case grown && (g.growsExact(row, f) || step.Ruled && g.grows(row)):
			return g.exact(row, c), true
		case step.Ruled:
			return g.rule(row, c), true
		}
		return g.printed(row, c), true
	}
	kind := g.rows[row].Kind
	if kind == FundsRow {
		i, ok := g.funds[step.Line]
		return g.basis(i, column), ok
	}
	i, ok := g.lookup(step.Line)
	if kind == FundRow || kind == AfterRow || kind == ClosingRow { // money finances what is printed
		return g.printed(i, column), ok
	}
	return g.basis(i, column), ok
}

// grows reports whether a row's columns grow from exact amounts, and growsExact whether one
// grows from that of a figure.
func (g *grid) grows(row int) bool { return g.rows[row].Line != nil && g.rows[row].Line.GrowsExact }

func (g *grid) growsExact(row int, f *budget.Figure) bool {
	return g.rows[row].Line != nil && g.rows[row].Line.GrowsFromExact(f)
}

// lookup returns the row of a line, a source of money, the total or the financing.
func (g *grid) lookup(id string) (int, bool) {
	if i, ok := g.lines[id]; ok {
		return i, true
	}
	i, ok := g.funds[id]
	return i, ok
}

// rowOf returns the row of a step that names a column: of rows below the total it may be
// another one than their own; -1 where there is none.
func (g *grid) rowOf(row int, id string) int {
	if kind := g.rows[row].Kind; id == "" || id == g.rows[row].ID || kind != AfterRow && kind != ClosingRow {
		return row
	}
	if i, ok := g.lookup(id); ok {
		return i
	}
	return -1
}

// basis returns the cell that other figures of the table compute with, as the
// budget does: a group's sum, a line as printed or, where rounding is done once,
// its exact amount.
func (g *grid) basis(row, column int) cell {
	if g.rows[row].Kind == SubtotalRow || g.Budget.CarriesExact(&g.rows[row].Figures[column]) {
		return g.exact(row, column)
	}
	return g.printed(row, column)
}
