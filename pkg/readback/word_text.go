package readback

import (
	"encoding/xml"
	"strings"
)

// word walks through a part with text: the document itself, a header or the notes.
type word struct {
	*office
	text      *Text
	numbers   *numbering
	relations relations
	notes     noteReader
	margin    string // the header or footer being read, "" for none
	hasBody   bool   // a body was there
	broken    bool   // a part of it cannot be read

	line       strings.Builder
	indoor     []paragraph // the paragraphs around, those of text boxes inside others
	carried    string      // of paragraphs whose ends are deleted: it runs on into the next
	tables     []table     // the tables around
	rows       int         // so far
	tableCount int         // so far
	runs       []run       // around, those of text boxes inside others
	fields     []field
	choices    []choice
	scopes     []scope
	depth      int
	skip       int // the depth at which an element began that is not shown, 0 for none
	isText     bool
	isTrimmed  bool // of the text, Word leaves blanks at the ends out
	kept       int  // the depth of the element that keeps such blanks, 0 for none
	isCode     bool // what a field is
	picture    picture
	aside      []Line     // what stands outside of the text
	edges      []relation // headers and footers, as the sections name them
	bags       []bag      // the properties being gathered
	strange    map[Strange]bool
	background string // the colour of the pages, "" for white
	editing    editing
	link       linked
	isWritten  bool               // what is written, whether it is shown or not
	said       map[string]Comment // comments, by their ids
}

// paragraph is what is known of the paragraph being read.
type paragraph struct {
	style, list, level string
	properties         bool // being read
	gone               bool // its end is deleted
	begun              bool
	look, mark         look // the paragraph's, and that of the mark at its end
	number             string
	form               formed
}

// hidden are the elements that a reader of the finished text does not see, and what
// text was like before a tracked change.
var hidden = map[string]bool{"del": true, "delText": true, "moveFrom": true, "delInstrText": true, "pPrChange": true, "rPrChange": true,
	"tblPrChange": true, "tblGridChange": true, "tblPrExChange": true, "trPrChange": true, "tcPrChange": true, "sectPrChange": true, "numberingChange": true}

// changes are the elements of tracked changes (ISO/IEC 29500-1, 17.13.5).
var changes = map[string]bool{"ins": true, "del": true, "moveFrom": true, "moveTo": true, "pPrChange": true, "rPrChange": true, "tblPrChange": true, "trPrChange": true, "tcPrChange": true}

// document reads the document, then the notes at its end, then what stands in margins.
func (w *word) document(part string) error {
	if part == "" {
		return ErrNotWord
	}
	w.relations = w.office.relations(part)
	w.numbers = w.numbering(w.relations.part("numbering"), w.relations.part("styles"))
	w.parts()
	body := w.part(part)
	w.notes = w.noteTexts(body)
	if err := w.read(body); err != nil {
		return err
	}
	w.endnotes()
	return w.margins()
}

func (w *word) read(part []byte) error {
	w.alternatives(part)
	if err := walk(part, w); err != nil {
		return err
	}
	w.runOn()
	w.flush()
	w.footnotes()
	if w.broken {
		return ErrNotWord
	}
	return nil
}

// chars reads text.
func (w *word) chars(s []byte) {
	w.edited(s)
	switch {
	case w.skip > 0:
	case w.isText:
		w.judgeBlanks(string(s))
		w.judge(string(s))
		w.weigh(string(s))
		w.write(string(s))
	case w.isCode:
		w.code(string(s))
	}
}

