package pdf

import "github.com/isuplan/isuplan/pkg/document"

// Ruler measures as the PDF does, for other formats that are to look like it. All is
// measured in twentieths of a point. A ruler is for one goroutine.
type Ruler struct{ faces *faces }

// NewRuler returns a ruler. An error means that the fonts cannot be read.
func NewRuler() (*Ruler, error) {
	fs, err := newFaces()
	return &Ruler{fs}, err
}

// twentieth is the unit of other formats.
const twentieth = point / 20

// Width is how wide a text is on one line, in bold type of so many points.
func (r *Ruler) Width(text string, points int) int {
	return int(r.faces.width(bold, drawable(text), points, nil)/twentieth) + 1
}

// layout returns a column of the given width, with nothing in it.
func (r *Ruler) layout(width int) *layout {
	return &layout{faces: r.faces, width: length(width) * twentieth, tree: newTree()}
}

// Lines is how many lines a paragraph takes.
func (r *Ruler) Lines(t document.Text, width int) int {
	return len(r.layout(width).lines(t, &setting{size: textSize, justify: true}))
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
		list = append(list, Type{Cell: t.cell.points, Head: t.head.points,
			Leading: int(t.cell.leading / twentieth), HeadLines: int(t.head.leading / twentieth), Gap: int(t.gap / twentieth)})
	}
	return list
}

// Table measures a table that is as wide as its column.
func (r *Ruler) Table(t *document.Table, width int) Table {
	l := r.layout(width)
	g := l.grid(*t)
	var out Table
	at := 0
	for i := range g.columns {
		end := l.width
		if i+1 < len(g.columns) {
			end = g.x[i+1] - l.x
		}
		out.Widths = append(out.Widths, int(end/twentieth)-at)
		at = int(end / twentieth)
	}
	for i := range tableTypes {
		if tableTypes[i] == g.tableType {
			out.Size = i
		}
	}
	l.set(g, *t)
	out.Short = len(l.slabs) > 0 && l.slabs[0].whole <= short
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
	p := plot{l: r.layout(width), chart: c}
	p.mark = p.l.open(roleFigure)
	p.columns()
	out := Chart{Bars: int(p.bars / twentieth), Room: int(p.room / twentieth)}
	for i := range c.Bars {
		start := len(p.l.slabs)
		p.bar(&c.Bars[i])
		high := length(0)
		for _, s := range p.l.slabs[start:] {
			high += s.top + s.height
		}
		out.Pitch = max(out.Pitch, int(high/twentieth))
	}
	return out
}
