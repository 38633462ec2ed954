package compose

import (
	"slices"

	"github.com/isuplan/isuplan/pkg/cost"
	"github.com/isuplan/isuplan/pkg/document"
)

// tableColumn is a column of the printed table: what it shows of a line, and for
// figures the column of the budget.
type tableColumn struct {
	document.Column
	show   string
	figure int
}

// optional are the columns that are left out where no line has what they show.
var optional = map[string]func(*cost.Line) bool{
	"code": func(l *cost.Line) bool { return l.Code.IsSet() },
	"kind": func(l *cost.Line) bool { return l.Source.IsSet() },
	"note": func(l *cost.Line) bool { return l.Note.IsSet() },
}

// columns lays the template's columns out: the column of amounts stands for all
// columns of the budget.
func (b *builder) columns(spec *blockSpec) []tableColumn {
	var out []tableColumn
	for _, c := range spec.Columns {
		show := c.Show.Value
		if has, ok := optional[show]; ok && !b.any(spec, has) {
			continue
		}
		if show == "amount" {
			out = append(out, b.figureColumns(c)...)
			continue
		}
		out = append(out, tableColumn{Column: document.Column{Head: b.text(c.Head), Width: c.Width.Value, Label: show == "label"}, show: show})
	}
	return out
}

func (b *builder) figureColumns(c columnSpec) []tableColumn {
	columns := b.in.Budget.Columns
	var out []tableColumn
	for i := range columns {
		head := c.Head
		if columns[i].Label.IsSet() {
			head = columns[i].Label
		}
		out = append(out, tableColumn{Column: document.Column{ID: columns[i].ID, Head: b.text(head), Width: c.Width.Value, Numeric: true}, show: "amount", figure: i})
	}
	return out
}

// any reports whether some line or contribution of the table has a property.
func (b *builder) any(spec *blockSpec, has func(*cost.Line) bool) bool {
	if spec.From.Value == "budget.financing" {
		return slices.ContainsFunc(b.in.Plan.Budget.Financing, func(l cost.Line) bool { return has(&l) })
	}
	for i := range b.in.Budget.Lines {
		if has(b.in.Budget.Lines[i].Line) {
			return true
		}
	}
	for i := range b.in.Budget.After {
		if has(b.in.Budget.After[i].Line) {
			return true
		}
	}
	for i := range b.in.Budget.Outside {
		if k := &b.in.Budget.Outside[i]; has(&cost.Line{Note: k.Note}) {
			return true
		}
	}
	return false
}
