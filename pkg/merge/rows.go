package merge

import (
	"fmt"

	"github.com/isuplan/isuplan/pkg/budget"
	"github.com/isuplan/isuplan/pkg/document"
	"github.com/isuplan/isuplan/pkg/money"
	"github.com/isuplan/isuplan/pkg/source"
)

// addedRow reports a row that the plan does not give.
func (c *comparer) addedRow(i int, change *Change) {
	if c.addedWork(i, change) {
		return
	}
	list, behind, table, ok := c.rowSeat(i)
	if !ok {
		change.Left = "where in the plan it belongs is not certain; write the line there by hand"
		return
	}
	change.At = list.At(behind).Span()
	if c.goesBeside(table) {
		change.Left = "the table goes on beside, and no row says all of a line; write the line in the plan by hand"
		return
	}
	fields, ok := c.lineOf(c.pairs[i].found, table)
	if !ok {
		change.Left = "it has no label, or an amount that cannot be read; write the line in the plan by hand"
		return
	}
	change.Offers = []Offer{{Says: fmt.Sprintf("put it into `%s` as a line (line %d)", c.listName(list), change.At.Start.Line), steps: []step{insert{list, behind, fields}}}}
}

// rowSeat returns the list that a row belongs into: that of the row before it, or else behind.
func (c *comparer) rowSeat(i int) (list source.Node, behind int, table *document.Table, ok bool) {
	for _, way := range []int{-1, 1} {
		p := c.beside(i, way)
		if p == nil {
			continue
		}
		t, isTable := p.built.first().passage.Of.(*document.Table)
		item, at, isItem := c.tree.item(c.owner(p.built))
		if !p.built.isRow || !isTable || !isItem || item.Get("label").IsZero() || item.Get("label") != c.owner(p.built) || !item.Get("lines").IsZero() {
			continue
		}
		if way > 0 {
			return at.parent, at.index - 1, t, at.index > 0
		}
		return at.parent, at.index, t, true
	}
	return list, 0, nil, false
}

// goesBeside reports a table whose columns go on beside, in a table of their own.
func (c *comparer) goesBeside(table *document.Table) bool {
	for _, u := range c.built {
		for i := range u.cells {
			p := u.cells[i].passage
			if of := p.TableColumn(); p.Of == table && of > 0 && of != u.cells[i].column {
				return true
			}
		}
	}
	return false
}

// lineOf makes a line of the budget of a row.
func (c *comparer) lineOf(u *unit, table *document.Table) (fields []field, ok bool) {
	label, note, code := "", "", ""
	amounts := map[int]money.Decimal{}
	column := 0
	for i, of := range table.Columns {
		cell := u.in(i + 1)
		text := ""
		if cell != nil {
			text = cell.text
		}
		switch {
		case of.Numeric:
			if d, ok := c.amount(text); ok && text != "" {
				amounts[column] = d
			} else if text != "" && digits(text) != "" {
				return nil, false
			}
			column++
		case of.Label:
			label = text
		case label == "":
			code = text
		default:
			note = text
		}
	}
	if label == "" || len(amounts) == 0 {
		return nil, false
	}
	fields = append(fields, field{key: "label", text: c.typed(label)})
	if code != "" {
		fields = append(fields, field{key: "code", text: code})
	}
	fields = append(fields, field{key: "fixed", text: c.fixedOf(amounts), raw: true})
	if note != "" {
		fields = append(fields, field{key: "note", text: c.typed(note)})
	}
	return fields, true
}

// fixedOf writes the amounts of a row, column by column where there are several.
func (c *comparer) fixedOf(amounts map[int]money.Decimal) string {
	text, n := "", 0
	for i, of := range c.unit.Budget.Columns {
		if of.Kind != budget.AmountColumn {
			continue
		}
		value := "nil"
		if d, ok := amounts[i]; ok {
			value = d.String()
		}
		if n++; n > 1 {
			text += ", "
		}
		if len(c.unit.Budget.Columns) == 1 {
			return value
		}
		text += of.ID + ": " + value
	}
	return "{" + text + "}"
}
