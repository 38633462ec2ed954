package sheet

import (
	"github.com/xuri/excelize/v2"

	"github.com/isuplan/isuplan/pkg/budget"
	"github.com/isuplan/isuplan/pkg/cost"
	"github.com/isuplan/isuplan/pkg/money"
)

// book writes a grid into a spreadsheet, and keeps the first error.
type book struct {
	*grid
	file   *excelize.File
	styles map[look]int
	err    error
}

func (b *book) keep(err error) {
	if b.err == nil {
		b.err = err
	}
}

// text writes a text, which no program takes for a formula or a number.
func (b *book) text(c cell, text string, l look) {
	if text != "" {
		b.keep(b.file.SetCellStr(c.sheet, c.name(), text))
	}
	b.paint(c, l)
}

// number writes a number with the digits that it has, and the formula that it
// comes of, where there is one: programs that do not compute show the number.
func (b *book) number(c cell, d money.Decimal, formula string, l look) {
	b.keep(b.file.SetCellDefault(c.sheet, c.name(), d.String()))
	if formula != "" {
		b.keep(b.file.SetCellFormula(c.sheet, c.name(), formula))
	}
	b.paint(c, l)
}

func (b *book) paint(c cell, l look) {
	b.keep(b.file.SetCellStyle(c.sheet, c.name(), c.name(), b.style(l)))
}

// budget writes the sheet that has the table.
func (b *book) budget() {
	b.text(cell{b.home, 1, 1}, b.Title+" ("+b.unit()+")", look{bold: true})
	b.text(cell{b.home, 1, 2}, b.whatIf(), look{bold: true})
	b.heads()
	for r := range b.rows {
		b.row(r)
	}
	b.frame(b.home, firstColumn-1, headRow)
	b.widths(b.home, firstColumn, b.remarkColumn()-1)
	b.wide(b.home, b.remarkColumn(), wide)
	b.extent(b.home, b.remarkColumn(), headRow+len(b.rows))
}

// remarkColumn is the last one.
func (b *book) remarkColumn() int {
	next := firstColumn + len(b.Budget.Columns)
	for _, c := range b.other {
		if c > 0 {
			next += 2
		}
	}
	return next
}

func (b *book) heads() {
	head := func(column int, text string, right bool) {
		b.text(cell{b.home, column, headRow}, text, look{bold: true, right: right, wrap: right})
	}
	head(codeColumn, "Code", false)
	head(labelColumn, "Item", false)
	other := "computed"
	if b.Recomputed {
		other = "stated"
	}
	for c := range b.Budget.Columns {
		head(firstColumn+c, b.Head(c), true)
		if b.other[c] > 0 {
			head(b.other[c], b.Head(c)+", "+other, true)
			head(b.other[c]+1, b.Head(c)+", stated less computed", true)
		}
	}
	b.text(cell{b.home, b.remarkColumn(), headRow}, "Remark", look{bold: true, indent: 1})
	b.keep(b.file.SetRowHeight(b.home, headRow, 30)) // for two lines
}

func (b *book) row(r int) {
	row := &b.rows[r]
	l := look{bold: row.Kind != LineRow && row.Kind != FundRow && row.Kind != OutsideRow && row.Kind != AfterRow, ruled: row.Kind == TotalRow || row.Kind == FundsRow || row.Kind == AllRow}
	at := headRow + 1 + r
	b.text(cell{b.home, codeColumn, at}, row.Code, l)
	label := l
	label.indent, label.wrap = row.Depth, true
	b.text(cell{b.home, labelColumn, at}, row.Label, label)
	b.tall(b.home, at, row.Label, row.Depth)
	for c := range row.Figures {
		b.figure(r, c, l)
	}
	remark := row.Remark
	if row.Kind == OutsideRow {
		b.text(cell{b.home, firstColumn, at}, b.inKind(), look{right: true})
	} else {
		remark = b.standing(row)
	}
	b.text(cell{b.home, b.remarkColumn(), at}, remark, look{indent: 1})
}

// standing says which amounts are not what the rules give. It names no amounts:
// they may change in the spreadsheet.
func (b *book) standing(row *Row) string {
	text := ""
	for c := range row.Figures {
		f := &row.Figures[c]
		if !f.Stated.IsSet() || f.Computed != nil && (b.Recomputed || !f.Differs()) {
			continue
		}
		if text != "" {
			text += "; "
		}
		if len(row.Figures) > 1 {
			text += b.Head(c) + ": "
		}
		text += "as stated"
		if b.Budget.IsTolerated(f) {
			text += ", within the tolerance"
		}
	}
	return text
}

// figure writes a figure as printed and, where what is stated and what the rules
// give disagree, what is not printed and the difference.
func (b *book) figure(r, c int, l look) {
	f := &b.rows[r].Figures[c]
	formula := ""
	if f.Computed != nil {
		formula = b.rounded(r, c)
	}
	if !f.Differs() {
		b.amount(b.printed(r, c), c, f.Printed, f.Mark, formula, l)
		return
	}
	stated, computed := b.printed(r, c), b.alternative(r, c)
	if b.Recomputed {
		stated, computed = computed, stated
	}
	b.amount(stated, c, f.Stated.Value.Value, f.Stated.Value.Mark, "", l)
	b.amount(computed, c, *f.Computed, f.Exact.Mark, formula, l)
	difference := b.alternative(r, c)
	difference.col++
	text := stated.name() + "-" + computed.name()
	if b.Budget.Columns[c].Kind.IsPercent() {
		text = stated.name() + "-N(" + computed.name() + ")" // it may be empty
	}
	b.amount(difference, c, f.Stated.Value.Value.Sub(*f.Computed), cost.Number, text, l)
}

// amount writes a number; a blank one without a formula stays an empty cell.
func (b *book) amount(at cell, column int, d money.Decimal, mark cost.Mark, formula string, l look) {
	if kind := b.Budget.Columns[column].Kind; mark == cost.Number && formula != "" && kind > budget.SumColumn {
		mark = cost.Nil // a change that becomes none is shown as such
	}
	l.format = numberFormat(b.shown(d, column), mark)
	if mark == cost.Blank && formula == "" {
		b.paint(at, l)
		return
	}
	b.number(at, d, formula, l)
}
