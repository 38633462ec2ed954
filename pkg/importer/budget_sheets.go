package importer

import (
	"strings"

	"github.com/isuplan/isuplan/pkg/money"
)

// otherSheets keeps what the other sheets of a workbook say, as far as no rule took it.
func (d *budgetDraft) otherSheets(book []grid, taken int, cells *bookCells) {
	const mostRows, mostText = 60, 300
	for i, g := range book {
		if i == taken || len(g.rows) == 0 {
			continue
		}
		if d.took(g, book[taken]) {
			d.say(recognised, g.name, "the budget's formulas take figures from here")
			continue
		}
		if len(g.rows) > mostRows {
			d.review = append(d.review, "the "+g.name+" ("+count(len(g.rows), "row", "rows")+") has no place in the plan")
			d.say(unplaced, g.name, count(len(g.rows), "row has", "rows have")+" no place in the plan")
			continue
		}
		for _, r := range g.rows {
			var said []string
			for _, c := range r.cells {
				if c.text != "" && !c.over {
					said = append(said, strings.TrimSpace(c.text+" "+commentOf(c)))
				}
			}
			if len(said) == 0 {
				continue
			}
			text := strings.Join(said, " | ")
			if len(text) > mostText {
				text = strings.ToValidUTF8(text[:mostText], "") + " …"
			}
			d.review = append(d.review, g.name+", "+r.where+": "+text)
			d.say(unplaced, g.name+", "+r.where, "kept in a comment: "+text)
		}
	}
}

func commentOf(c cell) string {
	if c.comment == "" {
		return ""
	}
	return "(comment: " + c.comment + ")"
}

// took reports a sheet that formulas of the budget's sheet name.
func (d *budgetDraft) took(g, budget grid) bool {
	name := strings.ToLower(strings.TrimPrefix(g.name, "sheet ")) + "!"
	for _, r := range budget.rows {
		for _, c := range r.cells {
			if strings.Contains(strings.ToLower(strings.ReplaceAll(c.formula, "'", "")), name) {
				return true
			}
		}
	}
	return false
}

// findUnits makes items of lines that have their quantity and unit cost in columns, where
// these come to the amount.
func (d *budgetDraft) findUnits(t *budgetTable) {
	quantity, cost, times := t.has(quantityRole), t.has(costRole), t.has(timesRole)
	amounts := ofKind(d.columns, ofAmounts)
	if cost < 0 || quantity < 0 && times < 0 || len(amounts) == 0 {
		return
	}
	if quantity < 0 {
		quantity, times = times, -1
	}
	each(d.lines, func(l *draftLine) {
		if l.group || l.rule != nil || l.row < 0 {
			return
		}
		q, c := t.amount(l.row, quantity), t.amount(l.row, cost)
		if q.kind != isNumber || c.kind != isNumber {
			return
		}
		i := draftItem{name: l.label, quantity: q.value, times: money.New(1), cost: c.value}
		if x := t.amount(l.row, times); times >= 0 && x.kind == isNumber {
			i.times = x.value
		}
		column := amounts[len(amounts)-1]
		if main := d.mainColumn(); main.kind == ofAmounts {
			column = main
		}
		if a := l.amounts[column]; a.kind != isNumber || !near(a, i.amount()) || q.value.IsNegative() {
			return
		}
		if at := t.has(unitRole); at >= 0 && t.cell(l.row, at).text != "" {
			i.name = t.cell(l.row, at).text
			t.used[[2]int{l.row, at}] = true
		}
		for _, at := range []int{quantity, cost, times} {
			t.used[[2]int{l.row, at}] = true
		}
		l.rule = &unitsRule{columns: []*draftColumn{column}, items: []map[*draftColumn]draftItem{{column: i}}}
		d.say(recognised, l.where, l.id+": so many at their unit cost, as the columns have it")
	})
}
