// Package trace says how a figure of a budget came about, down to what stands in the plan: as
// data, line by line, and as text.
package trace

import (
	"cmp"
	"strings"

	"github.com/isuplan/isuplan/pkg/budget"
	"github.com/isuplan/isuplan/pkg/cost"
	"github.com/isuplan/isuplan/pkg/money"
	"github.com/isuplan/isuplan/pkg/source"
)

// Tracer follows the figures of a budget.
type Tracer struct {
	Budget *budget.Budget
	Total  string // the label of the total
	// Words composes a text of the plan, such as a label; if it is nil, texts are shown as
	// they were written.
	Words func(source.At[string]) string
}

// Figure is a printed figure and how it came about.
type Figure struct {
	ID     string // of the line; "total" or "financing"
	Label  string // of the line, with the head of its column where there are several
	Value  string // as a person reads it, such as CHF 69,011
	Column int
	Lines  []Line // the derivation, from the figure down to the plan
}

// Line is one line of a derivation. Those below it, with a greater depth, say what it is made
// of.
type Line struct {
	Depth int     // from 1
	Value string  // of the step; "" for a remark, such as how an amount was rounded
	Text  string  // what stands behind the value, or the remark
	Op    cost.Op // how the value follows from the lines below; 0 for a remark
	// Span is where a given or stated value was written, or the figure that is referred to;
	// not valid for what follows from others.
	Span source.Span
	// Line and Column are the figure that is referred to, which has a derivation of its own:
	// the id of a line, of a source of money, "total" or "financing"; "" for others.
	Line   string
	Column int
}

// String returns the line as text, indented by its depth.
func (l Line) String() string {
	text := strings.Repeat("  ", l.Depth) + l.Value
	if l.Value != "" && l.Text != "" {
		text += "  "
	}
	return text + l.Text
}

// String returns the figure and its derivation, a line each.
func (f Figure) String() string {
	lines := make([]string, 0, len(f.Lines)+1)
	lines = append(lines, f.Label+"  "+f.Value)
	for _, l := range f.Lines {
		lines = append(lines, l.String())
	}
	return strings.Join(lines, "\n")
}

// Follow returns how a figure of a row came about. The row is known by its id and its label.
func (t Tracer) Follow(id, label string, f *budget.Figure, column int) Figure {
	if len(t.Budget.Columns) > 1 {
		label += ", " + t.Head(column)
	}
	w := walker{Tracer: t, column: column}
	if _, name, ok := t.shared(id); ok && strings.HasPrefix(id, "contributions.") {
		w.own, w.label = id, name
	}
	w.derivation(f)
	w.bounds(id)
	return Figure{ID: id, Label: label, Value: t.printed(f, column), Column: column, Lines: w.lines}
}

// printed writes a figure as it stands alone.
func (t Tracer) printed(f *budget.Figure, column int) string {
	switch {
	case f.Mark == cost.Nil:
		return "nil"
	case f.Mark == cost.Blank:
		return "blank"
	case t.Budget.Columns[column].Kind.IsPercent():
		return t.Cell(f.Printed, f.Mark, column) + "%"
	}
	return strings.TrimSpace(string(t.Budget.Currency) + " " + t.Cell(f.Printed, f.Mark, column))
}

// Head returns the head of a column.
func (t Tracer) Head(column int) string {
	if c := &t.Budget.Columns[column]; c.Label.IsSet() {
		return t.Worded(c.Label)
	}
	return cmp.Or(string(t.Budget.Currency), t.Budget.Counts)
}

// Worded composes a text of the plan, or returns it as it was written.
func (t Tracer) Worded(text source.At[string]) string {
	if t.Words == nil {
		return text.Value
	}
	return t.Words(text)
}

// Cell writes a figure of a column.
func (t Tracer) Cell(d money.Decimal, mark cost.Mark, column int) string {
	switch mark {
	case cost.Nil:
		return "–"
	case cost.Blank:
		return ""
	}
	return money.Number(d, t.Budget.Columns[column].Places, ",", ".")
}

// Money writes an amount that stands alone with the plan's decimals.
func (t Tracer) Money(d money.Decimal) string {
	return money.Number(d, t.Budget.Rounding.PlacesOf(d), ",", ".")
}

// Tolerated says that the plan's tolerance passes what is stated; "" where it does not.
func (t Tracer) Tolerated(f *budget.Figure) string {
	if !t.Budget.IsTolerated(f) {
		return ""
	}
	return ", which the tolerance of " + t.Money(t.Budget.Tolerance) + " passes"
}
