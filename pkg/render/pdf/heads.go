package pdf

import "github.com/isuplan/isuplan/pkg/document"

// cellMark makes the element of a cell. What names a column or a row is its head; that
// of a row names the groups that it stands in, which others see by how far it is
// indented.
func (g *grid) cellMark(r role, column int, cell document.Text) tag {
	if r == roleCell && (!g.Columns[column].Label || len(cell) == 0) {
		return g.l.leaf(roleCell)
	}
	mark := g.l.leaf(roleHead)
	e := &g.l.elements[mark.node]
	if r == roleHead {
		e.attributes = "<</O /Table /Scope /Column>>"
		return mark
	}
	g.label = mark.node
	e.attributes = "<</O /Table /Scope /Row" + g.headers() + ">>"
	return mark
}

// headers names the groups that a row stands in.
func (g *grid) headers() string {
	names := ""
	for _, node := range g.groups {
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
func (g *grid) leaveGroups(r *document.Row) {
	depth := max(r.Depth, 0)
	if r.Kind == document.SubtotalRow {
		depth++
	}
	g.groups = g.groups[:min(depth, len(g.groups))]
	g.label = 0
}

// enterGroup enters the group that a row is the head of.
func (g *grid) enterGroup(r *document.Row) {
	if r.Kind != document.GroupRow {
		return
	}
	g.groups = append(g.groups, g.label)
	if g.label > 0 {
		g.l.elements[g.label].isNamed = true
	}
}
