package set

// Fitting says how a table is set so that nothing in it is broken: in what room, in what
// type, and which columns stand side by side.
type Fitting struct {
	Room     Room
	Size     int       // of type: the position in TableTypes
	Portions []Portion // one, or several where the columns go on beside
	// Cramped are the columns that are too narrow for what they hold, though they have a
	// page to themselves.
	Cramped []int
}

// Portion is a portion of a table: columns that stand side by side. The columns that name
// the rows stand in each.
type Portion struct {
	Columns []int    // their positions among the table's
	Widths  []Length // of each, with the gap behind it; behind the last there is none to see
}

// Width is how wide the portion is.
func (p *Portion) Width() Length { return sumOf(p.Widths) }

// ByType is a width in each of the types of tables.
type ByType [len(tableTypes)]Length

// Want is what a column of a table wants, without gaps.
type Want struct {
	Least   ByType // the widest figure, or the longest word
	Natural ByType // what the rows hold, on one line
	Whole   ByType // the same, and the head too
	Share   int    // its declared part of the width, which it has where that is enough
	Figures bool
	Empty   bool // no row has anything in it
	Label   bool // it names the rows
}

// Span is what columns want together: a head that stands over them, or a cell that reaches
// over the empty ones behind it.
type Span struct {
	From, To int // the columns [From, To)
	Head     bool
	Least    ByType // the longest word
}

// Wants is what a table wants. Fit needs nothing else of it.
type Wants struct {
	Columns []Want
	Spans   []Span
	over    [][]*Span // by column: the head that stands over it, and the cells that begin in it
}

// Fit finds the first of these that does: the column of text, all from margin to margin,
// smaller type, a page on its side; and otherwise divides the table into portions. A column
// has its share where nothing is broken by it; otherwise figures have what they need, empty
// columns what their heads need, and the columns of words share the rest.
func (w *Wants) Fit(rooms Rooms) Fitting {
	w.index()
	trials := rooms.trials()
	if widths, ok := w.asDeclared(trials[0]); ok {
		return trials[0].fitting(Portion{w.all(), widths})
	}
	for i, t := range trials {
		if needs := w.needs(w.all(), t.size, comfortOf(i)); sumOf(needs) <= t.width {
			return t.fitting(Portion{w.all(), w.spread(w.all(), needs, t)})
		}
	}
	for _, t := range trials { // on its side only: before that, words would stand below one another
		if needs := w.needs(w.all(), t.size, asNeeded); t.room == rooms.last() && sumOf(needs) <= t.width {
			return t.fitting(Portion{w.all(), w.spread(w.all(), needs, t)})
		}
	}
	return w.divide(rooms)
}

// index finds what stands over each column.
func (w *Wants) index() {
	w.over = make([][]*Span, len(w.Columns))
	for i := range w.Spans {
		s := &w.Spans[i]
		w.over[s.From] = append(w.over[s.From], s)
		for c := s.From + 1; c < s.To && s.Head; c++ {
			w.over[c] = append(w.over[c], s)
		}
	}
}

func (t trial) fitting(p Portion) Fitting {
	return Fitting{Room: t.room, Size: t.size, Portions: []Portion{p}}
}

// all are the positions of all columns.
func (w *Wants) all() []int {
	list := make([]int, len(w.Columns))
	for i := range list {
		list[i] = i
	}
	return list
}

// asDeclared shares a width out as the table declares it, if nothing is broken by it. Of
// several columns of figures, and of empty ones, none has more than it needs.
func (w *Wants) asDeclared(t trial) ([]Length, bool) {
	figures, empty := 0, false
	for i := range w.Columns {
		if w.Columns[i].Figures {
			figures++
		} else {
			empty = empty || w.Columns[i].Empty
		}
	}
	if figures > 1 || empty {
		return nil, false
	}
	widths := w.shares(w.all(), t.width, func(int) bool { return true })
	needs := w.needs(w.all(), t.size, asNeeded)
	for i := range widths {
		gap := tableTypes[t.size].Gap
		if widths[i]-min(gap, widths[i]/2) < needs[i]-gap {
			return nil, false
		}
	}
	return widths, true
}

func sumOf(list []Length) (sum Length) {
	for _, n := range list {
		sum += n
	}
	return sum
}
