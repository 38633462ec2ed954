package check

import (
	"fmt"
	"strings"

	"github.com/isuplan/isuplan/pkg/budget"
	"github.com/isuplan/isuplan/pkg/cost"
	"github.com/isuplan/isuplan/pkg/diag"
	"github.com/isuplan/isuplan/pkg/money"
)

var _ = register(Rule{
	Rule: diag.Rule{Name: "stated-differs", Severity: diag.Error, Title: "a stated amount differs from the computed one",
		Why: "The document would print a figure that its own rules contradict; States Parties are asked to pay it."},
	Run: func(c *Context) {
		c.eachFigure(func(f *figureAt) {
			if f.Differs() && !c.isRounding(f) {
				c.stated(f)
			}
		})
	},
})

// figureAt is a figure of the budget and where it stands.
type figureAt struct {
	*budget.Figure
	Subject string // path of the line
	Label   string // of the line, and of the column where there are several
	Line    int    // index of the line, -1 for the total
	Column  int
}

// eachFigure shows every figure of the budget's lines, its total and its financing.
func (c *Context) eachFigure(see func(*figureAt)) {
	b := c.Budget
	show := func(subject, label string, line int, figures []budget.Figure) {
		for i := range figures {
			f := figureAt{&figures[i], subject, oneLine(label), line, i}
			if len(figures) > 1 {
				f.Label += ", " + oneLine(b.Columns[i].Label.Value)
			}
			see(&f)
		}
	}
	for i := range b.Lines {
		show("budget/"+b.Lines[i].ID.Value, b.Lines[i].Label.Value, i, b.Lines[i].Figures)
	}
	show("budget/total", "the total", -1, b.Total)
	for i := range b.Financing {
		show("budget/"+b.Financing[i].ID.Value, b.Financing[i].Label.Value, -1, b.Financing[i].Figures)
	}
}

// isRounding reports a difference in a sum that the plan's tolerance passes.
func (c *Context) isRounding(f *figureAt) bool {
	return f.IsSum() && f.Stated.Value.Value.Sub(*f.Computed).Abs().LessThanOrEqual(c.Budget.Tolerance)
}

func (c *Context) stated(f *figureAt) {
	stated := f.Stated.Value.Value
	message := fmt.Sprintf("%s: stated %s, but computed %s%s; the difference is %s",
		f.Label, c.money(stated), c.money(*f.Computed), c.working(f.Figure), c.signed(stated.Sub(*f.Computed)))
	if rate, ok := effectiveRate(f.Figure); ok {
		message += fmt.Sprintf("; the stated amount is %s%%", rate)
	}
	if cause := c.cause(f); cause != "" {
		message += "; likely cause: " + cause
	}
	c.Report(f.Subject, f.Stated.Span(), message,
		"correct the amount or its rule; or, if it was submitted like this, add a waiver that says why", c.inputs(f.Exact)...)
}

// working says in brackets what was computed, where one line can say it.
func (c *Context) working(f *budget.Figure) string {
	if f.Exact.Op != cost.Portion {
		return ""
	}
	rate, base := f.Exact.Of[0], f.Exact.Of[1]
	exact := ""
	if !f.Exact.Value.Equal(*f.Computed) {
		exact = " = " + c.money(f.Exact.Value)
	}
	return fmt.Sprintf(" (%s%% of %s%s)", rate.Value, c.money(base.Value), exact)
}

// effectiveRate returns the rate that a stated percentage amounts to.
func effectiveRate(f *budget.Figure) (string, bool) {
	if f.Exact.Op != cost.Portion || f.Exact.Of[1].Value.IsZero() {
		return "", false
	}
	return money.Percent(f.Stated.Value.Value, f.Exact.Of[1].Value).StringFixed(2), true
}

// inputs points at the places in the plan that a figure was computed from: a line's
// own values, and other lines as a whole.
func (c *Context) inputs(s cost.Step) []diag.Related {
	var related []diag.Related
	for _, part := range s.Of {
		line, isLine := c.Budget.Line(part.Line)
		switch {
		case !part.Node.IsZero():
			note := oneLine(part.Label)
			if isLine {
				note = oneLine(line.Label.Value)
			}
			related = append(related, diag.Related{Span: part.Node.Span(), Note: strings.TrimSpace(note + " " + c.value(part))})
		case isLine:
			related = append(related, diag.Related{Span: line.ID.Span(), Note: oneLine(line.Label.Value) + " " + c.value(part)})
		default:
			related = append(related, c.inputs(part)...)
		}
	}
	return related
}

// value writes a step's value with its sign of per cent.
func (c *Context) value(s cost.Step) string {
	switch s.Unit {
	case cost.PerCent:
		return money.Number(s.Value, 0, ",", ".") + "%"
	case cost.Count, cost.Twelfths:
		return money.Number(s.Value, 0, ",", ".")
	}
	return c.money(s.Value)
}

// money writes an amount for a message: with the plan's decimals, and with two at
// least where it has any.
func (c *Context) money(d money.Decimal) string {
	places := c.Budget.Rounding.Places()
	if !d.IsInteger() {
		places = max(places, 2)
	}
	return money.Number(d, places, ",", ".")
}

func (c *Context) signed(d money.Decimal) string {
	if d.IsPositive() {
		return "+" + c.money(d)
	}
	return c.money(d)
}
