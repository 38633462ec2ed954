package sheet

import (
	"github.com/rivo/uniseg"
	"github.com/xuri/excelize/v2"

	"github.com/isuplan/isuplan/pkg/money"
)

// widths makes columns as wide as the widest amounts need.
func (b *book) widths(sheet string, from, to int) {
	width := narrow
	for r := range b.rows {
		for c := range b.rows[r].Figures {
			if len(money.Number(b.rows[r].Figures[c].Printed, b.Budget.Rounding.Places(), ",", ".")) > 14 {
				width = broad
			}
		}
	}
	for column := from; column <= to; column++ {
		b.wide(sheet, column, width)
	}
}

// width is how wide a column is.
type width int

const (
	narrow width = iota // for amounts
	broad               // for names
	wide                // for texts
)

// wide sets a column's width. The library measures it in characters.
func (b *book) wide(sheet string, column int, w width) {
	name, err := excelize.ColumnNumberToName(column)
	b.keep(err)
	switch w {
	case narrow:
		err = b.file.SetColWidth(sheet, name, name, 16)
	case broad:
		err = b.file.SetColWidth(sheet, name, name, 32)
	default:
		err = b.file.SetColWidth(sheet, name, name, 48)
	}
	b.keep(err)
}

// tall makes a row as high as a wrapped and indented text in a wide column needs: not
// every program does so by itself.
func (b *book) tall(sheet string, row int, text string, depth int) {
	const line = 44
	switch lines := 1 + (uniseg.StringWidth(text)+2*depth)/line; {
	case lines == 2:
		b.keep(b.file.SetRowHeight(sheet, row, 30))
	case lines == 3:
		b.keep(b.file.SetRowHeight(sheet, row, 45))
	case lines > 3:
		b.keep(b.file.SetRowHeight(sheet, row, 60))
	}
}
