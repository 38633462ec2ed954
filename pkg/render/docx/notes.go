package docx

import (
	"strings"

	"github.com/isuplan/isuplan/pkg/document"
)

const noteMark = "FootnoteReference"

// plain composes a text whose marks refer to nothing.
func (t *tabler) plain(text document.Text) []run { return t.marks(text, func(int) int { return 0 }) }

// marked composes a text whose marks are those of footnotes. Word has one mark for
// each footnote; where a note is named again, the mark is a mere sign.
func (t *tabler) marked(text document.Text) []run { return t.marks(text, t.footnote) }

func (t *tabler) marks(text document.Text, note func(int) int) []run {
	if len(text) == 0 {
		return nil
	}
	runs := make([]run, 0, len(text)) // more with marks of notes, which few cells have
	for i := range text {
		r := t.run(&text[i])
		if text[i].Note == 0 {
			runs = append(runs, r)
			continue
		}
		if blank := r.text[:len(r.text)-len(strings.TrimLeft(r.text, " "+fixedBlank))]; blank != "" {
			runs = append(runs, run{text: blank})
		}
		r.text, r.style, r.link = strings.TrimSpace(r.text), noteMark, 0
		if id := note(text[i].Note); id > 0 {
			mark := r
			mark.text, mark.note = "", id
			runs = append(runs, mark)
			r.text = r.text[len(lowerLetter.show(id)):]
		}
		if r.text != "" {
			runs = append(runs, r)
		}
	}
	return runs
}

// footnote makes one of the table's notes a footnote, once, and returns its id. Word
// counts footnotes through the document, in letters; one that it would mark otherwise
// than the document does stays a note below its table. (Marks of one's own would do in
// Word, but LibreOffice shows them twice.)
func (t *tabler) footnote(n int) int {
	if n < 1 || n > len(t.notes) || t.noted[n] || len(t.notes[n-1]) == 0 || t.notes[n-1][0].Note != n {
		return 0
	}
	id := len(t.body.notes) + 1
	own := t.note(t.notes[n-1])
	rest, ok := strings.CutPrefix(own[0].text, lowerLetter.show(id))
	if !ok || strings.ContainsFunc(rest, counted) {
		return 0
	}
	t.noted[n] = true
	own[0].text = rest
	t.body.notes = append(t.body.notes, append([]run{{kind: noteRun, style: noteMark}}, own...))
	return id
}

// note composes a note that begins with its mark.
func (c *composer) note(text document.Text) []run {
	runs := c.runs(text)
	if len(text) > 0 && text[0].Note > 0 {
		mark := strings.TrimRight(runs[0].text, " ")
		blank := runs[0].text[len(mark):]
		runs[0].text, runs[0].style, runs[0].link = mark, noteMark, 0
		if blank != "" {
			runs = append(runs[:1:1], append([]run{{text: blank}}, runs[1:]...)...)
		}
	}
	return runs
}

// notesBelow composes the notes that are no footnotes, in small type below the table.
func (c *composer) notesBelow(notes []document.Text, footnotes map[int]bool) (out []block) {
	for i, n := range notes {
		if !footnotes[i+1] {
			out = append(out, c.place(&paragraph{style: "TableNote", runs: c.note(n), keep: i < len(notes)-1}, 0, 0))
		}
	}
	return out
}
