package readback

import (
	"encoding/xml"
	"strings"
)

// word walks through the text of a Word document.
type word struct {
	*office
	text      *Text
	numbers   *numbering
	notes     map[string]string // of footnotes, by their ids
	noteForm  string            // how Word counts them
	noted     int               // so far
	relations map[string]string
	whole     bool // a body was there
	broken    bool // a part of it cannot be read
	size      int  // how much was read

	line    strings.Builder
	indoor  []paragraph // the paragraphs around, those of text boxes inside others
	carried string      // of paragraphs whose ends are deleted: it runs on into the next
	waiting []string    // notes that wait for the end of their block
	tables  []table     // the tables around
	rows    int         // so far
	skip    int         // elements around that are not shown
	isText  bool
}

// paragraph is what is known of the paragraph being read.
type paragraph struct {
	style, list, level string
	properties         bool // being read
	gone               bool // its end is deleted
	begun              bool
}

// hidden are the elements that a reader of the finished text does not see.
var hidden = map[string]bool{"del": true, "delText": true, "moveFrom": true, "instrText": true, "Fallback": true, "delInstrText": true, "pPrChange": true, "rPrChange": true}

// changes are the elements of tracked changes (ISO/IEC 29500-1, 17.13.5).
var changes = map[string]bool{"ins": true, "del": true, "moveFrom": true, "moveTo": true, "pPrChange": true, "rPrChange": true, "tblPrChange": true, "trPrChange": true, "tcPrChange": true}

func (w *word) read(body []byte) error {
	if err := walk(body, w); err != nil {
		w.large = w.large || w.full()
		return err
	}
	w.runOn()
	w.flush()
	w.footnotes()
	return nil
}

// mostText is how much text is read: what a budget of fifty thousand lines takes.
const mostText = 16 << 20

// full reports whether there is more text than in any document.
func (w *word) full() bool { return w.size > mostText }

// spend counts what is read.
func (w *word) spend(n int) { w.size += n }

// chars reads text.
func (w *word) chars(s []byte) {
	if w.isText && w.skip == 0 {
		w.write(string(s))
	}
}

func (w *word) open(e xml.StartElement) {
	local := e.Name.Local
	if p := w.inside(); p != nil && w.skip == 0 && p.properties && (local == "del" || local == "moveFrom") {
		p.gone = true
	}
	if w.skip == 0 && changes[local] {
		w.text.Changes++
	}
	if hidden[local] {
		w.skip++
	}
	if w.skip > 0 {
		return
	}
	switch local {
	case "body":
		w.whole = true
	case "p":
		w.flush()
		w.indoor = append(w.indoor, paragraph{})
	case "pPr":
		w.reading(true)
	case "tbl":
		w.runOn()
		w.flush()
		w.tables = append(w.tables, table{})
	case "tr", "gridBefore", "tc", "gridSpan":
		w.inTable(e)
	case "pStyle", "numId", "ilvl":
		w.property(local, attribute(e, "val"))
	case "t":
		w.isText = true
	case "tab", "br", "cr":
		if !w.inTabs(e) {
			w.write(" ")
		}
	case "noBreakHyphen":
		w.write("-")
	case "sym":
		w.write("\uFFFD")
	case "footnoteReference":
		w.footnote(e)
	case "chart":
		w.chart(w.relations[attribute(e, "id")])
	}
}

// inTabs tells the stop of a tab, which has a place, from a tab in the text.
func (w *word) inTabs(e xml.StartElement) bool { return attribute(e, "pos") != "" }

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

// write adds text to the paragraph, behind its number.
func (w *word) write(s string) {
	w.begin()
	w.spend(len(s))
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

func (w *word) close(n xml.Name) {
	local := n.Local
	if hidden[local] {
		w.skip--
		return
	}
	if w.skip > 0 {
		return
	}
	switch local {
	case "t":
		w.isText = false
	case "pPr":
		w.reading(false)
	case "p":
		w.endParagraph()
	case "tc":
		w.endCell()
	case "tbl":
		w.endTable()
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
	if s = strings.TrimSpace(s); s != "" {
		const overhead = 64 // what a line takes besides its text
		w.spend(overhead)
		row, column := w.cell()
		w.text.Lines = append(w.text.Lines, Line{Text: s + " ", Row: row, Column: column})
	}
}

// footnotes puts the notes behind the block that refers to them.
func (w *word) footnotes() {
	for _, note := range w.waiting {
		w.add(note)
	}
	w.waiting = nil
}

// ownMark stands in a note for the mark that Word counts.
const ownMark = "\x00"

// footnote reads a mark: one of the text's own, or one that Word counts.
func (w *word) footnote(e xml.StartElement) {
	mark := ""
	if own := attribute(e, "customMarkFollows"); own == "" || own == "0" || own == "false" {
		w.noted++
		mark = spell(w.noted, w.noteForm)
		w.write(mark)
	}
	if note, ok := w.notes[attribute(e, "id")]; ok {
		note = strings.ReplaceAll(note, ownMark, mark)
		w.spend(len(note))
		w.waiting = append(w.waiting, note)
	}
}
