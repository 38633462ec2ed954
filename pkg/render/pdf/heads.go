package pdf

import (
	"fmt"
	"slices"

	"github.com/isuplan/isuplan/pkg/document"
	"github.com/isuplan/isuplan/pkg/render/set"
)

// head adds the heads of the columns, in one row or in two, which stand again on each page.
func (g *grid) head(rows [][]document.HeadCell) {
	heads := g.Heads(rows)
	s := slab{height: heads.Height, stick: true, head: true, table: g.table}
	s.rules = []rule{g.rule(0, thick), g.rule(s.height, thin)}
	row := g.HeadRow()
	for i := range heads.Cells {
		c := &heads.Cells[i]
		mark := g.l.markOf(g.cells.heads[c.Row][c.Cell])
		if g.cells.begun[mark.node] {
			mark = tag{role: roleRepeated} // it stood over other columns already
		}
		g.cells.begun[mark.node] = mark.node > 0
		for n, ln := range c.Lines {
			t := g.place(ln, c.From, row)
			if c.Upper {
				t.x = g.l.x + g.X[c.From] + (g.reach(c)-ln.Width)/2
			}
			t.mark = mark
			t.y += c.Top + length(n)*row.Size.Leading
			s.texts = append(s.texts, t)
		}
		if c.Upper && heads.Middle > 0 {
			s.rules = append(s.rules, rule{x: g.l.x + g.X[c.From], y: heads.Middle, width: g.reach(c), weight: thin})
		}
	}
	if s.height > g.l.pageRoom()/3 { // too much to be repeated
		g.addSplit(s, row.Size)
		return
	}
	g.table.head = repeated(g.l.add(s))
}

// reach is how wide the columns below a head are.
func (g *grid) reach(c *set.HeadCell) length {
	return g.X[c.To-1] + g.Width[c.To-1] - g.X[c.From]
}

// repeated makes the head that stands on the table's later pages; whoever has the text
// read aloud hears it once.
func repeated(head *slab) *slab {
	again := *head
	again.texts = slices.Clone(head.texts)
	for i := range again.texts {
		again.texts[i].mark = tag{role: roleRepeated}
	}
	return &again
}

// cells are the elements of a table. A row is one element with all of its cells, also where
// these stand on several pages beside one another.
type cells struct {
	heads  [][]int // by row of heads, then by head
	rows   []int   // of the rows; the cells of a row follow it
	begun  map[int]bool
	groups []int // the heads of the groups that the row stands in, by depth; 0 for one without words
	label  int   // the head of the row, 0 for none
}

// tableCells makes the elements of a table.
func (l *layout) tableCells(t *document.Table) *cells {
	c := &cells{begun: map[int]bool{}}
	l.headCells(c, t.HeadRows())
	columns := t.AllColumns()
	l.elements = slices.Grow(l.elements, len(t.Rows)*(len(columns)+1))
	c.rows = make([]int, 0, len(t.Rows))
	for i := range t.Rows {
		if l.setter.Step() {
			break
		}
		r := &t.Rows[i]
		row := l.open(roleRow).node
		l.elements[row].kids = make([]kid, 0, len(columns))
		c.rows = append(c.rows, row)
		c.leaveGroups(r)
		for n := range columns {
			if n < len(r.Cells) && columns[n].Label && len(r.Cells[n]) > 0 {
				c.label = l.leaf(roleHead).node
				l.elements[c.label].attributes = "<</O /Table /Scope /Row" + c.headers() + ">>"
			} else {
				l.leaf(roleCell)
			}
		}
		l.enterGroup(c, r)
		l.close()
	}
	return c
}

// headCells makes the elements of the heads. One that stands below another names it.
func (l *layout) headCells(c *cells, rows [][]document.HeadCell) {
	over := map[int]int{} // by column: the head in the first row
	for r, row := range rows {
		l.open(roleRow)
		var nodes []int
		for i := range row {
			h := &row[i]
			node := l.leaf(roleHead).node
			nodes = append(nodes, node)
			attributes := "<</O /Table /Scope /Column"
			if h.To-h.From > 1 {
				attributes += fmt.Sprintf(" /ColSpan %d", h.To-h.From)
			}
			if h.Rows > 1 {
				attributes += fmt.Sprintf(" /RowSpan %d", h.Rows)
			}
			if above := over[h.From]; r > 0 && above > 0 {
				attributes += " /Headers [" + nameOf(above) + "]"
				l.elements[above].isNamed = true
			}
			l.elements[node].attributes = attributes + ">>"
			for column := h.From; r == 0 && column < h.To; column++ {
				over[column] = node
			}
		}
		c.heads = append(c.heads, nodes)
		l.close()
	}
}

// markOf is the mark of what belongs to an element.
func (t *tree) markOf(node int) tag { return tag{node: node, role: t.elements[node].role} }

// headers names the groups that a row stands in.
func (c *cells) headers() string {
	names := ""
	for _, node := range c.groups {
		if node > 0 {
			names += nameOf(node)
		}
	}
	if names == "" {
		return ""
	}
	return " /Headers [" + names + "]"
}

// leaveGroups leaves the groups that a row does not stand in. The sum of a group is the
// last row in it.
func (c *cells) leaveGroups(r *document.Row) {
	depth := max(r.Depth, 0)
	if r.Kind == document.SubtotalRow {
		depth++
	}
	c.groups = c.groups[:min(depth, len(c.groups))]
	c.label = 0
}

// enterGroup enters the group that a row is the head of.
func (l *layout) enterGroup(c *cells, r *document.Row) {
	if r.Kind != document.GroupRow {
		return
	}
	c.groups = append(c.groups, c.label)
	if c.label > 0 {
		l.elements[c.label].isNamed = true
	}
}
