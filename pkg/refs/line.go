package refs

import (
	"strings"

	"github.com/isuplan/isuplan/pkg/budget"
	"github.com/isuplan/isuplan/pkg/source"
)

// InColumn is a value in a column of the budget, and the name by which prose quotes it.
type InColumn struct {
	Label source.At[string] // the head of the column
	Name  string
	Value Value
}

// line returns what a name behind "budget." stands for: the amount of a line, or a figure
// inside it, over the main column or in the column that is named last.
func (n *Names) line(name string) (Value, bool) {
	id, part, hasPart := strings.Cut(name, ".")
	line, ok := n.budget.Line(id)
	if !ok {
		return n.after(id, part, hasPart)
	}
	return n.row("budget."+id, line, part, hasPart)
}

// after returns what the name of a row below the total stands for, or of a row of a balance,
// such as fund.opening.
func (n *Names) after(id, part string, hasPart bool) (Value, bool) {
	inner, rest, deeper := strings.Cut(part, ".")
	if row, ok := n.budget.AfterRow(id + "." + inner); ok && hasPart {
		return n.row("budget."+id+"."+inner, row, rest, deeper)
	}
	row, ok := n.budget.AfterRow(id)
	if !ok {
		return Value{}, false
	}
	return n.row("budget."+id, row, part, hasPart)
}

// source returns what a name behind "financing." stands for: a source of money is quoted like
// a line.
func (n *Names) source(name string) (Value, bool) {
	id, part, hasPart := strings.Cut(name, ".")
	at, ok := n.sources[id]
	if !ok {
		return Value{}, false
	}
	return n.row("financing."+id, &n.budget.Financing[at], part, hasPart)
}

// row returns what the name of a line or a source stands for, with what stands behind it.
func (n *Names) row(own string, line *budget.Line, part string, hasPart bool) (Value, bool) {
	if !hasPart {
		return n.main(own, line.Figures), true
	}
	if column, ok := n.budget.Column(part); ok {
		return n.amount(line.Figures, column), true
	}
	if q, ok := n.budget.Scope().Quote(n.budget, line, part); ok {
		return n.quoted(own, &q), true
	}
	return n.inColumn(own, line, part)
}

// main returns the amount of a row in the main column. The years of a plan that has no sum
// of them and calls none the main one have to be named.
func (n *Names) main(own string, row []budget.Figure) Value {
	scope := n.budget.Scope()
	if scope.IsShown() {
		return n.amount(row, n.budget.Main)
	}
	v := Value{Kind: Differing}
	for _, i := range scope.Columns {
		c := &n.budget.Columns[i]
		v.Each = append(v.Each, InColumn{c.Label, own + "." + c.ID, n.amount(row, i)})
	}
	return v
}

// inColumn returns a figure inside a line in the column that stands last in its name, such
// as director.months.2026.
func (n *Names) inColumn(own string, line *budget.Line, name string) (Value, bool) {
	at := strings.LastIndexByte(name, '.')
	column, ok := n.budget.Column(name[at+1:])
	if at < 0 || !ok {
		return Value{}, false
	}
	scope, ok := n.budget.ScopeOf(column)
	if !ok {
		return Value{}, false
	}
	q, ok := scope.Quote(n.budget, line, name[:at])
	if !ok {
		return Value{}, false
	}
	return n.quoted(own, &q), true
}

func (n *Names) quoted(own string, q *budget.Quoted) Value {
	kind := Number
	if q.Percent {
		kind = Percent
	}
	if !q.Differs() {
		return Value{Kind: kind, Figure: q.Value}
	}
	v := Value{Kind: Differing}
	for _, in := range q.Each {
		c := &n.budget.Columns[in.Column]
		v.Each = append(v.Each, InColumn{c.Label, own + "." + q.Name + "." + c.ID, Value{Kind: kind, Figure: in.Value}})
	}
	return v
}

// inside returns the names of the figures inside a line, those that differ from column to
// column with their columns.
func (n *Names) inside(own string, line *budget.Line) (all []string) {
	for _, q := range n.budget.Scope().Quotes(n.budget, line) {
		name := own + "." + q.Name
		if !q.Differs() {
			all = append(all, name)
			continue
		}
		for _, in := range q.Each {
			all = append(all, name+"."+n.budget.Columns[in.Column].ID)
		}
	}
	return all
}
