package compose

import (
	"fmt"
	"slices"

	"github.com/isuplan/isuplan/pkg/budget"
	"github.com/isuplan/isuplan/pkg/diag"
	"github.com/isuplan/isuplan/pkg/plan"
)

// inPlace adds what the budget's own table has below its total, and reports what has no place in a
// table that stands for it.
func (g *gridder) inPlace() {
	g.placed()
	if len(g.in.Budget.After) > 0 {
		g.after()
	}
	for i := range g.in.Budget.Outside {
		g.outside(&g.in.Budget.Outside[i])
	}
}

// after adds the rows after the total, in the columns that are of all money.
func (g *gridder) after() {
	own := g.cells
	g.cells = slices.Clone(own)
	whole := false
	for i := range g.cells {
		c := &g.cells[i]
		if c.show != "amount" {
			continue
		}
		column := &g.table.Columns[c.figure]
		c.figure = column.Column
		if column.IsWhole() {
			whole = true
		} else {
			c.show = ""
		}
	}
	if !whole {
		g.misplaced(g.table.Plan.Main.Span(), fmt.Sprintf("the table `%s` stands in the place of the budget's own, but no column of it is of all money, as the rows after the total are", g.table.Plan.ID.Value),
			"let its `heads` show total, or take `main` out")
	}
	g.list = g.in.Budget.After
	g.lines("budget.", 0, len(g.list))
	g.list, g.cells = g.in.Budget.Lines, own
}

// placed reports notes and footnotes of lines that the table has no place for.
func (g *gridder) placed() {
	t := g.table.Plan
	shows := func(list []text, what string) bool {
		return slices.ContainsFunc(list, func(x text) bool { return x.Value == what })
	}
	lines := shows(t.Rows, plan.Lines)
	for i := range g.in.Budget.Lines {
		l := &g.in.Budget.Lines[i]
		switch {
		case l.Note.IsSet() && (!lines || !shows(t.Show, "note")):
			g.lost(l, "note", "let it show notes: rows that end with lines, and show: [note]")
		case l.Footnote.IsSet() && !lines:
			g.lost(l, "footnote", "let its rows end with lines")
		}
	}
}

func (g *gridder) lost(l *budget.Line, what, hint string) {
	g.findings.Add(diag.Finding{Rule: Unplaced, Span: g.table.Plan.Main.Span(), Subject: "budget/" + l.ID.Value,
		Message: fmt.Sprintf("the table `%s` stands in the place of the budget's own, but has no place for the %s of `%s`", g.table.Plan.ID.Value, what, l.ID.Value), Hint: hint})
}
