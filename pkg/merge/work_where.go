package merge

import (
	"strings"

	"github.com/isuplan/isuplan/pkg/document"
	"github.com/isuplan/isuplan/pkg/plan"
	"github.com/isuplan/isuplan/pkg/source"
)

// workCell is a cell of the table of the work, of the results framework or of the risks, and what of
// the plan it shows.
type workCell struct {
	table      *document.Table
	row        int    // in the table, from 0
	show, time string // what the column shows, and of which time
	activity   *plan.Activity
	indicator  *plan.Indicator
	risk       *plan.Risk
}

// isWork reports a table of who does what by when, of indicators or of risks.
func isWork(t *document.Table) bool { return t.ID == "work" || t.ID == "indicators" || t.ID == "risks" }

// workAt returns what a row of such a table is about, and which of its columns a cell stands in; it
// is false for heads, groups and other tables.
func (c *comparer) workAt(u *unit, column int) (w workCell, ok bool) {
	first := u.first().passage
	if !u.isRow || first == nil {
		return w, false
	}
	table, isTable := first.Of.(*document.Table)
	if !isTable || !isWork(table) || first.TableRow() == 0 || column < 1 || column > len(table.Columns) || c.goesBeside(table) {
		return w, false
	}
	w.table, w.row = table, first.TableRow()-1
	w.show, w.time, _ = strings.Cut(table.Columns[column-1].ID, ".")
	switch p := c.unit.Plan; table.ID {
	case "work":
		n := 0
		p.EachActivity(func(_ [3]int, a *plan.Activity) {
			if n == w.row {
				w.activity = a
			}
			n++
		})
	case "indicators":
		_, w.indicator = indicatorAt(p, w.row)
	case "risks":
		if w.row < len(p.Risks) {
			w.risk = &p.Risks[w.row]
		}
	}
	return w, w.activity != nil || w.indicator != nil || w.risk != nil
}

// indicatorAt returns the result and the indicator of a row of the results framework; no indicator for
// the row of a result.
func indicatorAt(p *plan.Plan, row int) (of *plan.Measures, in *plan.Indicator) {
	n := 0
	p.EachMeasured(func(m *plan.Measures) {
		if len(m.Indicators) == 0 {
			return
		}
		if at := row - n; at >= 0 && at <= len(m.Indicators) {
			of = m
			if at > 0 {
				in = &m.Indicators[at-1]
			}
		}
		n += 1 + len(m.Indicators)
	})
	return of, in
}

// node is the group of the plan that the row is about.
func (w *workCell) node() source.Node {
	switch {
	case w.activity != nil:
		return w.activity.Node
	case w.indicator != nil:
		return w.indicator.Node
	}
	return w.risk.Node
}
