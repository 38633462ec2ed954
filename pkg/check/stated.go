package check

import (
	"fmt"
	"strings"

	"github.com/isuplan/isuplan/pkg/budget"
	"github.com/isuplan/isuplan/pkg/cost"
	"github.com/isuplan/isuplan/pkg/diag"
	"github.com/isuplan/isuplan/pkg/money"
	"github.com/isuplan/isuplan/pkg/source"
)

var _ = register(Rule{
	Rule: diag.Rule{Code: "B101", Name: "stated-differs", Severity: diag.Error, Title: "a stated amount differs from the computed one",
		Why:   "The document would print a figure that its own rules contradict; States Parties are asked to pay it.",
		Since: "0.1",
		Bad: `budget:
  lines:
    - {id: salaries, label: Salaries, fixed: 345054}
    - {id: social-charges, label: Social charges, percent: 20%, of: [salaries], stated: «63386»}
`,
		Good: `budget:
  lines:
    - {id: salaries, label: Salaries, fixed: 345054}
    - {id: social-charges, label: Social charges, percent: 20%, of: [salaries], stated: 69011}
`},
	Run: func(c *Context) {
		var l *ledger // made for the first difference: most plans have none
		c.eachFigure(func(f *figureAt) {
			if !f.Differs() || c.Budget.IsTolerated(f.Figure) {
				return
			}
			if l == nil {
				l = newLedger(c)
			}
			l.stated(f)
		})
	},
})

// figureAt is a figure of the budget and where it stands.
type figureAt struct {
	*budget.Figure
	Subject string            // path of the line
	Label   source.At[string] // of the line
	Line    int               // index of the line, or totalRow, or noRow for financing
	Column  int
}

// eachFigure shows every figure of the budget's lines, its total and its financing
// that is stated.
func (c *Context) eachFigure(see func(*figureAt)) {
	b := c.Budget
	show := func(id string, label source.At[string], line int, figures []budget.Figure) {
		for i := range figures {
			if figures[i].Stated.IsSet() {
				see(&figureAt{&figures[i], "budget/" + id, label, line, i})
			}
		}
	}
	for i := range b.Lines {
		show(b.Lines[i].ID.Value, b.Lines[i].Label, i, b.Lines[i].Figures)
	}
	show("total", source.At[string]{Value: "the total"}, totalRow, b.Total)
	for i := range b.After {
		show(b.After[i].ID.Value, b.After[i].Label, noRow, b.After[i].Figures)
	}
	for i := range b.Financing {
		show(b.Financing[i].ID.Value, b.Financing[i].Label, noRow, b.Financing[i].Figures)
	}
}

// figureName names a figure: its line and, where there are several, its column.
func (c *Context) figureName(f *figureAt) string {
	if len(c.Budget.Columns) > 1 {
		return c.label(f.Label) + ", " + c.head(f.Column)
	}
	return c.label(f.Label)
}

func (l *ledger) stated(f *figureAt) {
	g := newGap(l, f)
	message := fmt.Sprintf("%s: stated %s, but computed %s%s; the difference is %s",
		l.figureName(f), l.statedAmount(f), l.amount(f.Column, g.computed), l.working(f.Figure), l.signed(f.Column, g.difference))
	if rate, ok := effectiveRate(f.Figure); ok {
		message += fmt.Sprintf("; the stated amount is %s%%", rate)
	}
	after, years := l.following(f)
	message += after
	because, named := likely(g.causes())
	if because != "" {
		message += "; likely cause: " + because
	}
	l.Report(f.Subject, f.Stated.Span(), message,
		"correct the amount or its rule; or, if it was submitted like this, add a waiver that says why", merge(l.inputs(f.Exact), append(named, years...))...).Amount = g.difference.Abs()
}

// statedAmount writes what is stated, which may be nothing.
func (c *Context) statedAmount(f *figureAt) string {
	switch f.Stated.Value.Mark {
	case cost.Nil:
		return "nil"
	case cost.Blank:
		return "blank"
	}
	return c.amount(f.Column, f.Stated.Value.Value)
}

