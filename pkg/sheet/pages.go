package sheet

import (
	"fmt"

	"github.com/xuri/excelize/v2"

	"github.com/isuplan/isuplan/pkg/cost"
	"github.com/isuplan/isuplan/pkg/money"
)

// unrounded writes the amounts before rounding that formulas refer to, each in the same
// cell as on the budget's sheet.
func (b *book) unrounded() {
	made := false
	for r := range b.rows {
		for c := range b.rows[r].Figures {
			if !b.hasExactCell(r, c) {
				continue
			}
			if !made {
				b.unroundedHeads()
				made = true
			}
			at := b.printed(r, c)
			at.sheet = b.exactHome
			exact := &b.rows[r].Figures[c].Exact
			b.number(at, exact.Value, b.before(r, c), look{format: numberFormat(2, cost.Number) + "####"})
		}
	}
}

func (b *book) unroundedHeads() {
	_, err := b.file.NewSheet(b.exactHome)
	b.keep(err)
	b.text(cell{b.exactHome, 1, 1}, "Amounts before rounding", look{bold: true})
	for c := range b.Budget.Columns {
		b.text(cell{b.exactHome, firstColumn + c, headRow}, b.Head(c), look{bold: true, right: true})
	}
	for r := range b.rows {
		at := headRow + 1 + r
		b.text(cell{b.exactHome, codeColumn, at}, b.rows[r].Code, look{})
		b.text(cell{b.exactHome, labelColumn, at}, b.rows[r].Label, look{indent: b.rows[r].Depth, wrap: true})
		b.tall(b.exactHome, at, b.rows[r].Label, b.rows[r].Depth)
	}
	b.frame(b.exactHome, firstColumn-1, headRow)
	b.widths(b.exactHome, firstColumn, firstColumn+len(b.Budget.Columns)-1)
	b.extent(b.exactHome, firstColumn+len(b.Budget.Columns)-1, headRow+len(b.rows))
}

// inputs writes the values of the plan that the formulas refer to.
func (b *book) inputs() {
	if len(b.given.list) == 0 {
		b.keep(b.file.DeleteSheet(inputsSheet))
		return
	}
	b.text(cell{inputsSheet, 1, 1}, "The plan's values: change one, and the budget follows", look{bold: true})
	indents := []int{0, 1, 1, 0, 1, 1}
	for i, head := range []string{"ID", "Item", "What", "Value", "Unit", "Written in"} {
		b.text(cell{inputsSheet, i + 1, inputHead}, head, look{bold: true, right: i+1 == valueColumn, indent: indents[i]})
	}
	b.given.distinguish()
	for i := range b.given.list {
		b.input(inputHead+1+i, &b.given.list[i])
	}
	b.frame(inputsSheet, 0, inputHead)
	b.wide(inputsSheet, 1, broad)
	b.wide(inputsSheet, 3, wide)
	b.wide(inputsSheet, valueColumn, narrow)
	b.wide(inputsSheet, 6, broad)
	b.extent(inputsSheet, 6, inputHead+len(b.given.list))
}

func (b *book) input(row int, in *input) {
	for i, text := range []string{in.id, in.line, in.step.Label, "", in.unit, in.position} {
		if i+1 != valueColumn {
			b.text(cell{inputsSheet, i + 1, row}, text, look{wrap: i == 1 || i == 2, indent: min(1, i)})
		}
	}
	b.tall(inputsSheet, row, in.line, 0)
	b.tall(inputsSheet, row, in.step.Label, 0)
	at := cell{inputsSheet, valueColumn, row}
	l := look{blue: true, format: numberFormat(money.OwnPlaces(in.step.Value), in.step.Mark)}
	value := in.step.Value
	if in.step.Unit == cost.PerCent {
		value = value.Shift(-2) // a spreadsheet's 20% is 0.2
		l.format = "0" + decimals(money.OwnPlaces(in.step.Value), "0") + "%"
	}
	if in.step.Mark == cost.Blank {
		b.paint(at, l)
		return
	}
	b.number(at, value, "", l)
}

// frame freezes the heads of a sheet and sets its pages up.
func (b *book) frame(sheet string, columns, rows int) {
	corner := cell{sheet, columns + 1, rows + 1}.name()
	pane := "bottomRight"
	if columns == 0 {
		pane = "bottomLeft"
	}
	b.keep(b.file.SetPanes(sheet, &excelize.Panes{Freeze: true, XSplit: columns, YSplit: rows, TopLeftCell: corner, ActivePane: pane}))
	landscape, a4, one, asMany, fit := "landscape", 9, 1, 0, true
	b.keep(b.file.SetSheetProps(sheet, &excelize.SheetPropsOptions{FitToPage: &fit}))
	b.keep(b.file.SetPageLayout(sheet, &excelize.PageLayoutOptions{Orientation: &landscape, Size: &a4, FitToWidth: &one, FitToHeight: &asMany}))
	b.keep(b.file.SetDefinedName(&excelize.DefinedName{Name: "_xlnm.Print_Titles", Scope: sheet, RefersTo: fmt.Sprintf("%s!$%d:$%d", sheet, rows, rows)}))
	b.wide(sheet, labelColumn, wide)
}

// extent says how large a sheet is: some programs read no further.
func (b *book) extent(sheet string, columns, rows int) {
	b.keep(b.file.SetSheetDimension(sheet, "A1:"+cell{sheet, columns, rows}.name()))
}
