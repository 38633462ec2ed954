package readback

import (
	"bytes"
	"encoding/xml"
	"strings"

	"github.com/isuplan/isuplan/pkg/pattern"
)

// noteReader knows the footnotes and the endnotes of a document.
type noteReader struct {
	foot, end notes
}

// notes are those of one kind.
type notes struct {
	texts   map[string]string // by their ids
	form    string            // how Word counts them
	counted int               // so far
	waiting []string          // for the end of their block, or of the document
}

// ownMark stands in a note for the mark that Word counts.
const ownMark = "\x00"

// noteTexts reads the notes, which other parts have.
func (w *word) noteTexts(body []byte) noteReader {
	settings := w.small(w.relations.part("settings"), mostPart)
	return noteReader{
		foot: notes{texts: w.notesOf("footnotes"), form: noteForm("footnotePr>", "decimal", body, settings)},
		end:  notes{texts: w.notesOf("endnotes"), form: noteForm("endnotePr>", "lowerRoman", body, settings)},
	}
}

// notesOf reads the notes of a kind.
func (w *word) notesOf(kind string) map[string]string {
	part := w.relations.part(kind)
	if part == "" {
		return nil
	}
	sub := w.inner(part)
	n := noteWalker{word: sub, texts: map[string]string{}}
	if walk(w.small(part, mostPart), &n) != nil || sub.broken {
		w.broken = true
	}
	w.take(sub)
	return n.texts
}

// noteWalker reads one note after the other.
type noteWalker struct {
	*word
	texts    map[string]string
	id, kind string
}

func (n *noteWalker) start(e xml.StartElement) {
	if n.skip == 0 && spaceOf(e.Name) == wordSpace && (e.Name.Local == "footnote" || e.Name.Local == "endnote") {
		n.id, n.kind = attribute(e, "id"), attribute(e, "type")
	}
	n.word.start(e)
}

func (n *noteWalker) end(name xml.Name) {
	n.word.end(name)
	if spaceOf(name) != wordSpace || name.Local != "footnote" && name.Local != "endnote" {
		return
	}
	n.flush()
	var all []string
	for _, l := range n.text.Lines {
		all = append(all, strings.TrimSpace(l.Text))
	}
	text := strings.Join(all, " ")
	n.text.Lines = nil
	if n.kind == "" || n.kind == "normal" {
		n.texts[n.id] = text
	} else if text != "" { // what stands between the text and the notes
		n.aside = append(n.aside, Line{Text: text + " ", Kind: Aside})
	}
}

// noteForm returns how notes are counted: as the first section says, or the document.
func noteForm(begin, usual string, parts ...[]byte) string {
	const near = 1000
	for _, part := range parts {
		if at := bytes.Index(part, []byte(begin)); at >= 0 {
			part = part[at+len(begin):]
			if found := noteForms().FindSubmatch(part[:min(len(part), near)]); found != nil {
				return string(found[1])
			}
		}
	}
	return usual
}

var noteForms = pattern.Lazy(`^(?:<[^>]*>){0,4}?<(?:\w+:)?numFmt [^>]*val="(\w+)"`)

// note reads a mark: one of the text's own, or one that Word counts.
func (w *word) note(n *notes, e xml.StartElement) {
	mark := ""
	if own := attribute(e, "customMarkFollows"); own == "" || own == "0" || own == "false" {
		n.counted++
		mark = spell(n.counted, n.form)
		w.write(mark)
	}
	if note, ok := n.texts[attribute(e, "id")]; ok {
		note = strings.ReplaceAll(note, ownMark, mark)
		w.spend(len(note))
		n.waiting = append(n.waiting, note)
	}
}

// footnotes puts the notes behind the block that refers to them.
func (w *word) footnotes() {
	for _, note := range w.notes.foot.waiting {
		w.add(note)
	}
	w.notes.foot.waiting = nil
}

// endnotes puts the notes at the end of the document.
func (w *word) endnotes() {
	for _, note := range w.notes.end.waiting {
		w.add(note)
	}
}

// inner makes a walker for another part of the same document.
func (w *word) inner(part string) *word {
	return &word{office: w.office, text: &Text{}, numbers: w.numbers.anew(), relations: w.office.relations(part), background: w.background}
}

// take takes over what was found in another part.
func (w *word) take(sub *word) {
	w.text.Changes += sub.text.Changes
	for _, a := range sub.text.Authors {
		w.author(a)
	}
	w.text.Over = append(w.text.Over, sub.text.Over...)
	w.aside = append(w.aside, sub.aside...)
	for _, s := range sub.text.Strange {
		w.doubt(s.What, s.Text)
	}
	for _, r := range sub.text.Remarks {
		w.remark(r)
	}
}

// margins reads the headers and footers, each once, and puts what stands in them behind
// the text.
func (w *word) margins() error {
	read := map[string]bool{}
	for _, e := range w.edges {
		if e.part == "" || read[e.part] {
			continue
		}
		read[e.part] = true
		sub := w.inner(e.part)
		sub.margin, sub.picture.drawn = e.kind, w.picture.drawn
		if err := sub.read(w.small(e.part, mostPart)); err != nil {
			return err
		}
		w.picture.drawn = sub.picture.drawn
		w.aside = append(w.aside, sub.text.Lines...)
		w.take(sub)
	}
	w.text.Lines = append(w.text.Lines, w.aside...)
	return nil
}
