package terminal

import (
	"slices"
	"strings"

	"github.com/rivo/uniseg"

	"github.com/isuplan/isuplan/pkg/document"
)

// Table writes a table: columns of figures as wide as their widest, the others
// sharing what is left. Cells beyond the declared columns get columns of their own.
func (w *writer) Table(t *document.Table, _ document.Rest) {
	if columns := t.AllColumns(); len(columns) > 0 {
		w.grid(columns, t.Rows)
	}
	for _, n := range t.Notes {
		w.lines("", w.wrap(words(n), w.Width))
	}
}

// grid writes the head and the rows of a table.
func (w *writer) grid(columns []document.Column, rows []document.Row) {
	w.gap()
	widths := w.widths(columns, rows)
	w.row(columns, heads(columns), widths)
	total := len(widths) - 1
	for _, n := range widths {
		total += n + 1
	}
	w.out.WriteString(strings.Repeat("─", min(total, w.Width)) + "\n")
	for _, r := range rows {
		if w.watch.Step() {
			return
		}
		w.row(columns, cells(columns, &r), widths)
	}
}

// cells are those of a row as they are written: the heads and sums of groups in bold,
// labels indented by their group.
func cells(columns []document.Column, r *document.Row) []document.Text {
	out := slices.Clone(r.Cells)
	for i, c := range out {
		switch r.Kind {
		case document.TotalRow, document.GroupRow, document.SubtotalRow:
			out[i] = strong(c)
		}
		if r.Depth > 0 && columns[i].Label {
			const step = "\u00a0\u00a0"
			out[i] = append(document.Plain(strings.Repeat(step, r.Depth)), out[i]...)
		}
	}
	return out
}

func heads(columns []document.Column) []document.Text {
	var cells []document.Text
	for _, c := range columns {
		cells = append(cells, c.Head)
	}
	return cells
}

func (w *writer) widths(columns []document.Column, rows []document.Row) []int {
	widths := make([]int, len(columns))
	for _, row := range append([]document.Row{{Cells: heads(columns)}}, rows...) {
		if w.watch.Step() {
			break
		}
		for i, c := range cells(columns, &row) {
			widths[i] = max(widths[i], w.wide(c))
		}
	}
	const gap, least = 2, 12
	room := w.Width - gap*(len(widths)-1)
	texts := 0
	for i, c := range columns {
		if c.Numeric {
			room -= widths[i]
		} else {
			texts++
		}
	}
	for i, c := range columns {
		if !c.Numeric && texts > 0 {
			share := max(least, room/texts)
			if widths[i] < share {
				share = widths[i]
			}
			widths[i] = share
			room -= share
			texts--
		}
	}
	return widths
}

func (w *writer) wide(t document.Text) int {
	n := 0
	for i, x := range words(t) {
		if i > 0 && !x.glued {
			n++
		}
		_, shown := w.mark(x)
		n += uniseg.StringWidth(shown)
	}
	return n
}

func (w *writer) row(columns []document.Column, cells []document.Text, widths []int) {
	parts := make([][]line, len(widths))
	height := 1
	for i := range widths {
		if i < len(cells) {
			parts[i] = w.wrap(words(cells[i]), max(1, widths[i]))
		}
		height = max(height, len(parts[i]))
	}
	for n := range height {
		var b strings.Builder
		for i, width := range widths {
			var l line
			if n < len(parts[i]) {
				l = parts[i][n]
			}
			pad := strings.Repeat(" ", max(0, width-l.width))
			if columns[i].Numeric {
				b.WriteString(pad + l.text)
			} else {
				b.WriteString(l.text + pad)
			}
			b.WriteString("  ")
		}
		w.out.WriteString(strings.TrimRight(b.String(), " ") + "\n")
	}
}
