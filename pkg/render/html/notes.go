package html

import (
	"strconv"

	"github.com/isuplan/isuplan/pkg/document"
)

// notes leads from the marks in a table to its notes, and from each note back to its
// first mark.
type notes struct {
	table  string // the table's name
	there  []bool // by note: whether it has a mark before it, from which the way leads back
	marked []int  // by note: how many marks in the table name it
	names  []string
	first  []string // by note: the name of its first mark, "" before that is written
}

// notesOf looks which notes of a table have marks.
func (w *writer) notesOf(t *document.Table, name string) *notes {
	n := &notes{table: name, there: make([]bool, len(t.Notes)), marked: make([]int, len(t.Notes)), names: make([]string, len(t.Notes)), first: make([]string, len(t.Notes))}
	for i, text := range t.Notes {
		for _, r := range text {
			n.there[i] = n.there[i] || r.Note == i+1
		}
	}
	count := func(text document.Text) {
		for i := range text {
			if at := text[i].Note - 1; at >= 0 && at < len(n.marked) && n.there[at] {
				n.marked[at]++
			}
		}
	}
	for _, row := range t.HeadRows() {
		for i := range row {
			count(row[i].Text)
		}
	}
	for i := range t.Rows {
		for _, cell := range t.Rows[i].Cells {
			count(cell)
		}
	}
	for i := range n.names {
		if n.marked[i] > 0 {
			n.names[i] = w.names.give(name + "/note-" + strconv.Itoa(i+1))
			n.first[i] = w.names.give(name + "/mark-" + strconv.Itoa(i+1))
		}
	}
	return n
}

// isLinked reports whether a run is the mark of a note that is linked.
func (n *notes) isLinked(r *document.Run) bool {
	return r.Note > 0 && r.Note <= len(n.marked) && n.marked[r.Note-1] > 0 && !isAddress(r.Link)
}

// attribute names a note, from 1.
func (n *notes) attribute(note int) string {
	if n.marked[note-1] == 0 {
		return ""
	}
	return ` id="` + esc(n.names[note-1]) + `"`
}

// cell writes the text of a cell.
func (n *notes) cell(w *writer, t document.Text) {
	for i := range t {
		r := &t[i]
		if !n.isLinked(r) {
			w.run(r, "", "")
			continue
		}
		name := ""
		if first := &n.first[r.Note-1]; n.there[r.Note-1] { // the way back is to this one
			name, n.there[r.Note-1] = ` id="`+esc(*first)+`"`, false
		}
		w.run(r, `<a class="mark" role="doc-noteref"`+name+` href="#`+esc(n.names[r.Note-1])+`">`, "</a>")
	}
}

// note writes the text of a note.
func (n *notes) note(w *writer, t document.Text) {
	for i := range t {
		r := &t[i]
		if !n.isLinked(r) {
			w.run(r, "", "")
			continue
		}
		w.run(r, `<a class="mark" role="doc-backlink" href="#`+esc(n.first[r.Note-1])+`">`, "</a>")
	}
}
