package readback

import "encoding/xml"

// table is where in a table the text is that is being read.
type table struct {
	style                   string
	look, rowLook, cellLook look
	number                  int // counted through the document
	row, column, span, next int
	rowDepth, cellDepth     int         // of their elements
	merged                  map[int]int // by columns: the first line of the cell that goes on below
	first                   int         // the line with which the cell begins
	merge                   merge
}

// merge is how a cell belongs to the one above it.
type merge int

const (
	isApart merge = iota
	beginsMerge
	goesOnMerge
)

// inTable notes where a row or a cell begins and how wide it is.
func (w *word) inTable(e xml.StartElement) {
	if len(w.tables) == 0 {
		return
	}
	t := &w.tables[len(w.tables)-1]
	switch e.Name.Local {
	case "tblStyle":
		t.style = attribute(e, "val")
	case "tr":
		w.rows++
		*t = table{number: t.number, style: t.style, look: t.look, row: w.rows, next: 1, rowDepth: w.depth, merged: t.merged}
	case "gridBefore":
		t.next += number(e, "val")
	case "tc":
		t.column, t.span, t.cellDepth, t.cellLook = t.next, 1, w.depth, nil
		t.first, t.merge = len(w.text.Lines), isApart
	case "vMerge":
		if t.merge = goesOnMerge; attribute(e, "val") == "restart" {
			t.merge = beginsMerge
		}
	case "gridSpan":
		t.span = max(1, number(e, "val"))
	}
}

// goneInTable skips the rest of a row or of a cell that a tracked change takes away.
// The mark stands among their properties, before anything else.
func (w *word) goneInTable(local string) {
	if len(w.tables) == 0 {
		return
	}
	t := &w.tables[len(w.tables)-1]
	switch {
	case local == "cellDel" && t.column > 0:
		w.skip = t.cellDepth
		t.next, t.column = t.next+t.span, 0
	case local != "cellDel" && t.row > 0 && t.column == 0 && w.depth == t.rowDepth+2: // tr, trPr, del
		w.skip = t.rowDepth
	}
}

// endCell notes where the next cell begins.
func (w *word) endCell() {
	if n := len(w.tables); n > 0 {
		t := &w.tables[n-1]
		w.carryDown(t)
		t.next, t.column = t.next+t.span, 0
	}
}

// carryDown notes that the cell above goes on in this one, or that others may.
func (w *word) carryDown(t *table) {
	lines := w.text.Lines
	switch at, is := t.merged[t.column]; {
	case t.merge == goesOnMerge && is:
		lines[at].Down++
	case t.merge == beginsMerge && t.first < len(lines) && lines[t.first].Table == t.number && lines[t.first].Row == t.row && lines[t.first].Column == t.column:
		if t.merged == nil {
			t.merged = map[int]int{}
		}
		t.merged[t.column] = t.first
	default:
		delete(t.merged, t.column)
	}
}

// tableNumber is which table is being read; 0 outside of tables.
func (w *word) tableNumber() int {
	if n := len(w.tables); n > 0 {
		return w.tables[n-1].number
	}
	return 0
}

// endTable leaves a table.
func (w *word) endTable() {
	w.flush()
	if n := len(w.tables); n > 0 {
		w.tables = w.tables[:n-1]
	}
	if len(w.tables) == 0 {
		w.footnotes()
	}
}

// cell returns the row and the column being read, and how many columns the cell takes.
func (w *word) cell() (row, column, over int) {
	if n := len(w.tables); n > 0 {
		return w.tables[n-1].row, w.tables[n-1].column, w.tables[n-1].span
	}
	return 0, 0, 0
}
