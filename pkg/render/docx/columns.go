package docx

import (
	"strings"

	"github.com/isuplan/isuplan/pkg/document"
)

// type sizes of a table, from the largest to the smallest: a table of many columns is
// set in smaller type before a figure is broken over two lines.
var tableTypes = []struct{ cell, head, gap int }{
	{9, 8, cellGap}, {8, 7, 6 * point}, {7, 7, 5 * point}, {6, 6, 4 * point},
}

// grid is a table's columns being measured.
type grid struct {
	columns []document.Column
	rows    []document.Row
	width   int
	size    int // of tableTypes
}

// newGrid measures a table. Cells beyond the declared columns get columns of their own.
func newGrid(t *document.Table, width int) *grid {
	g := &grid{columns: append([]document.Column(nil), t.Columns...), rows: t.Rows, width: width}
	for _, r := range t.Rows {
		for len(g.columns) < len(r.Cells) {
			g.columns = append(g.columns, document.Column{Width: 1})
		}
	}
	return g
}

// widths shares the table's width out. A single column of figures has its share like
// any other, if they fit; of several, each has the width of its widest figure, and
// the other columns share the rest.
func (g *grid) widths() []int {
	figures := 0
	for _, c := range g.columns {
		if c.Numeric {
			figures++
		}
	}
	all := g.shares(g.width, func(int) bool { return true })
	if figures < 2 && g.hold(all) {
		return all
	}
	var needs []int
	for g.size = range tableTypes {
		sum := 0
		needs = make([]int, len(g.columns))
		for i := range needs {
			needs[i] = g.need(i)
			sum += needs[i]
		}
		if sum <= g.width {
			return g.spread(needs)
		}
	}
	return g.squeezed(needs)
}

// need is the least width of a column: its widest figure, or its longest word.
func (g *grid) need(column int) int {
	kind := tableTypes[g.size]
	need := longest(g.columns[column].Head.String(), kind.head)
	for _, r := range g.rows {
		if column >= len(r.Cells) || r.Kind == document.AsideRow || r.Kind == document.GroupRow {
			continue // these reach over other columns
		}
		s := r.Cells[column].String()
		if g.columns[column].Numeric {
			need = max(need, wide(s, kind.cell))
		} else {
			need = max(need, longest(s, kind.cell))
		}
	}
	return min(need+need/25, g.width/2) + kind.gap
}

// longest is the width of a text's longest word.
func longest(s string, points int) (n int) {
	for word := range strings.FieldsSeq(s) {
		n = max(n, wide(word, points))
	}
	return n
}

// hold reports whether the figures fit into columns of the given widths.
func (g *grid) hold(widths []int) bool {
	for i, c := range g.columns {
		if c.Numeric && g.need(i) > widths[i] {
			return false
		}
	}
	return true
}

// spread gives what the columns do not need to those of words, by their shares; a
// column whose share is less than it needs has what it needs.
func (g *grid) spread(needs []int) []int {
	settled := make([]bool, len(needs))
	left := g.width
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
func (g *grid) squeezed(needs []int) []int {
	sum := 0
	for _, n := range needs {
		sum += n
	}
	for i := range needs {
		needs[i] = max(1, needs[i]*g.width/sum)
	}
	return needs
}

// shares gives the columns that are asked for their declared parts of a width. No
// column gets less than a fraction of an even share.
func (g *grid) shares(width int, in func(int) bool) []int {
	out := make([]int, len(g.columns))
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
			from := width * at / total
			at += max(least, c.Width)
			out[i] = width*at/total - from
		}
	}
	return out
}
