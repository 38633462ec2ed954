package proof

import (
	"context"

	"github.com/isuplan/isuplan/pkg/document"
	"github.com/isuplan/isuplan/pkg/render/paper"
	"github.com/isuplan/isuplan/pkg/render/set"
)

// portion is a portion of a table: columns that stand side by side.
type portion struct {
	*document.Table
	columns []int // their positions among the table's
}

// portions returns a table as a format sets it: what is printed on pages may go on beside.
func (f *flattener) portions(t *document.Table) (list []portion) {
	parts := f.fitted(t)
	for n, columns := range parts {
		list = append(list, portion{t.Portion(columns, n == len(parts)-1), columns})
	}
	return list
}

// fitted returns which columns of a table stand side by side.
func (f *flattener) fitted(t *document.Table) (parts [][]int) {
	all := make([]int, len(t.AllColumns()))
	for i := range all {
		all[i] = i
	}
	if !isPaged(f.format) {
		return [][]int{all}
	}
	if !f.measures() {
		return [][]int{all}
	}
	for _, p := range f.ruler.Fit(paper.Table(t, f.typography, f.addresses), set.RoomsIn(f.frames)).Portions {
		parts = append(parts, p.Columns)
	}
	if len(parts) == 0 {
		return [][]int{all}
	}
	return parts
}

// pages returns the bars above which the names of stretches of time stand: in Word on each page, and
// otherwise above the first, since what stands again on later pages is no part of the text there.
func (f *flattener) pages(c *document.Chart) (begins []int) {
	begins = []int{0}
	if f.format != "docx" || len(c.Axis) == 0 || !f.measures() {
		return begins
	}
	ends := f.ruler.ChartPages(c, set.Twentieths(set.RoomsIn(f.frames).Column))
	return append(begins, ends[:len(ends)-1]...)
}

// measures reports whether the flattener has a ruler.
func (f *flattener) measures() bool {
	if f.ruler == nil {
		ruler, err := set.NewRuler(context.Background())
		if err != nil { // the fonts are the program's own
			return false
		}
		f.ruler = ruler
	}
	return true
}
