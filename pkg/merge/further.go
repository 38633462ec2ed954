package merge

import (
	"fmt"
	"slices"
	"strings"

	"github.com/isuplan/isuplan/pkg/budget"
	"github.com/isuplan/isuplan/pkg/document"
)

// furtherTables is what the ids of tables begin with that lay the budget's lines out anew.
const furtherTables = "budget.tables."

// further reports a figure of a table that lays the budget's lines out anew; it is false for other
// cells. A figure there is a sum of what lines book: which of them was meant is a person's to say.
func (c *comparer) further(p *pair, cell cellPair) bool {
	if !p.built.isRow || cell.built.passage == nil {
		return false
	}
	table, isTable := cell.built.passage.Of.(*document.Table)
	at, row := cell.built.passage.TableColumn(), cell.built.passage.TableRow()
	if !isTable || !strings.HasPrefix(table.ID, furtherTables) && (table.ID != "budget" || !c.laysOutMain()) || at == 0 || at > len(table.Columns) || row == 0 || !table.Columns[at-1].Numeric {
		return false
	}
	if d, ok := c.amount(cell.found.text); ok {
		if old, known := c.amount(cell.built.text); known && old.Equal(d) {
			return true // the same, written otherwise
		}
	}
	label := ""
	for _, text := range table.Rows[row-1].Cells {
		if label = squeeze(text.String()); label != "" {
			break
		}
	}
	change := Change{Kind: Figure, Place: cell.built.passage.Place, Old: cell.built.text, New: cell.found.text, By: hands(cell.found.form, cell.built.text, cell.found.text)}
	c.bookedBy(&change, label)
	c.add(change)
	return true
}

// laysOutMain reports a plan whose budget is printed as a table of its own making.
func (c *comparer) laysOutMain() bool {
	for i := range c.unit.Plan.Budget.Tables {
		if c.unit.Plan.Budget.Tables[i].Main.Value {
			return true
		}
	}
	return false
}

// bookedBy says which line of the plan is changed for a figure of a row of such a table.
func (c *comparer) bookedBy(change *Change, label string) {
	const what = "the table lays the budget's lines out anew: "
	var lines []*budget.Line
	for i := range c.unit.Budget.Lines {
		l := &c.unit.Budget.Lines[i]
		if !l.IsGroup() && label != "" && squeeze(c.words.Text(l.Label)) == label {
			lines = append(lines, l)
		}
	}
	if len(lines) == 1 {
		l := lines[0]
		change.At = l.Node.Span()
		change.Left = fmt.Sprintf("%schange the amount, or whose it is (`fund`, `for`, `by`, `when`), in the line `%s` (line %d)", what, l.ID.Value, l.Node.Start().Line)
		return
	}
	change.Left = what + "change the amounts, or whose they are (`fund`, `for`, `by`, `when`), in the lines that this figure adds up"
}

// afterTotal is the row below the total of an id that the document has, and whether it is a part
// of a balance.
func (c *comparer) afterTotal(id string) (*budget.Line, bool) {
	id = strings.TrimPrefix(id, "budget.")
	at := slices.IndexFunc(c.unit.Budget.After, func(l budget.Line) bool { return l.ID.Value == id })
	if at < 0 {
		return nil, false
	}
	for i := 0; i <= at; i++ {
		if l := &c.unit.Budget.After[i]; l.IsGroup() && at < l.End {
			return l, true
		}
	}
	return &c.unit.Budget.After[at], false
}

// ofBalance says what is changed for a figure of a balance.
func ofBalance(l *budget.Line) string {
	return fmt.Sprintf("it is of the balance `%s` (line %d): its `opening` is changed there, and the rest follows from what comes in and goes out", l.ID.Value, l.Node.Start().Line)
}

// balanceOf is the balance below the total that a row is a part of; nil for another row.
func (c *comparer) balanceOf(l *budget.Line) *budget.Line {
	if row, isPart := c.afterTotal(l.ID.Value); isPart {
		return row
	}
	return nil
}
