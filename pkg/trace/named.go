package trace

import (
	"strings"

	"github.com/isuplan/isuplan/pkg/budget"
)

// Of returns the figure of a line, of a source of money, of the "total" or of the "financing"
// in a column. It is false where there is no such row or column.
func (t Tracer) Of(id string, column int) (Figure, bool) {
	row, label, ok := t.row(id)
	if !ok || column < 0 || column >= len(row) {
		return Figure{}, false
	}
	return t.Follow(id, label, &row[column], column), true
}

// Named returns the figures that a value stands for, by the name that prose quotes it by, such
// as budget.salaries or budget.total.2018: one, or one for each year of a plan that has no sum
// of them. There are none for a value that is no figure of the table.
func (t Tracer) Named(name string) []Figure {
	id, column, hasColumn := "total", "", false
	switch space, rest, _ := strings.Cut(name, "."); {
	case space == "actuals":
		return t.spent(name)
	case name == "period.budget":
	case space == "contributions":
		if id, column, hasColumn = t.contribution(name); id == "" {
			return nil
		}
	case space == "budget" || space == "financing":
		if id, column, hasColumn = strings.Cut(rest, "."); space == "financing" && !t.isSource(id) {
			return nil
		}
	default:
		return nil
	}
	columns := t.Budget.Scope().Columns
	if shown, ok := t.Budget.Scope().Shown(); ok {
		columns = []int{shown}
	}
	if hasColumn {
		at, ok := t.Budget.Column(column)
		if !ok {
			return nil
		}
		columns = []int{at}
	} else if name != "period.budget" && t.Budget.Scope().IsShown() {
		columns = []int{t.Budget.Main}
	}
	var list []Figure
	for _, at := range columns {
		if f, ok := t.Of(id, at); ok {
			list = append(list, f)
		}
	}
	return list
}

// row returns the figures of a row and its label.
func (t Tracer) row(id string) ([]budget.Figure, string, bool) {
	if l, ok := t.Budget.Line(id); ok {
		if l.IsGroup() && l.Subtotal.IsSet() {
			return l.Figures, t.Worded(l.Subtotal), true
		}
		return l.Figures, t.Worded(l.Label), true
	}
	switch {
	case strings.HasPrefix(id, "contributions."):
		return t.shared(id)
	case id == "total":
		return t.Budget.Total, t.Total, true
	case id == "financing" && len(t.Budget.Financing) > 0:
		return t.Budget.Funds, t.Total, true
	}
	for i := range t.Budget.Financing {
		if l := &t.Budget.Financing[i]; l.ID.Value == id {
			return l.Figures, t.Worded(l.Label), true
		}
	}
	if l, ok := t.Budget.AfterRow(id); ok {
		return l.Figures, t.Worded(l.Label), true
	}
	return nil, "", false
}

func (t Tracer) isSource(id string) bool {
	for i := range t.Budget.Financing {
		if t.Budget.Financing[i].ID.Value == id {
			return true
		}
	}
	return false
}
