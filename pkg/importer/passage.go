package importer

import (
	"fmt"
	"slices"
	"strings"
	"unicode"

	"github.com/isuplan/isuplan/pkg/readback"
	"github.com/isuplan/isuplan/pkg/source"
)

// passage is a stretch of the file that means one thing: a heading, a paragraph, an item.
type passage struct {
	marker
	text        string // behind its number
	spans       []readback.Span
	where       string // in plain words, such as passage 12
	level       int    // of a heading, as its style says; 0 for none
	strong      bool   // all of it is bold
	emphasised  bool   // all of it is in italics
	style       string
	result      *resultLabel
	table       *grid      // a table, and nothing else
	cells       []*passage // its cells, as if there were no table
	beside      []string   // what stands beside it in a table
	inTable     bool       // it stands in a table of several columns
	of          *grid      // that table, where it has no figures
	row, column int        // there, from 1
	comments    []readback.Comment
	placed      bool
	posts       *postsTable  // of a table of posts
	work        *workTable   // of a table of results, of work or of risks
	shares      *sharesTable // of a table of contributions
	asText      bool         // a table whose rows are paragraphs of the plan
	furniture   bool         // of pages, which the document has of its own
	timeline    bool         // it says a chart of times in words
	near        string       // the part of the plan that it stands in
	why         string       // it has no place
}

// resultLabel is what a line of the results chain begins with.
type resultLabel struct {
	word   string // Outcome, Output, Activity, or what a language has for them
	number string // 1.2.3
	mark   string // what stands behind it
	depth  int    // 1 for an outcome, 2 for an output, 3 for an activity
	said   string // the label as the file has it, with its number and mark
	alias  string // the file's word, where it is another than the template's
}

// splitter makes passages of lines.
type splitter struct {
	list    []*passage
	counter counter
	table   *grid
	row     int
	number  int      // of the table, to tell it from the next
	texts   []string // of the cell being read
	lines   []string // of the same, cut where lines were broken by hand too
	knows   map[string]bool
	at      [2]int // its row and column, from 0
	n       int    // of lines, for reports
	results map[string]int
}

// passages cuts a text into passages. Lines of a table become one. What stands in the margins
// of the pages is returned apart.
func passages(t *readback.Text, results map[string]int, knows map[string]bool) (list []*passage, margins []string) {
	s := splitter{results: results, knows: knows}
	lines := t.Lines
	if t.Celled != nil {
		lines = t.Celled
	}
	lines = putTogether(lines)
	if t.Format == "pdf" {
		lines = unwrapped(lines, results)
	}
	for _, l := range lines {
		if l.Kind == readback.Aside || t.Format == "pdf" && l.Row == 0 && jobAt().MatchString(tidy(l.Text)) { // which is read aloud at the end
			margins = append(margins, tidy(strings.Map(printable, l.Text)))
			continue
		}
		s.n++
		if l.Row > 0 {
			s.cell(l)
			continue
		}
		s.endTable()
		s.line(l)
	}
	s.endTable()
	return s.list, margins
}

// printable drops what is no character, such as the mark of a note.
func printable(r rune) rune {
	if unicode.IsControl(r) && r != '\t' {
		return -1
	}
	return r
}

// line adds the passages of a line.
func (s *splitter) line(l readback.Line) {
	at := append(starts(l), len(l.Text))
	for i := 1; i < len(at); i++ {
		s.add(l.Text[at[i-1]:at[i]], at[i-1], l.Form)
	}
}

// endTable ends the table being read. One without figures of money is there for its looks,
// such as the frame around a summary: its cells are passages.
func (s *splitter) endTable() {
	s.endCell()
	if s.table != nil && s.isOfWork() {
		s.table = nil
		return
	}
	if s.table != nil && !s.table.isMoney() && postsOf(s.table, "") == nil {
		last := len(s.list) - 1
		cells := s.list[last].cells
		if s.table.width() > 1 {
			for _, p := range cells {
				p.inTable = true
			}
			if s.chainColumns(s.table) == nil {
				for _, p := range cells {
					p.of = s.table
				}
			}
			cells = s.chain(s.table, cells)
		}
		s.list = append(s.list[:last], cells...)
	}
	s.table = nil
}

// width is how many columns a table has.
func (g *grid) width() (n int) {
	for _, r := range g.rows {
		n = max(n, len(r.cells))
	}
	return n
}

// endCell ends the cell being read, whose paragraphs are one text.
func (s *splitter) endCell() {
	if s.table != nil && len(s.texts) > 0 {
		c := &s.table.rows[s.at[0]].cells[s.at[1]]
		if c.text = strings.TrimSpace(strings.Join(s.texts, " ")); len(s.lines) > 1 {
			c.lines = s.lines
		}
	}
	s.texts, s.lines, s.at = nil, nil, [2]int{-1, -1}
}

