package sheet

import (
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/isuplan/isuplan/pkg/budget"
	"github.com/isuplan/isuplan/pkg/cost"
	"github.com/isuplan/isuplan/pkg/money"
	"github.com/isuplan/isuplan/pkg/source"
)

// Trace writes how the figures came about: each as a tree from the printed figure down to
// positions in the plan. Only lists the wanted lines, including "total" and "financing";
// if it is empty, all are written. Names that no line has are ignored. The error is the
// writer's.
func (s Sheet) Trace(w io.Writer, only []string) error {
	t := &tracer{Sheet: s, printer: printer{w: w}}
	if s.WhatIf != nil {
		t.line("%s", s.whatIf())
		t.begun = true
	}
	for _, r := range s.Rows() {
		if r.Figures == nil || len(only) > 0 && !slices.Contains(only, r.ID) {
			continue
		}
		for column := range r.Figures {
			t.figure(&r, column)
		}
	}
	return t.err
}

type tracer struct {
	Sheet
	printer
	begun bool
}

func (t *tracer) figure(r *Row, column int) {
	if t.begun {
		t.line("")
	}
	t.begun = true
	f := &r.Figures[column]
	head := r.Label
	if len(r.Figures) > 1 {
		head += ", " + t.Head(column)
	}
	value := string(t.Budget.Currency) + " " + t.cell(f.Printed, f.Mark, column)
	switch {
	case f.Mark == cost.Nil:
		value = "nil"
	case f.Mark == cost.Blank:
		value = "blank"
	case t.Budget.Columns[column].Kind == budget.PercentColumn:
		value = t.cell(f.Printed, f.Mark, column) + "%"
	}
	t.line("%s  %s", head, value)
	t.derivation(f, column)
}

func (t *tracer) derivation(f *budget.Figure, column int) {
	switch {
	case f.Step().Op == cost.Stated:
		t.stated(f, column)
	case f.Computed == nil:
		t.line("  no rule computes it")
	default:
		t.rounding(f, column, 1)
		t.steps(f.Exact, 1)
	}
}

// rounding says how the amount that the rules give was rounded.
func (t *tracer) rounding(f *budget.Figure, column, depth int) {
	if f.Computed.Equal(f.Exact.Value) {
		return
	}
	r := t.Budget.Columns[column].Rounding
	if f.Whole != nil {
		t.line("%srounded to %s by the largest remainder, so that %s add up to %s, from", strings.Repeat("  ", depth),
			r.To, strings.Join(t.labels(f.Whole.Parts), " and "), t.money(f.Whole.Amount))
		return
	}
	t.line("%srounded to %s, %s, from", strings.Repeat("  ", depth), r.To, r.Mode)
}

func (t *tracer) stated(f *budget.Figure, column int) {
	t.line("  stated in %s", position(f.Stated.Node))
	if f.Computed == nil {
		t.line("  no rule computes it")
		return
	}
	verdict := "agrees"
	if f.Differs() {
		verdict = "differs by " + t.cell(f.Stated.Value.Value.Sub(*f.Computed), cost.Number, column) + t.tolerated(f)
	}
	t.line("  computed %s: %s", t.cell(*f.Computed, cost.Number, column), verdict)
	t.rounding(f, column, 2)
	t.steps(f.Exact, 2)
}

// labels names lines or sources of money.
func (t *tracer) labels(ids []string) []string {
	labels := slices.Clone(ids)
	for _, lines := range [][]budget.Line{t.Budget.Lines, t.Budget.Financing} {
		for i := range lines {
			if at := slices.Index(ids, lines[i].ID.Value); at >= 0 {
				labels[at] = t.worded(lines[i].Label)
			}
		}
	}
	return labels
}

// steps writes a derivation below the figure that it leads to. It ends at the
// figures of other lines, which have a derivation of their own.
func (t *tracer) steps(step cost.Step, depth int) {
	text := t.value(step)
	for _, part := range []string{strings.Join(strings.Fields(step.Label), " "), t.expression(step)} {
		if part != "" {
			text += "  " + part
		}
	}
	if !step.Node.IsZero() && (step.Op == cost.Given || step.Op == cost.Stated) {
		text += "  " + position(step.Node)
	}
	t.line("%s%s", strings.Repeat("  ", depth), text)
	for _, part := range step.Of {
		if part.Line != "" || part.Column != "" {
			t.reference(part, depth+1)
			continue
		}
		t.steps(part, depth+1)
	}
}

// reference writes the figure of another line or column.
func (t *tracer) reference(step cost.Step, depth int) {
	label := step.Line
	if l, ok := t.Budget.Line(step.Line); ok {
		label = t.worded(l.Label)
	} else if label == "total" || label == "" {
		label = t.Total
	} else {
		label = t.labels([]string{label})[0] // a source of money
	}
	if c, ok := t.Budget.Column(step.Column); ok {
		label += ", " + t.Head(c)
	}
	switch {
	case step.Ruled:
		label += ", as computed"
	case step.Op == cost.Stated:
		label += ", as stated"
	}
	t.line("%s%s  %s", strings.Repeat("  ", depth), t.value(step), label)
}

// expression says in one line how a step follows from those below it.
func (t *tracer) expression(step cost.Step) string {
	parts := make([]string, len(step.Of))
	for i, of := range step.Of {
		parts[i] = t.value(of)
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
		return "= " + strings.Join(parts, " × ")
	case cost.Portion:
		return "= " + strings.Join(parts, " of ")
	case cost.Growth:
		return "= " + strings.Join(parts, " grown by ")
	case cost.Change:
		return "= " + parts[1] + " − " + parts[0]
	case cost.Rate:
		base := parts[0]
		if step.Of[0].Value.IsNegative() {
			base = "|" + base + "|"
		}
		return "= (" + parts[1] + " − " + parts[0] + ") / " + base
	}
	return ""
}

func (t *tracer) value(step cost.Step) string {
	switch {
	case step.Mark == cost.Nil:
		return "nil"
	case step.Mark == cost.Blank:
		return "blank"
	case step.Op == cost.Given && step.Unit == cost.PerCent:
		return money.Number(step.Value, 0, ",", ".") + "%" // as it was written, however long
	case step.Op == cost.Given && step.Unit == cost.Money:
		return t.money(step.Value)
	case step.Unit == cost.PerCent:
		return short(step.Value, 4) + "%"
	case step.Unit == cost.Count, step.Unit == cost.Twelfths:
		return money.Number(step.Value, 0, ",", ".")
	}
	return t.exact(step.Value)
}

// exact writes an amount with all its decimals, but not more than a person would read.
func (t *tracer) exact(d money.Decimal) string {
	if shown := short(d, 6); shown != money.Number(d, 0, ",", ".") {
		return shown
	}
	return t.money(d)
}

// short writes a number with a limited number of decimals, and … if there are more.
func short(d money.Decimal, places int32) string {
	if cut := money.Cut(d, places); !cut.Equal(d) {
		return money.Number(cut, places, ",", ".") + "…"
	}
	return money.Number(d, 0, ",", ".")
}

func position(n source.Node) string {
	if n.IsZero() {
		return "?"
	}
	at := n.Start()
	return fmt.Sprintf("%s:%d:%d", n.File().Name, at.Line, at.Col)
}
