package proof

import (
	"fmt"
	"strings"

	"github.com/isuplan/isuplan/pkg/document"
)

// Table adds the cells of a table, row by row; where its columns go on beside, portion by portion.
func (f *flattener) Table(t *document.Table, _ document.Rest) {
	place := "table " + t.ID
	if caption := t.Caption.String(); caption != "" {
		place = "table " + short(caption)
	}
	f.of = t
	list := f.portions(t)
	f.divided = f.divided || len(list) > 1
	for _, p := range list {
		f.tables++
		f.rows++
		f.tableRow = 0
		f.addHeads(&p, place)
		f.addRows(t, &p, place)
	}
	for i, note := range t.Notes {
		f.addLoose(fmt.Sprintf("note %d below %s", i+1, place), note)
	}
}

// addRows adds the rows of a portion.
func (f *flattener) addRows(t *document.Table, p *portion, place string) {
	names := p.FullHeads()
	for i := range p.Rows {
		f.rows++
		f.tableRow = i + 1
		row := fmt.Sprintf("%s, row %s", place, rowName(t, &t.Rows[i], i))
		for n, cell := range p.Rows[i].Cells {
			at := row
			if name := names[n].String(); name != "" {
				at += ", column " + short(name)
			}
			f.addCell(at, n+1, p.columns[n]+1, cell)
		}
	}
}

// rowName calls a row by its label, without the marks of notes, or by its number.
func rowName(t *document.Table, r *document.Row, i int) string {
	at := 0
	for n := range t.Columns {
		if t.Columns[n].Label {
			at = n
			break
		}
	}
	name := ""
	if at < len(r.Cells) {
		for _, run := range r.Cells[at] {
			if run.Note == 0 && run.Address == 0 {
				name += run.Text
			}
		}
	}
	if name = strings.TrimSpace(name); name == "" {
		return fmt.Sprint(i + 1)
	}
	return short(name)
}

// Chart adds a chart's words and figures.
func (f *flattener) Chart(c *document.Chart, _ document.Rest) {
	f.of = c
	place := "chart " + short(c.Title.String())
	if f.format == "md" {
		f.add(place, document.Plain(c.Alt))
		return
	}
	f.add(place+", title", c.Title)
	for i, name := range c.Series {
		f.add(fmt.Sprintf("%s, name of series %d", place, i+1), f.legend(name))
	}
	pages := f.pages(c)
	for i := range c.Bars {
		if len(pages) > 0 && pages[0] == i {
			f.axes(place+", axis", c)
			pages = pages[1:]
		}
		bar := &c.Bars[i]
		at := place + ", bar " + short(bar.Label.String())
		f.add(at, bar.Label)
		for _, v := range bar.Values {
			f.value(at, v.Text, v.Share)
		}
	}
}

// axes adds the names of stretches of time: in Word a line of them. Like the head of a table they may stand
// again on further pages.
func (f *flattener) axes(place string, c *document.Chart) {
	var all []string
	for _, row := range c.Axes() {
		var names []string
		for _, s := range row {
			if s.Text != "" {
				names = append(names, s.Text)
			}
		}
		all = append(all, texts(split(clean(strings.Join(names, " "))))...)
		if f.format == "docx" {
			names = []string{strings.Join(names, " ")}
		}
		for _, name := range names {
			f.add(place, document.Plain(name))
		}
	}
	if len(all) > 0 {
		f.heads = append(f.heads, all)
	}
}

// legend is the name of a series as it is printed: in Word behind a square that is a
// character.
func (f *flattener) legend(name document.Text) document.Text {
	if f.format == "docx" {
		return numbered("■", name)
	}
	return name
}

// value adds what stands beside a bar: in Word a text of one piece.
func (f *flattener) value(at, text, share string) {
	if f.format == "docx" && share != "" {
		f.add(at, document.Plain(text+" ("+share+")"))
		return
	}
	f.add(at, document.Plain(text))
	f.add(at, document.Plain(share))
}

// hasAnnex reports whether a document prints what its plan accepts of its own mistakes.
func hasAnnex(blocks []document.Block) bool {
	for t := range document.Each[document.Table](blocks) {
		if t.ID == "waivers" {
			return true
		}
	}
	return false
}
