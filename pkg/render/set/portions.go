package set

import "slices"

// divide divides a table into portions in the room that is tried last: as few as there can
// be, in the largest type that does with so many, and evenly.
func (w *Wants) divide(rooms Rooms) Fitting {
	d := divider{Wants: w, trial: trial{room: rooms.last(), width: rooms.width(rooms.last())}}
	d.names, d.others = w.named()
	for _, d.by = range []comfort{fairly, asNeeded} {
		least, best := len(d.others)+1, 0
		for d.size = range tableTypes {
			if list := d.portions(d.width); len(list) < least && len(d.cramped(list)) == 0 {
				least, best = len(list), d.size
			}
		}
		if least <= len(d.others) {
			d.size = best
			return d.fitting(d.balanced(least))
		}
	}
	return d.fitting(d.portions(d.width))
}

// divider divides a table into portions.
type divider struct {
	*Wants
	trial
	names, others []int // the columns that stand in each portion, and the others
	by            comfort
}

// named parts the columns that name the rows, which stand before all figures, from the
// others: up to the last label.
func (w *Wants) named() (names, others []int) {
	end := 0
	for i := range w.Columns {
		if w.Columns[i].Figures {
			break
		}
		if w.Columns[i].Label || i == 0 {
			end = i + 1
		}
	}
	all := w.all()
	if end == len(all) {
		end = 0
	}
	return all[:end:end], all[end:]
}

// fits reports whether columns stand side by side in a width, with those that name the rows.
func (d *divider) fits(columns []int, width Length) bool {
	return sumOf(d.needs(append(d.names, columns...), d.size, d.by)) <= width
}

// portions fills portions one after the other, none of several columns wider than a width.
// What stands below one head is kept together if it can be.
func (d *divider) portions(width Length) (list [][]int) {
	from := 0
	for n := range d.others {
		upTo := max(n+1, d.group(n))
		apart := upTo > n+1 && !d.fits(d.others[from:upTo], width) && d.fits(d.others[n:upTo], width)
		if n > from && (apart || !d.fits(d.others[from:n+1], width)) {
			list = append(list, d.others[from:n])
			from = n
		}
	}
	return append(list, d.others[from:])
}

// group returns where the head that begins at a column ends, 0 where none does.
func (d *divider) group(n int) int {
	for _, s := range d.over[d.others[n]] {
		if s.Head && s.From == d.others[n] {
			return min(len(d.others), n+s.To-s.From)
		}
	}
	return 0
}

// balanced makes the portions alike: as wide as they must be to be no more than so many.
func (d *divider) balanced(most int) [][]int {
	low, high := Length(0), d.width
	for high-low > Point {
		if middle := (low + high) / 2; len(d.portions(middle)) <= most {
			high = middle
		} else {
			low = middle
		}
	}
	return d.portions(high)
}

// cramped returns the columns that have not enough room even where they stand alone.
func (d *divider) cramped(list [][]int) (columns []int) {
	for _, portion := range list {
		if d.fits(portion, d.width) {
			continue
		}
		widest := portion[0]
		for _, c := range d.names {
			if d.Columns[c].Least[d.size] > d.Columns[widest].Least[d.size] {
				widest = c
			}
		}
		if !slices.Contains(columns, widest) {
			columns = append(columns, widest)
		}
	}
	return columns
}

// fitting gives the columns their widths. Those that name the rows have the same width in
// portions that have about the same room for them; one that has much more uses it.
func (d *divider) fitting(list [][]int) Fitting {
	f := Fitting{Room: d.room, Size: d.size, Cramped: d.cramped(list)}
	var needs [][]Length
	for i, portion := range list {
		columns := slices.Concat(d.names, portion)
		needs = append(needs, d.squeezed(d.needs(columns, d.size, d.by)))
		f.Portions = append(f.Portions, Portion{columns, d.spread(columns, needs[i], d.trial)})
	}
	for n := range d.names {
		least := f.Portions[0].Widths[n]
		for i := range f.Portions {
			least = min(least, f.Portions[i].Widths[n])
		}
		for i := range f.Portions {
			if own := f.Portions[i].Widths[n]; own < least+least/4 {
				f.Portions[i].Widths[n] = max(least, needs[i][n])
			}
		}
	}
	return f
}

// squeezed makes columns that need more than there is narrower: the widest, all to the same
// width.
func (d *divider) squeezed(needs []Length) []Length {
	if sumOf(needs) <= d.width {
		return needs
	}
	left, wide := d.width, len(needs)
	for _, n := range slices.Sorted(slices.Values(needs)) {
		if n > left/Length(wide) {
			break
		}
		left, wide = left-n, wide-1
	}
	for i := range needs {
		needs[i] = max(1, min(needs[i], left/Length(max(1, wide))))
	}
	return needs
}
