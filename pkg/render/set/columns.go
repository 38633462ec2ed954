package set

import "github.com/isuplan/isuplan/pkg/document"

// tableType is the type that a table is set in, and the gap between its columns.
type tableType struct {
	Cell, Head Size
	Gap        Length
}

// tableTypes are tried from the largest to the smallest: a table of many columns is
// set in smaller type before a figure is broken over two lines.
var tableTypes = [...]tableType{
	{CellSize, HeadSize, CellGap},
	{Size{8, 10 * Point}, SmallSize, 6 * Point},
	{Size{7, 9 * Point}, SmallSize, 5 * Point},
}

// Grid says where the columns of a table, or of a portion of it, stand, and breaks the
// lines of its cells.
type Grid struct {
	Columns []document.Column
	At      []int    // the positions of the columns among the table's
	X       []Length // where the columns begin, from the table's left
	Width   []Length // of the columns, without the gaps between them
	Room    Length   // the width of the table
	tableType
	setter *Setter
}

// Grids sets a table in the rooms that there are: one grid, or several where its columns go
// on beside. No grid has no columns.
func (s *Setter) Grids(t *document.Table, rooms Rooms) (Fitting, []*Grid) {
	columns := t.AllColumns()
	if len(columns) == 0 {
		return Fitting{}, nil
	}
	f := s.Fit(t, rooms)
	grids := make([]*Grid, len(f.Portions))
	for i := range f.Portions {
		grids[i] = s.grid(columns, &f.Portions[i], f.Size)
		if f.Room == InColumn {
			grids[i].Room = rooms.Column
		}
	}
	return f, grids
}

func (s *Setter) grid(columns []document.Column, p *Portion, size int) *Grid {
	g := &Grid{setter: s, At: p.Columns, Room: p.Width(), tableType: tableTypes[size]}
	at := Length(0)
	for n, c := range p.Columns {
		g.Columns = append(g.Columns, columns[c])
		g.X = append(g.X, at)
		g.Width = append(g.Width, p.Widths[n])
		at += p.Widths[n]
	}
	for i := range len(g.Columns) - 1 {
		g.Width[i] -= min(g.Gap, g.Width[i]/2)
	}
	return g
}

// Grid sets all columns of a table in a width side by side: what has no room is broken.
func (s *Setter) Grid(t *document.Table, width Length) *Grid {
	w := s.Wants(t)
	f := w.Fit(Rooms{Column: width})
	p := f.Portions[0]
	if len(f.Portions) > 1 {
		f.Size = len(tableTypes) - 1
		d := divider{Wants: &w, trial: trial{width: width, size: f.Size}}
		p = Portion{w.all(), d.squeezed(w.needs(w.all(), f.Size, asNeeded))}
	}
	g := s.grid(t.AllColumns(), &p, f.Size)
	g.Room = width
	return g
}
