package set

import (
	"strings"

	"github.com/isuplan/isuplan/pkg/document"
)

// want is the least width of a column: of its head and of its cells, each for type
// of one Point, to which all other type is in proportion.
type want struct {
	head, cell Length
	figures    bool
}

// in returns the want in a type, with the gap. A column of words takes at most a
// part of the table for its longest word, which is broken otherwise.
func (w want) in(t tableType, width Length) Length {
	least := max(w.head*Length(t.Head.Points), w.cell*Length(t.Cell.Points))
	if !w.figures {
		least = min(least, width/6)
	}
	return least + t.Gap + leeway
}

// leeway is what a column has beyond its widest figure: LibreOffice breaks one that fits
// exactly.
const leeway = Point

// want measures a column: its widest figure, or its longest word.
func (g *Grid) want(column int, rows []document.Row) want {
	c := g.Columns[column]
	w := want{head: g.longestWord(c.Head, Italic), figures: c.Numeric}
	least := Length(tableTypes[len(tableTypes)-1].Cell.Points)
	for i := range rows {
		if g.setter.Step() {
			break
		}
		r := &rows[i]
		if column >= len(r.Cells) || len(r.Cells[column]) == 0 {
			continue
		}
		switch {
		case c.Numeric && r.Kind != document.AsideRow:
			w.cell = max(w.cell, g.figure(r.Cells[column], RowStyle(r.Kind)))
		case c.Label:
			w.cell = max(w.cell, g.longestWord(r.Cells[column], RowStyle(r.Kind))+Length(r.Depth)*GroupStep/least)
		case !c.Numeric:
			w.cell = max(w.cell, g.longestWord(r.Cells[column], RowStyle(r.Kind)))
		}
	}
	return w
}

// figure is the width of a figure on one line, in type of one point.
func (g *Grid) figure(t document.Text, st Style) Length {
	if len(t) == 1 && !t[0].Strong && !t[0].Emphasis { // as figures are
		return g.setter.runWidth(Drawable(t[0].Text), st, 1, &t[0])
	}
	return g.setter.textWidth(t, st, 1)
}

func (g *Grid) longestWord(t document.Text, st Style) (widest Length) {
	for word := range strings.FieldsSeq(t.String()) {
		widest = max(widest, g.setter.Width(Drawable(word), st, 1))
	}
	return widest
}
