package terminal

import "github.com/isuplan/isuplan/pkg/document"

// heads writes the heads of a table, in a row or in two. One over several columns stands in
// their middle.
func (w *writer) heads(columns []document.Column, rows [][]document.HeadCell, widths []int) {
	for _, row := range rows {
		var slots []slot
		at := 0
		put := func(to int, text document.Text, where side) {
			if to > at {
				width := span(widths[at:to])
				slots = append(slots, slot{lines: w.wrap(words(text), max(1, width)), width: width, side: where})
				at = to
			}
		}
		for i := range row {
			h := &row[i]
			put(h.From, nil, left)
			where := middle
			if !h.Upper {
				where = sideOf(&columns[h.From])
			}
			put(h.To, h.Text, where)
		}
		w.slots(slots)
	}
}

// span is how wide columns are together, with the gaps between them.
func span(widths []int) int {
	n := gutter * (len(widths) - 1)
	for _, w := range widths {
		n += w
	}
	return n
}

// widen makes columns so wide that the longest word of a head over them stands on one line.
func (w *writer) widen(widths []int, rows [][]document.HeadCell) {
	for i := range rows[0] {
		h := &rows[0][i]
		if !h.Upper {
			continue
		}
		longest := 0
		for _, x := range words(h.Text) {
			longest = max(longest, w.wide(document.Text{{Text: x.text, Edit: x.run.Edit}}))
		}
		widths[h.To-1] += max(0, longest-span(widths[h.From:h.To]))
	}
}
