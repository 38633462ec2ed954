package terminal

import (
	"strings"

	"github.com/rivo/uniseg"

	"github.com/isuplan/isuplan/pkg/document"
)

// table writes a table: columns of figures as wide as their widest, the others
// sharing what is left. Cells beyond the declared columns get columns of their own.
func (w *writer) table(t document.Table) {
	if t.Columns = t.AllColumns(); len(t.Columns) > 0 {
		w.grid(t)
	}
	for _, n := range t.Notes {
		w.lines("", w.wrap(words(n), w.Width))
	}
}

// grid writes the head and the rows of a table.
func (w *writer) grid(t document.Table) {
	w.gap()
	widths := w.widths(t)
	w.row(t, heads(t), widths)
	total := len(widths) - 1
	for _, n := range widths {
		total += n + 1
	}
	w.out.WriteString(strings.Repeat("─", min(total, w.Width)) + "\n")
	for _, r := range t.Rows {
		cells := r.Cells
		if r.Kind == document.TotalRow {
			cells = nil
			for _, c := range r.Cells {
				cells = append(cells, strong(c))
			}
		}
		w.row(t, cells, widths)
	}
}

func heads(t document.Table) []document.Text {
	var cells []document.Text
	for _, c := range t.Columns {
		cells = append(cells, c.Head)
	}
	return cells
}

func (w *writer) widths(t document.Table) []int {
	widths := make([]int, len(t.Columns))
	for _, row := range append([]document.Row{{Cells: heads(t)}}, t.Rows...) {
		for i, c := range row.Cells {
			widths[i] = max(widths[i], w.wide(c))
		}
	}
	const gap, least = 2, 12
	room := w.Width - gap*(len(widths)-1)
	texts := 0
	for i, c := range t.Columns {
		if c.Numeric {
			room -= widths[i]
		} else {
			texts++
		}
	}
	for i, c := range t.Columns {
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

func (w *writer) row(t document.Table, cells []document.Text, widths []int) {
	columns := make([][]line, len(widths))
	height := 1
	for i := range widths {
		if i < len(cells) {
			columns[i] = w.wrap(words(cells[i]), max(1, widths[i]))
		}
		height = max(height, len(columns[i]))
	}
	for n := range height {
		var b strings.Builder
		for i, width := range widths {
			var l line
			if n < len(columns[i]) {
				l = columns[i][n]
			}
			pad := strings.Repeat(" ", max(0, width-l.width))
			if t.Columns[i].Numeric {
				b.WriteString(pad + l.text)
			} else {
				b.WriteString(l.text + pad)
			}
			b.WriteString("  ")
		}
		w.out.WriteString(strings.TrimRight(b.String(), " ") + "\n")
	}
}