func (w *word) start(e xml.StartElement) {
	w.depth++
	w.scope(e)
	if w.kept == 0 && keeps(e) == "preserve" {
		w.kept = w.depth
	}
	local, space := e.Name.Local, spaceOf(e.Name)
	w.isWritten = space == wordSpace && (local == "t" || local == "delText")
	if w.skip > 0 {
		return
	}
	if space == wordSpace {
		if changes[local] {
			w.suspect(e)
			w.beginEdit(e)
		}
		if w.changed(local); w.skip > 0 {
			return
		}
	}
	if space == foreign || space == wordSpace && hidden[local] || space == mcSpace && !w.chosen(e) {
		w.skip = w.depth
		return
	}
	w.gather(e)
	w.suspect(e)
	switch space {
	case wordSpace:
		w.element(e)
	case drawSpace, mathSpace:
		w.isText, w.isTrimmed = local == "t", false
		w.drawing(e)
	case vmlSpace:
		w.drawing(e)
	case chartSpace:
		if local == "chart" {
			w.chart(w.relations[reference(e)].part)
		}
	case frameSpace:
		w.frame(e)
	case graphSpace:
		w.object(e)
	}
}

// changed takes note of tracked changes, and of what they take away: the end of a
// paragraph, a row or a cell.
func (w *word) changed(local string) {
	if changes[local] {
		w.text.Changes++
	}
	gone := local == "del" || local == "moveFrom"
	if p := w.inside(); gone && p != nil && p.properties {
		p.gone = true
	} else if gone || local == "cellDel" {
		w.goneInTable(local)
	}
}

func (w *word) element(e xml.StartElement) {
	switch local := e.Name.Local; local {
	case "body":
		w.hasBody = true
	case "p":
		w.flush()
		w.indoor = append(w.indoor, paragraph{})
	case "pPr":
		w.reading(true)
	case "tbl":
		w.runOn()
		w.flush()
		w.tableCount++
		w.tables = append(w.tables, table{number: w.tableCount})
	case "tr", "trPr", "gridBefore", "tc", "gridSpan", "vMerge", "tblStyle":
		w.inTable(e)
	case "pStyle", "numId", "ilvl":
		w.property(local, attribute(e, "val"))
	case "r", "rStyle", "vanish":
		w.inRun(e)
	case "t":
		w.isText, w.isTrimmed = true, !w.keepsBlanks(e)
	case "tab", "ptab", "br", "cr":
		if !w.inTabs(e) {
			w.breakLine(e.Name.Local)
			w.write(" ")
		}
	case "noBreakHyphen":
		w.write("-")
	case "softHyphen": // no part of its word
	case "sym":
		w.write("\uFFFD")
	case "bdo":
		w.write(order(e))
	case "fldChar", "fldSimple":
		w.field(e)
	case "instrText":
		w.isCode = true
	case "hyperlink":
		w.linkTo(e)
	case "commentReference":
		w.comment(attribute(e, "id"))
		w.refers(e)
	default:
		w.refers(e)
	}
}

// inTabs distinguishes the stop of a tab, which has a position, from a tab in the text.
func (w *word) inTabs(e xml.StartElement) bool { return attribute(e, "pos") != "" }

// order is a mark for text that is shown in another order than it is written.
func order(e xml.StartElement) string {
	if attribute(e, "val") == "rtl" {
		return "\u202E"
	}
	return ""
}

func (w *word) end(n xml.Name) {
	depth := w.depth
	w.endEdit(depth)
	if w.link.depth == depth {
		w.link = linked{}
	}
	w.isWritten = false
	w.depth--
	w.unscope()
	if w.kept == depth {
		w.kept = 0
	}
	w.gathered(depth)
	if w.skip > 0 {
		if w.skip == depth {
			w.skip = 0
		}
		return
	}
	switch spaceOf(n) {
	case mcSpace:
		w.endChoice(n.Local)
	case drawSpace, mathSpace:
		w.isText = false
	case wordSpace:
		w.endElement(n.Local)
	}
}

func (w *word) endElement(local string) {
	switch local {
	case "t":
		w.isText = false
	case "instrText":
		w.isCode = false
	case "r":
		w.endRun()
	case "pPr":
		w.reading(false)
	case "p":
		w.endParagraph()
	case "tc":
		w.endCell()
	case "tbl":
		w.endTable()
	case "fldSimple":
		w.endField()
	}
}
