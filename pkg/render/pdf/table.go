package pdf

import (
	"strings"

	"github.com/isuplan/isuplan/pkg/document"
)

// grid is a table being set: where its columns stand.
type grid struct {
	l       *layout
	columns []document.Column
	x       []length
	width   []length
	table   *table
}

// table sets a table: rules above and below its head and at its bottom only.
func (l *layout) table(t document.Table) {
	l.open(roleTable)
	defer l.close()
	g := l.grid(t)
	if len(g.columns) == 0 {
		return
	}
	l.after = max(l.after, afterParagraph)
	start := len(l.slabs)
	g.head()
	for i := range t.Rows {
		g.row(&t.Rows[i])
	}
	g.finish(l.slabs[start:])
	l.after = afterParagraph / 2
	for _, note := range t.Notes {
		l.paragraph(note, setting{mark: l.leaf(roleParagraph), size: headSize})
	}
	l.after = 2 * afterParagraph
}

// grid shares the column's width out. No column gets less than a fraction of an
// even share, and cells beyond the declared columns get columns of their own.
func (l *layout) grid(t document.Table) *grid {
	columns := append([]document.Column(nil), t.Columns...)
	for _, r := range t.Rows {
		for len(columns) < len(r.Cells) {
			columns = append(columns, document.Column{Width: 1})
		}
	}
	g := &grid{l: l, columns: columns, table: &table{}}
	at := length(0)
	for _, width := range g.widths(t.Rows) {
		g.x = append(g.x, l.x+at)
		g.width = append(g.width, width)
		at += width
	}
	for i := range len(columns) - 1 {
		g.width[i] -= min(cellGap, g.width[i]/2)
	}
	return g
}

// widths shares the table's width out. A single column of figures has its share
// like any other; of several, each has the width of its widest figure, and the
// other columns share the rest.
func (g *grid) widths(rows []document.Row) []length {
	natural := make([]length, len(g.columns))
	figures, taken := 0, length(0)
	for i, c := range g.columns {
		if c.Numeric {
			natural[i] = g.figureWidth(i, rows) + cellGap
			figures, taken = figures+1, taken+natural[i]
		}
	}
	if figures < 2 || taken > g.l.width*3/4 {
		return g.shares(g.l.width, func(document.Column) bool { return true })
	}
	rest := g.shares(g.l.width-taken, func(c document.Column) bool { return !c.Numeric })
	for i := range rest {
		rest[i] += natural[i]
	}
	return rest
}

// figureWidth is the width of a column's widest word, in the weight of a total.
func (g *grid) figureWidth(column int, rows []document.Row) (widest length) {
	measure := func(t document.Text) {
		for _, word := range strings.Fields(t.String()) {
			widest = max(widest, g.l.faces.width(bold, word, cellSize.points, nil))
		}
	}
	measure(g.columns[column].Head)
	for _, r := range rows {
		if column < len(r.Cells) && r.Kind != document.AsideRow {
			measure(r.Cells[column])
		}
	}
	return widest
}

// shares gives the columns that are asked for their declared parts of a width. No
// column gets less than a fraction of an even share.
func (g *grid) shares(width length, in func(document.Column) bool) []length {
	out := make([]length, len(g.columns))
	sum, count, total := 0, 0, 0
	for _, c := range g.columns {
		if in(c) {
			sum += max(0, c.Width)
			count++
		}
	}
	least := max(1, sum/(4*max(1, count)))
	for _, c := range g.columns {
		if in(c) {
			total += max(least, c.Width)
		}
	}
	at := 0
	for i, c := range g.columns {
		if in(c) {
			from := width * length(at) / length(total)
			at += max(least, c.Width)
			out[i] = width*length(at)/length(total) - from
		}
	}
	return out
}

func (g *grid) head() {
	g.l.open(roleRow)
	defer g.l.close()
	heads := make([]document.Text, len(g.columns))
	for i, c := range g.columns {
		heads[i] = c.Head
	}
	s := g.slab(heads, setting{mark: tag{role: roleHead}, size: headSize, style: italic, right: true})
	s.rules = []rule{g.rule(0, thin), g.rule(s.height, thin)}
	s.stick, s.head = true, true
	if s.height > bodyHeight/3 { // too much to be repeated
		g.addSplit(s, headSize)
		return
	}
	s.table = g.table
	repeated := *g.l.add(s)
	g.table.head = &repeated
}

func (g *grid) rule(y, weight length) rule {
	return rule{x: g.l.x, y: y, width: g.l.width, weight: weight}
}

// row adds a row: one slab, or one for each line where it is taller than a page.
func (g *grid) row(r *document.Row) {
	g.l.open(roleRow)
	defer g.l.close()
	// Outside the total, the figure column says in words who gives.
	s := setting{mark: tag{role: roleCell}, size: cellSize, right: r.Kind != document.AsideRow}
	switch r.Kind {
	case document.TotalRow, document.GroupRow, document.SubtotalRow:
		s.style = bold
	}
	s.first = length(r.Depth) * groupStep
	whole := g.slab(r.Cells, s)
	whole.table = g.table
	if r.Kind == document.AsideRow {
		whole.top = asideSpace
	}
	whole.stick = r.Kind == document.GroupRow // a group's head stays with its first line
	if whole.height <= bodyHeight-g.headHeight()-2*boxPad*g.l.frame.depth() {
		g.l.add(whole)
		return
	}
	g.addSplit(whole, cellSize)
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
		mark := g.l.leaf(s.mark.role)
		for n, ln := range g.lines(cell, i, s) {
			c := s
			c.mark, c.right = mark, s.right && g.columns[i].Numeric
			t := g.place(ln, i, &c)
			t.y += rowPad + length(n)*s.size.leading
			out.texts = append(out.texts, t)
			out.height = max(out.height, 2*rowPad+length(n+1)*s.size.leading)
		}
	}
	return out
}

func (g *grid) lines(cell document.Text, column int, s setting) []line {
	atoms := g.l.faces.atoms(cell, s.style, s.size.points)
	width := g.width[column] - g.indent(column, &s)
	atoms = g.l.faces.fit(atoms, s.size.points, width)
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
