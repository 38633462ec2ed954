package merge

import (
	"regexp"
	"strings"

	"github.com/isuplan/isuplan/pkg/pattern"

	"github.com/isuplan/isuplan/pkg/readback"
	"github.com/isuplan/isuplan/pkg/render/typography"
)

// foundIn makes units of the lines of a file.
func (c *comparer) foundIn(t *readback.Text) []*unit {
	f := finder{labels: labelsOf(c.built), markers: markersOf(c.built), heads: headsOf(c.built), furniture: c.furniture(), symbol: squeeze(c.unit.Document.Meta.Symbol)}
	for from := 0; from < len(t.Lines); {
		to := from + 1
		if t.Lines[from].Row > 0 {
			for to < len(t.Lines) && t.Lines[to].Row > 0 {
				to++
			}
		}
		f.part(t.Lines[from:to])
		from = to
	}
	for _, u := range f.out {
		u.finish()
	}
	c.margins = f.margins
	return f.out
}

// furniture is what a file may say besides the text.
func (c *comparer) furniture() map[string]bool {
	m := &c.unit.Document.Meta
	return map[string]bool{squeeze(m.Draft): true, squeeze(m.Caption): true, strings.ReplaceAll(m.Caption, " ", ""): true, squeeze(m.Recycle): true, squeeze(m.Job): true, "": true}
}

type finder struct {
	labels    *regexp.Regexp
	markers   *regexp.Regexp
	heads     map[string]bool
	furniture map[string]bool
	symbol    string // which stands in the margins too
	out       []*unit
	margins   []string // what stands in the margins of the pages, and is no furniture
}

// part makes units of a line, or of the lines of a table. A table that is none of the
// document's, such as the frame of the summary, is only layout.
func (f *finder) part(lines []readback.Line) {
	if lines[0].Row == 0 || !f.isTable(lines) {
		for i := range lines {
			f.paragraph(lines[i])
		}
		return
	}
	row := 0
	var u *unit
	for i := range lines {
		l := lines[i]
		if l.Column == 0 { // it stands in no cell
			f.paragraph(l)
			continue
		}
		c := f.cell(l)
		if !isNumbered(l) && c.number != "" && c.typed == "" {
			c.number, c.text = "", squeeze(l.Text) // "Outcome 1." is part of what a table says
		}
		c.column = l.Column
		if l.Row != row {
			row = l.Row
			u = &unit{isRow: true, cells: []cell{c}}
			f.out = append(f.out, u)
			continue
		}
		if last := &u.cells[len(u.cells)-1]; last.column == c.column {
			last.join(c)
			continue
		}
		u.cells = append(u.cells, c)
	}
}

// join adds a paragraph to a cell.
func (c *cell) join(other cell) {
	c.text = strings.TrimSpace(c.text + " " + strings.TrimSpace(other.number+" "+other.text))
	if other.form == nil {
		return
	}
	if c.form == nil {
		c.form = &readback.Form{}
	}
	form := *c.form
	form.Comments = append(form.Comments[:len(form.Comments):len(form.Comments)], other.form.Comments...)
	form.Edits = append(form.Edits[:len(form.Edits):len(form.Edits)], other.form.Edits...)
	c.form = &form
}

func (f *finder) paragraph(l readback.Line) {
	if l.Kind == readback.Aside {
		f.margin(l)
		return
	}
	if f.furniture[squeeze(l.Text)] {
		return
	}
	for _, piece := range f.pieces(l) {
		f.out = append(f.out, &unit{cells: []cell{f.cell(piece)}})
	}
}

// cell reads a line: its number, and its text.
func (f *finder) cell(l readback.Line) cell {
	c := cell{text: squeeze(l.Text), form: l.Form}
	if l.Form != nil && l.Form.Number != "" {
		if number := squeeze(l.Form.Number); strings.HasPrefix(c.text, number) {
			c.number, c.text = number, strings.TrimSpace(c.text[len(number):])
			return c
		}
	}
	if f.labels != nil {
		if label := f.labels.FindString(c.text); label != "" {
			c.number, c.text = strings.TrimSpace(label), strings.TrimSpace(c.text[len(label):])
			return c
		}
	}
	if marker := f.markers.FindString(c.text); marker != "" && len(marker) < len(c.text) {
		c.typed = c.text
		c.text = c.text[len(marker):]
		if number := strings.TrimSpace(marker); !strings.ContainsAny(number, bullets) {
			c.number = number
		}
	}
	return c
}

// isNumbered reports a line whose number the file counts.
func isNumbered(l readback.Line) bool { return l.Form != nil && l.Form.Number != "" }

// pieces cuts a paragraph before items that stand in it behind the end of a line.
func (f *finder) pieces(l readback.Line) []readback.Line {
	if l.Form == nil || len(l.Form.Breaks) == 0 {
		return []readback.Line{l}
	}
	form := *l.Form
	form.Breaks = nil
	from := 0
	var out []readback.Line
	for _, at := range l.Form.Breaks {
		if at <= from || at >= len(l.Text) || !f.markers.MatchString(squeeze(l.Text[at:])+" ") {
			continue
		}
		out = append(out, readback.Line{Text: l.Text[from:at], Kind: l.Kind, Form: &form})
		form.Number, form.Comments, form.Edits = "", nil, nil
		if len(out) == 1 {
			first := *l.Form
			first.Breaks = nil
			out[0].Form = &first
		}
		from = at
	}
	return append(out, readback.Line{Text: l.Text[from:], Kind: l.Kind, Form: &form})
}

// isTable reports whether lines are a table of the document: one with the same heads.
func (f *finder) isTable(lines []readback.Line) bool {
	most := 0
	for from := 0; from < len(lines); {
		to := from
		hits := map[int]bool{} // by columns
		for to < len(lines) && lines[to].Row == lines[from].Row {
			if f.heads[typography.Alike(squeeze(lines[to].Text))] {
				hits[lines[to].Column] = true
			}
			to++
		}
		most = max(most, len(hits))
		from = to
	}
	return most > 1
}

// headsOf returns the cells of the first rows of all tables, and the labels of their rows.
func headsOf(built []*unit) map[string]bool {
	heads := map[string]bool{}
	for _, u := range built {
		if u.isRow {
			for i := range u.cells {
				heads[typography.Alike(u.cells[i].text)] = true
			}
		}
	}
	return heads
}

var digitRuns = pattern.Lazy(`[0-9]+(\\\.[0-9]+)*`)

// labelsOf returns how the labels of results look, nil where there are none.
func labelsOf(built []*unit) *regexp.Regexp {
	known := map[string]bool{}
	var forms []string
	for _, u := range built {
		c := u.first()
		if !c.isResult() || c.number == "" {
			continue
		}
		form := strings.TrimRight(squeeze(c.number), ".:–- ")
		form = digitRuns().ReplaceAllString(regexp.QuoteMeta(form), `[0-9]+(\.[0-9]+)*`)
		if !known[form] {
			known[form] = true
			forms = append(forms, form)
		}
	}
	if len(forms) == 0 {
		return nil
	}
	re, err := regexp.Compile(`^(?:` + strings.Join(forms, "|") + `)\s?[.:–-]*\s+`)
	if err != nil {
		return nil
	}
	return re
}
