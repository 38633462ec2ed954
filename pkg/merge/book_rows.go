package merge

import (
	"fmt"
	"strings"

	"github.com/isuplan/isuplan/pkg/readback/xlsx"
)

// budgetRows compares the rows of the table.
func (b *booker) budgetRows(built, edited *xlsx.Sheet) {
	old, now := bookUnits(built), bookUnits(edited)
	if len(now) == 0 {
		return
	}
	b.pairs = align(old, now)
	same := true
	for i := range b.pairs {
		same = same && b.pairs[i].built != nil && b.pairs[i].found != nil && !b.pairs[i].moved
	}
	for i := range b.pairs {
		p := &b.pairs[i]
		switch {
		case p.found == nil:
			b.add(Change{Kind: Removed, Place: rowPlace(p.built), Old: strings.TrimLeft(p.built.text(), "| "), Left: "take the line out of the plan by hand, unless the plan got it after the workbook was built"})
		case p.built == nil:
			b.add(Change{Kind: Added, Place: rowPlace(p.found), New: bookText(p.found.row), Left: "write the line in the plan by hand"})
		default:
			if p.moved {
				b.add(Change{Kind: Moved, Place: rowPlace(p.built), Old: strings.TrimLeft(p.built.text(), "| "), New: fmt.Sprintf("to row %d", p.found.row.Number), Left: "move the line in the plan by hand"})
			}
			b.row(p, same)
		}
	}
}

// bookUnits makes units of the rows of the table; they go by their code and label.
func bookUnits(s *xlsx.Sheet) (list []*unit) {
	for i := range s.Rows {
		r := &s.Rows[i]
		if r.Number < firstRow {
			continue
		}
		u := &unit{isRow: true, row: r}
		for column := 1; column < firstFigure; column++ {
			u.cells = append(u.cells, cell{text: squeeze(at(r, column).Text), column: column})
		}
		u.finish()
		list = append(list, u)
	}
	return list
}

func rowPlace(u *unit) string {
	return fmt.Sprintf("sheet %s, row %d, %s", BudgetSheet, u.row.Number, u.cells[1].text)
}

func bookText(r *xlsx.Row) string {
	text := ""
	for i := range r.Cells {
		if i > 0 {
			text += " | "
		}
		text += r.Cells[i].Text
	}
	return text
}

// row compares two rows. Formulas are compared only where no row was put in or taken out, for
// that changes them all.
func (b *booker) row(p *pair, formulas bool) {
	n := p.built.row.Number - firstRow
	if n >= len(b.rows) {
		return
	}
	of := b.rows[n]
	if old, now := p.built.cells[1].text, p.found.cells[1].text; old != now {
		b.label(p, of, old, now)
	}
	for column := range b.unit.Budget.Columns {
		old, now := at(p.built.row, firstFigure+column), at(p.found.row, firstFigure+column)
		switch {
		case old.Formula != "" && now.Formula != "":
			if formulas && !b.since.sameFormula(old.Formula, now.Formula) {
				b.add(Change{Kind: Figure, Place: rowPlace(p.built), Old: "=" + old.Formula, New: "=" + now.Formula, Left: "a formula was changed; write the rule in the plan by hand"})
			}
		case old.IsNumber == now.IsNumber && old.Number.Equal(now.Number):
		default:
			b.typedOver(p, of, column, old, now)
		}
	}
}

// label reports another label.
func (b *booker) label(p *pair, of BookRow, old, now string) {
	change := Change{Kind: Words, Place: rowPlace(p.built), Old: old, New: now}
	if of.Line == nil {
		change.Left = "the label of the total is `total` of the budget; write it there by hand"
	} else if t, ok := b.trace(of.Line.Label, old); ok {
		change.At, change.Offers = b.locate(t, hunk{0, len(old), 0, len(now)}, now)
	}
	b.add(change)
}

// typedOver reports a figure that was typed in the table.
func (b *booker) typedOver(p *pair, of BookRow, column int, old, now *xlsx.Cell) {
	change := Change{Kind: Figure, Place: fmt.Sprintf("%s, column %s", rowPlace(p.built), b.unit.Budget.Columns[column].ID), Old: old.Text, New: now.Text}
	f := figure{column: column, line: of.Line, funds: of.Fund}
	switch {
	case !now.IsNumber:
		change.Left = "it is no number"
	case of.Line == nil && !of.Total:
		change.Left = "the plan computes it"
	case of.Line != nil && b.balanceOf(of.Line) != nil:
		change.Left = ofBalance(b.balanceOf(of.Line))
		change.At = b.balanceOf(of.Line).Node.Span()
	default:
		if f.Figure = b.unit.Budget.Total[column]; of.Line != nil {
			f.Figure = of.Line.Figures[column]
			change.At = of.Line.Node.Span()
			if !of.Line.IsGroup() {
				change.Offers = b.inputs(f, now.Number)
			}
		}
		change.Offers = append(change.Offers, b.stated(f, now.Number)...)
		if len(change.Offers) > 0 && change.Offers[0].at.IsValid() {
			change.At = change.Offers[0].at
		}
	}
	b.add(change)
}
