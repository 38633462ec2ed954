package importer

import "slices"

// carriedDown is a table of a document in which each row says what a cell that is merged over several
// rows says: whom an activity belongs to, or which output it serves.
func (g *grid) carriedDown() *grid {
	const most = 50_000 // parts
	out, done := *g, 0
	out.rows = slices.Clone(g.rows)
	for i := range g.rows {
		for c := range g.rows[i].cells {
			from := g.rows[i].cells[c]
			if from.text == "" {
				continue
			}
			for below := i + 1; below <= min(i+from.down, len(g.rows)-1); below++ {
				if done++; done > most {
					return &out
				}
				out.rows[below].carry(from, c)
			}
		}
	}
	return &out
}

// carry writes what a cell above says into an empty one.
func (r *gridRow) carry(from cell, column int) {
	r.cells = slices.Clone(r.cells)
	for len(r.cells) <= column {
		r.cells = append(r.cells, cell{})
	}
	if to := &r.cells[column]; to.text == "" {
		to.text, to.lines, to.span, to.over, to.carried = from.text, from.lines, from.span, true, true
	}
}
