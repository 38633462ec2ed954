package document

import (
	"cmp"
	"slices"
)

// Head is the head of columns that stand together: a cell of an upper row of heads, over
// the columns from From up to To, counted from 0, To not included.
type Head struct {
	Text     Text
	From, To int
}

// HeadCell is a head as it stands in its row: over the columns from From up to To, and as
// many rows high as Rows says.
type HeadCell struct {
	Text     Text
	From, To int
	Rows     int
	Upper    bool // it is the head of columns that stand together
}

// AllColumns returns the columns as they are set: cells beyond the declared columns get
// columns of their own, and so do heads.
func (t *Table) AllColumns() []Column {
	columns, _ := t.set()
	return columns
}

// set returns the columns as they are set, and the heads over them from the left, none over
// another. Heads without words are none; one that the others leave no column gets one at
// the right.
func (t *Table) set() (columns []Column, heads []Head) {
	columns = append([]Column(nil), t.Columns...)
	for _, r := range t.Rows {
		for len(columns) < len(r.Cells) {
			columns = append(columns, Column{Width: 1})
		}
	}
	for _, h := range t.Heads {
		if len(h.Text) > 0 {
			heads = append(heads, h)
		}
	}
	slices.SortStableFunc(heads, func(a, b Head) int { return cmp.Compare(a.From, b.From) })
	at, declared := 0, len(columns)
	for i := range heads {
		h := &heads[i]
		h.From = min(max(h.From, at), max(declared, at))
		h.To = max(min(h.To, declared), h.From+1)
		for at = h.To; len(columns) < at; {
			columns = append(columns, Column{Width: 1})
		}
	}
	return columns, heads
}

// HeadRows returns the heads in rows, as a reader meets them: the upper heads, and between
// them the heads of the columns that have none above, which are as high as both rows; then
// the heads of the other columns. Where no head stands over columns, there is one row.
func (t *Table) HeadRows() [][]HeadCell {
	columns, heads := t.set()
	var first, second []HeadCell
	alone := func(i, rows int) HeadCell { return HeadCell{columns[i].Head, i, i + 1, rows, false} }
	at := 0
	for _, h := range heads {
		for ; at < h.From; at++ {
			first = append(first, alone(at, 2))
		}
		cell := HeadCell{h.Text, h.From, h.To, 2, true}
		if slices.ContainsFunc(columns[h.From:h.To], func(c Column) bool { return len(c.Head) > 0 }) {
			cell.Rows = 1
			for i := h.From; i < h.To; i++ {
				second = append(second, alone(i, 1))
			}
		}
		first, at = append(first, cell), h.To
	}
	for ; at < len(columns); at++ {
		first = append(first, alone(at, 2))
	}
	if len(second) > 0 {
		return [][]HeadCell{first, second}
	}
	for i := range first {
		first[i].Rows = 1
	}
	return [][]HeadCell{first}
}

// HeadGap stands between a head over columns and the head of one, where they share a cell.
const HeadGap = ": "

// FullHeads returns of each column what it is called: its head, behind the one that stands
// over it and others.
func (t *Table) FullHeads() []Text {
	columns, heads := t.set()
	out := make([]Text, len(columns))
	for i := range columns {
		out[i] = columns[i].Head
	}
	for _, h := range heads {
		for i := h.From; i < h.To; i++ {
			full := slices.Clone(h.Text)
			if len(out[i]) > 0 {
				full = append(append(full, Run{Text: HeadGap}), out[i]...)
			}
			out[i] = full
		}
	}
	return out
}
