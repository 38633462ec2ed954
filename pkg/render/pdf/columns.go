package pdf

import "github.com/isuplan/isuplan/pkg/document"

// tableType is the type that a table is set in, and the gap between its columns.
type tableType struct {
	cell, head size
	gap        length
}

// tableTypes are tried from the largest to the smallest: a table of many columns is
// set in smaller type before a figure is broken over two lines.
var tableTypes = []tableType{
	{cellSize, headSize, cellGap},
	{size{8, 10 * point}, smallSize, 6 * point},
	{size{7, 9 * point}, smallSize, 5 * point},
	{size{6, 8 * point}, size{6, 7 * point}, 4 * point},
}

// grid shares the column's width out. Cells beyond the declared columns get columns
// of their own.
func (l *layout) grid(t document.Table) *grid {
	columns := t.AllColumns()
	g := &grid{l: l, columns: columns, table: &table{}, tableType: tableTypes[0]}
	at := length(0)
	for _, width := range g.widths(t.Rows) {
		g.x = append(g.x, l.x+at)
		g.width = append(g.width, width)
		at += width
	}
	for i := range len(columns) - 1 {
		g.width[i] -= min(g.gap, g.width[i]/2)
	}
	return g
}

// widths shares the table's width out. A single column of figures has its share like
// any other, if they fit; of several, each has the width of its widest figure, and
// the other columns share the rest.
func (g *grid) widths(rows []document.Row) []length {
	wants := make([]want, len(g.columns))
	figures := 0
	for i, c := range g.columns {
		if c.Numeric {
			wants[i] = g.want(i, rows)
			figures++
		}
	}
	if figures < 2 {
		all := g.shares(g.l.width, func(int) bool { return true })
		if g.hold(all, wants) {
			return all
		}
	}
	for i, c := range g.columns {
		if !c.Numeric {
			wants[i] = g.want(i, rows)
		}
	}
	var needs []length
	for _, g.tableType = range tableTypes {
		sum := length(0)
		needs = make([]length, len(wants))
		for i := range wants {
			needs[i] = wants[i].in(g.tableType, g.l.width)
			sum += needs[i]
		}
		if sum <= g.l.width {
			return g.spread(needs)
		}
	}
	return g.squeezed(needs)
}

// hold reports whether the figures fit into columns of the given widths.
func (g *grid) hold(widths []length, wants []want) bool {
	for i := range wants {
		if wants[i].figures && wants[i].in(g.tableType, g.l.width)-g.gap > widths[i]-min(g.gap, widths[i]/2) {
			return false
		}
	}
	return true
}

// spread gives what the columns do not need to those of words, by their shares; a
// column whose share is less than it needs has what it needs.
func (g *grid) spread(needs []length) []length {
	settled := make([]bool, len(needs))
	left := g.l.width
	for i, c := range g.columns {
		if c.Numeric {
			settled[i] = true
			left -= needs[i]
		}
	}
	for {
		shares := g.shares(left, func(i int) bool { return !settled[i] })
		short := false
		for i := range needs {
			if !settled[i] && shares[i] < needs[i] {
				settled[i], short = true, true
				left -= needs[i]
			}
		}
		if short {
			continue
		}
		for i := range needs {
			if !settled[i] {
				needs[i] = shares[i]
			}
		}
		return needs
	}
}

// squeezed makes columns that need more than there is narrower, each by the same part.
func (g *grid) squeezed(needs []length) []length {
	sum := length(0)
	for _, n := range needs {
		sum += n
	}
	for i := range needs {
		needs[i] = needs[i] * g.l.width / sum
	}
	return needs
}

// shares gives the columns that are asked for their declared parts of a width. No
// column gets less than a fraction of an even share.
func (g *grid) shares(width length, in func(int) bool) []length {
	out := make([]length, len(g.columns))
	sum, count, total := 0, 0, 0
	for i, c := range g.columns {
		if in(i) {
			sum += max(0, c.Width)
			count++
		}
	}
	least := max(1, sum/(4*max(1, count)))
	for i, c := range g.columns {
		if in(i) {
			total += max(least, c.Width)
		}
	}
	at := 0
	for i, c := range g.columns {
		if in(i) {
			from := width * length(at) / length(total)
			at += max(least, c.Width)
			out[i] = width*length(at)/length(total) - from
		}
	}
	return out
}
