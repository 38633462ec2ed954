package readback

import (
	"bytes"
	"strings"

	"github.com/yuin/goldmark/ast"
	gtext "github.com/yuin/goldmark/text"
)

// grid is the table being read, as GitHub reads tables.
type grid struct {
	ruler       gtext.Segment // below the head; empty outside of tables
	columns     int
	rows        int // in the tables so far
	tables      int // so far
	row, column int // being read, 0 outside of tables
}

// begin looks whether a paragraph is a table: whether a ruler with as many cells
// stands below its first line.
func (g *grid) begin(p *ast.Paragraph, source []byte) {
	g.end()
	lines := p.Lines()
	if lines.Len() < 2 {
		return
	}
	first, second := lines.At(0), lines.At(1)
	ruler := bytes.TrimSpace(second.Value(source))
	if len(bytes.Trim(ruler, " \t|:-")) > 0 || !bytes.Contains(ruler, []byte("|")) || !bytes.Contains(ruler, []byte("-")) {
		return
	}
	if n := cellsIn(ruler); n == cellsIn(bytes.TrimSpace(first.Value(source))) {
		g.ruler, g.columns = second, n
		g.tables++
		g.next()
	}
}

// end leaves a table.
func (g *grid) end() { *g = grid{rows: g.rows, tables: g.tables} }

// number is which table is being read; 0 outside of tables.
func (g *grid) number() int {
	if g.row == 0 {
		return 0
	}
	return g.tables
}

// next begins a row.
func (g *grid) next() {
	g.rows++
	g.row, g.column = g.rows, 1
}

// cellsIn counts the cells of a line. The bars at its ends are optional.
func cellsIn(line []byte) int {
	n := 1
	for i := 0; i < len(line); i++ {
		switch line[i] {
		case '\\':
			i++
		case '|':
			if i > 0 && i < len(line)-1 {
				n++
			}
		}
	}
	return n
}

// cells reads a stretch of text; in a table, a bar ends a cell.
func (m *markdown) cells(s gtext.Segment, raw bool) {
	text := s.Value(m.source)
	switch {
	case m.table.row == 0:
		m.words(text, raw)
		return
	case s.Start >= m.table.ruler.Start && s.Start < m.table.ruler.Stop:
		return
	}
	from := 0
	for i := 0; i < len(text); i++ {
		switch text[i] {
		case '\\':
			i++
		case '|':
			m.words(text[from:i], raw)
			m.endCell(s.Start + i)
			from = i + 1
		}
	}
	m.words(text[from:], raw)
}

// endCell begins the next cell, unless the bar is the one that a row may begin with.
func (m *markdown) endCell(bar int) {
	before := bytes.TrimRight(m.source[:bar], " \t>")
	if isFirst := len(before) == 0 || before[len(before)-1] == '\n'; isFirst {
		return
	}
	m.endOfCell()
	m.table.column++
}

// endOfCell writes what a cell or a block says. Cells beyond the head's are not shown.
func (m *markdown) endOfCell() {
	if m.table.row > 0 && m.table.column > m.table.columns {
		if s := strings.TrimSpace(m.line.String()); s != "" {
			m.doubt("a cell beyond the table, which is not shown", s)
		}
		m.line.Reset()
	}
	m.flush()
}

// endLine ends a line of text, which is a row in a table.
func (m *markdown) endLine() {
	if m.table.row == 0 {
		m.line.WriteByte(' ')
		return
	}
	m.endOfCell()
	m.table.next()
}
