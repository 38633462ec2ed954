package set

import "github.com/isuplan/isuplan/pkg/document"

// tableType is the type that a table is set in, and the gap between its columns.
type tableType struct {
	Cell, Head Size
	Gap        Length
}

// tableTypes are tried from the largest to the smallest: a table of many columns is
// set in smaller type before a figure is broken over two lines.
var tableTypes = []tableType{
	{CellSize, HeadSize, CellGap},
	{Size{8, 10 * Point}, SmallSize, 6 * Point},
	{Size{7, 9 * Point}, SmallSize, 5 * Point},
	{Size{6, 8 * Point}, Size{6, 7 * Point}, 4 * Point},
}

// Grid says where the columns of a table stand, and breaks the lines of its cells.
type Grid struct {
	Columns []document.Column
	X       []Length // where the columns begin, from the table's left
	Width   []Length // of the columns, without the gaps between them
	tableType
	room   Length // the width of the table
	setter *Setter
}

// Grid shares a width out among the columns of a table. Cells beyond the declared columns
// get columns of their own.
func (s *Setter) Grid(t *document.Table, width Length) *Grid {
	g := &Grid{setter: s, Columns: t.AllColumns(), room: width, tableType: tableTypes[0]}
	for i, head := range t.FullHeads() { // in one row
		g.Columns[i].Head = head
	}
	at := Length(0)
	for _, width := range g.widths(t.Rows) {
		g.X = append(g.X, at)
		g.Width = append(g.Width, width)
		at += width
	}
	for i := range len(g.Columns) - 1 {
		g.Width[i] -= min(g.Gap, g.Width[i]/2)
	}
	return g
}

// widths shares the table's width out. A single column of figures has its share like
// any other, if they fit; of several, each has the width of its widest figure, and
// the other columns share the rest.
func (g *Grid) widths(rows []document.Row) []Length {
	wants := make([]want, len(g.Columns))
	figures := 0
	for i, c := range g.Columns {
		if c.Numeric {
			wants[i] = g.want(i, rows)
			figures++
		}
	}
	if figures < 2 {
		all := g.shares(g.room, func(int) bool { return true })
		if g.hold(all, wants) {
			return all
		}
	}
	for i, c := range g.Columns {
		if !c.Numeric {
			wants[i] = g.want(i, rows)
		}
	}
	var needs []Length
	for _, g.tableType = range tableTypes {
		sum := Length(0)
		needs = make([]Length, len(wants))
		for i := range wants {
			needs[i] = wants[i].in(g.tableType, g.room)
			sum += needs[i]
		}
		if sum <= g.room {
			return g.spread(needs)
		}
	}
	return g.squeezed(needs)
}

// hold reports whether the figures fit into columns of the given widths.
func (g *Grid) hold(widths []Length, wants []want) bool {
	for i := range wants {
		if wants[i].figures && wants[i].in(g.tableType, g.room)-g.Gap > widths[i]-min(g.Gap, widths[i]/2) {
			return false
		}
	}
	return true
}

// spread gives what the columns do not need to those of words, by their shares; a
// column whose share is less than it needs has what it needs.
func (g *Grid) spread(needs []Length) []Length {
	settled := make([]bool, len(needs))
	left := g.room
	for i, c := range g.Columns {
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
func (g *Grid) squeezed(needs []Length) []Length {
	sum := Length(0)
	for _, n := range needs {
		sum += n
	}
	for i := range needs {
		needs[i] = needs[i] * g.room / sum
	}
	return needs
}

// shares gives the columns that are asked for their declared parts of a width. No
// column gets less than a fraction of an even share.
func (g *Grid) shares(width Length, in func(int) bool) []Length {
	out := make([]Length, len(g.Columns))
	sum, count, total := 0, 0, 0
	for i, c := range g.Columns {
		if in(i) {
			sum += max(0, c.Width)
			count++
		}
	}
	least := max(1, sum/(4*max(1, count)))
	for i, c := range g.Columns {
		if in(i) {
			total += max(least, c.Width)
		}
	}
	at := 0
	for i, c := range g.Columns {
		if in(i) {
			from := width * Length(at) / Length(total)
			at += max(least, c.Width)
			out[i] = width*Length(at)/Length(total) - from
		}
	}
	return out
}