// cell adds a cell to the table being read.
func (s *splitter) cell(l readback.Line) {
	if s.table != nil && l.Table != s.number {
		s.endTable()
	}
	if s.table == nil {
		s.number = l.Table
		s.table, s.row = &grid{name: "the table"}, 0
		s.list = append(s.list, &passage{table: s.table, where: s.where()})
	}
	if l.Row != s.row {
		s.row = l.Row
		s.table.rows = append(s.table.rows, gridRow{where: fmt.Sprintf("row %d", len(s.table.rows)+1)})
	}
	outer := s.list[len(s.list)-1]
	inner := splitter{results: s.results, n: s.n, counter: s.counter}
	inner.line(l)
	for _, p := range inner.list {
		p.row, p.column = len(s.table.rows), l.Column
	}
	outer.cells, s.counter = append(outer.cells, inner.list...), inner.counter
	row := &s.table.rows[len(s.table.rows)-1]
	const most = 200 // columns; text outside of the cells of a row has column 0
	for len(row.cells) < max(1, min(l.Column, most)) {
		row.cells = append(row.cells, cell{})
	}
	if at := [2]int{len(s.table.rows) - 1, len(row.cells) - 1}; at != s.at {
		s.endCell()
		s.at = at
	}
	s.texts, s.lines = append(s.texts, tidy(l.Text)), append(s.lines, brokenAt(l)...)
	c := &row.cells[len(row.cells)-1]
	c.span, c.down = l.Over, max(c.down, l.Down)
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

// add adds a passage, which begins somewhere in its line.
func (s *splitter) add(raw string, offset int, f *readback.Form) {
	p := &passage{where: s.where()}
	first := offset == 0
	var spans []readback.Span
	if f != nil {
		p.level, p.strong, p.style, spans = f.Heading, f.Strong, f.Style, f.Spans
		if first {
			p.comments = f.Comments
		}
	}
	text, spans := tidied(raw, spans, offset)
	if first && f != nil && f.Number != "" && strings.HasPrefix(text, f.Number+" ") {
		p.marker, p.text = s.numbered(f.Number, text[len(f.Number)+1:])
	} else if p.marker, p.text = s.counter.cut(text); p.kind == noMark && f != nil && f.List != "" && f.Number == "" && first && p.level == 0 {
		p.marker = marker{kind: bulletMark}
	}
	if p.text == "" {
		return
	}
	s.label(p)
	p.emphasised = slices.ContainsFunc(spans, func(s readback.Span) bool { return s.Emphasis && s.From == 0 && s.To >= len(text) })
	p.spans = inside(spans, len(text)-len(p.text), len(p.text))
	s.list = append(s.list, p)
}

// numbered reads a number that Word counts; one of an unknown form is part of the text.
func (s *splitter) numbered(number, rest string) (marker, string) {
	if k, _ := s.counter.cut(number + " X"); k.kind != noMark {
		return k, strings.TrimSpace(rest)
	}
	return s.counter.cut(strings.TrimSpace(number + " " + rest))
}

// starts are where the parts of a line begin: it, and what stands behind the end of a line
// that was broken by hand before the mark of another item.
func starts(l readback.Line) []int {
	list := []int{0}
	if l.Form == nil {
		return list
	}
	for _, at := range slices.Sorted(slices.Values(l.Form.Breaks)) {
		if at <= list[len(list)-1] || at >= len(l.Text) {
			continue
		}
		rest := tidy(l.Text[at:])
		var c counter
		if k, _ := c.cut(rest); k.kind != noMark || resultAt().MatchString(rest) {
			list = append(list, at)
		}
	}
	return list
}

// tidy makes blanks of all kinds single blanks, and leaves out what nobody sees. Bullets of
// fonts of signs are bullets.
func tidy(s string) string {
	return strings.Join(strings.Fields(source.Visible(signs.Replace(s))), " ")
}

var signs = strings.NewReplacer("\u00AD", "", "\uF0B7", "•", "\uF0A7", "•")

// isOfWork looks whether the table is one of results, of work or of risks.
func (s *splitter) isOfWork() bool {
	p := s.list[len(s.list)-1]
	p.work = workOf(s.table.carriedDown(), s.knows)
	return p.work != nil
}

// brokenAt are the lines of a paragraph that was broken by hand.
func brokenAt(l readback.Line) (lines []string) {
	from := 0
	if l.Form != nil {
		for _, at := range slices.Sorted(slices.Values(l.Form.Breaks)) {
			if at > from && at < len(l.Text) {
				lines, from = append(lines, tidy(l.Text[from:at])), at
			}
		}
	}
	return append(lines, tidy(l.Text[from:]))
}
