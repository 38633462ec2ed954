package compose

import (
	"slices"

	"github.com/isuplan/isuplan/pkg/budget"
	"github.com/isuplan/isuplan/pkg/cost"
	"github.com/isuplan/isuplan/pkg/document"
	"github.com/isuplan/isuplan/pkg/money"
	"github.com/isuplan/isuplan/pkg/source"
)

// The unit, the number and the price of what a line buys, as forms of grants ask for them.

func isFigure(show string) bool { return show == "quantity" || show == "unit_cost" }

func isOfItem(show string) bool { return show == "unit" || isFigure(show) }

// itemsOf returns the items that have rows of their own: where the table shows what items have.
func (g *gridder) itemsOf(at int) []*cost.Item {
	if !slices.ContainsFunc(g.table.Plan.Show, func(s text) bool { return isOfItem(s.Value) }) {
		return nil
	}
	items, _ := g.table.Items(at)
	return items
}

// items prints a line of several items as a group: its label, a row for each item, their sum.
func (g *gridder) items(at int, items []*cost.Item) {
	r := &g.table.Rows[at]
	g.printed(budget.HeadRow, r, func(show string) document.Text {
		if isOfItem(show) {
			return nil
		}
		return g.detail(at, show)
	}, nil)
	_, all := g.table.Items(at)
	for i, figures := range g.table.Shared(at, items) {
		row := document.Row{Kind: document.BodyRow, Depth: r.Depth + 1, Cells: make([]document.Text, len(g.cells))}
		for n, c := range g.cells {
			switch {
			case c.show == "label":
				row.Cells[n] = g.text(items[i].Called())
			case isOfItem(c.show):
				row.Cells[n] = g.item(items[i], all, c.show)
			case c.show == "amount":
				row.Cells[n] = g.figure(&figures[c.figure], g.table.Columns[c.figure].Column)
			}
		}
		g.rows = append(g.rows, row)
	}
	sum := document.Row{Kind: document.SubtotalRow, Depth: r.Depth, Cells: make([]document.Text, len(g.cells))}
	for n, c := range g.cells {
		switch c.show {
		case "label":
			sum.Cells[n] = g.one("subtotal")
		case "amount":
			sum.Cells[n] = g.figure(&r.Figures[c.figure], g.table.Columns[c.figure].Column)
		}
	}
	g.rows = append(g.rows, sum)
}

// item is what a table shows of an item, over the columns that the table has: numbers of units, each as
// often as it is paid, are added up; a price that differs from column to column is left out, and so is the number where the row has
// only a part of what they cost.
func (g *gridder) item(i *cost.Item, all bool, show string) document.Text {
	switch {
	case show == "unit":
		return g.text(i.Name)
	case show == "unit_cost":
		price, ok := g.price(i)
		if !ok {
			return nil
		}
		places := g.in.Budget.Rounding.PlacesOf(price)
		return document.Text{{Text: g.money(price, places), Keep: true, Aloud: g.moneyAloud(price, places)}}
	case !all:
		return nil
	}
	number, known := money.Zero, false
	for _, c := range g.table.Scope().Columns {
		if q, ok := i.Units(g.in.Budget.Columns[c].ID); ok {
			number, known = number.Add(q), true
		}
	}
	if !known {
		return nil
	}
	return document.Text{{Text: g.language.Number(number, 0), Keep: true}}
}

// price returns the cost of one, where it is the same in all columns that the table has.
func (g *gridder) price(i *cost.Item) (price money.Decimal, ok bool) {
	var seen []source.At[money.Decimal]
	for _, c := range g.table.Scope().Columns {
		if p, ok := i.Cost.In(g.in.Budget.Columns[c].ID); ok {
			seen = append(seen, p)
		}
	}
	if len(seen) == 0 || slices.ContainsFunc(seen, func(p source.At[money.Decimal]) bool { return !p.Value.Equal(seen[0].Value) }) {
		return money.Zero, false
	}
	return seen[0].Value, true
}
