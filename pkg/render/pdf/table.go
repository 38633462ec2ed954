package pdf

import (
	"slices"

	"github.com/isuplan/isuplan/pkg/document"
)

// grid is a table being set: where its columns stand.
type grid struct {
	l       *layout
	columns []document.Column
	x       []length
	width   []length
	table   *table
	groups  []int // the heads of the groups that the row stands in, by depth; 0 for one without words
	label   int   // the head of the row, 0 for none
	tableType
}

// table sets a table: rules above and below its head and at its bottom only.
func (l *layout) table(t document.Table) { l.set(l.grid(t), t) }

// set sets a table whose columns have been measured.
func (l *layout) set(g *grid, t document.Table) {
	if len(g.columns) == 0 {
		return
	}
	mark := l.open(roleTable)
	if about := t.Caption.String(); about != "" {
		l.elements[mark.node].attributes = "<</O /Table /Summary " + pdfString(about) + ">>"
	}
	l.after = max(l.after, afterParagraph)
	start := len(l.slabs)
	g.head()
	for i := range t.Rows {
		g.row(&t.Rows[i])
	}
	g.finish(l.slabs[start:])
	l.close()
	g.notes(t.Notes, start)
	l.after = 2 * afterParagraph
}

// notes sets what stands below a table in small type, and keeps it with the table's
// last row; start is the table's first slab.
func (g *grid) notes(notes []document.Text, start int) {
	l, last := g.l, len(g.l.slabs)-1
	l.after = afterParagraph / 2
	for _, text := range notes {
		l.open(roleParagraph)
		before, mark := len(l.slabs), l.leaf(roleNote)
		l.elements[mark.node].isNamed = true
		l.paragraph(text, setting{mark: mark, size: headSize})
		l.close()
		if len(l.slabs) == before {
			mark.node = 0
		}
		g.table.notes = append(g.table.notes, note{mark.node, text.String()})
	}
	for i := last + 1; i < len(l.slabs); i++ {
		l.slabs[i-1].stick = true
		l.slabs[start].whole += l.slabs[i].top + l.slabs[i].height
	}
	l.slabs[len(l.slabs)-1].stick = false
}

func (g *grid) head() {
	g.l.open(roleRow)
	defer g.l.close()
	heads := make([]document.Text, len(g.columns))
	for i, c := range g.columns {
		heads[i] = c.Head
	}
	s := g.slab(heads, setting{mark: tag{role: roleHead}, size: g.tableType.head, style: italic, right: true})
	s.rules = []rule{g.rule(0, thin), g.rule(s.height, thin)}
	s.stick, s.head = true, true
	if s.height > bodyHeight/3 { // too much to be repeated
		g.addSplit(s, g.tableType.head)
		return
	}
	s.table = g.table
	g.table.head = repeated(g.l.add(s))
}

// repeated makes the head that stands on the table's later pages; who has the text
// read aloud hears it once.
func repeated(head *slab) *slab {
	again := *head
	again.texts = slices.Clone(head.texts)
	for i := range again.texts {
		again.texts[i].mark = tag{role: roleRepeated}
	}
	return &again
}

func (g *grid) rule(y, weight length) rule {
	return rule{x: g.l.x, y: y, width: g.l.width, weight: weight}
}

// row adds a row: one slab, or one for each line where it is taller than a page.
func (g *grid) row(r *document.Row) {
	g.l.open(roleRow)
	defer g.l.close()
	// Outside the total, the figure column says in words who gives.
	s := setting{mark: tag{role: roleCell}, size: g.cell, style: rowStyle(r.Kind),
		right: r.Kind != document.AsideRow, over: r.Kind == document.AsideRow || r.Kind == document.GroupRow, first: length(r.Depth) * groupStep}
	g.leaveGroups(r)
	whole := g.slab(g.padded(r.Cells), s)
	g.enterGroup(r)
	whole.table = g.table
	if r.Kind == document.AsideRow {
		whole.top = asideSpace
	}
	whole.stick = r.Kind == document.GroupRow // a group's head stays with its first line
	if whole.height <= bodyHeight-g.headHeight()-2*boxPad*g.l.frame.depth() {
		g.l.add(whole)
		return
	}
	g.addSplit(whole, g.cell)
}

