package trace

import (
	"fmt"
	"slices"
	"strings"

	"github.com/isuplan/isuplan/pkg/budget"
	"github.com/isuplan/isuplan/pkg/cost"
	"github.com/isuplan/isuplan/pkg/money"
	"github.com/isuplan/isuplan/pkg/source"
)

// walker writes the derivation of a figure.
type walker struct {
	Tracer
	column int
	lines  []Line
	// own and label are of what Parties pay, which is no row of the budget: what follows from
	// other columns follows from the same row there.
	own, label string
}

func (w *walker) remark(depth int, format string, args ...any) {
	w.lines = append(w.lines, Line{Depth: depth, Text: fmt.Sprintf(format, args...)})
}

func (w *walker) derivation(f *budget.Figure) {
	switch {
	case f.Step().Op == cost.Stated:
		w.stated(f)
	case f.Computed == nil:
		w.remark(1, "no rule computes it")
	default:
		w.rounding(f, 1)
		w.steps(f.Exact, 1)
	}
}

// rounding says how the amount that the rules give was rounded.
func (w *walker) rounding(f *budget.Figure, depth int) {
	if f.Computed.Equal(f.Exact.Value) {
		return
	}
	r := w.Budget.RoundingOf(f, w.column)
	if f.Whole != nil && len(f.Whole.Parts) == 0 {
		w.remark(depth, "rounded to %s by the largest remainder, so that all Parties add up to %s, from", r.To, w.Money(f.Whole.Amount))
		return
	}
	if f.Whole != nil {
		w.remark(depth, "rounded to %s by the largest remainder, so that %s add up to %s, from",
			r.To, strings.Join(w.labels(f.Whole.Parts), " and "), w.Money(f.Whole.Amount))
		return
	}
	w.remark(depth, "rounded to %s, %s, from", r.To, r.Mode)
}

func (w *walker) stated(f *budget.Figure) {
	w.lines = append(w.lines, Line{Depth: 1, Text: "stated in " + Position(f.Stated.Node), Op: cost.Stated, Span: f.Stated.Node.Span()})
	if f.Computed == nil {
		w.remark(1, "no rule computes it")
		return
	}
	verdict := "agrees"
	if f.Differs() {
		verdict = "differs by " + w.Cell(f.Stated.Value.Value.Sub(*f.Computed), cost.Number, w.column) + w.Tolerated(f)
	}
	w.remark(1, "computed %s: %s", w.Cell(*f.Computed, cost.Number, w.column), verdict)
	w.rounding(f, 2)
	w.steps(f.Exact, 2)
}

// labels names lines or sources of money.
func (w *walker) labels(ids []string) []string {
	labels := slices.Clone(ids)
	for _, lines := range [][]budget.Line{w.Budget.Lines, w.Budget.Financing, w.Budget.After} {
		for i := range lines {
			if at := slices.Index(ids, lines[i].ID.Value); at >= 0 {
				labels[at] = w.Worded(lines[i].Label)
			}
		}
	}
	return labels
}

// steps writes a derivation below the figure that it leads to. It ends at the
// figures of other lines, which have a derivation of their own.
func (w *walker) steps(step cost.Step, depth int) {
	l := Line{Depth: depth, Value: w.value(step), Op: step.Op, Column: w.column}
	parts := []string{strings.Join(strings.Fields(step.Label), " "), w.expression(step)}
	if !step.Node.IsZero() && (step.Op == cost.Given || step.Op == cost.Stated) {
		parts = append(parts, Position(step.Node))
		l.Span = step.Node.Span()
	}
	l.Text = strings.Join(slices.DeleteFunc(parts, func(s string) bool { return s == "" }), "  ")
	w.lines = append(w.lines, l)
	for _, part := range step.Of {
		if part.Line != "" || part.Column != "" {
			w.reference(part, depth+1)
			continue
		}
		w.steps(part, depth+1)
	}
}

