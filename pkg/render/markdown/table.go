package markdown

import (
	"strings"
	"unicode/utf8"

	"github.com/isuplan/isuplan/pkg/document"
)

// Table writes a GitHub table, and its notes below it. Cells beyond the declared columns
// get columns of their own. All columns but the last are padded, so that the
// source lines up as well. GitHub's tables have one row of heads: there each says what
// stands over it too.
func (w *writer) Table(t *document.Table, _ document.Rest) {
	w.indent = ""
	if columns := t.AllColumns(); len(columns) > 0 {
		w.grid(columns, t)
	}
	for _, note := range t.Notes {
		w.paragraph("", guardStart(inline(note)))
	}
}

// grid writes the head and the rows of a table.
func (w *writer) grid(columns []document.Column, t *document.Table) {
	rows := make([][]string, 0, len(t.Rows)+1)
	head := make([]string, len(columns))
	for i, text := range t.FullHeads() {
		head[i] = inline(text)
	}
	rows = append(rows, head)
	for _, r := range t.Rows {
		if w.watch.Step() {
			return
		}
		rows = append(rows, cells(columns, r))
	}
	widths := make([]int, len(columns))
	for _, r := range rows {
		for i, c := range r {
			widths[i] = max(widths[i], utf8.RuneCountInString(c), 3)
		}
	}
	w.gap()
	w.row(columns, widths, rows[0])
	w.ruler(columns, widths)
	for _, r := range rows[1:] {
		if w.watch.Step() {
			return
		}
		w.row(columns, widths, r)
	}
}

// cells writes a row's cells: the heads and sums of groups in bold, labels indented
// by their group.
func cells(columns []document.Column, r document.Row) []string {
	out := make([]string, len(r.Cells))
	for i, c := range r.Cells {
		switch r.Kind {
		case document.TotalRow, document.GroupRow, document.SubtotalRow:
			out[i] = strong(c)
		default:
			out[i] = inline(c)
		}
		if i < len(columns) && columns[i].Label && out[i] != "" {
			out[i] = strings.Repeat("&nbsp;&nbsp;", r.Depth) + out[i]
		}
	}
	return out
}

func (w *writer) row(columns []document.Column, widths []int, cells []string) {
	w.out.WriteByte('|')
	for i, c := range cells {
		pad := strings.Repeat(" ", max(0, widths[i]-utf8.RuneCountInString(c)))
		switch {
		case columns[i].Numeric:
			w.out.WriteString(" " + pad + c + " |")
		case i == len(cells)-1:
			w.out.WriteString(" " + c + " |")
		default:
			w.out.WriteString(" " + c + pad + " |")
		}
	}
	w.out.WriteByte('\n')
}

func (w *writer) ruler(columns []document.Column, widths []int) {
	w.out.WriteByte('|')
	for i, c := range columns {
		dashes := strings.Repeat("-", widths[i])
		if i == len(columns)-1 && !c.Numeric {
			dashes = "---"
		}
		if c.Numeric {
			dashes = dashes[1:] + ":"
		}
		w.out.WriteString(" " + dashes + " |")
	}
	w.out.WriteByte('\n')
}
