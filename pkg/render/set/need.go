package set

// comfort is how narrow columns of words may become beyond their longest word.
type comfort struct {
	least Length // where there is more text than that
	lines Length // that a text should take at most
}

var (
	asNeeded = comfort{}
	tightly  = comfort{45 * Point, 40}
	fairly   = comfort{60 * Point, 16}
)

// widest is what columns of words are given at most, however long their texts are.
const widest = 150 * Point

// comfortOf is the comfort of a trial: a table that stands in the column of text is not moved
// out of it for looks alone.
func comfortOf(trial int) comfort {
	if trial == 0 {
		return tightly
	}
	return fairly
}

// need is the least width of a column in a type, without the gap.
func (c *Want) need(size int, by comfort) Length {
	least := c.Least[size]
	if c.Figures || by.lines == 0 {
		return least
	}
	part, of := Length(tableTypes[size].Cell.Points), Length(tableTypes[0].Cell.Points)
	text := max(by.least*part/of, min(c.Natural[size]/by.lines, widest*part/of))
	return max(least, min(c.Natural[size], text))
}

// needs are the least widths of columns side by side, with their gaps. What stands over
// several of them has room too.
func (w *Wants) needs(columns []int, size int, by comfort) []Length {
	beside := tableTypes[size].Gap + leeway
	needs := make([]Length, len(columns))
	for n, c := range columns {
		needs[n] = w.Columns[c].need(size, by) + beside
	}
	for i := range w.Spans {
		s := &w.Spans[i]
		first, last := s.in(columns)
		if first < 0 {
			continue
		}
		short := s.Least[size] + beside - sumOf(needs[first:last])
		if short <= 0 {
			continue
		}
		if !s.Head {
			needs[first] += short
			continue
		}
		for n := first; n < last; n++ { // evenly
			more := short / Length(last-n)
			needs[n], short = needs[n]+more, short-more
		}
	}
	return needs
}

// leeway is what a column has beyond its widest figure: LibreOffice breaks one that fits
// exactly.
const leeway = Point

// in returns which of some columns the span covers, [first, last); first is less than 0
// where it covers none, or not the one that a cell stands in.
func (s *Span) in(columns []int) (first, last int) {
	first = -1
	for n, c := range columns {
		switch {
		case c < s.From || c >= s.To:
		case first < 0:
			if c != s.From && !s.Head {
				return -1, 0
			}
			first, last = n, n+1
		default:
			last = n + 1
		}
	}
	return first, last
}
