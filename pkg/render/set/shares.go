package set

import (
	"cmp"
	"slices"
)

// spread gives what columns do not need to those of words, by their shares; a column
// whose share is less than it needs has what it needs. Outside of the column of text none
// is wider than what it holds.
func (w *Wants) spread(columns []int, needs []Length, t trial) []Length {
	widths := make([]Length, len(needs))
	copy(widths, needs)
	settled := make([]bool, len(needs))
	left := t.width
	settle := func(n int, width Length) {
		settled[n], widths[n] = true, width
		left -= width
	}
	takers := slices.ContainsFunc(columns, func(c int) bool { return !w.Columns[c].Figures && !w.Columns[c].Empty })
	for n, c := range columns {
		if w.Columns[c].Figures || w.Columns[c].Empty && takers {
			settle(n, needs[n])
		}
	}
	for {
		shares := w.shares(columns, left, func(n int) bool { return !settled[n] })
		again := false
		for n := range needs {
			if !settled[n] && shares[n] < needs[n] {
				settle(n, needs[n])
				again = true
			}
		}
		for n, c := range columns {
			most := max(needs[n], w.Columns[c].Whole[t.size]+tableTypes[t.size].Gap+leeway)
			if !again && t.room != InColumn && !settled[n] && shares[n] > most {
				settle(n, most)
				again = true
				break // the others have more now
			}
		}
		if again {
			continue
		}
		for n := range needs {
			if !settled[n] {
				widths[n] = shares[n]
			}
		}
		w.even(columns, widths, t)
		return widths
	}
}

// mostFigure is how wide a column of figures becomes where there is room, with its gap.
const mostFigure = 72 * Point

// even gives what the one column of words does not need to the columns of figures beside it, so that these
// stand at equal distances and not at the edge.
func (w *Wants) even(columns []int, widths []Length, t trial) {
	words, figures := -1, []int(nil)
	for n, c := range columns {
		switch {
		case w.Columns[c].Figures:
			figures = append(figures, n)
		case words >= 0:
			return
		default:
			words = n
		}
	}
	if words < 0 || len(figures) < 2 || t.room != InColumn {
		return
	}
	left := widths[words] - w.Columns[columns[words]].Whole[t.size] - tableTypes[t.size].Gap - leeway
	if left <= 0 {
		return
	}
	slices.SortFunc(figures, func(a, b int) int { return cmp.Compare(widths[a], widths[b]) })
	level := min(mostFigure, level(figures, widths, left))
	for _, n := range figures {
		if more := level - widths[n]; more > 0 {
			widths[n] += more
			widths[words] -= more
		}
	}
}

// level returns to which width the narrowest columns of figures can be brought with what is left; they
// are in their order.
func level(figures []int, widths []Length, left Length) Length {
	sum := Length(0)
	for i, n := range figures {
		sum += widths[n]
		level := (sum + left) / Length(i+1)
		if i+1 == len(figures) || level <= widths[figures[i+1]] {
			return level
		}
	}
	return 0
}

// shares gives the columns that are asked for, by their positions in the list, their
// declared parts of a width. No column gets less than a fraction of an even share.
func (w *Wants) shares(columns []int, width Length, in func(int) bool) []Length {
	out := make([]Length, len(columns))
	sum, count, total := 0, 0, 0
	for n, c := range columns {
		if in(n) {
			sum += max(0, w.Columns[c].Share)
			count++
		}
	}
	least := max(1, sum/(4*max(1, count)))
	for n, c := range columns {
		if in(n) {
			total += max(least, w.Columns[c].Share)
		}
	}
	at := 0
	for n, c := range columns {
		if in(n) {
			from := width * Length(at) / Length(total)
			at += max(least, w.Columns[c].Share)
			out[n] = width*Length(at)/Length(total) - from
		}
	}
	return out
}
