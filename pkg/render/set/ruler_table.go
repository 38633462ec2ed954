package set

import "github.com/isuplan/isuplan/pkg/document"

// Fitted is how a table is set, as Fitting says it, in twentieths of a point.
type Fitted struct {
	Room     Room
	Size     int // of type, 0 for the largest; of TableTypes
	Portions []FittedPortion
	// Cramped are the columns that are too narrow for what they hold, though they have a
	// page to themselves.
	Cramped []int
}

// FittedPortion is a portion of a table: columns that stand side by side.
type FittedPortion struct {
	Columns []int // their positions among those of document.Table.AllColumns
	Widths  []int // of each, the gap behind it included
	Short   bool  // it is kept on one page
}

// Fit measures a table and finds out how it fits on pages, as the PDF sets it:
//
//	f := ruler.Fit(table, set.Rooms{Column: width, Full: set.FullLine, Landscape: set.LandscapeLine})
//
// The rooms are Lengths; a room of 0 is not tried. In the room InColumn the table stands
// where the text does and fills it; in FullWidth it begins at the page's left margin; in
// Landscape it does so on a page on its side, to which the headings directly before it
// come along, and other text does not. Several portions follow one another, all in the same
// room and type, each with all rows and the heads of its columns (document.Table.HeadRows, as
// far as they stand over them); the first columns, which name the rows, are in each. Notes
// stand below the last. A table without columns has no portions.
func (r *Ruler) Fit(t *document.Table, rooms Rooms) Fitted {
	f, grids := r.setter.Grids(t, rooms)
	out := Fitted{Room: f.Room, Size: f.Size, Cramped: f.Cramped}
	for _, g := range grids {
		p := FittedPortion{Columns: g.At, Widths: g.inTwentieths()}
		p.Short = g.isShort(t, g == grids[len(grids)-1])
		out.Portions = append(out.Portions, p)
	}
	return out
}

// inTwentieths returns the widths of the columns with their gaps, which add up to the
// table's.
func (g *Grid) inTwentieths() (widths []int) {
	at := 0
	for i := range g.Columns {
		end := g.Room
		if i+1 < len(g.Columns) {
			end = g.X[i+1]
		}
		widths = append(widths, int(end/twentieth)-at)
		at = int(end / twentieth)
	}
	return widths
}

// Twentieths turns a length into what Ruler measures in.
func Twentieths(l Length) int { return int(l / twentieth) }