// padded gives a row a cell in each column: its place says which column a cell is in.
func (g *grid) padded(cells []document.Text) []document.Text {
	return append(slices.Clip(cells), make([]document.Text, len(g.columns)-len(cells))...)
}

// rowStyle sets off the heads and sums of groups.
func rowStyle(kind document.RowKind) style {
	switch kind {
	case document.TotalRow, document.GroupRow, document.SubtotalRow:
		return bold
	}
	return 0
}

func (g *grid) headHeight() length {
	if g.table.head == nil {
		return 0
	}
	return g.table.head.height
}

// slab sets the cells of a row side by side.
func (g *grid) slab(cells []document.Text, s setting) slab {
	out := slab{height: s.size.leading + 2*rowPad}
	for i, cell := range cells {
		c := s
		c.mark, c.right = g.cellMark(s.mark.role, i, cell), s.right && g.columns[i].Numeric
		for n, ln := range g.lines(cell, g.room(cells, i, &c), s) {
			t := g.place(ln, i, &c)
			t.y += rowPad + length(n)*s.size.leading
			out.texts = append(out.texts, t)
			out.height = max(out.height, 2*rowPad+length(n+1)*s.size.leading)
		}
	}
	return out
}

// room is how wide a cell may be. The head of a group, or who gives something outside
// the total, reaches over the cells behind it that hold nothing, and is not squeezed
// into a column as wide as its figures.
func (g *grid) room(cells []document.Text, column int, s *setting) length {
	end := g.x[column] + g.width[column]
	for next := column + 1; next < len(cells) && s.over && !s.right && len(cells[next]) == 0; next++ {
		end = g.x[next] + g.width[next]
	}
	return end - g.x[column] - g.indent(column, s)
}

func (g *grid) lines(cell document.Text, width length, s setting) []line {
	atoms := g.l.faces.atoms(cell, s.style, s.size.points)
	atoms = g.l.faces.fit(atoms, s.size.points, width)
	for i := range atoms {
		if p := atoms[i].part; p != nil {
			p.table = g.table
		}
	}
	return measure{size: s.size, width: width}.lines(atoms)
}

// indent is how far a row's label stands in its column.
func (g *grid) indent(column int, s *setting) length {
	if !g.columns[column].Label {
		return 0
	}
	return min(s.first, g.width[column]/2)
}

func (g *grid) place(ln line, column int, s *setting) text {
	t := text{mark: s.mark, x: g.x[column] + g.indent(column, s), y: s.size.baseline(), size: s.size.points,
		width: ln.width, gap: ln.gap, atoms: ln.atoms}
	if s.right {
		t.x = g.x[column] + g.width[column] - ln.width
	}
	return t
}

// addSplit adds a row that no page can hold line by line.
func (g *grid) addSplit(row slab, s size) {
	n := int((row.height - 2*rowPad) / s.leading)
	parts := make([]slab, n)
	for i := range parts {
		parts[i].height, parts[i].table = s.leading, row.table
	}
	for _, t := range row.texts {
		i := int((t.y - rowPad) / s.leading)
		t.y -= length(i) * s.leading
		parts[i].texts = append(parts[i].texts, t)
	}
	parts[0].top = row.top
	parts[n-1].height += 2 * rowPad
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
	last.rules = append(last.rules, g.rule(last.height, thin))
	if len(rows) > 2 {
		rows[len(rows)-2].stick = true
	}
	for _, r := range rows {
		rows[0].whole += r.top + r.height
	}
	rows[0].whole -= rows[0].top
}
