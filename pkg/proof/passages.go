package proof

import (
	"fmt"
	"strings"

	"github.com/isuplan/isuplan/pkg/document"
	"github.com/isuplan/isuplan/pkg/render/paper"
	"github.com/isuplan/isuplan/pkg/render/set"
	"github.com/isuplan/isuplan/pkg/render/typography"
)

// Passage is a stretch of a document that has a name of its own.
type Passage struct {
	Place string // in plain words, such as paragraph 12
	Text  document.Text
	// loose says that formats may print it elsewhere nearby, as they do with the parts of
	// a masthead and the notes of a table.
	loose bool
	// row and column are those of a cell: rows are counted through the document, columns
	// in their row, both from 1; 0 outside of tables.
	row, column int
	table       int // from 1; 0 outside of tables
	tableRow    int // see TableRow
	tableColumn int // see TableColumn
	over        int // of a head: the columns that it stands over

	// Number is what the compiler prints before the text, such as 12. or (a); Text begins with it.
	Number string
	// Of is the block or item that the passage is of: a pointer to a Heading, a Paragraph, an
	// Item, a Result, a Box, a Table or a Chart, or to the document's Addresses; nil for the masthead.
	Of any
}

// Cell returns the row and the column that the passage stands in: rows are counted through the
// document, columns in their row, both from 1; 0 outside of tables.
func (p *Passage) Cell() (row, column int) { return p.row, p.column }

// TableRow returns which row of its table a cell stands in, from 1; 0 for the heads of the columns.
func (p *Passage) TableRow() int { return p.tableRow }

// TableColumn returns which column of its table a cell stands in, from 1; 0 for what is no cell,
// or stands over several. Where a table's columns go on beside, that is another than Cell says.
func (p *Passage) TableColumn() int { return p.tableColumn }

// Loose reports a passage that formats may print elsewhere nearby, as they do with parts of the masthead.
func (p *Passage) Loose() bool { return p.loose }

// Said is the text without its number.
func (p *Passage) Said() document.Text {
	if p.Number == "" || len(p.Text) == 0 {
		return p.Text
	}
	return p.Text[1:]
}

// Passages returns a document's passages in the order of print. Of a chart, Markdown
// has the words only: the picture is another file.
func Passages(doc *document.Document, format string) []Passage {
	return flatten(doc, format).list
}

// asSet returns a document as a format has it: Markdown has its texts as they were typed.
func asSet(doc *document.Document, format string) *document.Document {
	switch {
	case format == "md":
		return doc
	case isPaged(format):
		return paper.Set(doc)
	}
	return typography.Set(doc)
}

// isPaged reports a format that has pages.
func isPaged(format string) bool { return format == "docx" || format == "pdf" }

// flatten walks through a document.
func flatten(doc *document.Document, format string) *flattener {
	f := flattener{format: format, typography: doc.Meta.Typography, addresses: &doc.Addresses}
	f.masthead(&doc.Masthead)
	document.Walk(doc.Blocks, &f)
	if isPaged(format) {
		f.addressed(&doc.Addresses)
	}
	return &f
}

// addressed adds the addresses of links.
func (f *flattener) addressed(a *document.Addresses) {
	const place = "addresses of links"
	f.of = a
	if len(a.Notes) > 0 {
		f.add("title of the "+place, a.Title)
	}
	for i, t := range a.Notes {
		f.add(fmt.Sprintf("%s, %d", place, i+1), t)
	}
}

// flattener walks through a document and knows where it is.
type flattener struct {
	format   string
	list     []Passage
	headings []string // the numbers of the headings around
	where    string   // the last numbered paragraph, or heading, or box
	rows     int      // of tables, so far
	tables   int      // so far
	tableRow int      // of the table, 0 for its heads
	box      string
	of       any // what is being added

	typography *document.Typography
	addresses  *document.Addresses

	ruler   *set.Ruler
	frames  int        // around
	heads   [][]string // the words of the heads of tables, or of their portions
	divided bool       // there is a table whose columns go on beside
}

func (f *flattener) add(place string, t document.Text) {
	if strings.TrimSpace(t.String()) != "" {
		f.list = append(f.list, Passage{Place: place, Text: t, Of: f.of})
	}
}

