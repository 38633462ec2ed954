package docx

import "github.com/isuplan/isuplan/pkg/document"

// heads composes the heads of a table, in one row or in two; both are repeated where the
// table goes on. What is as high as both rows is a cell of each, the lower one without
// words (ISO/IEC 29500-1, 17.4.84).
func (t *tabler) heads(rows [][]document.HeadCell) (out []row) {
	for n, cells := range rows {
		r := row{head: true}
		for i := range cells {
			c := t.head(&cells[i], n)
			if len(rows) > 1 {
				c.rules = [...]rules{{thick, noRule}, {noRule, thin}}[n]
				if n == 0 && cells[i].Rows == 1 { // a rule as wide as the columns below, without the gap beside them
					c.blocks[0].(*paragraph).ruled = true
				}
			}
			if cells[i].Rows > 1 {
				c.merged = begun
			}
			r.cells = append(r.cells, c)
		}
		out = append(out, r)
	}
	if len(rows) > 1 {
		out[1].cells = t.beside(rows[0], out[1].cells)
	}
	for n := range out {
		out[n].keep()
	}
	return out
}

// beside puts between the cells of a lower row those that go on with the ones above.
func (t *tabler) beside(above []document.HeadCell, lower []cell) (out []cell) {
	for i := range above {
		h := &above[i]
		if h.Rows == 1 {
			n := h.To - h.From // each column has a head of its own
			out, lower = append(out, lower[:n]...), lower[n:]
			continue
		}
		c := t.cell(h.From, h.To-h.From, &paragraph{style: "TableHead"})
		c.head, c.merged, c.rules = true, goesOn, rules{noRule, thin}
		out = append(out, c)
	}
	return out
}

// head composes a head. The style of tables sets the first row only.
func (t *tabler) head(h *document.HeadCell, row int) cell {
	p := &paragraph{style: "TableHead"}
	p.runs = t.sized(t.marked(p, h.Text), types[t.size].Head, types[0].Head)
	for i := range p.runs {
		p.runs[i].italic = p.runs[i].italic || row > 0
	}
	if t.size > 0 {
		p.least = types[t.size].HeadLines
	}
	switch {
	case h.Upper:
		p.align = "center"
	case t.columns[h.From].Numeric:
		p.align = "right"
	}
	c := t.cell(h.From, h.To-h.From, p)
	c.head = true
	return c
}
