package set

import (
	"unicode/utf8"

	"github.com/isuplan/isuplan/pkg/document"
)

// Crowded is a column of a table that is too wide for a page of its own, in the smallest
// type and on its side.
type Crowded struct {
	Table  *document.Table
	Column int           // its position among the table's
	Word   document.Text // what stands on one line: a figure, or a word
	Row    int           // of the table, counted from 0; less than that for a head
}

// Crowded returns the columns of a document's tables that no page can hold, so that words
// or figures in them have to be broken.
func (s *Setter) Crowded(doc *document.Document) []Crowded {
	c := crowding{setter: s}
	document.WalkUntil(s.Ended, doc.Blocks, &c)
	return c.list
}

// crowding looks for tables that are too wide; it is a visitor.
type crowding struct {
	setter *Setter
	boxes  int
	list   []Crowded
}

func (c *crowding) Heading(*document.Heading, document.Rest)     {}
func (c *crowding) Paragraph(*document.Paragraph, document.Rest) {}
func (c *crowding) List(*document.List, document.Rest)           {}
func (c *crowding) Result(*document.Result, document.Rest)       {}
func (c *crowding) Chart(*document.Chart, document.Rest)         {}

func (c *crowding) Box(b *document.Box, _ document.Rest) {
	c.boxes++
	document.WalkUntil(c.setter.Ended, b.Blocks, c)
	c.boxes--
}

func (c *crowding) Table(t *document.Table, _ document.Rest) {
	if hasRoom(t, RoomsIn(c.boxes).Landscape) {
		return
	}
	for _, column := range c.setter.Fit(t, RoomsIn(c.boxes)).Cramped {
		c.list = append(c.list, c.setter.widest(t, column))
	}
}

// hasRoom reports whether a look at the number of letters says that a table fits: most do.
func hasRoom(t *document.Table, room Length) bool {
	longest := 0
	see := func(text document.Text, whole bool) {
		n := 0
		for i := range text {
			for _, r := range text[i].Text {
				if n++; !whole && isSpace(r) {
					n = 0
				}
				longest = max(longest, n)
			}
		}
	}
	for i := range t.Columns {
		see(t.Columns[i].Head, false)
	}
	for i := range t.Heads {
		see(t.Heads[i].Text, false)
	}
	for i := range t.Rows {
		for n, cell := range t.Rows[i].Cells {
			see(cell, n >= len(t.Columns) || t.Columns[n].Numeric)
		}
	}
	least := tableTypes[len(tableTypes)-1]
	const apart = 4 // codes, labels with as much before them, and a column
	return Length(longest)*Length(least.Cell.Points)*Point*apart < room
}

// widest finds what makes a column wide.
func (s *Setter) widest(t *document.Table, column int) Crowded {
	m := measurer{setter: s, declared: t.AllColumns()}
	out, most := Crowded{Table: t, Column: column, Row: -1}, Length(0)
	see := func(text document.Text, st Style, row int, whole bool) {
		wide := Length(0)
		if whole {
			wide = m.figure(text, st)
		} else {
			wide, _ = m.words(text, st)
		}
		if wide > most {
			most, out.Word, out.Row = wide, text, row
		}
	}
	see(m.declared[column].Head, Italic, -1, false)
	for i := range t.Rows {
		if r := &t.Rows[i]; column < len(r.Cells) {
			see(r.Cells[column], RowStyle(r.Kind), i, m.declared[column].Numeric && r.Kind != document.AsideRow && !isProse(r.Cells[column]))
		}
	}
	return out
}

// Letters is how many characters stand on one line.
func (c *Crowded) Letters() (most int) {
	for i := range c.Word {
		most += utf8.RuneCountInString(c.Word[i].Text)
	}
	return most
}
