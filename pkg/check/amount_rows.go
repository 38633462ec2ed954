package check

import (
	"strings"

	"github.com/isuplan/isuplan/pkg/budget"
	"github.com/isuplan/isuplan/pkg/cost"
	"github.com/isuplan/isuplan/pkg/source"
)

// amountRow is a row of amounts that the document prints and that prose can quote.
type amountRow struct {
	kind    thingKind
	line    int               // the budget's line; totalRow for the total, -1 for others
	of      *budget.Line      // a line, a source of money or a row after the total; nil for others
	id      string            // what tells it apart from others of its amount; "" for the total
	ref     string            // what prose writes to quote it, without ${}
	what    string            // what messages call it: the line
	label   source.At[string] // its name
	figures []budget.Figure
	at      source.Span
}

// amountRows are all of them, the total first.
func (c *Context) amountRows() []amountRow {
	rows := []amountRow{{kind: aTotal, line: totalRow, ref: "budget.total", figures: c.Budget.Total}}
	add := func(kind thingKind, at int, what, prefix string, l *budget.Line) {
		rows = append(rows, amountRow{kind, at, l, l.ID.Value, prefix + l.ID.Value, what, l.Label, l.Figures, l.ID.Span()})
	}
	for i := range c.Budget.Lines {
		add(aLine, i, "the line", "budget.", &c.Budget.Lines[i])
	}
	for i := range c.Budget.Financing {
		add(aSource, -1, "the source", "financing.", &c.Budget.Financing[i])
	}
	for i := range c.Budget.After {
		if l := &c.Budget.After[i]; !strings.Contains(l.ID.Value, ".") { // the parts of a balance have names that all balances have
			add(aSource, -1, "the row", "budget.", l)
		}
	}
	return append(append(rows, c.bookedRows()...), c.partyRows()...)
}

var axisNoun = map[cost.Axis]string{cost.Fund: "fund", cost.By: "party", cost.When: "time"}

// bookedRows are what is booked on funds, parties and times.
func (c *Context) bookedRows() (rows []amountRow) {
	for _, a := range []cost.Axis{cost.Fund, cost.By, cost.When} {
		what := "the " + axisNoun[a]
		figures := c.Budget.OnAxis(a)
		for i, v := range c.Budget.Values(a) {
			if figures != nil && v.ID != "" {
				ref := a.Values() + "." + v.ID
				rows = append(rows, amountRow{aSource, -1, nil, ref, ref, what, v.Label, figures[i], v.Label.Span()})
			}
		}
	}
	return rows
}

// partyRows are what Parties contribute, and their sums.
func (c *Context) partyRows() (rows []amountRow) {
	for _, all := range c.Budget.Contributions {
		ref := "contributions." + all.ID.Value
		rows = append(rows, amountRow{aSource, -1, nil, ref, ref, "the contributions", all.Label, all.Total, all.ID.Span()})
		for i := range all.Parties {
			p := &all.Parties[i]
			own := ref + "." + p.ID.Value
			rows = append(rows, amountRow{aSource, -1, nil, own, own, "the contribution of", p.Label, p.Figures, p.ID.Span()})
		}
	}
	return rows
}
