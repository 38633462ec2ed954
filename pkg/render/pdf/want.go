package pdf

import (
	"strings"

	"github.com/isuplan/isuplan/pkg/document"
)

// want is the least width of a column: of its head and of its cells, each for type
// of one point, to which all other type is in proportion.
type want struct {
	head, cell length
	figures    bool
}

// in returns the want in a type, with the gap. A column of words takes at most a
// part of the table for its longest word, which is broken otherwise.
func (w want) in(t tableType, width length) length {
	least := max(w.head*length(t.head.points), w.cell*length(t.cell.points))
	if !w.figures {
		least = min(least, width/6)
	}
	return least + t.gap + leeway
}

// leeway is what a column has beyond its widest figure: LibreOffice breaks one that fits
// exactly.
const leeway = point

// want measures a column: its widest figure, or its longest word.
func (g *grid) want(column int, rows []document.Row) want {
	c := g.columns[column]
	w := want{head: g.longestWord(c.Head, italic), figures: c.Numeric}
	least := length(tableTypes[len(tableTypes)-1].cell.points)
	for i := range rows {
		r := &rows[i]
		if column >= len(r.Cells) || len(r.Cells[column]) == 0 {
			continue
		}
		switch {
		case c.Numeric && r.Kind != document.AsideRow:
			w.cell = max(w.cell, g.natural(r.Cells[column], rowStyle(r.Kind)))
		case c.Label:
			w.cell = max(w.cell, g.longestWord(r.Cells[column], rowStyle(r.Kind))+length(r.Depth)*groupStep/least)
		case !c.Numeric:
			w.cell = max(w.cell, g.longestWord(r.Cells[column], rowStyle(r.Kind)))
		}
	}
	return w
}

// natural is the width of a figure on one line, in type of one point.
func (g *grid) natural(t document.Text, st style) length {
	if len(t) == 1 && !t[0].Strong && !t[0].Emphasis { // as figures are
		return g.l.faces.width(st, drawable(t[0].Text), 1, &t[0])
	}
	atoms := g.l.faces.atoms(t, st, 1)
	if len(atoms) == 0 {
		return 0
	}
	return chunkWidth(atoms)
}

func (g *grid) longestWord(t document.Text, st style) (widest length) {
	for word := range strings.FieldsSeq(t.String()) {
		widest = max(widest, g.l.faces.width(st, drawable(word), 1, nil))
	}
	return widest
}
