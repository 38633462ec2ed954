package importer

import (
	"cmp"
	"slices"
	"strings"
)

// financing is a table of sources of money.
type financing struct {
	*budgetDraft
	kinds map[string]string // by the labels of the sources
}

// financingOf reads a table of sources of money, which is known by a column that says of
// which kind each is; nil where the table is another.
func (f *frame) financingOf(g grid, o budgetOptions) *financing {
	at := -1
	kinds := map[string]string{}
	for _, r := range g.rows {
		for i, c := range r.cells {
			if kind := f.sources[strings.ToLower(c.text)]; kind != "" && i > 0 && (at < 0 || at == i) {
				at = i
				kinds[r.cells[0].text] = kind
			}
		}
	}
	if at < 0 {
		return nil
	}
	rest := grid{name: g.name}
	for _, r := range g.rows {
		r.cells = slices.Clone(r.cells)
		if at < len(r.cells) {
			r.cells = slices.Delete(r.cells, at, at+1)
		}
		if len(rest.rows) == 0 && len(r.cells) > 0 {
			r.cells[0].text = f.labelHead()
		}
		rest.rows = append(rest.rows, r)
	}
	o.currency = cmp.Or(o.currency, "XXX") // the budget says where none is named
	d, _ := readBudget([]grid{rest}, nil, o)
	if d == nil || len(d.tables) == 0 || len(d.outside) > 0 {
		return nil
	}
	for _, l := range d.lines {
		if l.group || kinds[l.label] == "" {
			return nil
		}
	}
	return &financing{d, kinds}
}

// labelHead is what stands above the labels of a budget.
func (f *frame) labelHead() string {
	if len(f.cost) > 0 {
		return f.cost[0]
	}
	return "Cost"
}

// sources writes the sources of money.
func (f *financing) sources() *list {
	l := f.lineList(f.lines, f.figures())
	for i := range l.items {
		if g, ok := l.items[i].value.(*group); ok && i < len(f.lines) {
			g.set("source", plain(f.kinds[f.lines[i].label]))
		}
	}
	return l
}

// totalOf is what the sources come to in columns of another table, by their heads; nil where a
// column has none.
func (f *financing) totalOf(columns []*draftColumn) map[*draftColumn]amount {
	if f == nil || f.total == nil {
		return nil
	}
	sum := map[*draftColumn]amount{}
	for _, c := range columns {
		for _, own := range f.columns {
			if own.label == c.label || len(columns) == 1 && len(f.columns) == 1 {
				sum[c] = f.total.amounts[own]
			}
		}
	}
	return sum
}
