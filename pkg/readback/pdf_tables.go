package readback

import (
	"cmp"
	"slices"
	"strings"

	"github.com/isuplan/isuplan/pkg/readback/pdf"
)

// celled puts the lines of pages into the cells of the tables and the paragraphs that a PDF has by its
// structure. What goes on over pages stands where it begins. It is nil where there are none.
func celled(pages []pdf.Page) []Line {
	c := cellReader{tables: map[int]*pdfTable{}, blocks: map[int]int{}}
	for i, p := range pages {
		for j := range p.Lines {
			c.line(i+1, &p.Lines[j])
		}
	}
	if len(c.tables)+len(c.blocks) == 0 {
		return nil
	}
	var out []Line
	for i := range c.out {
		if t := c.tables[c.out[i].Table]; t != nil {
			slices.SortStableFunc(t.cells, inOrder)
			out = appendLines(out, t.cells)
			continue
		}
		out = appendLines(out, c.out[i:i+1])
	}
	return out
}

// inOrder compares cells by where in a table they stand.
func inOrder(a, b pieces) int { return cmp.Or(a.Row-b.Row, a.Column-b.Column) }

// pieces is a line that is put together.
type pieces struct {
	Line
	texts []string
}

// mostWhole is how long a paragraph is at most, in bytes. A structure that has more in one says nothing:
// some programs make one of each page.
const mostWhole = 6000

func appendLines(out []Line, list []pieces) []Line {
	for i := range list {
		l := list[i].Line
		l.Text = strings.Join(list[i].texts, "")
		if !l.Whole || len(l.Text) <= mostWhole {
			out = append(out, l)
			continue
		}
		for _, text := range list[i].texts {
			out = append(out, Line{Page: l.Page, Text: text, Kind: l.Kind})
		}
	}
	return out
}

// cellReader gathers the lines outside of tables, with one line for each table and each paragraph.
type cellReader struct {
	out    []pieces
	tables map[int]*pdfTable
	blocks map[int]int // where in the lines they are
}

// pdfTable has the cells of a table.
type pdfTable struct {
	cells []pieces
	at    map[[2]int]int // where in these a cell is, by its row and column
}

// line takes a line, or cuts it where cells begin and end.
func (c *cellReader) line(page int, l *pdf.Line) {
	from, in := 0, pdf.Cell{}
	for _, s := range l.Cells {
		c.stretch(page, l, l.Text[from:min(s.From, len(l.Text))], in)
		from, in = min(s.From, len(l.Text)), s.Cell
	}
	c.stretch(page, l, l.Text[from:], in)
}

func (c *cellReader) stretch(page int, l *pdf.Line, text string, in pdf.Cell) {
	if text == "" {
		return
	}
	piece := pieces{Line{Page: page, Kind: kindOf(l)}, []string{text}}
	switch {
	case l.Artifact || in == (pdf.Cell{}):
		c.out = append(c.out, piece)
	case in.Paragraph > 0:
		piece.Whole = true
		if at, is := c.blocks[in.Paragraph]; is {
			c.out[at].texts = append(c.out[at].texts, text)
			return
		}
		c.blocks[in.Paragraph] = len(c.out)
		c.out = append(c.out, piece)
	default:
		c.inTable(piece, in)
	}
}

// inTable adds what a cell says to what it has said.
func (c *cellReader) inTable(piece pieces, in pdf.Cell) {
	t, where := c.tables[in.Table], [2]int{in.Row, in.Column}
	if t == nil {
		t = &pdfTable{at: map[[2]int]int{}}
		c.tables[in.Table] = t
		c.out = append(c.out, pieces{Line: Line{Table: in.Table}})
	}
	if at, is := t.at[where]; is {
		t.cells[at].texts = append(t.cells[at].texts, piece.texts...)
		return
	}
	t.at[where] = len(t.cells)
	piece.Row, piece.Column, piece.Table, piece.Over, piece.Down = in.Row, in.Column, in.Table, in.Over, in.Down
	t.cells = append(t.cells, piece)
}
