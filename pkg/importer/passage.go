package importer

import (
	"fmt"
	"slices"
	"strings"

	"github.com/isuplan/isuplan/pkg/readback"
)

// passage is a stretch of the file that means one thing: a heading, a paragraph, an item.
type passage struct {
	marker
	text     string // behind its number
	where    string // in plain words, such as passage 12
	level    int    // of a heading, as its style says; 0 for none
	strong   bool   // all of it is bold
	style    string
	result   *resultLabel
	table    *grid // a table, and nothing else
	comments []readback.Comment
	edits    []readback.Edit
	placed   bool
}

// resultLabel is what a line of the results chain begins with.
type resultLabel struct {
	word   string // Outcome, Output, Activity, or what a language has for them
	number string // 1.2.3
	mark   string // what stands behind it
	depth  int    // 1 for an outcome, 2 for an output, 3 for an activity
}

// splitter makes passages of lines.
type splitter struct {
	list    []*passage
	counter counter
	table   *grid
	row     int
	n       int // of lines, for reports
	results map[string]int
}

// passages cuts a text into passages. Lines of a table become one.
func passages(t *readback.Text, results map[string]int) []*passage {
	s := splitter{results: results}
	for _, l := range t.Lines {
		if l.Kind == readback.Aside {
			continue
		}
		s.n++
		if l.Row > 0 {
			s.cell(l)
			continue
		}
		s.table = nil
		for i, part := range parts(l) {
			s.add(part, l.Form, i == 0)
		}
	}
	return s.list
}

// cell adds a cell to the table being read.
func (s *splitter) cell(l readback.Line) {
	if s.table == nil {
		s.table, s.row = &grid{name: "the table"}, 0
		s.list = append(s.list, &passage{table: s.table, where: s.where()})
	}
	if l.Row != s.row {
		s.row = l.Row
		s.table.rows = append(s.table.rows, gridRow{where: fmt.Sprintf("row %d", len(s.table.rows)+1)})
	}
	row := &s.table.rows[len(s.table.rows)-1]
	const most = 200 // columns
	for len(row.cells) < min(l.Column, most) {
		row.cells = append(row.cells, cell{})
	}
	c := &row.cells[len(row.cells)-1]
	c.text = strings.TrimSpace(c.text + " " + tidy(l.Text))
	if l.Form != nil && l.Form.Strong {
		row.bold = true
	}
	if l.Form != nil {
		for _, comment := range l.Form.Comments {
			c.comment = strings.TrimSpace(c.comment + " " + comment.Author + ": " + comment.Text)
		}
	}
}

func (s *splitter) where() string { return fmt.Sprintf("line %d of the text", s.n) }

// add adds a passage.
func (s *splitter) add(text string, f *readback.Form, first bool) {
	p := &passage{where: s.where()}
	if f != nil {
		p.level, p.strong, p.style = f.Heading, f.Strong, f.Style
		if first {
			p.comments, p.edits = f.Comments, f.Edits
		}
	}
	text = tidy(text)
	if first && f != nil && f.Number != "" && strings.HasPrefix(text, f.Number+" ") {
		p.marker, p.text = s.numbered(f.Number, text[len(f.Number)+1:])
	} else if p.marker, p.text = s.counter.cut(text); p.kind == noMark && f != nil && f.List != "" && f.Number == "" && first && p.level == 0 {
		p.marker = marker{kind: bulletMark}
	}
	if p.text == "" {
		return
	}
	p.label(s.results)
	s.list = append(s.list, p)
}

// numbered reads a number that Word counts; one of an unknown form is part of the text.
func (s *splitter) numbered(number, rest string) (marker, string) {
	if k, _ := s.counter.cut(number + " x"); k.kind != noMark {
		return k, strings.TrimSpace(rest)
	}
	return s.counter.cut(strings.TrimSpace(number + " " + rest))
}

// label takes note of a line of the results chain.
func (p *passage) label(results map[string]int) {
	m := resultAt().FindStringSubmatch(p.text)
	if m == nil {
		return
	}
	depth := results[strings.ToLower(m[1])]
	if depth == 0 || strings.Count(m[2], ".")+1 != depth {
		return
	}
	p.result = &resultLabel{word: m[1], number: m[2], mark: m[3], depth: depth}
	p.text = m[4]
}

// parts cuts a line where it was broken by hand before the mark of another item.
func parts(l readback.Line) []string {
	if l.Form == nil || len(l.Form.Breaks) == 0 {
		return []string{l.Text}
	}
	var list []string
	from := 0
	for _, at := range slices.Sorted(slices.Values(l.Form.Breaks)) {
		if at <= from || at >= len(l.Text) {
			continue
		}
		rest := tidy(l.Text[at:])
		var c counter
		if k, _ := c.cut(rest); k.kind != noMark || resultAt().MatchString(rest) {
			list = append(list, l.Text[from:at])
			from = at
		}
	}
	return append(list, l.Text[from:])
}

// tidy makes blanks of all kinds single blanks.
func tidy(s string) string {
	return strings.Join(strings.Fields(strings.ReplaceAll(s, "\u00AD", "")), " ")
}
