package document

// Portion returns some of a table's columns, in their order, as a table of its own: with
// the heads over them as far as they reach, and with all rows. The notes stand below the last.
func (t *Table) Portion(columns []int, isLast bool) *Table {
	all, heads := t.set()
	out := &Table{ID: t.ID, Caption: t.Caption}
	for _, c := range columns {
		out.Columns = append(out.Columns, all[c])
	}
	for _, h := range heads {
		if from, to := within(columns, h.From, h.To); from < to {
			out.Heads = append(out.Heads, Head{h.Text, from, to})
		}
	}
	for i := range t.Rows {
		r := t.Rows[i]
		cells := make([]Text, len(columns))
		for n, c := range columns {
			if c < len(r.Cells) {
				cells[n] = r.Cells[c]
			}
		}
		r.Cells = cells
		out.Rows = append(out.Rows, r)
	}
	if isLast {
		out.Notes = t.Notes
	}
	return out
}

// within returns where those of some columns stand that are from one up to another.
func within(columns []int, from, to int) (first, end int) {
	for n, c := range columns {
		if c < from || c >= to {
			continue
		}
		if first == end {
			first = n
		}
		end = n + 1
	}
	return first, end
}
