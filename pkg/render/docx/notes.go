package docx

import (
	"strconv"
	"strings"

	"github.com/isuplan/isuplan/pkg/document"
)

// noteMark is the character style of the marks of notes.
const noteMark = "NoteMark"

// notes are those of one table: its marks lead to them, and each of them back to the cell
// that has its mark first.
type notes struct {
	name   string // that of the table
	list   []document.Text
	marked map[int]string // by note, from 1: the anchor of that cell
}

// notesOf returns the notes of a table, which are called by the table's name, or else by its
// position among the tables.
func (c *composer) notesOf(t *document.Table) *notes {
	c.tables++
	name := t.ID
	if name == "" || c.named[name] {
		name = strconv.Itoa(c.tables)
	}
	c.named[name] = true
	return &notes{name: "\x00" + name, list: t.Notes, marked: map[int]string{}}
}

// anchor is what the marks of a note lead to, "" where it is not there.
func (n *notes) anchor(note int) string {
	if note < 1 || note > len(n.list) || len(n.list[note-1]) == 0 || n.list[note-1][0].Note != note {
		return ""
	}
	return n.name + "/note" + strconv.Itoa(note)
}

// marked composes the text of a cell, whose marks lead to their notes.
func (t *tabler) marked(p *paragraph, text document.Text) []run {
	if len(text) == 0 {
		return nil
	}
	runs := make([]run, 0, len(text)) // more with marks of notes, which few cells have
	for i := range text {
		r := t.run(&text[i])
		n := text[i].Note
		if to := text[i].Address; to > 0 {
			runs = append(runs, addressMark(r, addressAnchor(to))...)
			continue
		}
		if n == 0 {
			runs = append(runs, r)
			continue
		}
		to := t.notes.anchor(n)
		if to != "" && t.notes.marked[n] == "" {
			if p.anchor == "" {
				p.anchor = t.notes.name + "/mark" + strconv.Itoa(n)
			}
			t.notes.marked[n] = p.anchor
		}
		runs = append(runs, mark(r, to)...)
	}
	return runs
}

// mark sets the mark of a note, without the blanks around it. It leads somewhere, or nowhere.
func mark(r run, to string) (runs []run) {
	text := strings.TrimLeft(r.text, " "+fixedBlank)
	if blank := r.text[:len(r.text)-len(text)]; blank != "" {
		runs = append(runs, run{text: blank, edit: r.edit})
	}
	sign := strings.TrimRight(text, " "+fixedBlank)
	if sign != "" {
		m := r
		m.text, m.style, m.italic, m.to, m.link = sign, noteMark, true, to, 0
		runs = append(runs, m)
	}
	if blank := text[len(sign):]; blank != "" {
		runs = append(runs, run{text: blank, edit: r.edit})
	}
	return runs
}

// note composes a note, whose mark leads back.
func (c *composer) note(text document.Text, back string) []run {
	runs := c.runs(text)
	if len(text) > 0 && text[0].Note > 0 {
		return append(mark(runs[0], back), runs[1:]...)
	}
	return runs
}

// notesBelow composes the notes below a table, in small type.
func (c *composer) notesBelow(n *notes) (out []block) {
	for i, text := range n.list {
		p := &paragraph{style: "TableNote", runs: c.note(text, n.marked[i+1]), keep: i < len(n.list)-1}
		if n.marked[i+1] != "" {
			p.anchor = n.anchor(i + 1)
		}
		out = append(out, c.place(p, 0, 0))
	}
	return out
}
