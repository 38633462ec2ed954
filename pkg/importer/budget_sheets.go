package importer

import (
	"slices"
	"strings"

	"github.com/isuplan/isuplan/pkg/money"
	"github.com/isuplan/isuplan/pkg/readback/xlsx"
)

// spentSheet is the sheet of isuplan's own workbooks that shows what was spent.
const spentSheet = "Actuals"

// otherSheets keeps what the other sheets of a workbook say, as far as no rule has it.
func (d *budgetDraft) otherSheets(book []grid, taken int, named map[cellRef]bool, skip map[int]bool) {
	const most = 60 // rows
	own := slices.ContainsFunc(book, func(g grid) bool { return g.isInputs() })
	for i := range book {
		if i == taken || skip[i] || len(book[i].rows) == 0 {
			continue
		}
		left, used := d.leftOf(&book[i], i, named)
		if book[i].isInputs() && len(left) > 0 && left[0].where == book[i].rows[0].where {
			left = left[1:] // the title, which isuplan wrote
		}
		if own && sheetName(book[i].name) == spentSheet {
			d.review = append(d.review, "what was spent ("+book[i].name+") comes from the accounts: name their export in `actuals`")
			d.say(unplaced, book[i].name, "what was spent comes from the accounts; name their export in `actuals`")
			continue
		}
		if used {
			d.say(recognised, book[i].name, "the budget's formulas take figures from here")
		}
		if len(left) > most {
			d.review = append(d.review, "the "+book[i].name+" ("+number(len(left), "row")+") has no place in the plan")
			d.say(unplaced, book[i].name, numberOf(len(left), "row has", "rows have")+" no place in the plan")
			continue
		}
		for _, r := range left {
			d.review = append(d.review, book[i].name+", "+r.where+": "+r.text)
			d.say(unplaced, book[i].name+", "+r.where, "kept in a comment: "+r.text)
		}
	}
}

// leftRow is what no rule has of a row.
type leftRow struct{ where, text string }

// leftOf returns what no rule has of a sheet, and whether one has something of it. Of a list
// that a rule has, the heads are left out; beside a number that a formula names, its label.
func (d *budgetDraft) leftOf(g *grid, sheet int, named map[cellRef]bool) (left []leftRow, used bool) {
	is := func(c cell, set map[cellRef]bool) bool {
		row, column, ok := xlsx.Position(c.ref)
		return ok && set[cellRef{sheet, row, column}]
	}
	for _, r := range g.rows {
		var others []string
		listed, asked, figures := false, false, false
		for _, c := range r.cells {
			switch {
			case is(c, d.lists):
				listed = true
				if c.comment != "" {
					others = append(others, commentOf(c))
				}
				continue
			case is(c, named):
				asked = true
			}
			figures = figures || c.isNum
			if c.text != "" && !c.over {
				others = append(others, strings.TrimSpace(c.text+" "+commentOf(c)))
			}
		}
		text := abridged(strings.Join(others, " | "))
		switch {
		case len(others) == 0:
		case asked && !listed:
			d.say(recognised, g.name+", "+r.where, "\""+text+"\" is named by a formula")
		case !listed && !figures && len(others) > 1 && isListHead(r):
		default:
			left = append(left, leftRow{r.where, text})
		}
		used = used || listed || asked
	}
	if used {
		return left, true
	}
	left = nil // the heads too
	for _, r := range g.rows {
		var all []string
		for _, c := range r.cells {
			if c.text != "" && !c.over {
				all = append(all, strings.TrimSpace(c.text+" "+commentOf(c)))
			}
		}
		if len(all) > 0 {
			left = append(left, leftRow{r.where, abridged(strings.Join(all, " | "))})
		}
	}
	return left, false
}

// isListHead reports a row of heads.
func isListHead(r gridRow) bool {
	n, cells := 0, 0
	for _, c := range r.cells {
		if c.text == "" {
			continue
		}
		cells++
		if headRole(c.text) != otherRole || postRole(c.text) != otherRole {
			n++
		}
	}
	return 2*n >= cells
}

// abridged cuts a text that is long for a comment.
func abridged(text string) string {
	const most = 300
	if len(text) <= most {
		return text
	}
	return strings.ToValidUTF8(text[:most], "") + " …"
}

// named returns the cells of other sheets that the formulas of a sheet name, by way of
// others too.
func (b *bookCells) named(sheet int) map[cellRef]bool {
	seen := map[cellRef]bool{}
	var list []cellRef
	var visit func(*formula)
	visit = func(f *formula) {
		if f.op == "cells" {
			b.cells(f, func(r cellRef) bool {
				if r.sheet != sheet && !seen[r] {
					seen[r], list = true, append(list, r)
				}
				return true
			})
		}
		for _, p := range f.parts {
			visit(p)
		}
	}
	for _, r := range b.grids[sheet].rows {
		for _, c := range r.cells {
			if row, column, ok := xlsx.Position(c.ref); ok && c.formula != "" {
				if f := b.formula(cellRef{sheet, row, column}); f != nil {
					visit(f)
				}
			}
		}
	}
	for at := 0; at < len(list); at++ {
		if f := b.formula(list[at]); f != nil {
			visit(f)
		}
	}
	return seen
}

func commentOf(c cell) string {
	if c.comment == "" {
		return ""
	}
	return "(comment: " + c.comment + ")"
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
		if a := l.amounts[column]; a.kind != isNumber || !near(a, i.amount()) || q.value.IsNegative() || c.value.IsNegative() || i.times.IsNegative() {
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

// isInputs reports the sheet in which isuplan's own workbooks have the plan's values.
func (g *grid) isInputs() bool {
	for _, r := range g.rows {
		if words := r.inWords(); strings.Contains(words, "What Value Unit") && strings.Contains(words, "Written in") {
			return true
		}
	}
	return false
}
