package merge

import (
	"fmt"
	"strings"

	"github.com/isuplan/isuplan/pkg/document"
	"github.com/isuplan/isuplan/pkg/plan"
)

// textTable reports a figure of a table of the text that differs; it is false for other cells. What the
// plan gives comes home, and what is computed follows.
func (c *comparer) textTable(p *pair, cell cellPair) bool {
	f := c.textFigure(p.built, cell.built)
	if f == nil || f.Text.IsSet() && cell.found.text != "" {
		return false
	}
	change := Change{Kind: Figure, Place: cell.built.passage.Place, Old: cell.built.text, New: cell.found.text, By: hands(cell.found.form, cell.built.text, cell.found.text), At: f.Row.Node.Span()}
	d, isNumber := c.amount(cell.found.text)
	switch {
	case cell.found.text == "" && f.Text.IsSet():
		change.Kind = Words
		c.takeOut(&change, "texts."+f.Column.ID.Value, f.Text.Node)
	case cell.found.text == "" && f.Given.IsSet():
		c.takeOut(&change, "values."+f.Column.ID.Value, f.Given.Node)
	case isNumber && f.Printed != nil && !f.IsNil() && d.Equal(*f.Printed):
		return true // the same, written otherwise
	case !isNumber && f.Given.IsSet():
		change.Left = "it is no number; write it by hand, below `texts` where it is words"
	case !isNumber:
		change.Left = "the plan computes it, or has nothing there; write it by hand, below `texts` where it is words"
	case f.Given.IsSet():
		change.At = f.Given.Span()
		change.Offers = []Offer{{Says: fmt.Sprintf("write `%s: %s` (line %d)", f.Column.ID.Value, d, f.Given.Node.Start().Line), steps: []step{revalue{f.Given.Node, d.String()}}, at: change.At}}
	case f.Down != nil || f.Across != nil:
		change.late, change.Left = true, "the plan computes it from other figures of the table"
	default:
		change.Left = fmt.Sprintf("the plan has no figure there; add `%s: %s` to the `values` of the row (line %d)", f.Column.ID.Value, d, change.At.Start.Line)
	}
	c.add(change)
	return true
}

// textFigure returns the figure of a table of the text that a cell prints, nil for other cells.
func (c *comparer) textFigure(u *unit, b *cell) *plan.TextFigure {
	if !u.isRow || b.passage == nil {
		return nil
	}
	table, isTable := b.passage.Of.(*document.Table)
	at, column := b.passage.TableRow(), b.passage.TableColumn()
	if !isTable || !strings.HasPrefix(table.ID, "tables.") || at == 0 || at > len(table.Rows) || column == 0 || column > len(table.Columns) {
		return nil
	}
	return c.unit.Names.Cell(table.Rows[at-1].ID + "." + table.Columns[column-1].ID)
}

// newInTextTable reports a cell of a table of the text that the plan leaves empty, and the file does
// not; it is false for other cells.
func (c *comparer) newInTextTable(p *pair, cell cellPair) bool {
	first := p.built.first().passage
	if cell.built.passage != nil || !p.built.isRow || first == nil {
		return false
	}
	table, isTable := first.Of.(*document.Table)
	if !isTable || !strings.HasPrefix(table.ID, "tables.") || cell.found.column < 2 || cell.found.column > len(table.Columns) {
		return false
	}
	of, at := c.textRow(table, first.TableRow())
	if of == nil {
		return false
	}
	row, column := &of.Rows[at], &table.Columns[cell.found.column-1]
	change := Change{Kind: Added, Place: beforeColumn(first.Place) + ", column " + squeeze(column.Head.String()), New: cell.found.text, By: hands(cell.found.form, "", cell.found.text), At: row.Node.Span()}
	key, raw := "texts", c.scalarOf(c.typed(cell.found.text))
	if column.Numeric {
		d, isNumber := c.amount(cell.found.text)
		if !isNumber || len(row.Sum) > 0 {
			change.Left = fmt.Sprintf("it is no number, or the row is a sum; write it in the row by hand (line %d)", change.At.Start.Line)
			c.add(change)
			return true
		}
		key, raw = "values", d.String()
	}
	if have := row.Node.Get(key); have.IsZero() {
		c.offerKey(&change, row.Node, key, "{"+column.ID+": "+raw+"}")
	} else {
		c.offerKey(&change, have, column.ID, raw)
	}
	c.add(change)
	return true
}
