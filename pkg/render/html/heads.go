package html

import (
	"slices"
	"strconv"

	"github.com/isuplan/isuplan/pkg/document"
)

// heads writes the heads of a table. Where some are over several columns there are two rows,
// and groups of columns, of which those are the heads (HTML, 4.9.11: a head of a group is
// anchored in one).
func (w *writer) heads(columns []document.Column, rows [][]document.HeadCell, n *notes) {
	isUpper := func(h document.HeadCell) bool { return h.Upper }
	if slices.ContainsFunc(rows[0], isUpper) {
		w.grouped = true
		for i := range rows[0] {
			h := &rows[0][i]
			w.put(`<colgroup span="`, strconv.Itoa(h.To-h.From), `"></colgroup>`)
		}
		w.put("\n")
	}
	w.put("<thead>")
	for _, row := range rows {
		w.put("<tr>")
		for i := range row {
			w.head(columns, &row[i], n)
		}
		w.put("</tr>")
	}
	w.put("</thead>\n")
}

// head writes a head: of a column, or of a group of columns.
func (w *writer) head(columns []document.Column, h *document.HeadCell, n *notes) {
	scope, kind := "col", kindOf(&columns[h.From], 0)
	if h.Upper {
		scope, kind = "colgroup", ""
	}
	w.put(`<th scope="`, scope, `"`, class(kind))
	if n := h.To - h.From; n > 1 {
		w.put(` colspan="`, strconv.Itoa(n), `"`)
	}
	if h.Rows > 1 {
		w.put(` rowspan="`, strconv.Itoa(h.Rows), `"`)
	}
	w.put(">")
	n.cell(w, h.Text)
	w.put("</th>")
}
