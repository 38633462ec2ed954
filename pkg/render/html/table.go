package html

import (
	"strconv"

	"github.com/isuplan/isuplan/pkg/document"
)

// Table writes a table and its notes. Cells beyond the declared columns get columns of
// their own.
func (w *writer) Table(t *document.Table, _ document.Rest) {
	w.tables++
	name := t.ID
	if name == "" {
		name = "table-" + strconv.Itoa(w.tables)
	}
	n := w.notesOf(t, w.names.give(name))
	if columns := t.AllColumns(); len(columns) > 0 {
		w.grid(t, columns, n)
	}
	if len(t.Notes) == 0 {
		return
	}
	w.put("<div class=\"notes\">\n")
	for i, text := range t.Notes {
		w.put("<p", n.attribute(i+1), ">")
		n.note(w, text)
		w.put("</p>\n")
	}
	w.put("</div>\n")
}

// grid writes the head and the rows of a table. Where it is wider than the screen it scrolls
// in itself, by the keyboard too.
func (w *writer) grid(t *document.Table, columns []document.Column, n *notes) {
	label := ""
	if len(t.Caption) > 0 {
		label = ` aria-label="` + esc(t.Caption.String()) + `" role="region"`
	}
	heads := t.HeadRows()
	w.put(`<div class="table" tabindex="0"`, label, ">\n<table id=\"", esc(n.table), "\"", folds(columns, heads), ">\n")
	if len(t.Caption) > 0 {
		w.put(`<caption>`)
		w.inline(t.Caption)
		w.put("</caption>\n")
	}
	w.heads(columns, heads, n)
	w.put("<tbody>\n")
	for i := range t.Rows {
		if w.watch.Step() {
			break
		}
		w.row(columns, &t.Rows[i], n)
	}
	w.put("</tbody>\n</table>\n</div>\n")
}

// folds is the class of a table whose remarks stand below their figures where there is no
// room beside them.
func folds(columns []document.Column, heads [][]document.HeadCell) string {
	const label, figure, remark, all = 0, 1, 2, 3
	if len(columns) == all && len(heads) == 1 && columns[label].Label && columns[figure].Numeric && !columns[remark].Numeric {
		return ` class="folds"`
	}
	return ""
}

func (w *writer) row(columns []document.Column, row *document.Row, n *notes) {
	kind := ""
	if kinds := [...]string{"", "total", "aside", "group", "subtotal"}; int(row.Kind) < len(kinds) {
		kind = kinds[row.Kind]
	}
	w.put("<tr", class(kind), w.id(row.ID), ">")
	for i, cell := range row.Cells {
		tag, scope := "td", ""
		if columns[i].Label {
			tag, scope = "th", ` scope="row"`
		}
		depth := 0
		if columns[i].Label || i == 0 {
			depth = row.Depth
		}
		w.put("<", tag, scope, class(kindOf(&columns[i], depth)), w.from(row, &columns[i]), ">")
		n.cell(w, cell)
		w.put("</", tag, ">")
	}
	w.put("</tr>\n")
}

// from says where a figure comes from.
func (w *writer) from(row *document.Row, c *document.Column) string {
	if w.Cell == nil || !c.Numeric {
		return ""
	}
	if at := w.Cell(row, c); at != "" {
		return ` data-at="` + esc(at) + `"`
	}
	return ""
}

// kindOf says how a cell is set.
func kindOf(c *document.Column, depth int) string {
	const deepest = 6
	kind := ""
	if c.Numeric {
		kind = "figure"
	}
	if depth > 0 {
		if kind != "" {
			kind += " "
		}
		kind += "depth-" + strconv.Itoa(min(depth, deepest))
	}
	return kind
}
