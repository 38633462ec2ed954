package rollover

import (
	"fmt"
	"slices"

	"github.com/isuplan/isuplan/pkg/budget"
	"github.com/isuplan/isuplan/pkg/cost"
	"github.com/isuplan/isuplan/pkg/plan"
	"github.com/isuplan/isuplan/pkg/source"
)

// yearBefore rolls on what a line grows from where that is the amount of the year before the
// first column: it is the line's figure of the year that is that now, or else that of the
// column which is the first now.
func (r *roller) yearBefore(l *budget.Line, base source.Node) {
	i := slices.IndexFunc(r.columns, func(s slot) bool { return s.from != "" && r.growsFrom(s.old, base) })
	if r.done[base] || i < 0 || r.columns[i].added {
		return
	}
	first := &r.columns[i]
	key, from := first.id, first.from
	for c := range r.plan.Budget.Columns {
		column := &r.plan.Budget.Columns[c]
		if y := r.yearOf(column); y != 0 && y == r.yearOf(first.old)+first.delta-1 && column.IsAmount() {
			key, from = year(y), column.ID.Value
		}
	}
	at, ok := r.budget.Column(from)
	if !ok || l.Figures[at].Mark != cost.Number {
		return
	}
	text := fmt.Sprintf("{%s: %s", key, l.Figures[at].Printed)
	for _, s := range r.columns {
		if v := base.Get(s.from); s.from != "" && s.id != key && !v.IsZero() {
			text += ", " + s.id + ": " + v.Span().Text()
		}
	}
	r.keepComments(base, base)
	r.put(base, text+"}")
}

// growsFrom reports a column whose year before a base has an amount of.
func (r *roller) growsFrom(c *plan.Column, base source.Node) bool {
	at := slices.IndexFunc(r.plan.Budget.Columns, func(o plan.Column) bool { return o.ID.Value == c.ID.Value })
	before := r.plan.Budget.YearBefore(at)
	return before != "" && !base.Get(before).IsZero()
}
