package proof

import (
	"context"
	"slices"

	"github.com/isuplan/isuplan/pkg/document"
	"github.com/isuplan/isuplan/pkg/readback"
	"github.com/isuplan/isuplan/pkg/render/set"
)

// portion is a portion of a table: columns that stand side by side.
type portion struct {
	*document.Table
	columns []int  // their positions among the table's
	again   []bool // by column: it stands in an earlier portion too
	begun   []bool // by column: a head over it stands in an earlier portion too
}

// portions returns a table as a format sets it: what is printed on pages may go on beside.
func (f *flattener) portions(t *document.Table) (list []portion) {
	parts := f.fitted(t)
	first := map[int]int{} // by column: the portion that it stands in first
	for n, columns := range parts {
		for _, c := range columns {
			if _, stands := first[c]; !stands {
				first[c] = n
			}
		}
	}
	over := headOver(t)
	for n, columns := range parts {
		p := portion{Table: t.Portion(columns, n == len(parts)-1), columns: columns}
		for _, c := range columns {
			p.again = append(p.again, first[c] < n)
			p.begun = append(p.begun, slices.ContainsFunc(over[c], func(other int) bool { return first[other] < n }))
		}
		list = append(list, p)
	}
	return list
}

// headOver returns of each column those that stand below the same head over columns.
func headOver(t *document.Table) [][]int {
	out := make([][]int, len(t.AllColumns()))
	for _, h := range t.HeadRows()[0] {
		if !h.Upper {
			continue
		}
		var below []int
		for c := h.From; c < h.To; c++ {
			below = append(below, c)
		}
		for _, c := range below {
			out[c] = below
		}
	}
	return out
}

// fitted returns which columns of a table stand side by side.
func (f *flattener) fitted(t *document.Table) (parts [][]int) {
	all := make([]int, len(t.AllColumns()))
	for i := range all {
		all[i] = i
	}
	if f.format != "docx" && f.format != "pdf" {
		return [][]int{all}
	}
	if f.ruler == nil {
		ruler, err := set.NewRuler(context.Background())
		if err != nil { // the fonts are the program's own
			return [][]int{all}
		}
		f.ruler = ruler
	}
	for _, p := range f.ruler.Fit(t, set.RoomsIn(f.frames)).Portions {
		parts = append(parts, p.Columns)
	}
	if len(parts) == 0 {
		return [][]int{all}
	}
	return parts
}

// flattened walks through a document as a file has it: other programs that print one mark nothing.
func flattened(doc *document.Document, t *readback.Text) *flattener {
	f := flatten(doc, t.Format, t.Format == "pdf")
	if len(f.again) == 0 {
		return f
	}
	for _, l := range t.Lines {
		if l.Kind == readback.Aside && take(f.again, texts(split(clean(l.Text)))) > 0 {
			return flatten(doc, t.Format, true)
		}
	}
	return flatten(doc, t.Format, false)
}

// isAgain reports whether a cell that stands again is no part of the text.
func (f *flattener) isAgain(again bool, t document.Text) bool {
	if !again || !f.marked {
		return false
	}
	for _, w := range texts(wordsOf(t, 0)) {
		f.again[w]++
	}
	return true
}
