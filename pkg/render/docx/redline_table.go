package docx

import "slices"

// table merges a table with what it was before: rows of the same make, cell by cell;
// others as deleted and inserted.
func (m *merger) table(old, now *table) *table {
	if old.style != now.style || old.left != now.left || old.head != now.head || old.caption != now.caption ||
		old.description != now.description || old.gap != now.gap || !slices.Equal(old.widths, now.widths) {
		was := *old
		now.was = &was
	}
	before, after := old.rows, now.rows
	now.rows = nil
	i, j := 0, 0
	for _, p := range append(alignRows(before, after), pair{len(before), len(after)}) {
		for ; i < p.old; i++ {
			m.row(&before[i], deleted)
			now.rows = append(now.rows, before[i])
		}
		for ; j < p.new; j++ {
			m.row(&after[j], inserted)
			now.rows = append(now.rows, after[j])
		}
		if i < len(before) && j < len(after) {
			now.rows = append(now.rows, m.cells(&before[i], &after[j]))
			i, j = i+1, j+1
		}
	}
	return now
}

// cells merges a row cell by cell.
func (m *merger) cells(old, now *row) row {
	for i := range now.cells {
		was, c := &old.cells[i], &now.cells[i]
		if was.width != c.width || was.flush != c.flush || was.head != c.head || was.rules != c.rules || was.inner != c.inner {
			c.was = was
		}
		c.blocks = m.blocks(was.blocks, c.blocks)
	}
	return *now
}

// sameMake reports whether two rows differ in their texts and widths only.
func sameMake(a, b *row) bool {
	return a.head == b.head && a.split == b.split && slices.EqualFunc(a.cells, b.cells, func(a, b cell) bool { return a.span == b.span && a.merged == b.merged })
}
