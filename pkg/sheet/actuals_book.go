package sheet

import (
	"fmt"
	"strings"

	"github.com/isuplan/isuplan/pkg/budget"
	"github.com/isuplan/isuplan/pkg/cost"
)

// actualsSheet is the sheet of what was spent.
const actualsSheet = "Actuals"

// The columns of that sheet, and the row of its heads.
const (
	spentCode = iota + 1
	spentItem
	spentPlanned
	spentSpent
	spentCommitted
	spentBalance
	spentPercent

	spentHead = 3
)

// spentBook writes the sheet of what was spent: the budget refers to its own sheet, what was spent
// is blue, and all else follows.
type spentBook struct {
	*book
	of *budget.Actuals
}

func (b *book) actuals() {
	if b.Budget.Actuals == nil {
		return
	}
	_, err := b.file.NewSheet(actualsSheet)
	b.keep(err)
	s := spentBook{b, b.Budget.Actuals}
	s.text(s.at(spentCode, 1), s.spentTitle(), look{bold: true})
	s.text(s.at(spentCode, spentHead), "Code", look{bold: true})
	s.text(s.at(spentItem, spentHead), "Item", look{bold: true})
	for i, c := range spentColumns() {
		s.text(s.at(spentPlanned+i, spentHead), s.word(c.word, spentWords[c.word]), look{bold: true, right: true, wrap: true})
	}
	for i := range s.of.Rows {
		s.row(i)
	}
	s.wide(actualsSheet, spentItem, wide)
	for c := spentPlanned; c <= spentPercent; c++ {
		s.wide(actualsSheet, c, narrow)
	}
	s.extent(actualsSheet, spentPercent, spentHead+len(s.of.Rows))
}

func (s *spentBook) at(column, row int) cell { return cell{actualsSheet, column, row} }

// name is the cell of a row of the table.
func (s *spentBook) name(column, row int) string { return s.at(column, spentHead+1+row).name() }

func (s *spentBook) row(i int) {
	r := &s.of.Rows[i]
	l := look{bold: r.Kind != budget.ActualLine, ruled: r.Kind == budget.ActualTotal}
	at := func(column int) cell { return s.at(column, spentHead+1+i) }
	if r.Line != nil && r.Kind != budget.ActualSum && r.Kind != budget.ActualRest {
		s.text(at(spentCode), r.Line.Code.Value, l)
	}
	label := l
	label.indent, label.wrap = r.Depth(), true
	s.text(at(spentItem), s.spentLabel(r), label)
	s.tall(actualsSheet, at(spentItem).row, s.spentLabel(r), r.Depth())
	if r.Kind == budget.ActualHead {
		return
	}
	l.format = numberFormat(s.of.Places, cost.Number)
	if r.IsPlanned() {
		s.number(at(spentPlanned), r.Planned, s.planned(r), l)
	}
	own := l
	own.blue = !r.IsSum()
	s.number(at(spentSpent), r.Spent, s.sum(r, spentSpent), own)
	s.number(at(spentCommitted), r.Committed, s.sum(r, spentCommitted), own)
	s.number(at(spentBalance), r.Balance(), fmt.Sprintf("%s-%s-%s", s.name(spentPlanned, i), s.name(spentSpent, i), s.name(spentCommitted, i)), l)
	if percent, ok := r.Percent(); ok {
		l.format = numberFormat(budget.UsedPlaces, cost.Number)
		s.number(at(spentPercent), percent, fmt.Sprintf("ROUND((%s+%s)/%s*100,%d)", s.name(spentSpent, i), s.name(spentCommitted, i), s.name(spentPlanned, i), budget.UsedPlaces), l)
	}
}

// planned refers to the amount on the budget's sheet.
func (s *spentBook) planned(r *budget.ActualRow) string {
	for at := range s.rows {
		row := &s.rows[at]
		if row.Figures == nil {
			continue
		}
		if r.Kind == budget.ActualTotal && row.Kind == TotalRow || r.Line != nil && row.Line == r.Line && (row.Kind == LineRow || row.Kind == SubtotalRow) {
			return budgetSheet + "!" + s.printed(at, s.of.Column).name()
		}
	}
	return ""
}

// mostPieces bounds a formula, which spreadsheets do: what has more parts is written as a number.
const mostPieces = 200

// sum adds up the parts of a row; "" for one that has none.
func (s *spentBook) sum(r *budget.ActualRow, column int) string {
	var pieces []string
	for i := 0; i < len(r.Parts); i++ {
		last := i
		for last+1 < len(r.Parts) && r.Parts[last+1] == r.Parts[last]+1 {
			last++
		}
		pieces = append(pieces, s.name(column, r.Parts[i])+":"+s.name(column, r.Parts[last]))
		i = last
	}
	if len(pieces) == 0 || len(pieces) > mostPieces {
		return ""
	}
	return "SUM(" + strings.Join(pieces, ",") + ")"
}
