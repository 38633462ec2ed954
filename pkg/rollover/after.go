package rollover

import (
	"slices"

	"github.com/isuplan/isuplan/pkg/budget"
	"github.com/isuplan/isuplan/pkg/cost"
	"github.com/isuplan/isuplan/pkg/source"
)

// opening rolls a balance on: it opens with what the column before the first one closed with,
// or with what the column that is the first now opened with.
func (r *roller) opening(l *budget.Line) {
	node := l.Balance.Opening.Node
	i := slices.IndexFunc(r.columns, func(s slot) bool { return s.from != "" })
	if !l.IsGroup() || l.Node.IsZero() || node.Kind() != source.Scalar || i < 0 || r.columns[i].added {
		return
	}
	first := &r.columns[i]
	at, ok := r.budget.Column(first.from)
	row, hasRow := r.budget.AfterRow(l.ID.Value + ".opening")
	if !ok || !hasRow {
		return
	}
	f := &row.Figures[at]
	said := "the opening balance, which is that of the column that is the first now"
	if first.fresh { // all columns are new: the last one closed
		for c := range r.budget.Columns {
			if r.budget.Columns[c].Kind == budget.AmountColumn {
				f = &l.Figures[c]
			}
		}
		said = "the opening balance, which is the closing balance of the period before"
	}
	if f.Mark == cost.Number {
		r.put(node, f.Printed.String())
		r.review(l.ID.Span(), "%s", said)
	}
}
