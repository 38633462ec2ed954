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
		w.grid(columns, t)
	}
	for _, n := range t.Notes {
		w.lines("", w.wrap(words(n), w.Width))
	}
}

// grid writes the head and the rows of a table.
func (w *writer) grid(columns []document.Column, t *document.Table) {
	w.gap()
	widths := w.widths(columns, t)
	w.heads(columns, t.HeadRows(), widths)
	total := len(widths) - 1
	for _, n := range widths {
		total += n + 1
	}
	w.out.WriteString(strings.Repeat("─", min(total, w.Width)) + "\n")
	for i := range t.Rows {
		if w.watch.Step() {
			return
		}
		w.row(columns, cells(columns, &t.Rows[i]), widths)
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

// gutter is how many blanks stand between two columns.
const gutter = 2

func (w *writer) widths(columns []document.Column, t *document.Table) []int {
	widths := make([]int, len(columns))
	for i := range columns {
		widths[i] = w.wide(columns[i].Head)
	}
	for i := range t.Rows {
		if w.watch.Step() {
			break
		}
		for i, c := range cells(columns, &t.Rows[i]) {
			widths[i] = max(widths[i], w.wide(c))
		}
	}
	const least = 12
	room := w.Width - gutter*(len(widths)-1)
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
	w.widen(widths, t.HeadRows())
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

// row writes the cells of a row, each in its column.
func (w *writer) row(columns []document.Column, cells []document.Text, widths []int) {
	slots := make([]slot, len(widths))
	for i := range widths {
		slots[i] = slot{width: widths[i], side: sideOf(&columns[i])}
		if i < len(cells) {
			slots[i].lines = w.wrap(words(cells[i]), max(1, widths[i]))
		}
	}
	w.slots(slots)
}

// slot is a place in a row, and the lines that stand in it.
type slot struct {
	lines []line
	width int
	side  side
}

// side is where in its slot a line stands.
type side int

const (
	left side = iota
	middle
	right
)

func sideOf(c *document.Column) side {
	if c.Numeric {
		return right
	}
	return left
}

// slots writes the lines of slots side by side.
func (w *writer) slots(slots []slot) {
	height := 1
	for i := range slots {
		height = max(height, len(slots[i].lines))
	}
	for n := range height {
		var b strings.Builder
		for _, s := range slots {
			var l line
			if n < len(s.lines) {
				l = s.lines[n]
			}
			pad := max(0, s.width-l.width)
			before := [...]int{left: 0, middle: pad / 2, right: pad}[s.side]
			b.WriteString(strings.Repeat(" ", before) + l.text + strings.Repeat(" ", pad-before) + "  ")
		}
		w.out.WriteString(strings.TrimRight(b.String(), " ") + "\n")
	}
}
