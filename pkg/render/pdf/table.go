package pdf

import (
	"slices"

	"github.com/isuplan/isuplan/pkg/document"
	"github.com/isuplan/isuplan/pkg/render/set"
)

// grid is a table, or a portion of one whose columns go on beside, being set.
type grid struct {
	*set.Grid
	l     *layout
	table *table
	cells *cells
	again []bool // by column: it stands in the first portion too
}

// Table sets a table: a thin rule below its head, thick ones above it, above the total and at
// the bottom.
func (l *layout) Table(t *document.Table, _ document.Rest) {
	fitting, grids := l.setter.Grids(t, l.rooms())
	noted := &[]note{} // by all portions
	if len(grids) == 0 {
		(&grid{l: l, table: &table{notes: noted}}).notes(t.Notes)
		return
	}
	mark := l.open(roleTable)
	if about := t.Caption.String(); about != "" {
		l.elements[mark.node].attributes = "<</O /Table /Summary " + pdfString(about) + ">>"
	}
	cells := l.tableCells(t)
	l.close()
	l.in(fitting.Room, func() {
		l.after = max(l.after, afterParagraph)
		for i := range grids {
			g := grid{Grid: grids[i], l: l, table: &table{notes: noted}, cells: cells, again: make([]bool, len(grids[i].At))}
			for n, c := range g.At {
				g.again[n] = i > 0 && slices.Contains(grids[0].At, c)
			}
			start := len(l.slabs)
			g.portion(t)
			if i == len(grids)-1 {
				l.indented(0, l.width-g.Room, func() { g.notesBelow(t.Notes, start) })
			}
			l.after = 2 * afterParagraph
		}
	})
}

// portion sets the columns of the grid: their heads, and their cells of all rows.
func (g *grid) portion(t *document.Table) {
	start := len(g.l.slabs)
	g.head(t.HeadRows())
	for i := range t.Rows {
		if g.l.setter.Step() || i >= len(g.cells.rows) {
			break
		}
		g.row(&t.Rows[i], g.cells.rows[i])
	}
	g.finish(g.l.slabs[start:])
}

// notes sets notes in small type.
func (g *grid) notes(notes []document.Text) {
	l := g.l
	for _, text := range notes {
		l.open(roleParagraph)
		before, mark := len(l.slabs), l.leaf(roleNote)
		l.elements[mark.node].isNamed = true
		l.paragraph(text, setting{mark: mark, size: set.HeadSize})
		l.close()
		if len(l.slabs) == before {
			mark.node = 0
		}
		*g.table.notes = append(*g.table.notes, note{mark.node, text.String()})
	}
}

// notesBelow sets what stands below a table, and keeps it with the table's last row;
// start is the table's first slab.
func (g *grid) notesBelow(notes []document.Text, start int) {
	l, last := g.l, len(g.l.slabs)-1
	l.after = set.NoteSpace
	g.notes(notes)
	for i := last + 1; i < len(l.slabs); i++ {
		l.slabs[i-1].stick = true
		l.slabs[start].whole += l.slabs[i].top + l.slabs[i].height
	}
	l.slabs[len(l.slabs)-1].stick = false
}

func (g *grid) rule(y, weight length) rule {
	return rule{x: g.l.x, y: y, width: g.Room, weight: weight}
}

// row adds a row: one slab, or one for each line where it is taller than a page.
func (g *grid) row(r *document.Row, node int) {
	undivided := g.slab(g.Cells(r), g.Row(r), node)
	undivided.table = g.table
	switch r.Kind {
	case document.AsideRow:
		undivided.top = set.AsideSpace
	case document.TotalRow:
		undivided.rules = []rule{g.rule(0, thick)}
	}
	undivided.stick = r.Kind == document.GroupRow // a group's head stays with its first line
	if undivided.height <= g.l.pageRoom()-g.headHeight() {
		g.l.add(undivided)
		return
	}
	g.addSplit(undivided, g.Cell)
}

func (g *grid) headHeight() length {
	if g.table.head == nil {
		return 0
	}
	return g.table.head.height
}

// slab sets the cells of a row side by side.
func (g *grid) slab(cells []document.Text, r set.Row, node int) slab {
	out := slab{height: r.Size.Leading + 2*set.RowPad, texts: make([]text, 0, len(cells))}
	for i := range cells {
		mark := g.mark(node, i)
		for n, ln := range g.Lines(cells, r, i) {
			t := g.place(ln, i, r)
			t.mark = mark
			t.y += set.RowPad + length(n)*r.Size.Leading
			out.texts = append(out.texts, t)
			out.height = max(out.height, 2*set.RowPad+length(n+1)*r.Size.Leading)
		}
	}
	return out
}

// mark is the element of the cell of a row in a column. What names the row is read once:
// beside, where it stands again, it is furniture.
func (g *grid) mark(row, column int) tag {
	if g.again[column] {
		return tag{role: roleRepeated}
	}
	return g.l.markOf(row + 1 + g.At[column])
}

func (g *grid) place(ln set.Line, column int, r set.Row) text {
	x := g.l.x + g.X[column]
	t := text{x: x + g.Indent(r, column), y: r.Size.Baseline(), size: r.Size.Points,
		width: ln.Width, gap: ln.Gap, atoms: ln.Atoms}
	if g.IsRight(r, column) {
		t.x = x + g.Width[column] - ln.Width
	}
	return t
}

// addSplit adds a row that no page can hold line by line.
func (g *grid) addSplit(row slab, s set.Size) {
	n := int((row.height - 2*set.RowPad) / s.Leading)
	parts := make([]slab, n)
	for i := range parts {
		parts[i].height, parts[i].table = s.Leading, row.table
	}
	for _, t := range row.texts {
		i := min(int((t.y-set.RowPad)/s.Leading), n-1)
		t.y -= length(i) * s.Leading
		parts[i].texts = append(parts[i].texts, t)
	}
	parts[0].top = row.top
	parts[n-1].height += 2 * set.RowPad
	for _, r := range row.rules { // one at the top, one at the foot
		i := int(r.y * length(n-1) / row.height)
		r.y = min(r.y, parts[i].height)
		parts[i].rules = append(parts[i].rules, r)
	}
	for i := range parts {
		g.l.add(parts[i])
	}
}

// finish draws the last rule and keeps the last row with the one before it.
func (g *grid) finish(rows []slab) {
	last := &rows[len(rows)-1]
	last.rules = append(last.rules, g.rule(last.height, thick))
	if len(rows) > 2 {
		rows[len(rows)-2].stick = true
	}
	for _, r := range rows {
		rows[0].whole += r.top + r.height
	}
	rows[0].whole -= rows[0].top
}
