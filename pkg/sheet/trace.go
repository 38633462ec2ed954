package sheet

import (
	"fmt"
	"io"
	"strings"

	"github.com/isuplan/isuplan/pkg/budget"
	"github.com/isuplan/isuplan/pkg/cost"
	"github.com/isuplan/isuplan/pkg/money"
	"github.com/isuplan/isuplan/pkg/source"
)

// Trace writes how the figures came about: each as a tree from the printed figure
// down to the places in the plan. Only names the lines wanted, "total" among
// them; all are written where it is empty.
func (s Sheet) Trace(w io.Writer, only []string) error {
	out := &printer{w: w}
	wanted := map[string]bool{}
	for _, id := range only {
		wanted[id] = true
	}
	first := true
	figure := func(id, label string, f budget.Figure) {
		if len(wanted) > 0 && !wanted[id] {
			return
		}
		if !first {
			out.line("")
		}
		first = false
		s.figure(out, label, f)
	}
	for _, l := range s.Budget.Lines {
		figure(l.ID.Value, s.Words(l.Label), l.Figure)
	}
	figure("total", s.Total, s.Budget.Total)
	return out.err
}

func (s Sheet) figure(out *printer, label string, f budget.Figure) {
	out.line("%s  %s %s", label, s.Budget.Currency, s.money(f.Printed))
	if f.Step.Op == cost.Stated {
		out.line("  stated in %s", place(f.Stated.Node))
		if f.Computed == nil {
			out.line("  no rule computes it")
			return
		}
		verdict := "agrees"
		if f.Differs() {
			verdict = "differs by " + s.money(f.Stated.Value.Sub(*f.Computed))
		}
		out.line("  computed %s: %s", s.money(*f.Computed), verdict)
		s.steps(out, f.Exact, 2)
		return
	}
	if f.Step.Op == cost.Rounded {
		out.line("  rounded to %s, %s, from", s.Budget.Rounding.To, s.Budget.Rounding.Mode)
	}
	s.steps(out, f.Exact, 1)
}

// steps writes a derivation below the figure that it leads to. It ends at the
// figures of other lines, which have a derivation of their own.
func (s Sheet) steps(out *printer, step cost.Step, depth int) {
	text := s.value(step)
	for _, part := range []string{s.label(step), s.expression(step)} {
		if part != "" {
			text += "  " + part
		}
	}
	if !step.Node.IsZero() && (step.Op == cost.Given || step.Op == cost.Stated) {
		text += "  " + place(step.Node)
	}
	out.line("%s%s", strings.Repeat("  ", depth), text)
	for _, part := range step.Of {
		if part.Line != "" {
			s.line(out, part, depth+1)
			continue
		}
		s.steps(out, part, depth+1)
	}
}

// line writes the figure of another line.
func (s Sheet) line(out *printer, step cost.Step, depth int) {
	label := step.Line
	if l, ok := s.Budget.Line(step.Line); ok {
		label = s.Words(l.Label)
	}
	stated := ""
	if step.Op == cost.Stated {
		stated = ", as stated"
	}
	out.line("%s%s  %s%s", strings.Repeat("  ", depth), s.value(step), label, stated)
}

func (s Sheet) label(step cost.Step) string {
	if step.Line != "" {
		return "" // its heading says it
	}
	return strings.Join(strings.Fields(step.Label), " ")
}

// expression says in one line how a step follows from those below it.
func (s Sheet) expression(step cost.Step) string {
	sign := map[cost.Op]string{cost.Sum: " + ", cost.Product: " × ", cost.Share: " of "}[step.Op]
	if sign == "" || len(step.Of) > 8 {
		return ""
	}
	parts := make([]string, len(step.Of))
	for i, of := range step.Of {
		parts[i] = s.value(of)
		if of.Unit == cost.Twelfths {
			parts[i] += "/12"
		}
	}
	return "= " + strings.Join(parts, sign)
}

func (s Sheet) value(step cost.Step) string {
	switch step.Unit {
	case cost.PerCent:
		return money.Number(step.Value, 0, ",", ".") + "%"
	case cost.Count, cost.Twelfths:
		return money.Number(step.Value, 0, ",", ".")
	}
	return s.money(step.Value)
}

func place(n source.Node) string {
	at := n.Start()
	return fmt.Sprintf("%s:%d:%d", n.File().Name, at.Line, at.Col)
}
