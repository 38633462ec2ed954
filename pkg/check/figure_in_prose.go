package check

import (
	"fmt"
	"strings"

	"github.com/isuplan/isuplan/pkg/budget"
	"github.com/isuplan/isuplan/pkg/cost"
	"github.com/isuplan/isuplan/pkg/diag"
	"github.com/isuplan/isuplan/pkg/money"
	"github.com/isuplan/isuplan/pkg/number"
)

var _ = register(Rule{
	Rule: diag.Rule{Code: "R102", Name: "figure-in-prose", Severity: diag.Warning, Title: "an amount of the budget typed into a text",
		Why:   "When the budget changes, a typed amount stays as it was and contradicts the table.",
		Since: "0.1",
		Bad: `assumptions:
  - That the budget of «CHF 345,054» is fully funded.
  - That the host State provides the rooms.
`,
		Good: `assumptions:
  - "That the budget of ${budget.total} is fully funded."
  - That the host State provides the rooms.
`},
	NeedsComplete: true,
	Run: func(c *Context) {
		c.eachNumber(func(r *reading, n *number.Number) {
			if r.figures {
				c.typedFigure(r, n)
			}
		})
	},
})

// printedAmount is an amount that the document prints, and how prose quotes it.
type printedAmount struct {
	ref    string
	id     string // the line or source; "" for a total
	isPast bool   // it is of another column than the budget is counted over
}

// printed returns the amounts that the document prints; the total comes first.
func (c *Context) printed() map[string][]printedAmount {
	if c.amounts != nil {
		return c.amounts
	}
	c.amounts = map[string][]printedAmount{}
	add := func(ref, id string, isPast bool, f *budget.Figure) {
		const few = 8 // of more rows with one amount nobody knows which is meant
		if key := f.Printed.String(); f.Printed.GreaterThanOrEqual(money.New(1000)) && len(c.amounts[key]) < few {
			c.amounts[key] = append(c.amounts[key], printedAmount{ref, id, isPast})
		}
	}
	b, rows := builder{Context: c}, c.amountRows()
	for column := range c.Budget.Columns {
		suffix, isPast := "", !b.isInScope(column)
		if column != c.Budget.Main || !c.Budget.Scope().IsShown() {
			suffix = "." + c.Budget.Columns[column].ID
		}
		for i := range rows {
			add(rows[i].ref+suffix, rows[i].id, isPast, &rows[i].figures[column])
		}
	}
	c.addResults(add)
	return c.amounts
}

// addResults adds what results cost, where no row of the budget comes to the same: that would be the one
// that is meant.
func (c *Context) addResults(add func(ref, id string, isPast bool, f *budget.Figure)) {
	figures := c.Budget.OnAxis(cost.For)
	if figures == nil || !c.Budget.Scope().IsShown() {
		return
	}
	for i, v := range c.Budget.Values(cost.For) {
		kind, id, isResult := strings.Cut(v.ID, "/")
		f := &figures[i][c.Budget.Main]
		if isResult && len(c.amounts[f.Printed.String()]) == 0 {
			add(kind+"."+id+".cost", v.ID, false, f)
		}
	}
}

// typedFigure reports an amount of the budget that is typed into a text.
func (c *Context) typedFigure(r *reading, n *number.Number) {
	inMoney := n.Kind == number.Amount && c.isCurrency(n.Currency)
	odd := (n.Kind == number.Plain || n.Kind == number.Count) && !n.InWords && isTelling(n.Value)
	if n.Low != nil || !r.isTyped(n) || !inMoney && !odd || c.isEachOf(r, n) {
		return
	}
	ref, ok := c.meant(r, n)
	if !ok {
		return
	}
	said := r.said(n)
	c.Report(r.Subject, r.span(n.From, n.To), fmt.Sprintf("“%s” is an amount of the budget, typed into the text", said),
		fmt.Sprintf("write ${%s} in its place, and the text follows the budget", ref))
}

// meant returns the reference to an amount: that of a line which the sentence names, or, of an
// amount too odd to be the same by chance, the only one there is.
func (c *Context) meant(r *reading, n *number.Number) (ref string, ok bool) {
	list := c.printed()[n.Value.String()]
	if len(list) == 0 || list[0].isPast && !c.isOfAnotherYear(r, n) && c.amountSaid(r, n) != nil {
		return "", false
	}
	for _, x := range r.namesNear(n) {
		for _, t := range x.things[:min(len(x.things), enough)] {
			for _, a := range list {
				if t.stands(a, c) {
					return a.ref, true
				}
			}
		}
	}
	if !isTelling(n.Value) {
		return "", false
	}
	own, isOwn := c.ownLine(r.Subject)
	for _, a := range list {
		if isOwn && a.id == own {
			return a.ref, true
		}
	}
	return list[0].ref, list[0].id == "" || len(list) == 1
}

// stands reports whether an amount is one of the thing's.
func (t *thing) stands(a printedAmount, c *Context) bool {
	switch {
	case t.kind == aTotal:
		return a.id == ""
	case t.kind == aSource:
		return t.id == a.id
	case t.line >= 0:
		return c.Budget.Lines[t.line].ID.Value == a.id
	}
	return false
}

// ownLine returns the id of the line whose note a text is.
func (c *Context) ownLine(subject string) (string, bool) {
	id, ok := strings.CutPrefix(subject, "budget/")
	if !ok {
		return "", false
	}
	_, ok = c.Budget.Line(id)
	return id, ok
}

// isCurrency reports whether a word beside a number names the budget's currency.
func (c *Context) isCurrency(w string) bool {
	return w == string(c.Budget.Currency) || w == "francs" || signs[w] == string(c.Budget.Currency)
}

// signs are what texts write for currencies in place of their codes.
var signs = map[string]string{"$": "USD", "US$": "USD", "€": "EUR", "euro": "EUR", "euros": "EUR", "£": "GBP"}

// isTelling reports a number that is an amount even where no currency stands beside
// it: neither a round number, which may count anything, nor a year.
func isTelling(d money.Decimal) bool {
	year := d.GreaterThanOrEqual(money.New(1900)) && d.LessThan(money.New(2100))
	return !year && !d.Mod(money.New(1000)).IsZero()
}