// working says in brackets what was computed, where a few words can say it.
func (c *Context) working(f *budget.Figure) string {
	of := f.Exact.Of
	switch f.Exact.Op {
	case cost.Portion:
		return fmt.Sprintf(" (%s%% of %s%s%s)", of[0].Value, c.money(of[1].Value), c.exactly(f), c.together(f))
	case cost.Growth:
		return fmt.Sprintf(" (%s and %s%%%s)", c.money(of[0].Value), of[1].Value, c.exactly(f))
	case cost.Change:
		return fmt.Sprintf(" (%s less %s)", c.money(of[1].Value), c.money(of[0].Value))
	case cost.Ratio:
		return fmt.Sprintf(" (%s in %s = %s%%)", c.money(of[1].Value), c.money(of[0].Value), money.Percent(of[1].Value, of[0].Value))
	case cost.Difference:
		return c.lessAll(of)
	case cost.Rate:
		change := of[1].Value.Sub(of[0].Value)
		return fmt.Sprintf(" (%s of %s = %s%%)", c.money(change), c.money(of[0].Value), money.Percent(change, of[0].Value.Abs()))
	}
	return ""
}

// lessAll says what was taken from what, where there are not too many.
func (c *Context) lessAll(of []cost.Step) string {
	const most = 5
	if len(of) > most {
		return ""
	}
	amounts := make([]string, len(of))
	for i := range of {
		amounts[i] = c.money(of[i].Value)
	}
	return " (" + strings.Join(amounts, " less ") + ")"
}

// together says that a percentage was rounded so that it adds up to the whole with others.
func (c *Context) together(f *budget.Figure) string {
	if f.Whole == nil {
		return ""
	}
	return ", so that the percentages add up to " + c.money(f.Whole.Amount)
}

// exactly writes the exact amount where rounding changed it.
func (c *Context) exactly(f *budget.Figure) string {
	if f.Exact.Value.Equal(*f.Computed) {
		return ""
	}
	return " = " + c.money(f.Exact.Value)
}

// effectiveRate returns the rate that a stated percentage amounts to.
func effectiveRate(f *budget.Figure) (string, bool) {
	if f.Exact.Op != cost.Portion || f.Exact.Of[1].Value.IsZero() {
		return "", false
	}
	return money.Percent(f.Stated.Value.Value, f.Exact.Of[1].Value).StringFixed(2), true
}

// inputs points at what a figure was computed from in the plan: the line's own values, or
// all of another line.
func (c *Context) inputs(s cost.Step) []diag.Related {
	var related []diag.Related
	for _, part := range s.Of {
		line, isLine := c.Budget.Line(part.Line)
		if !isLine {
			line, isLine = c.Budget.AfterRow(part.Line)
		}
		switch {
		case !part.Node.IsZero():
			note := c.stepLabel(&part)
			if isLine {
				note += c.inColumn(part)
			}
			related = append(related, diag.Related{Span: part.Node.Span(), Note: strings.TrimSpace(note + " " + c.value(part))})
		case isLine:
			related = append(related, diag.Related{Span: line.ID.Span(), Note: c.label(line.Label) + c.inColumn(part) + " " + c.value(part)})
		default:
			related = append(related, c.inputs(part)...)
		}
	}
	return related
}

// inColumn names the column of an input that stands in another one.
func (c *Context) inColumn(s cost.Step) string {
	if at, ok := c.Budget.Column(s.Column); ok && s.Column != "" {
		return ", " + c.head(at)
	}
	return ""
}

// value writes a step's value with its sign of per cent.
func (c *Context) value(s cost.Step) string {
	switch s.Unit {
	case cost.PerCent:
		return money.Number(s.Value, 0, ",", ".") + "%"
	case cost.Count, cost.Twelfths, cost.Divisor:
		return money.Number(s.Value, 0, ",", ".")
	}
	return c.money(s.Value)
}

// money writes an amount for a message with the plan's decimals.
func (c *Context) money(d money.Decimal) string {
	return money.Number(d, c.Budget.Rounding.PlacesOf(d), ",", ".")
}

// amount writes a figure of a column, which may be one of percentages.
func (c *Context) amount(column int, d money.Decimal) string {
	if c.Budget.Columns[column].Kind.IsPercent() {
		return money.Number(d, 0, ",", ".") + "%"
	}
	return c.money(d)
}

func (c *Context) signed(column int, d money.Decimal) string {
	if d.IsPositive() {
		return "+" + c.amount(column, d)
	}
	return c.amount(column, d)
}
