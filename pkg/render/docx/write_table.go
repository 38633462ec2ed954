package docx

import (
	"slices"
	"strconv"
)

func (t *table) write(w *writer) {
	w.raw(`<w:tbl><w:tblPr>`)
	w.tableProperties(t)
	if t.was != nil {
		w.change("tblPrChange")
		w.raw(`><w:tblPr>`)
		w.tableProperties(t.was)
		w.raw(`</w:tblPr></w:tblPrChange>`)
	}
	w.raw(`</w:tblPr><w:tblGrid>`)
	w.grid(t)
	if t.was != nil && !slices.Equal(t.was.widths, t.widths) {
		w.body.revision.changes++
		w.raw(`<w:tblGridChange w:id="`, strconv.Itoa(w.body.revision.changes), `"><w:tblGrid>`)
		w.grid(t.was)
		w.raw(`</w:tblGrid></w:tblGridChange>`)
	}
	w.raw(`</w:tblGrid>`)
	for i := range t.rows {
		if w.body.watch.Step() {
			break
		}
		w.row(&t.rows[i])
	}
	w.raw(`</w:tbl>`)
}

func (w *writer) grid(t *table) {
	for _, n := range t.widths {
		w.raw(`<w:gridCol w:w="`, strconv.Itoa(n), `"/>`)
	}
}

func (w *writer) tableProperties(t *table) {
	w.value("tblStyle", t.style)
	width := 0
	for _, n := range t.widths {
		width += n
	}
	w.raw(`<w:tblW w:w="`, strconv.Itoa(width), `" w:type="dxa"/><w:tblInd w:w="`, strconv.Itoa(t.left), `" w:type="dxa"/><w:tblLayout w:type="fixed"/>`)
	if t.gap > 0 {
		w.raw(`<w:tblCellMar><w:right w:w="`, strconv.Itoa(t.gap), `" w:type="dxa"/></w:tblCellMar>`)
	}
	first := "0"
	if t.head {
		first = "1"
	}
	w.raw(`<w:tblLook w:val="0`, first2(t.head), `0" w:firstRow="`, first, `" w:lastRow="0" w:firstColumn="0" w:lastColumn="0" w:noHBand="1" w:noVBand="1"/>`)
	w.attribute("tblCaption", t.caption)
	w.attribute("tblDescription", t.description)
}

// first2 is what tblLook says in its older way of a table with or without a head.
func first2(head bool) string {
	if head {
		return "62"
	}
	return "60"
}

// attribute writes an element whose value comes from the document.
func (w *writer) attribute(name, s string) {
	if s == "" {
		return
	}
	w.raw(`<w:`, name, ` w:val="`)
	w.text(s)
	w.raw(`"/>`)
}

func (w *writer) row(r *row) {
	w.raw(`<w:tr>`)
	if r.head || !r.split || r.track != kept {
		w.raw(`<w:trPr>`)
		if !r.split {
			w.raw(`<w:cantSplit/>`)
		}
		if r.head {
			w.raw(`<w:tblHeader/>`)
		}
		w.mark(r.track)
		w.raw(`</w:trPr>`)
	}
	for i := range r.cells {
		w.cell(&r.cells[i])
	}
	w.raw(`</w:tr>`)
}

func (w *writer) cell(c *cell) {
	w.raw(`<w:tc><w:tcPr>`)
	w.cellProperties(c)
	if c.was != nil {
		w.change("tcPrChange")
		w.raw(`><w:tcPr>`)
		w.cellProperties(c.was)
		w.raw(`</w:tcPr></w:tcPrChange>`)
	}
	w.raw(`</w:tcPr>`)
	w.blocks(c.blocks)
	w.raw(`</w:tc>`)
}

func (w *writer) cellProperties(c *cell) {
	w.raw(`<w:tcW w:w="`, strconv.Itoa(c.width), `" w:type="dxa"/>`)
	if c.span > 1 {
		w.number("gridSpan", c.span)
	}
	switch c.merged {
	case begun:
		w.value("vMerge", "restart")
	case goesOn:
		w.value("vMerge", "continue")
	}
	if c.rules != (rules{}) {
		w.raw(`<w:tcBorders>`, rule("top", c.rules.top), rule("bottom", c.rules.bottom), `</w:tcBorders>`)
	}
	w.margins(c)
}

// rule is one on a side of a cell, none whatever the style says, or nothing where it says all.
func rule(side string, wide int) string {
	switch wide {
	case 0:
		return ""
	case noRule:
		return `<w:` + side + ` w:val="nil"/>`
	}
	return `<w:` + side + ` w:val="single" w:sz="` + strconv.Itoa(wide) + `" w:space="0" w:color="auto"/>`
}

func (w *writer) margins(c *cell) {
	total := !c.head && c.rules.top == thick
	if !c.flush && !c.head && c.inner == (inner{}) && !total {
		return
	}
	w.raw(`<w:tcMar>`)
	if total {
		w.raw(`<w:top w:w="10" w:type="dxa"/>`) // the rule itself takes room
	}
	if c.inner.above {
		w.raw(`<w:top w:w="60" w:type="dxa"/>`)
	}
	if c.inner.below {
		w.raw(`<w:bottom w:w="60" w:type="dxa"/>`) // with that above the next, as much as stands below a paragraph
	}
	if c.head {
		w.raw(`<w:top w:w="20" w:type="dxa"/><w:bottom w:w="30" w:type="dxa"/>`)
	}
	if c.flush {
		w.raw(`<w:right w:w="0" w:type="dxa"/>`)
	}
	w.raw(`</w:tcMar>`)
}
