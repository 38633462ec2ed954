package set

import (
	"context"

	"github.com/isuplan/isuplan/pkg/document"
)

// Ruler measures as the PDF does, for formats that leave it to another program to break
// lines. All is measured in twentieths of a point. A ruler is for one goroutine.
type Ruler struct {
	setter *Setter
	atoms  []Atom // of the paragraph that was measured last
}

// NewRuler returns a ruler, whose measures mean nothing when the context has ended. An
// error means that the fonts cannot be read.
func NewRuler(ctx context.Context) (*Ruler, error) {
	s, err := New()
	if err != nil {
		return nil, err
	}
	return &Ruler{setter: s.Until(ctx)}, nil
}

// twentieth is the unit of other formats.
const twentieth = Point / 20

// Width is how wide a text is on one line, in bold type of a size in points.
func (r *Ruler) Width(text string, points int) int {
	return int(r.setter.Width(Drawable(text), Bold, points)/twentieth) + 1
}

// Lines is how many lines a paragraph takes.
func (r *Ruler) Lines(t document.Text, width int) int {
	return len(r.lines(t, Measure{Width: Length(width) * twentieth, Justify: true}))
}

// lines breaks a paragraph into lines, which are valid until the next one is measured.
func (r *Ruler) lines(t document.Text, m Measure) []Line {
	r.atoms = r.setter.cutInto(r.atoms[:0], t, 0, TextSize.Points)
	return r.setter.lines(r.atoms, TextSize.Points, m)
}

// Table is how a table is set.
type Table struct {
	Widths []int // of the columns, the gaps between them included
	Size   int   // of type, 0 for the largest; of TableTypes
	Short  bool  // it is kept on one page
}

// Type is the type of a table: of its cells and of its head, in points.
type Type struct {
	Cell, Head         int
	Leading, HeadLines int // distance from line to line
	Gap                int // between columns
}

// TableTypes are the types that tables are set in, the largest first.
func TableTypes() (list []Type) {
	for _, t := range tableTypes {
		list = append(list, Type{Cell: t.Cell.Points, Head: t.Head.Points,
			Leading: int(t.Cell.Leading / twentieth), HeadLines: int(t.Head.Leading / twentieth), Gap: int(t.Gap / twentieth)})
	}
	return list
}

// Table measures a table that is as wide as its column, all columns side by side: what has
// no room is broken. Fit finds it room.
func (r *Ruler) Table(t *document.Table, width int) Table {
	room := Length(width) * twentieth
	g := r.setter.Grid(t, room)
	out := Table{Widths: g.inTwentieths()}
	for i := range tableTypes {
		if tableTypes[i] == g.tableType {
			out.Size = i
		}
	}
	out.Short = len(g.Columns) > 0 && g.isShort(t, true)
	return out
}

// Chart is where the parts of a chart stand.
type Chart struct {
	Bars  int // where the bars begin, from the left
	Room  int // how wide they may be
	Pitch int // height of the highest line, with the space above it
}

// Chart measures a chart that is as wide as its column.
func (r *Ruler) Chart(c *document.Chart, width int) Chart {
	p := r.setter.Plot(c, Length(width)*twentieth)
	out := Chart{Bars: int(p.Bars / twentieth), Room: int(p.Room / twentieth)}
	for i := range c.Bars {
		high := Length(p.lines(&c.Bars[i])) * p.Lead
		if high <= BodyHeight { // one that no page holds is many
			high += BarGap
		}
		out.Pitch = max(out.Pitch, int(high/twentieth))
	}
	return out
}
