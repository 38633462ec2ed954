package set

import (
	"strings"
	"unicode"

	"github.com/isuplan/isuplan/pkg/document"
)

// Fit measures a table and finds out how it fits into rooms.
func (s *Setter) Fit(t *document.Table, rooms Rooms) Fitting {
	w := s.Wants(t)
	return w.Fit(rooms)
}

// Wants measures a table. Cells beyond the declared columns have columns of their own.
func (s *Setter) Wants(t *document.Table) Wants {
	m := measurer{setter: s, declared: t.AllColumns(), cells: map[[2]int]int{}}
	m.Columns = make([]Want, len(m.declared))
	for i, c := range m.declared {
		m.Columns[i] = Want{Share: c.Width, Figures: c.Numeric, Label: c.Label, Empty: len(t.Rows) > 0}
	}
	for _, row := range t.HeadRows() {
		for i := range row {
			m.head(&row[i])
		}
	}
	for i := range t.Rows {
		if s.Step() {
			break
		}
		m.row(&t.Rows[i])
	}
	return m.Wants
}

// measurer measures a table. All is measured in type of one point, to which all other type
// is in proportion.
type measurer struct {
	Wants
	declared []document.Column
	cells    map[[2]int]int // the spans of cells, by their columns
	setter   *Setter
}

func (m *measurer) head(h *document.HeadCell) {
	longest, natural := m.words(h.Text, Italic)
	s := Span{From: h.From, To: h.To, Head: true}
	w := &m.Columns[h.From]
	for i, t := range tableTypes {
		s.Least[i] = longest * Length(t.Head.Points)
		if h.To-h.From == 1 {
			w.Least[i] = max(w.Least[i], s.Least[i])
			w.Whole[i] = max(w.Whole[i], natural*Length(t.Head.Points))
		}
	}
	if h.To-h.From > 1 {
		m.Spans = append(m.Spans, s)
	}
}

func (m *measurer) row(r *document.Row) {
	style := RowStyle(r.Kind)
	reaches := r.Kind == document.AsideRow || r.Kind == document.GroupRow
	for i, cell := range r.Cells {
		if len(cell) == 0 {
			continue
		}
		figures := m.declared[i].Numeric && r.Kind != document.AsideRow
		m.Columns[i].Empty = false
		longest, natural := Length(0), Length(0)
		if figures && !isProse(cell) {
			longest = m.figure(cell, style)
			natural = longest
		} else {
			longest, natural = m.words(cell, style)
		}
		indent := Length(0)
		if m.declared[i].Label {
			indent = Length(r.Depth) * GroupStep
		}
		if end := emptyBehind(r, i, len(m.declared)); reaches && !figures && end > i+1 {
			m.span(Span{From: i, To: end}, longest, indent)
			continue
		}
		m.cell(i, longest, natural, indent)
	}
}

// cell notes what a cell wants. Where an indented word has no room, the indentation gives
// way, up to half of the column.
func (m *measurer) cell(column int, longest, natural, indent Length) {
	w := &m.Columns[column]
	for i, t := range tableTypes {
		word, text := longest*Length(t.Cell.Points), natural*Length(t.Cell.Points)
		w.Least[i] = max(w.Least[i], word+min(indent, word))
		w.Natural[i] = max(w.Natural[i], text+indent)
		w.Whole[i] = max(w.Whole[i], text+indent)
	}
}

// span notes what a cell wants that reaches over others.
func (m *measurer) span(s Span, longest, indent Length) {
	for i, t := range tableTypes {
		word := longest * Length(t.Cell.Points)
		s.Least[i] = word + min(indent, word)
	}
	at, known := m.cells[[2]int{s.From, s.To}]
	if !known {
		m.cells[[2]int{s.From, s.To}] = len(m.Spans)
		m.Spans = append(m.Spans, s)
		return
	}
	for n := range s.Least {
		m.Spans[at].Least[n] = max(m.Spans[at].Least[n], s.Least[n])
	}
}

// emptyBehind returns where the empty cells behind a cell end.
func emptyBehind(r *document.Row, column, columns int) int {
	end := column + 1
	for end < columns && (end >= len(r.Cells) || len(r.Cells[end]) == 0) {
		end++
	}
	return end
}

// figure is the width of a figure on one line, in type of one point.
func (m *measurer) figure(t document.Text, st Style) Length {
	if len(t) == 1 && !t[0].Strong && !t[0].Emphasis { // as figures are
		return m.setter.runWidth(Drawable(t[0].Text), st, 1, &t[0])
	}
	return m.setter.textWidth(t, st, 1)
}

// isProse reports a text in a column of figures that is no figure.
func isProse(t document.Text) bool {
	const most = 24 // of a figure, in bytes
	s := t.String()
	return len(s) > most && strings.ContainsFunc(s, unicode.IsLower)
}

// words returns how wide the longest word of a text is, and all of it, in type of one point.
// A mark stays with the word before it.
func (m *measurer) words(t document.Text, st Style) (longest, natural Length) {
	word := Length(0)
	atoms := m.setter.atoms(t, st, 1)
	for i := range atoms {
		a := &atoms[i]
		word += a.Width
		longest = max(longest, word+a.Hyphen)
		natural += a.Width + a.Space
		word += a.Space
		if a.Breaks || a.kept && (i+1 == len(atoms) || !atoms[i+1].IsMark()) {
			word = 0
		}
	}
	if n := len(atoms); n > 0 {
		natural -= atoms[n-1].Space
	}
	return longest, natural
}