// addLoose adds a passage that may stand elsewhere nearby.
func (f *flattener) addLoose(place string, t document.Text) {
	n := len(f.list)
	if f.add(place, t); len(f.list) > n {
		f.list[n].loose = true
	}
}

// addCell adds a cell of the row that was begun last: its column, and that of its table.
func (f *flattener) addCell(place string, column, of int, t document.Text) {
	n := len(f.list)
	if f.add(place, t); len(f.list) > n {
		p := &f.list[n]
		p.row, p.column, p.table, p.tableRow, p.tableColumn = f.rows, column, f.tables, f.tableRow, of
	}
}

func (f *flattener) masthead(m *document.Masthead) {
	f.addLoose("masthead, symbol", document.Plain(m.Symbol))
	f.addLoose("masthead", m.Name)
	for _, lines := range [][]document.Text{m.Origin, m.Session} {
		for _, t := range lines {
			f.addLoose("masthead", t)
		}
	}
	f.add("title", m.Title)
	f.add("line below the title", m.Byline)
	f.where = "title"
}

// addNumbered adds a passage with a number or a label before it.
func (f *flattener) addNumbered(of any, place, number string, t document.Text) {
	n := len(f.list)
	f.of = of
	if f.add(place, numbered(number, t)); len(f.list) > n {
		f.list[n].Number = number
	}
}

// numbered puts a number or a label before a text.
func numbered(number string, t document.Text) document.Text {
	if number == "" {
		return t
	}
	return append(document.Text{{Text: number + " "}}, t...)
}

// bare returns a number or label without the mark at its end.
func bare(number string) string { return strings.TrimRight(strings.TrimSpace(number), ".:") }

// Heading adds a heading; what follows is named by its number.
func (f *flattener) Heading(h *document.Heading, _ document.Rest) {
	level := max(h.Level, 1)
	f.headings = append(f.headings[:min(level-1, len(f.headings))], bare(h.Number))
	place := "heading " + bare(h.Number)
	if h.Number == "" {
		place = "heading " + short(h.Text.String())
	} else if n := len(f.headings); n > 1 && f.headings[0] != "" {
		place += " under " + f.headings[0]
	}
	f.addNumbered(h, place, h.Number, h.Text)
	f.where = place
}

// Paragraph adds a paragraph.
func (f *flattener) Paragraph(p *document.Paragraph, _ document.Rest) {
	place := f.below()
	if p.Number != "" {
		place = "paragraph " + bare(p.Number)
		f.where = place
	}
	f.addNumbered(p, place, p.Number, p.Text)
}

// below names a text without a number.
func (f *flattener) below() string {
	switch {
	case f.box != "":
		return f.box
	case strings.HasPrefix(f.where, "text "):
		return f.where
	}
	return "text below " + f.where
}

// List adds the items of a list.
func (f *flattener) List(l *document.List, _ document.Rest) { f.items(l.Items, f.where) }

// Result adds a line of the results chain.
func (f *flattener) Result(r *document.Result, _ document.Rest) {
	f.addNumbered(r, bare(r.Label), r.Label, r.Text)
	f.where = bare(r.Label)
}

func (f *flattener) items(items []document.Item, of string) {
	for i := range items {
		it := &items[i]
		place := fmt.Sprintf("item %d of %s", i+1, of)
		if it.Marker != "" {
			place = "item " + it.Marker + " of " + of
		}
		f.addNumbered(it, place, it.Marker, it.Text)
		f.items(it.Items, place)
	}
}

// Box adds a box and what stands in it.
func (f *flattener) Box(b *document.Box, _ document.Rest) {
	outer, where := f.box, f.where
	f.box = "box"
	if title := b.Title.String(); title != "" {
		f.box = "box " + short(title)
	}
	f.where = f.box
	f.of = b
	f.add("title of "+f.box, b.Title)
	f.frames++
	document.Walk(b.Blocks, f)
	f.frames--
	f.box, f.where = outer, where
}

// longestName is how much of a name is shown.
const longestName = 60

// short cuts a long name at a word.
func short(s string) string {
	if len(s) <= longestName {
		return s
	}
	if at := strings.LastIndexByte(s[:longestName], ' '); at > 0 {
		return s[:at] + " …"
	}
	return strings.ToValidUTF8(s[:longestName], "") + "…"
}
