package docx

import (
	"github.com/isuplan/isuplan/pkg/document"
	"github.com/isuplan/isuplan/pkg/render/pdf"
)

// types are those of the PDF's tables: a table of many columns is set in smaller type
// before a figure is broken over two lines.
var types = pdf.TableTypes()

// columnsOf returns a table's columns. Cells beyond the declared ones get columns of
// their own.
func columnsOf(t *document.Table) []document.Column {
	columns := append([]document.Column(nil), t.Columns...)
	for _, r := range t.Rows {
		for len(columns) < len(r.Cells) {
			columns = append(columns, document.Column{Width: 1})
		}
	}
	return columns
}