// reference writes the figure of another line or column.
func (w *walker) reference(step cost.Step, depth int) {
	l := Line{Depth: depth, Value: w.value(step), Op: step.Op, Line: step.Line, Column: w.column}
	label := step.Line
	if w.own != "" && step.Column != "" {
		label, l.Line = w.label, w.own
	} else if of, ok := w.Budget.Line(step.Line); ok {
		label, l.Span = w.Worded(of.Label), of.Node.Span()
	} else if label == "total" || label == "" {
		label, l.Line = w.Total, "total"
	} else {
		label = w.labels([]string{label})[0] // a source of money
	}
	if c, ok := w.Budget.Column(step.Column); ok {
		label += ", " + w.Head(c)
		l.Column = c
	}
	switch {
	case step.Ruled:
		label += ", as computed"
	case step.Op == cost.Stated:
		label += ", as stated"
	}
	l.Text = label
	w.lines = append(w.lines, l)
}

// expression says in one line how a step follows from those below it.
func (w *walker) expression(step cost.Step) string {
	parts := make([]string, len(step.Of))
	for i, of := range step.Of {
		parts[i] = w.value(of)
		if of.Unit == cost.Twelfths {
			parts[i] += "/12"
		}
	}
	if len(parts) == 0 || len(parts) > 8 {
		return ""
	}
	switch step.Op {
	case cost.Sum:
		return "= " + strings.Join(parts, " + ")
	case cost.Product:
		text := "= " + parts[0]
		for i, part := range parts[1:] {
			if step.Of[i+1].Unit == cost.Divisor {
				text += " / " + part
			} else {
				text += " × " + part
			}
		}
		return text
	case cost.Portion:
		return "= " + strings.Join(parts, " of ")
	case cost.Growth:
		return "= " + strings.Join(parts, " grown by ")
	case cost.Change:
		return "= " + parts[1] + " − " + parts[0]
	case cost.Difference:
		return "= " + strings.Join(parts, " − ")
	case cost.Outgo:
		return "= −" + strings.Join(parts, " − ")
	case cost.Average:
		return "= " + parts[0] + " / " + parts[1]
	case cost.Ratio:
		return "= " + parts[1] + " / " + parts[0]
	case cost.Rate:
		base := parts[0]
		if step.Of[0].Value.IsNegative() {
			base = "|" + base + "|"
		}
		return "= (" + parts[1] + " − " + parts[0] + ") / " + base
	}
	return ""
}

func (w *walker) value(step cost.Step) string {
	switch {
	case step.Mark == cost.Nil:
		return "nil"
	case step.Mark == cost.Blank:
		return "blank"
	case step.Op == cost.Given && step.Unit == cost.PerCent:
		return money.Number(step.Value, 0, ",", ".") + "%" // as it was written, however long
	case step.Op == cost.Given && step.Unit == cost.Money:
		return w.Money(step.Value)
	case step.Unit == cost.PerCent:
		return short(step.Value, 4) + "%"
	case step.Unit == cost.Count && step.Op != cost.Given:
		return short(step.Value, 6)
	case step.Unit == cost.Count, step.Unit == cost.Twelfths, step.Unit == cost.Divisor:
		return money.Number(step.Value, 0, ",", ".")
	}
	return w.exact(step.Value)
}

// exact writes an amount with all its decimals, but not more than a person would read.
func (w *walker) exact(d money.Decimal) string {
	if shown := short(d, 6); shown != money.Number(d, 0, ",", ".") {
		return shown
	}
	return w.Money(d)
}

// short writes a number with a limited number of decimals, and … if there are more.
func short(d money.Decimal, places int32) string {
	if cut := money.Cut(d, places); !cut.Equal(d) {
		return money.Number(cut, places, ",", ".") + "…"
	}
	return money.Number(d, 0, ",", ".")
}

// Position writes where a node was written, as file:line:column.
func Position(n source.Node) string {
	if n.IsZero() {
		return "?"
	}
	at := n.Start()
	return fmt.Sprintf("%s:%d:%d", n.File().Name, at.Line, at.Col)
}
