package readback

import (
	"strings"
	"unicode"
)

// property takes note of what numbers a paragraph. It stands before the text.
func (w *word) property(local, value string) {
	p := w.inside()
	if p == nil || p.begun {
		return
	}
	switch local {
	case "pStyle":
		p.style = value
	case "numId":
		p.list = value
	case "ilvl":
		p.level = value
	}
}

// write adds text to the paragraph, behind its number. Text that is not shown it drops.
func (w *word) write(s string) {
	if w.isVanished() {
		w.doubt("text that is hidden", s)
		return
	}
	if w.isPageNumber(s) {
		return
	}
	w.begin()
	w.spend(len(s))
	if w.isText {
		w.span(s)
	}
	w.line.WriteString(s)
}

// begin writes a paragraph's number. One whose end is deleted has none: it is part of
// the next.
func (w *word) begin() {
	p := w.inside()
	if p == nil || p.begun {
		return
	}
	p.begun = true
	if p.gone {
		return
	}
	if number := w.numbers.next(*p); number != "" {
		w.judgeNumber(p, number)
		p.number = number
		w.spend(len(number))
		w.line.WriteString(number + " ")
	}
	w.runOn()
}

// runOn writes what is carried on from paragraphs whose ends are deleted.
func (w *word) runOn() {
	w.line.WriteString(w.carried)
	w.carried = ""
}

// inside is the paragraph being read, nil for none.
func (w *word) inside() *paragraph {
	if len(w.indoor) == 0 {
		return nil
	}
	return &w.indoor[len(w.indoor)-1]
}

// reading notes whether the properties of a paragraph are being read.
func (w *word) reading(properties bool) {
	if p := w.inside(); p != nil {
		p.properties = properties
	}
}

func (w *word) endParagraph() {
	w.begin()
	if p := w.inside(); p != nil && p.gone {
		w.carried += w.line.String()
		w.line.Reset()
	}
	w.flush()
	if n := len(w.indoor); n > 0 {
		w.indoor = w.indoor[:n-1]
	}
	if len(w.tables) == 0 {
		w.footnotes()
	}
}

func (w *word) flush() {
	w.add(w.line.String())
	w.line.Reset()
}

// add adds a line.
func (w *word) add(s string) {
	blank := len(s) - len(strings.TrimLeftFunc(s, unicode.IsSpace))
	if s = strings.TrimSpace(s); s == "" {
		return
	}
	const overhead = 64 // what a line takes besides its text
	w.spend(overhead)
	row, column, over := w.cell()
	l := Line{Text: s + " ", Row: row, Column: column, Over: over, Table: w.tableNumber()}
	if w.margin != "" {
		l = Line{Text: s + " ", Kind: Aside}
	}
	l.Form = w.formed(blank)
	w.text.Lines = append(w.text.Lines, l)
}
