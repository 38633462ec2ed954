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
	for n, c := range columns {
		for _, s := range w.over[c] {
			if !s.Head || n == 0 || !s.covers(columns[n-1]) {
				s.widen(needs, n, s.upTo(columns, n), s.Least[size]+beside)
			}
		}
	}
	return needs
}

// covers reports whether the span stands over a column.
func (s *Span) covers(column int) bool { return column >= s.From && column < s.To }

// upTo returns where the columns end that the span covers, of some from the first on.
func (s *Span) upTo(columns []int, first int) int {
	end := first + 1
	for end < len(columns) && s.covers(columns[end]) {
		end++
	}
	return end
}

// widen gives columns what a span wants: those below a head evenly, and the one that a cell
// stands in.
func (s *Span) widen(needs []Length, first, end int, want Length) {
	short := want - sumOf(needs[first:end])
	for n := first; n < end && short > 0; n++ {
		more := short
		if s.Head {
			more = short / Length(end-n)
		}
		needs[n], short = needs[n]+more, short-more
	}
}

// leeway is what a column has beyond its widest figure: LibreOffice breaks one that fits
// exactly.
const leeway = Point
