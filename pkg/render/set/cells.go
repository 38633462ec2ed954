package set

import "github.com/isuplan/isuplan/pkg/document"

// Row is how a row of a table is set.
type Row struct {
	Size   Size
	Style  Style
	Right  bool   // figures stand at the right
	Over   bool   // a cell reaches over the empty ones behind it
	Indent Length // of its label
}

// Row is how a row is set. Outside the total, the figure column says in words who gives.
func (g *Grid) Row(r *document.Row) Row {
	aside := r.Kind == document.AsideRow
	return Row{Size: g.Cell, Style: RowStyle(r.Kind), Right: !aside,
		Over: aside || r.Kind == document.GroupRow, Indent: Length(r.Depth) * GroupStep}
}

// Cells gives a row a cell in each column: its position says which column a cell is in.
func (g *Grid) Cells(r *document.Row) []document.Text {
	cells := make([]document.Text, len(g.At))
	for n, c := range g.At {
		if c < len(r.Cells) {
			cells[n] = r.Cells[c]
		}
	}
	return cells
}

// RowStyle sets off the heads and sums of groups.
func RowStyle(kind document.RowKind) Style {
	switch kind {
	case document.TotalRow, document.GroupRow, document.SubtotalRow:
		return Bold
	}
	return 0
}

// IsRight reports whether a row's cell in a column stands at the right.
func (g *Grid) IsRight(r Row, column int) bool { return r.Right && g.Columns[column].Numeric }

// Indent is how far a row's cell stands in its column.
func (g *Grid) Indent(r Row, column int) Length {
	if !g.Columns[column].Label {
		return 0
	}
	return min(r.Indent, g.Width[column]/2)
}

// Lines breaks the cell of a row in a column.
func (g *Grid) Lines(cells []document.Text, r Row, column int) []Line {
	return g.setter.Lines(cells[column], r.Style, r.Size.Points, Measure{Width: g.reach(cells, r, column)})
}

// reach is how wide a cell may be. The head of a group, or who gives something outside
// the total, reaches over the cells behind it that hold nothing, and is not squeezed
// into a column as wide as its figures.
func (g *Grid) reach(cells []document.Text, r Row, column int) Length {
	end := g.X[column] + g.Width[column]
	for next := column + 1; next < len(cells) && r.Over && !g.IsRight(r, column) && len(cells[next]) == 0; next++ {
		end = g.X[next] + g.Width[next]
	}
	return end - g.X[column] - g.Indent(r, column)
}

// height is how high a row is.
func (g *Grid) height(cells []document.Text, r Row) Length {
	lines := 1
	for i := range cells {
		lines = max(lines, len(g.Lines(cells, r, i)))
	}
	return Length(lines)*r.Size.Leading + 2*RowPad
}

// isShort reports whether a table, the last portion of it with its notes, is kept on one
// page.
func (g *Grid) isShort(t *document.Table, last bool) bool {
	sum := g.Heads(t.HeadRows()).Height
	for i := range t.Rows {
		if sum > Short || g.setter.Step() {
			return false
		}
		r := &t.Rows[i]
		if r.Kind == document.AsideRow {
			sum += AsideSpace
		}
		sum += g.height(g.Cells(r), g.Row(r))
	}
	lines := 0
	for _, note := range t.Notes {
		if !last {
			break
		}
		lines += len(g.setter.Lines(note, 0, HeadSize.Points, Measure{Width: g.Room}))
	}
	if lines > 0 {
		sum += NoteSpace + Length(lines)*HeadSize.Leading
	}
	return sum <= Short
}
