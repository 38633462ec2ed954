package sheet

import (
	"fmt"
	"strings"

	"github.com/isuplan/isuplan/pkg/budget"
	"github.com/isuplan/isuplan/pkg/cost"
)

// actualsSheet is the sheet of what was spent.
const actualsSheet = "Actuals"

// The columns of that sheet, and the row of its first title. The heads stand two rows below a
// title, and a further title two rows below a table.
const (
	spentCode = iota + 1
	spentItem
	spentPlanned
	spentSpent
	spentCommitted
	spentBalance
	spentPercent

	spentTitleRow = 1
)

// spentBook writes the sheet of what was spent: the budget refers to its own sheet, what was spent
// is blue, and all else follows.
type spentBook struct {
	*book
	of   *budget.Actuals
	told spentOnFunds
	next int // the row of the next title
	// divided are the divisions of the lines, by column of the budget.
	divided map[int][][]budget.Division
}

// spentPage is one of its tables: by line, or by fund.
type spentPage struct {
	*spentBook
	rows []budget.ActualRow
	head int
}

func (b *book) actuals() {
	if b.Budget.Actuals == nil {
		return
	}
	_, err := b.file.NewSheet(actualsSheet)
	b.keep(err)
	s := &spentBook{book: b, of: b.Budget.Actuals, next: spentTitleRow, divided: map[int][][]budget.Division{}}
	s.told = s.onFunds()
	for _, of := range s.spentTables() {
		s.write(of)
	}
	s.splits()
	s.wide(actualsSheet, spentItem, wide)
	for c := spentPlanned; c <= spentPercent; c++ {
		s.wide(actualsSheet, c, narrow)
	}
	s.extent(actualsSheet, spentPercent, s.next-2)
}

// write writes a table below what is there.
func (s *spentBook) write(of spentRows) {
	p := spentPage{s, of.rows, s.heads(of.title, spentColumns())}
	for i := range p.rows {
		p.row(i)
	}
	s.next = p.head + len(p.rows) + 2
}

// heads writes a title and the heads of some columns, and returns the row of the heads.
func (s *spentBook) heads(title string, columns []spentColumn) int {
	head := s.next + 2
	s.text(s.at(spentCode, s.next), title, look{bold: true})
	s.text(s.at(spentCode, head), "Code", look{bold: true})
	s.text(s.at(spentItem, head), "Item", look{bold: true})
	for _, c := range columns {
		s.text(s.at(c.at, head), s.word(c.word, spentWords[c.word]), look{bold: true, right: true, wrap: true})
	}
	return head
}

func (s *spentBook) at(column, row int) cell { return cell{actualsSheet, column, row} }

// cell is that of a row of the table.
func (s *spentPage) cell(column, row int) cell { return s.at(column, s.head+1+row) }

func (s *spentPage) name(column, row int) string { return s.cell(column, row).name() }

func (s *spentPage) row(i int) {
	r := &s.rows[i]
	l := look{bold: r.Kind != budget.ActualLine && r.Kind != budget.ActualFund, ruled: r.Kind == budget.ActualTotal}
	at := func(column int) cell { return s.cell(column, i) }
	if r.Fund != nil || r.Line != nil && r.Kind != budget.ActualSum && r.Kind != budget.ActualRest {
		s.text(at(spentCode), r.Code().Value, l)
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
	for _, c := range spentColumns()[1:3] {
		d, _ := c.of(r)
		own, formula := l, s.spent(r, i, c.at)
		own.blue = formula == "" && !r.IsSum() && !s.isByFund()
		s.number(at(c.at), d, formula, own)
	}
	s.number(at(spentBalance), r.Balance(), fmt.Sprintf("%s-%s-%s", s.name(spentPlanned, i), s.name(spentSpent, i), s.name(spentCommitted, i)), l)
	if percent, ok := r.Percent(); ok {
		l.format = numberFormat(budget.UsedPlaces, cost.Number)
		s.number(at(spentPercent), percent, fmt.Sprintf("ROUND((%s+%s)/%s*100,%d)", s.name(spentSpent, i), s.name(spentCommitted, i), s.name(spentPlanned, i), budget.UsedPlaces), l)
	}
}

func (s *spentPage) isByFund() bool { return s.rows[0].Fund != nil }

// spent writes what was spent or committed of a row: of its parts, or of the amounts that stand
// elsewhere on the sheet; "" for one that is written here.
func (s *spentPage) spent(r *budget.ActualRow, i, column int) string {
	switch {
	case len(r.Parts) > 0:
		return s.sum(r, column)
	case s.isByFund():
		return s.elsewhere(s.told.ofFund[i], column)
	}
	return s.elsewhere(s.told.ofLine[i], column)
}

// elsewhere adds up cells of rows of the sheet.
func (s *spentBook) elsewhere(rows []int, column int) string {
	if len(rows) == 0 {
		return ""
	}
	cells := make([]cell, len(rows))
	for i, row := range rows {
		cells[i] = s.at(column, row)
	}
	if text := strings.ReplaceAll(s.added(cells), actualsSheet+"!", ""); len(text) < longest {
		return text
	}
	return ""
}

// planned refers to the amount on the budget's sheet, or to what is divided of it.
func (s *spentPage) planned(r *budget.ActualRow) string {
	switch r.Kind {
	case budget.ActualFund:
		return s.paidBy(r)
	case budget.ActualFunds:
		return s.sum(r, spentPlanned)
	case budget.ActualNoFund:
		return s.left()
	}
	for at := range s.book.rows {
		row := &s.book.rows[at]
		if row.Figures == nil {
			continue
		}
		if r.Kind == budget.ActualTotal && row.Kind == TotalRow || r.Line != nil && row.Line == r.Line && (row.Kind == LineRow || row.Kind == SubtotalRow) {
			return budgetSheet + "!" + s.printed(at, s.of.Column).name()
		}
	}
	return ""
}
