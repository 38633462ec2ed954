package terminal

import "github.com/isuplan/isuplan/pkg/document"

// Chart writes the figures of a chart, which no terminal draws.
func (w *writer) Chart(c *document.Chart, _ document.Rest) {
	w.paragraph(strong(c.Title))
	if columns, rows := figures(c); len(columns) > 1 {
		w.grid(columns, &document.Table{Columns: columns, Rows: rows})
	}
}

// figures makes a table of a chart: a row for each bar, and for each series a column of
// amounts and one of shares.
func figures(c *document.Chart) (columns []document.Column, rows []document.Row) {
	columns = []document.Column{{Label: true}}
	series := len(c.Series)
	for i := range c.Bars {
		series = max(series, len(c.Bars[i].Values))
	}
	for n := range series {
		amounts := document.Column{Numeric: true}
		if n < len(c.Series) {
			amounts.Head = c.Series[n]
		}
		columns = append(columns, amounts, document.Column{Numeric: true})
	}
	for i := range c.Bars {
		cells := []document.Text{c.Bars[i].Label}
		for _, v := range c.Bars[i].Values {
			cells = append(cells, document.Plain(v.Text), document.Plain(v.Share))
		}
		rows = append(rows, document.Row{Cells: cells})
	}
	return columns, rows
}
