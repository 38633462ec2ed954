package compare

import (
	"github.com/isuplan/isuplan/pkg/diff"
	"github.com/isuplan/isuplan/pkg/document"
	"github.com/isuplan/isuplan/pkg/language"
)

// spending is what was spent and committed since.
func (c *comparison) spending() []document.Block {
	words := &c.forms.Tables
	return append(c.spent("spent", words.Headings.Spent.Value, words.Captions.Spent.Value, c.r.Spending.Spent),
		c.spent("committed", words.Headings.Committed.Value, words.Captions.Committed.Value, c.r.Spending.Committed)...)
}

func (c *comparison) spent(id, title, caption string, cells []diff.CellChange) []document.Block {
	t := c.moneyTable(id, caption)
	t.Columns = t.Columns[:4] // why is not known, and a percentage of what was spent before says nothing
	for i := range cells {
		cell := &cells[i]
		if !c.all && !cell.IsShown() {
			continue
		}
		row := c.cellRow(cell, c.cellLabel(cell), "")
		row.Cells = row.Cells[:len(t.Columns)]
		if cell.IsSum {
			row.Kind = document.TotalRow
		}
		t.Rows = append(t.Rows, row)
	}
	return c.listed(id, title, t)
}

// spent says what was spent since, in all and on the lines that changed most.
func (s *summary) spent(form string, cells []diff.CellChange) string {
	var moves []move
	var all diff.CellChange
	for i := range cells {
		if cells[i].IsSum {
			all = cells[i]
		} else {
			moves = append(moves, move{cells[i].Label, cells[i].Change()})
		}
	}
	lines := s.moved(moves)
	if len(lines) == 0 {
		return ""
	}
	return language.Fill(form, "change", s.signed(all.Change()), "to", s.amount(all.To), "lines", s.language.And(lines))
}
