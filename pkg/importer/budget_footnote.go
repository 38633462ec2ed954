package importer

import (
	"maps"
	"slices"
	"strings"
	"unicode"

	"github.com/isuplan/isuplan/pkg/pattern"
)

var footnoteText = pattern.Lazy(`^([a-z]/|\([a-z]\)|\*{1,3}|[¹²³⁴-⁹])\s*(\S.*)$`)

// footnotesOf are the texts below tables that begin with a mark, by it.
func footnotesOf(below []*passage) map[string]string {
	notes := map[string]string{}
	for _, p := range below {
		if m := footnoteText().FindStringSubmatch(strings.TrimSpace(p.printedText())); m != nil && notes[m[1]] == "" {
			notes[m[1]] = m[2]
		}
	}
	return notes
}

// lift takes the marks of notes off the cells of a table: those behind labels, and those in
// front of figures. Of heads and totals they are left, because a plan has no notes there.
func (g *grid) lift(notes map[string]string) {
	if len(notes) == 0 {
		return
	}
	below := false
	for i := range g.rows {
		cells := slices.Clone(g.rows[i].cells)
		figures := slices.ContainsFunc(cells, func(c cell) bool { return lifted(c.text, notes).isFigure() && !isYear(c.text) })
		below = below || figures
		if !below && len(cells) > 1 && i == 0 || slices.ContainsFunc(cells, func(c cell) bool { return grandWords().MatchString(lifted(c.text, notes).text) }) {
			continue
		}
		for j := range cells {
			if c := lifted(cells[j].text, notes); len(c.notes) > 0 && c.text != "" {
				cells[j].text, cells[j].notes = c.text, c.notes
			}
		}
		g.rows[i].cells = cells
	}
}

// isFigure reports a cell with an amount.
func (c cell) isFigure() bool {
	return hasDigits(c.text) && !strings.ContainsFunc(c.text, unicode.IsLetter)
}

// lifted is a cell without the marks of notes, which are the notes' texts.
func lifted(text string, notes map[string]string) cell {
	c := cell{text: strings.TrimSpace(text)}
	for mark, rest, ok := strings.Cut(c.text, " "); ok && notes[mark] != ""; mark, rest, ok = strings.Cut(c.text, " ") {
		c.text, c.notes = strings.TrimSpace(rest), append(c.notes, notes[mark])
	}
	if !c.isFigure() {
		c = cell{text: strings.TrimSpace(text)} // a number or a letter that heads a label
	}
	for from := len(c.notes); ; {
		rest, mark := cutMark(c.text, notes)
		if mark == "" {
			return c
		}
		c.text, c.notes = rest, slices.Insert(c.notes, from, notes[mark])
	}
}

// cutMark cuts the mark off that a label ends with; one of letters has a blank before it.
func cutMark(label string, notes map[string]string) (rest, mark string) {
	for m := range notes { // of which a text ends with one only, but of stars
		cut, ok := strings.CutSuffix(label, m)
		if ok && len(m) > len(mark) && strings.TrimSpace(cut) != "" && (strings.HasSuffix(cut, " ") || strings.Trim(m, "abcdefghijklmnopqrstuvwxyz/()") != "") {
			rest, mark = strings.TrimSpace(cut), m
		}
	}
	return rest, mark
}

// footnotes writes the notes of a line: of all of it, or of single figures.
func (d *budgetDraft) footnotes(l *draftLine) any {
	if len(l.footnotes) > 0 || len(l.noted) == 0 {
		return noteList(l.footnotes)
	}
	g := &group{}
	for _, c := range d.columns {
		if notes := l.noted[c]; len(notes) > 0 {
			g.set(c.id, noteList(notes))
		}
	}
	return g
}

func noteList(notes []string) any {
	if len(notes) == 1 {
		return shortProse(notes[0])
	}
	out := &list{}
	for _, n := range notes {
		out.add(shortProse(n))
	}
	return out
}

// noteFigures takes the notes on single figures of a row. A line that has notes on all of it
// cannot have them too.
func (l *draftLine) noteFigures(t *budgetTable, r *bodyRow, columns []*draftColumn) {
	for _, c := range columns {
		notes := t.cell(r.at, c.at).notes
		if len(notes) == 0 {
			continue
		}
		if len(l.footnotes) > 0 {
			l.review = append(l.review, "the file has a note on "+c.label+" alone: "+strings.Join(notes, " "))
			continue
		}
		if l.noted == nil {
			l.noted = map[*draftColumn][]string{}
		}
		l.noted[c] = notes
	}
}

// addNotes takes the notes of a subtotal for those of its group.
func (l *draftLine) addNotes(sum *draftLine) {
	for _, n := range sum.footnotes {
		if !slices.Contains(l.footnotes, n) {
			l.footnotes = append(l.footnotes, n)
		}
	}
	switch {
	case len(sum.noted) > 0 && len(l.footnotes) > 0:
		for _, c := range slices.SortedFunc(maps.Keys(sum.noted), func(a, b *draftColumn) int { return a.at - b.at }) {
			l.review = append(l.review, "the file has a note on "+c.label+" of the subtotal alone: "+strings.Join(sum.noted[c], " "))
		}
	case len(sum.noted) > 0:
		l.noted = sum.noted
	}
}
