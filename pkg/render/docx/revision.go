package docx

import "strconv"

// track is what became of something from the old document to the new one.
type track int

const (
	kept track = iota
	inserted
	deleted
	movedHere
	movedAway
	passing // put in and taken out again: it only parts what would run together
)

// elements name what became of something, as WordprocessingML does (ISO/IEC 29500-1,
// 17.13.5).
var elements = map[track]string{inserted: "ins", deleted: "del", movedHere: "moveTo", movedAway: "moveFrom"}

// revision is who changed the document, and when: the author and the date of the new
// document. Each change has a number.
type revision struct {
	author, date string
	changes      int
}

// change begins an element that marks a change.
func (w *writer) change(name string) {
	r := w.body.revision
	r.changes++
	w.raw(`<w:`, name, ` w:id="`, strconv.Itoa(r.changes), `" w:author="`)
	w.text(r.author)
	w.raw(`"`)
	if r.date != "" {
		w.raw(` w:date="`, r.date, `"`)
	}
}

// mark marks a paragraph's end or a row as changed.
func (w *writer) mark(t track) {
	if t == passing {
		w.mark(inserted)
		t = deleted
	}
	if name := elements[t]; name != "" {
		w.change(name)
		w.raw(`/>`)
	}
}

// begin and shut stand around runs of the same kind.
func (w *writer) begin(t track) {
	if name := elements[t]; name != "" {
		w.change(name)
		w.raw(`>`)
	}
}

func (w *writer) shut(t track) {
	if name := elements[t]; name != "" {
		w.raw(`</w:`, name, `>`)
	}
}

// moved begins and ends what a move moves, so that Word knows both places for one.
func (p *paragraph) moved(w *writer, do func()) {
	name := elements[p.track]
	if p.track != movedHere && p.track != movedAway {
		do()
		return
	}
	w.change(name + "RangeStart")
	id := strconv.Itoa(w.body.revision.changes)
	w.raw(` w:name="move`, strconv.Itoa(p.move), `"/>`)
	do()
	w.raw(`<w:`, name, `RangeEnd w:id="`, id, `"/>`)
}
