package readback

import "encoding/xml"

// table is where in a table the text is that is being read.
type table struct{ row, column, span, next int }

// inTable notes where a row or a cell begins and how wide it is.
func (w *word) inTable(e xml.StartElement) {
	if len(w.tables) == 0 {
		return
	}
	t := &w.tables[len(w.tables)-1]
	switch e.Name.Local {
	case "tr":
		w.rows++
		*t = table{row: w.rows, next: 1}
	case "gridBefore":
		t.next += number(e, "val")
	case "tc":
		t.column, t.span = t.next, 1
	case "gridSpan":
		t.span = max(1, number(e, "val"))
	}
}

// endCell notes where the next cell begins.
func (w *word) endCell() {
	if n := len(w.tables); n > 0 {
		t := &w.tables[n-1]
		t.next, t.column = t.next+t.span, 0
	}
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

// cell returns the row and the column being read.
func (w *word) cell() (row, column int) {
	if n := len(w.tables); n > 0 {
		return w.tables[n-1].row, w.tables[n-1].column
	}
	return 0, 0
}
