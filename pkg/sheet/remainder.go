package sheet

import (
	"slices"

	"github.com/isuplan/isuplan/pkg/cost"
)

// isRemainder reports whether a figure is the part of a whole that takes what the other parts
// leave. A spreadsheet cannot round by the largest remainder: the last part that is not
// simply rounded is computed from the others, so that they add up whatever is changed.
func (g *grid) isRemainder(row, column int) bool {
	f := &g.rows[row].Figures[column]
	if f.Whole == nil {
		return false
	}
	last := -1
	for _, at := range g.parts(row, column) {
		if p := &g.rows[at].Figures[column]; p.Computed != nil && !p.Computed.Equal(g.Budget.Columns[column].Rounding.Round(p.Exact.Value)) {
			last = max(last, at)
		}
	}
	return last == row
}

// moved writes by how much a part is not simply rounded; the remainder takes care of the rest.
func (g *grid) moved(row, column int) string {
	f := &g.rows[row].Figures[column]
	if f.Whole == nil || f.Computed == nil {
		return ""
	}
	by := f.Computed.Sub(g.Budget.Columns[column].Rounding.Round(f.Exact.Value))
	switch {
	case by.IsPositive():
		return "+" + by.String()
	case by.IsNegative():
		return by.String()
	}
	return ""
}

// parts returns the rows that a whole is shared out to.
func (g *grid) parts(row, column int) (rows []int) {
	index := g.lines
	if g.rows[row].Kind == FundRow {
		index = g.funds
	}
	for _, id := range g.rows[row].Figures[column].Whole.Parts {
		rows = append(rows, index[id])
	}
	slices.Sort(rows)
	return rows
}

// remainder writes the whole less its other parts.
func (f *formula) remainder() string {
	figure := &f.rows[f.row].Figures[f.column]
	base := figure.Exact.Of[1]
	whole := f.step(base)
	if f.Budget.Once {
		whole = roundFormula(whole, &cost.Step{Value: base.Value}, f.Budget.Columns[f.column].Rounding)
	}
	for _, at := range f.parts(f.row, f.column) {
		if at != f.row {
			whole += "-" + f.name(f.rule(at, f.column))
		}
	}
	return whole
}
