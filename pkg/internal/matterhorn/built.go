package matterhorn

import (
	"fmt"

	"github.com/ledongthuc/pdf"
)

// built checks tables and lists: what stands in what (ISO 32000-1, tables 336 and 337).
// A label may stand wherever there is text.
func (w *walker) built(e pdf.Value, role, parent string) {
	kinds := w.kinds(e)
	switch role {
	case "Table":
		w.table(e, kinds)
	case "TR":
		w.ensure(parent == "Table", "09-004", "a TR stands in a %s", parent)
		w.ensure(only(kinds, "TH TD"), "09-004", "a TR holds %q", kinds)
	case "TH", "TD":
		w.ensure(parent == "TR", "09-004", "a cell stands in a %s", parent)
	case "L":
		if len(kinds) > 0 && kinds[0] == "Caption" {
			kinds = kinds[1:]
		}
		w.ensure(only(kinds, "LI"), "09-005", "an L holds %q", kinds)
	case "LI":
		w.ensure(parent == "L", "09-005", "an LI stands in a %s", parent)
		w.ensure(only(kinds, "Lbl LBody"), "09-005", "an LI holds %q", kinds)
	case "LBody":
		w.ensure(parent == "LI", "09-005", "an LBody stands in a %s", parent)
	}
}

// kinds returns the types of what stands in an element; "" is something drawn.
func (w *walker) kinds(e pdf.Value) (list []string) {
	kids := e.Key("K")
	for i := range count(kids) {
		list = append(list, w.role(at(kids, i)))
	}
	return list
}

// only reports whether all kinds are on a list.
func only(kinds []string, list string) bool {
	for _, kind := range kinds {
		if !has(list, kind) {
			return false
		}
	}
	return true
}

// table checks a table's rows. It has a caption before or behind them, or none.
func (w *walker) table(e pdf.Value, kinds []string) {
	switch last := len(kinds) - 1; {
	case last >= 0 && kinds[0] == "Caption":
		kinds = kinds[1:]
	case last >= 0 && kinds[last] == "Caption":
		kinds = kinds[:last]
	}
	w.ensure(only(kinds, "TR"), "09-004", "a Table holds %q", kinds)
	var rows [][]cell
	for kids, i := e.Key("K"), 0; i < count(kids); i++ {
		if row := at(kids, i); w.role(row) == "TR" {
			rows = append(rows, cells(row))
		}
	}
	if what := uneven(rows); what != "" {
		w.fault("09-004", "a table does not come out: %s", what)
	}
}

// cell is how many columns and rows a cell takes.
type cell struct{ columns, rows int }

func cells(row pdf.Value) (list []cell) {
	kids := row.Key("K")
	for i := range count(kids) {
		k := at(kids, i)
		list = append(list, cell{span(k, "ColSpan"), span(k, "RowSpan")})
	}
	return list
}

// span returns how far a cell reaches; whatever is no number of cells reaches nowhere.
func span(cell pdf.Value, key string) int {
	const most = 1000
	v := attribute(cell, key)
	switch n := v.Int64(); {
	case v.IsNull():
		return 1
	case n > most:
		return 0
	default:
		return max(0, int(n))
	}
}

// uneven says why cells do not fill a table to the last place, once each, "" if they do.
func uneven(rows [][]cell) string {
	var left []int // by column: how many rows the cell in it still takes
	for i, row := range rows {
		at, width := 0, len(left)
		for _, c := range row {
			for at < len(left) && left[at] > 0 {
				at++
			}
			if c.columns == 0 || c.rows == 0 {
				return fmt.Sprintf("row %d has a cell without an extent", i+1)
			}
			for range c.columns {
				if at == len(left) {
					left = append(left, 0)
				}
				if left[at] > 0 {
					return fmt.Sprintf("two cells of row %d lie on each other", i+1)
				}
				left[at] = c.rows
				at++
			}
		}
		if i > 0 && len(left) > width {
			return fmt.Sprintf("row %d is too wide", i+1)
		}
		for column := range left {
			if left[column]--; left[column] < 0 {
				return fmt.Sprintf("row %d ends before column %d", i+1, column+1)
			}
		}
	}
	for column, n := range left {
		if n > 0 {
			return fmt.Sprintf("column %d goes on below the last row", column+1)
		}
	}
	return ""
}
