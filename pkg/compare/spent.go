package compare

import (
	"slices"

	"github.com/isuplan/isuplan/pkg/diff"
	"github.com/isuplan/isuplan/pkg/document"
	"github.com/isuplan/isuplan/pkg/language"
)

// spending is what was spent and committed since.
func (c *comparison) spending() []document.Block {
	inCents := *c
	c, inCents.places = &inCents, accountPlaces(c.r)
	c.exact = c.places
	of, heads, captions := &c.r.Spending, &c.forms.Tables.Headings, &c.forms.Tables.Captions
	return slices.Concat(
		c.spent("spent", heads.Spent.Value, captions.Spent.Value, of.Spent),
		c.spent("spent.funds", heads.SpentByFund.Value, captions.SpentByFund.Value, of.SpentByFund),
		c.spent("committed", heads.Committed.Value, captions.Committed.Value, of.Committed),
		c.spent("committed.funds", heads.CommittedByFund.Value, captions.CommittedByFund.Value, of.CommittedByFund))
}

// accountPlaces is how many decimals the amounts of the accounts are shown with, which are not
// rounded as those of the budget are.
func accountPlaces(r *diff.Report) (places int32) {
	for _, side := range []*diff.Side{&r.Old, &r.New} {
		if side.Budget != nil && side.Budget.Actuals != nil {
			places = max(places, side.Budget.Actuals.Places)
		}
	}
	return places
}

func (c *comparison) spent(id, title, caption string, cells []diff.CellChange) []document.Block {
	t := c.moneyTable(id, caption)
	t.Columns = t.Columns[:4] // why is not known, and a percentage of what was spent before says nothing
	old, now := c.states()
	t.Columns[1].Head, t.Columns[2].Head = document.Plain(old), document.Plain(now)
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

// spentByFund says of which funds the most was spent since.
func (s *summary) spentByFund(form string, cells []diff.CellChange) string {
	var moves []move
	for i := range cells {
		if !cells[i].IsSum {
			moves = append(moves, move{cells[i].Label, cells[i].Change()})
		}
	}
	if lines := s.moved(moves); len(lines) > 0 {
		return language.Fill(form, "lines", s.language.And(lines))
	}
	return ""
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
