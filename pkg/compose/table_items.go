package compose

import (
	"slices"

	"github.com/isuplan/isuplan/pkg/budget"
	"github.com/isuplan/isuplan/pkg/cost"
	"github.com/isuplan/isuplan/pkg/document"
	"github.com/isuplan/isuplan/pkg/plan"
)

// The unit, the number and the price of what a line buys, as forms of grants ask for them.

func isFigure(show string) bool { return show == "quantity" || show == "unit_cost" }

// itemsOf returns the counted things that a line is made of; none for other kinds of cost.
func itemsOf(l *cost.Line) []cost.Item {
	for _, c := range l.Costs {
		if units, ok := c.(*cost.Units); ok {
			return units.Items
		}
	}
	return nil
}

// items adds a row for each of several items of a line, below it: their amounts are in the line's.
func (g *gridder) items(r *budget.TableRow) {
	if r.Kind != budget.ValueRow || r.Key.Dimension != plan.Lines || r.Key.Value < 0 ||
		!slices.ContainsFunc(g.table.Plan.Show, func(s text) bool { return s.Value == "unit" || isFigure(s.Value) }) {
		return
	}
	items := itemsOf(g.list[r.Key.Value].Line)
	if len(items) < 2 {
		return
	}
	for i := range items {
		row := document.Row{Kind: document.BodyRow, Depth: r.Depth + 1, Cells: make([]document.Text, len(g.cells))}
		for n, c := range g.cells {
			switch {
			case c.show == "label":
				row.Cells[n] = g.text(items[i].Name)
			case c.show == "unit" || isFigure(c.show):
				row.Cells[n] = g.item(r.Key.Value, &items[i], c.show)
			}
		}
		g.rows = append(g.rows, row)
	}
}

// item is what a table shows of an item of a line, over the columns that the budget is counted
// over: numbers of units are added up; a price that differs from column to column is left out.
func (g *gridder) item(line int, i *cost.Item, show string) document.Text {
	name := i.ID.Value + "." + show
	switch show {
	case "unit":
		return g.text(i.Name)
	case "unit_cost":
		name = i.ID.Value + ".cost"
	}
	q, ok := g.in.Budget.Scope().Quote(g.in.Budget, &g.in.Budget.Lines[line], name)
	if !ok || q.Differs() {
		return nil
	}
	if show == "unit_cost" {
		return document.Text{{Text: g.money(q.Value, g.in.Budget.Rounding.PlacesOf(q.Value)), Keep: true, Aloud: g.moneyAloud(q.Value, g.in.Budget.Rounding.PlacesOf(q.Value))}}
	}
	return document.Text{{Text: g.language.Number(q.Value, 0), Keep: true}}
}
