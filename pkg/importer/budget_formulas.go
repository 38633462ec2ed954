package importer

import (
	"strings"

	"github.com/isuplan/isuplan/pkg/money"
	"github.com/isuplan/isuplan/pkg/readback/xlsx"
)

// ruleFinder tells rules from the formulas of a budget's sheet.
type ruleFinder struct {
	b      *bookCells
	t      *budgetTable
	d      *budgetDraft
	sheet  int
	rowAt  map[int]int // row of the sheet → row of the table
	column map[int]*draftColumn
	lines  map[int]*draftLine // by row of the table
	isRow  map[int]bool       // rows below the head that have something
	lists  map[cellRef]bool   // cells of other sheets that the plan has
	heads  map[cellRef][]int  // of each column, in row 0, the rows that may be heads; nil before they were looked for
}

func newFinder(b *bookCells, t *budgetTable, d *budgetDraft, body []*bodyRow) *ruleFinder {
	f := &ruleFinder{b: b, t: t, d: d, sheet: t.grids[0], rowAt: map[int]int{}, column: map[int]*draftColumn{}, lines: map[int]*draftLine{}, isRow: map[int]bool{}, lists: map[cellRef]bool{}}
	for i, r := range t.rows {
		for _, c := range r.cells {
			if row, _, ok := xlsx.Position(c.ref); ok {
				f.rowAt[row] = i
				break
			}
		}
	}
	for _, c := range d.columns {
		f.column[c.at+1] = c
	}
	for _, r := range body {
		f.isRow[r.at] = true
	}
	return f
}

// isLine reports a cell of the budget's amounts.
func (f *ruleFinder) isLine(r cellRef) bool {
	row, ok := f.rowAt[r.row]
	return ok && r.sheet == f.sheet && f.column[r.column] != nil && f.isRow[row]
}

// ref returns the cell of a row and a column of the table; false where the row has none.
func (f *ruleFinder) ref(row int, c *draftColumn) (cellRef, bool) {
	at, column, ok := xlsx.Position(f.t.cell(row, c.at).ref)
	return cellRef{f.sheet, at, column}, ok
}

// findSums notes at the rows of a table which rows their formulas add up.
func (f *ruleFinder) findSums(body []*bodyRow) {
	for _, r := range body {
		for _, c := range f.d.columns {
			ref, ok := f.ref(r.at, c)
			if !ok || c.kind != ofAmounts {
				continue
			}
			if sum := f.sumRows(ref); len(sum) > len(r.sum) {
				r.sum = sum
			}
		}
	}
}

// sumRows returns the rows whose cells of the same column a formula adds up.
func (f *ruleFinder) sumRows(ref cellRef) (rows []int) {
	formula := f.b.formula(ref)
	if formula == nil {
		return nil
	}
	l, ok := f.b.linear(formula, f.isLine)
	times, even := l.same()
	if !ok || !even || !times.Equal(money.New(1)) || len(l.order) == 1 && !strings.Contains(strings.ToUpper(f.b.cell(ref).formula), "SUM") {
		return nil
	}
	for _, r := range l.order {
		if r.column != ref.column || r.row == ref.row {
			return nil
		}
		rows = append(rows, f.rowAt[r.row])
	}
	return rows
}

// findRules gives each line the rule of its formulas.
func (f *ruleFinder) findRules() {
	each(f.d.lines, func(l *draftLine) {
		if l.row >= 0 {
			f.lines[l.row] = l
		}
		if l.sumRow >= 0 {
			f.lines[l.sumRow] = l
		}
	})
	each(f.d.lines, func(l *draftLine) {
		if !l.group {
			f.findRule(l)
		}
	})
	f.breakRings()
}

// findRule finds the rule of a line.
func (f *ruleFinder) findRule(l *draftLine) {
	left := map[*draftColumn]*formula{}
	for _, c := range ofKind(f.d.columns, ofAmounts) {
		ref, ok := f.ref(l.row, c)
		if !ok {
			continue
		}
		if cell := f.b.cell(ref); cell == nil || cell.formula == "" {
			continue
		}
		if formula := f.b.formula(ref); formula != nil {
			left[c] = formula
		} else {
			f.d.say(unsure, f.b.name(ref), "the formula ="+f.b.cell(ref).formula+" is none that the plan can have; its value is kept")
			l.review = append(l.review, "the value of "+f.b.name(ref)+" comes from ="+f.b.cell(ref).formula)
		}
	}
	for _, try := range []func(*draftLine, map[*draftColumn]*formula) rule{f.percentage, f.growth, f.posts, f.units} {
		if len(left) == 0 {
			return
		}
		if r := try(l, left); r != nil {
			l.rule, f.d.ruled = r, true
			return
		}
	}
	for _, c := range ofKind(f.d.columns, ofAmounts) {
		if left[c] == nil {
			continue
		}
		ref, ok := f.ref(l.row, c)
		switch {
		case ok && f.standsAt(left[c]) != "":
			f.d.say(recognised, f.b.name(ref), l.id+": the amount stands at "+f.standsAt(left[c]))
		case ok && !f.isPlain(left[c]):
			f.d.say(unsure, f.b.name(ref), "the formula ="+f.b.cell(ref).formula+" is no rule of the plan; its value is kept")
			l.review = append(l.review, "the value of "+f.b.name(ref)+" comes from ="+f.b.cell(ref).formula)
		}
	}
}

// standsAt says where the number stands that a formula only repeats; "" for another one.
func (f *ruleFinder) standsAt(of *formula) string {
	switch {
	case of.op == "call" && of.text == "ROUND" && len(of.parts) == 2:
		return f.standsAt(of.parts[0])
	case of.isCell() && !f.isLine(of.from) && f.b.value(of.from).kind == numberValue:
		return f.b.name(of.from)
	}
	return ""
}

// isPlain reports a formula that only says a number.
func (f *ruleFinder) isPlain(of *formula) bool {
	return of.op == "number" || of.op == "neg" && f.isPlain(of.parts[0])
}

// breakRings takes away rules by which lines depend on themselves.
func (f *ruleFinder) breakRings() {
	state := map[*draftLine]int{}
	var visit func(l *draftLine) bool
	visit = func(l *draftLine) bool {
		if state[l] != 0 {
			return state[l] == 2
		}
		state[l] = 1
		for _, in := range l.lines {
			if !visit(in) {
				state[l] = 0 // the ring is broken further up; then this is none
				return false
			}
		}
		if p, ok := l.rule.(*percentRule); ok {
			for _, base := range p.of {
				if !visit(base) {
					l.rule = nil
					f.d.say(unsure, l.where, "\""+l.label+"\" depends on itself; its value is kept")
					break
				}
			}
		}
		state[l] = 2
		return true
	}
	each(f.d.lines, func(l *draftLine) { visit(l) })
}
