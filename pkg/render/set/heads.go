package set

import "github.com/isuplan/isuplan/pkg/document"

// HeadCell is a head as it stands over columns of a grid.
type HeadCell struct {
	Text      document.Text
	From, To  int    // the grid's columns [From, To)
	Row, Cell int    // where it stands in the rows of heads of the table
	Upper     bool   // it stands over columns that have heads of their own
	Top       Length // of its first line, from the top of the heads
	Lines     []Line
}

// Heads are the heads of a grid, in one row or in two.
type Heads struct {
	Cells  []HeadCell // as a reader meets them: row by row, from the left
	Height Length
	Middle Length // where the second row begins, 0 where there is one row
}

// HeadRow is how a head is set.
func (g *Grid) HeadRow() Row { return Row{Size: g.Head, Style: Italic, Right: true} }

// Heads breaks the lines of the heads of a table, as far as they stand over the grid's
// columns. What stands over several columns stands in their middle. A head that is two rows
// high begins in the first: who reads on in the order of print does not go up the page.
func (g *Grid) Heads(rows [][]document.HeadCell) Heads {
	var h Heads
	lines := [2]int{1, 1}
	tallest := 1
	for r, row := range rows {
		for n, c := range row {
			from, to := g.over(c.From, c.To)
			if from == to {
				continue
			}
			cell := HeadCell{Text: c.Text, From: from, To: to, Row: r, Cell: n, Upper: c.Upper}
			cell.Lines = g.setter.Lines(c.Text, Italic, g.Head.Points, Measure{Width: g.X[to-1] + g.Width[to-1] - g.X[from]})
			if c.Rows > 1 {
				tallest = max(tallest, len(cell.Lines))
			} else {
				lines[r] = max(lines[r], len(cell.Lines))
			}
			h.Cells = append(h.Cells, cell)
		}
	}
	h.place(len(rows), lines, tallest, g.Head.Leading)
	return h
}

// place gives the heads their height and their places, in one row or in two.
func (h *Heads) place(rows int, lines [2]int, tallest int, leading Length) {
	high := func(lines int) Length { return Length(lines)*leading + 2*RowPad }
	h.Height = high(max(lines[0], tallest))
	if rows > 1 {
		h.Middle = high(lines[0])
		h.Height = max(h.Middle+high(lines[1]), high(tallest))
	}
	for i := range h.Cells {
		c := &h.Cells[i]
		c.Top = RowPad
		if c.Row > 0 {
			c.Top += h.Middle
		}
	}
}

// over returns the grid's columns that are among those [from, to) of the table.
func (g *Grid) over(from, to int) (first, last int) {
	for n, c := range g.At {
		if c >= from && c < to {
			if first == last {
				first = n
			}
			last = n + 1
		}
	}
	return first, last
}
