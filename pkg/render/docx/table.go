package docx

import (
	"github.com/isuplan/isuplan/pkg/document"
	"github.com/isuplan/isuplan/pkg/render/set"
)

// types are those of the PDF's tables: a table of many columns is set in smaller type
// before a figure is broken over two lines.
var types = set.TableTypes()

// tabler composes one table.
type tabler struct {
	*composer
	columns []document.Column
	widths  []int
	size    int // of types
	notes   *notes
}

// table composes a table, in one or in several portions beside one another: rules above and
// below the head and at the bottom only.
func (c *composer) table(t *document.Table, rest document.Rest) []block {
	fit := c.ruler.Fit(t, set.RoomsIn(c.frames))
	var blocks []block
	notes := c.notesOf(t)
	for i, p := range fit.Portions {
		if i > 0 {
			blocks = append(blocks, &paragraph{style: "TableGap", exact: tableGap})
		}
		part := t.Portion(p.Columns, i == len(fit.Portions)-1)
		tb := tabler{composer: c, columns: part.Columns, widths: p.Widths, size: fit.Size, notes: notes}
		blocks = append(blocks, tb.portion(part, &p, c.leftIn(fit.Room))...)
	}
	blocks = c.below(blocks, notes, fit)
	if len(fit.Portions) > 0 {
		blocks = append(blocks, gap(rest))
	}
	c.turn(fit.Room, blocks)
	return blocks
}

// portion composes columns that stand side by side.
func (t *tabler) portion(part *document.Table, p *set.FittedPortion, left int) []block {
	if len(t.columns) > mostColumns {
		return t.flat(part)
	}
	out := &table{style: "Budget", left: left, widths: t.widths, caption: part.Caption.String(), head: true}
	out.rows = t.heads(part.HeadRows())
	if t.size > 0 {
		out.gap = types[t.size].Gap
	}
	for i := range part.Rows {
		if t.body.watch.Step() {
			break
		}
		out.rows = append(out.rows, t.row(&part.Rows[i], i == len(part.Rows)-2 || p.Short && i < len(part.Rows)-1))
	}
	return []block{out}
}

// below adds the notes that stand below a table, as wide as it, and keeps them with it.
func (c *composer) below(blocks []block, notes *notes, fit set.Fitted) []block {
	list := c.notesBelow(notes)
	if len(list) == 0 || len(fit.Portions) == 0 {
		return append(blocks, list...)
	}
	if fit.Room != set.InColumn {
		width := 0
		for _, n := range fit.Portions[len(fit.Portions)-1].Widths {
			width += n
		}
		for _, b := range list {
			b.(*paragraph).indent = &indent{left: c.leftIn(fit.Room), right: c.widthIn(fit.Room) - width}
		}
	}
	if last, ok := blocks[len(blocks)-1].(*table); ok {
		last.rows[len(last.rows)-1].keep()
	}
	return append(blocks, list...)
}

// mostColumns is how many columns a table may have: Word opens no file with more.
const mostColumns = 63

// flat composes a table of too many columns as lines, with tabs between the cells.
func (t *tabler) flat(part *document.Table) []block {
	line := func(style string, cells []document.Text) *paragraph {
		p := &paragraph{style: style}
		for i := range cells {
			if i > 0 {
				p.runs = append(p.runs, tab)
			}
			p.runs = append(p.runs, t.runs(cells[i])...)
		}
		return t.place(p, 0, 0)
	}
	var blocks []block
	for _, row := range part.HeadRows() {
		cells := make([]document.Text, len(t.columns))
		for i := range row {
			cells[row[i].From] = row[i].Text
		}
		blocks = append(blocks, line("TableHead", cells))
	}
	for i := range part.Rows {
		if t.body.watch.Step() {
			break
		}
		blocks = append(blocks, line(rowStyle(part.Rows[i].Kind), part.Rows[i].Cells))
	}
	return blocks
}

// keep keeps a row with what follows.
func (r *row) keep() {
	for i := range r.cells {
		for _, b := range r.cells[i].blocks {
			if p, ok := b.(*paragraph); ok {
				p.keep = true
			}
		}
	}
}

// row composes a row. Outside the total, the figure column says in words who gives.
func (t *tabler) row(r *document.Row, keep bool) row {
	var out row
	for i := 0; i < len(t.columns); {
		p := &paragraph{style: rowStyle(r.Kind)}
		if t.size > 0 {
			p.least = types[t.size].Leading
		}
		if i < len(r.Cells) {
			p.runs = t.sized(t.marked(p, r.Cells[i]), types[t.size].Cell, types[0].Cell)
		}
		col := t.columns[i]
		figures := col.Numeric && r.Kind != document.AsideRow
		if figures {
			p.align = "right"
			for n := range p.runs {
				p.runs[n].figures = true
			}
		}
		span := 1
		if !figures && (r.Kind == document.AsideRow || r.Kind == document.GroupRow) {
			span = reach(r.Cells, i, len(t.columns))
		}
		if col.Label && r.Depth > 0 {
			p.indent = &indent{left: min(r.Depth*groupStep, t.widths[i]/2)}
		}
		c := t.cell(i, span, p)
		if r.Kind == document.TotalRow {
			c.rules.top = thick
		}
		out.cells = append(out.cells, c)
		i += span
	}
	if keep || r.Kind == document.GroupRow {
		out.keep()
	}
	return out
}

// rowStyle sets off the heads and sums of groups, and what is outside the total.
func rowStyle(kind document.RowKind) string {
	switch kind {
	case document.TotalRow, document.GroupRow, document.SubtotalRow:
		return "TableTotal"
	case document.AsideRow:
		return "TableAside"
	}
	return "TableText"
}

// reach is how many columns a cell takes: it reaches over the empty cells behind it,
// and is not squeezed into a column as wide as its figures.
func reach(cells []document.Text, at, columns int) int {
	span := 1
	for at < len(cells) && len(cells[at]) > 0 && at+span < columns && (at+span >= len(cells) || len(cells[at+span]) == 0) {
		span++
	}
	return span
}

func (t *tabler) cell(at, span int, p *paragraph) cell {
	out := cell{span: span, flush: at+span == len(t.widths), blocks: []block{p}}
	for _, n := range t.widths[at : at+span] {
		out.width += n
	}
	return out
}

// sized sets runs in a size of type, where it is not the usual one.
func (t *tabler) sized(runs []run, points, usual int) []run {
	if points != usual {
		for i := range runs {
			runs[i].points = points
		}
	}
	return runs
}
