package plan

import (
	"iter"

	"github.com/isuplan/isuplan/pkg/cost"
	"github.com/isuplan/isuplan/pkg/money"
	"github.com/isuplan/isuplan/pkg/source"
)

// TextFigure is what a cell of a table of the text has.
type TextFigure struct {
	Given   source.At[cost.Cell] // what the plan says
	Text    Prose                // instead of a figure
	Down    *TextSum             // of rows; nil where the row is no sum, or nothing is there to add up
	Across  *TextSum             // of columns
	Column  *TextColumn
	Row     *TextRow
	Printed *money.Decimal // nil for a cell without a figure
}

// TextSum is a sum and what it adds up.
type TextSum struct {
	Sum   money.Decimal
	Parts []*TextFigure
}

// TextTables yields the tables of a plan's text, each with the paragraph that it stands below.
func (p *Plan) TextTables() iter.Seq2[*TextTable, *Item] {
	return func(yield func(*TextTable, *Item) bool) {
		for i := range p.Sections {
			for k := range p.Sections[i].Paragraphs {
				item := &p.Sections[i].Paragraphs[k]
				for n := range item.Tables {
					if !yield(&item.Tables[n], item) {
						return
					}
				}
			}
		}
	}
}

// Figures works a table out: a row of cells for each of its rows. What the plan gives is printed as it
// is given; sums that it does not give are computed. A sum adds up what stands before it.
func (t *TextTable) Figures() [][]TextFigure {
	rows, columns := make(map[string]int, len(t.Rows)), make(map[string]int, len(t.Columns))
	for i := range t.Columns {
		columns[t.Columns[i].ID.Value] = i
	}
	all := make([][]TextFigure, len(t.Rows))
	for i := range t.Rows {
		w := &t.Rows[i]
		all[i] = make([]TextFigure, len(t.Columns))
		for k := range all[i] {
			all[i][k].Column, all[i][k].Row = &t.Columns[k], w
		}
		for _, v := range w.Values {
			if k, ok := columns[v.Key.Value]; ok {
				all[i][k].Given = v.Value
			}
		}
		for _, v := range w.Texts {
			if k, ok := columns[v.Key.Value]; ok {
				all[i][k].Text = v.Value
			}
		}
		for k := range all[i] {
			f := &all[i][k]
			f.Down = added(w.Sum, rows, i, func(at int) *TextFigure { return &all[at][k] })
			f.Across = added(t.Columns[k].Sum, columns, k, func(at int) *TextFigure { return &all[i][at] })
			f.print()
		}
		rows[w.ID.Value] = i
	}
	return all
}

// added adds figures up; it is nil where there are none.
func added(of []text, known map[string]int, before int, at func(int) *TextFigure) *TextSum {
	var s TextSum
	for _, id := range of {
		i, ok := known[id.Value]
		if !ok || i >= before {
			continue // which is a finding
		}
		if part := at(i); part.Printed != nil {
			s.Parts = append(s.Parts, part)
			s.Sum = s.Sum.Add(*part.Printed)
		}
	}
	if len(s.Parts) == 0 {
		return nil
	}
	return &s
}

func (f *TextFigure) print() {
	switch {
	case f.Text.IsSet():
	case f.Given.IsSet():
		if f.Given.Value.Mark != cost.Blank {
			f.Printed = &f.Given.Value.Value
		}
	case f.Down != nil:
		f.Printed = &f.Down.Sum
	case f.Across != nil:
		f.Printed = &f.Across.Sum
	}
}

// IsNil reports a figure that prints a dash.
func (f *TextFigure) IsNil() bool { return f.Given.IsSet() && f.Given.Value.Mark == cost.Nil }

// TextPlaces returns how many decimals a column's figures have.
func (t *TextTable) TextPlaces(all [][]TextFigure, column int) (places int32) {
	if own := t.Columns[column].Places; own.IsSet() {
		return int32(min(own.Value, mostPlaces)) //nolint:gosec // a small number
	}
	for i := range all {
		if f := all[i][column].Printed; f != nil {
			places = max(places, money.OwnPlaces(*f))
		}
	}
	return places
}
