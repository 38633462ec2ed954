package merge

import (
	"fmt"
	"strings"

	"github.com/isuplan/isuplan/pkg/budget"
	"github.com/isuplan/isuplan/pkg/document"
	"github.com/isuplan/isuplan/pkg/money"
)

// contributions reports a figure of a table of contributions that differs; it is false for
// other cells, and for those whose text was written in the plan as it is printed.
func (c *comparer) contributions(p *pair, cell cellPair) bool {
	if !p.built.isRow || cell.built.passage == nil {
		return false
	}
	table, isTable := cell.built.passage.Of.(*document.Table)
	at, row := cell.built.passage.TableColumn(), cell.built.passage.TableRow()
	if !isTable || !strings.HasPrefix(table.ID, "contributions-") || at == 0 || at > len(table.Columns) || row == 0 {
		return false
	}
	shared, ok := c.unit.Budget.Contribution(strings.TrimPrefix(table.ID, "contributions-"))
	if !ok {
		return false
	}
	if isName := !table.Columns[at-1].Numeric; isName && (row > len(shared.Parties) || shared.Parties[row-1].Label.Node.File() == c.unit.File) {
		return false
	}
	for _, run := range table.Rows[row-1].Cells[at-1] {
		if run.Origin.IsZero() {
			continue
		}
		if row <= len(shared.Parties) && c.rate(cell, &shared.Parties[row-1]) {
			return true
		}
		return false
	}
	change := Change{Kind: Figure, Place: cell.built.passage.Place, Old: cell.built.text, New: cell.found.text, By: hands(cell.found.form, cell.built.text, cell.found.text)}
	if row > len(shared.Parties) {
		change.Left = "it is the sum of the figures above it"
	} else {
		c.contribution(&change, shared, &shared.Parties[row-1], table.Columns[at-1].ID)
	}
	c.add(change)
	return true
}

// contribution offers what changes a Party's amount.
func (c *comparer) contribution(change *Change, shared *budget.Contribution, p *budget.Share, column string) {
	change.At = p.Label.Span()
	if p.Label.Node.File() != c.unit.File {
		change.At, change.Left = shared.List.Span(), "it comes from the list in "+shared.List.Value+": change that file"
		return
	}
	at, ok := c.unit.Budget.Column(column)
	d, isAmount := c.amount(change.New)
	switch {
	case !ok:
		change.Left = "it is not printed as the plan has it, or the plan computes it: change the plan by hand"
	case !isAmount:
		change.Left = "it is no amount"
	case c.unit.Budget.Columns[at].Kind != budget.AmountColumn:
		change.Left = "it follows from other columns"
	default:
		change.Offers = c.stated(figure{Figure: p.Figures[at], line: &p.Line, column: at}, d)
	}
}

// rate offers to write another rate on the scale, where the plan has one rate for all columns; it is
// false for other cells.
func (c *comparer) rate(cell cellPair, p *budget.Share) bool {
	old := p.Party.Scale.All
	was, known := c.amount(cell.built.text)
	if !old.IsSet() || old.Node.File() != c.unit.File || !known || !was.Equal(old.Value) {
		return false
	}
	change := Change{Kind: Figure, Place: cell.built.passage.Place, Old: cell.built.text, New: cell.found.text, By: hands(cell.found.form, cell.built.text, cell.found.text), At: old.Node.Span()}
	d, ok := c.amount(cell.found.text)
	switch {
	case ok && d.Equal(was):
		return true // the same, written otherwise
	case !ok || d.IsNegative() || d.GreaterThan(money.Hundred):
		change.Left = "it is no rate in per cent"
	default:
		change.Offers = []Offer{{Says: fmt.Sprintf("write `scale: %s` (line %d)", d, old.Node.Start().Line), steps: []step{revalue{old.Node, d.String()}}, at: old.Node.Span()}}
	}
	c.add(change)
	return true
}
