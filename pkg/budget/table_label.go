package budget

import (
	"github.com/isuplan/isuplan/pkg/plan"
	"github.com/isuplan/isuplan/pkg/source"
)

// Label is what a row or a column of a table is called: a word of the language, by its id, or else
// a text of the plan, with the number of a result in front of it.
type Label struct {
	Word   string
	Number string
	Text   source.At[string]
	// Verbatim says that the text is a code, which is no prose.
	Verbatim bool
}

// HeadOf returns what the head of a column says: a number or a code where there is one, as these
// are short.
func (b *Budget) HeadOf(k Key) Label {
	switch {
	case k.Value == All:
		return Label{Word: "total"}
	case k.Value == Rest:
		return Label{Word: "not_shared"}
	case k.Dimension == plan.Years && !b.Columns[k.Value].Label.IsSet():
		return Label{Word: "period_head"}
	case k.Dimension == plan.Years:
		return Label{Text: b.Columns[k.Value].Label}
	}
	switch v := b.ValueOf(k); {
	case v.Number != "":
		return Label{Number: v.Number}
	case v.Code.IsSet():
		return Label{Text: v.Code, Verbatim: true}
	default:
		return Label{Text: v.Label}
	}
}

// ValueOf returns the value of an axis that a key names.
func (b *Budget) ValueOf(k Key) *Value {
	a, _ := plan.AxisOf(k.Dimension)
	return &b.axes.values[a][k.Value]
}

// LabelOf returns what a row says that it is of. The total has the label that the plan gives it:
// that of the table or, where this is about all of the budget, that of the budget.
func (b *Budget) LabelOf(t *Table, r *TableRow) Label {
	k := r.Key
	switch {
	case r.Kind == TotalRow && t.Plan.Total.IsSet():
		return Label{Text: t.Plan.Total}
	case r.Kind == TotalRow && b.totalLabel.IsSet() && !t.IsPart:
		return Label{Text: b.totalLabel}
	case r.Kind == TotalRow:
		return Label{Word: "total"}
	case k.Value == Rest:
		return Label{Word: "not_shared"}
	case k.Dimension == plan.Lines:
		return Label{Text: b.Lines[k.Value].called(r.Kind)}
	case r.Kind == SubtotalRow:
		return Label{Word: "subtotal"}
	}
	v := b.ValueOf(k)
	return Label{Number: v.Number, Text: v.Label}
}

// called returns what a row of a line says: its label, or that of a group's subtotal.
func (l *Line) called(kind RowKind) source.At[string] {
	if kind == SubtotalRow && l.Subtotal.IsSet() {
		return l.Subtotal
	}
	return l.Label
}
