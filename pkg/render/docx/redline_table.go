package docx

import "slices"

// table merges a table with what it was before: rows of the same make, cell by cell;
// others as deleted and inserted.
func (m *merger) table(old, new *table) *table {
	if old.style != new.style || old.left != new.left || old.head != new.head || old.caption != new.caption ||
		old.description != new.description || old.gap != new.gap || !slices.Equal(old.widths, new.widths) {
		was := *old
		new.was = &was
	}
	before, after := old.rows, new.rows
	new.rows = nil
	i, j := 0, 0
	for _, p := range append(alignRows(before, after), pair{len(before), len(after)}) {
		for ; i < p.old; i++ {
			m.row(&before[i], deleted)
			new.rows = append(new.rows, before[i])
		}
		for ; j < p.new; j++ {
			m.row(&after[j], inserted)
			new.rows = append(new.rows, after[j])
		}
		if i < len(before) && j < len(after) {
			new.rows = append(new.rows, m.cells(&before[i], &after[j]))
			i, j = i+1, j+1
		}
	}
	return new
}

// cells merges a row cell by cell.
func (m *merger) cells(old, new *row) row {
	for i := range new.cells {
		was, c := &old.cells[i], &new.cells[i]
		if was.width != c.width || was.flush != c.flush || was.head != c.head {
			c.was = was
		}
		c.blocks = m.blocks(was.blocks, c.blocks)
	}
	return *new
}

// sameMake reports whether two rows differ in their texts and widths only.
func sameMake(a, b *row) bool {
	return a.head == b.head && a.split == b.split && slices.EqualFunc(a.cells, b.cells, func(a, b cell) bool { return a.span == b.span })
}
