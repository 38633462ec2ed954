package sheet_test

import (
	"strconv"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"github.com/isuplan/isuplan/pkg/budget"
	"github.com/isuplan/isuplan/pkg/cost"
)

// spentText has groups in groups, one without a subtotal, and amounts on groups and on lines.
const spentText = `isuplan: 1
document: {convention: Convention, unit: Unit, date: 2024-06-03}
period: {from: 2025-01-01, to: 2025-12-31}
outcomes: []
budget:
  currency: EUR
  lines:
    - id: office
      label: Office
      lines:
        - {id: staff, label: Staff, posts: [{title: Director, monthly: 1000, months: 12}]}
        - id: rooms
          label: Rooms
          lines: [{id: rent, label: Rent, units: [{item: month, quantity: 12, cost: 100}]}]
    - id: open
      label: Without a subtotal
      subtotal: none
      lines: [{id: travel, label: Travel, units: [{item: trip, quantity: 3, cost: 500}]}, {id: post, label: Post, fixed: 7}]
  actuals:
    as_at: 2025-06-30
    lines: [{line: staff, spent: 6000.5}, {line: rooms, spent: 20}, {line: rent, spent: 600, committed: 50}, {line: travel, spent: -10}]
`

// spentComputes holds that the sheet of what was spent computes the figures of a budget, by line and by
// fund.
func spentComputes(t *testing.T, book *excelize.File, a *budget.Actuals) {
	t.Helper()
	rowsCompute(t, book, a.Rows, firstSpent, func(r *budget.ActualRow) bool { return r.IsSum() })
	if len(a.Funds) > 0 { // a blank row, the title, another one, and the heads
		rowsCompute(t, book, a.Funds, firstSpent+len(a.Rows)+4, func(r *budget.ActualRow) bool { return r.IsSum() || len(r.Of) > 0 })
	}
}

// firstSpent is the row of the first line on the sheet.
const firstSpent = 4

// rowsCompute holds that the rows of a table come to what they are to; follows says of which rows what
// was spent follows from other cells.
func rowsCompute(t *testing.T, book *excelize.File, rows []budget.ActualRow, first int, follows func(*budget.ActualRow) bool) {
	t.Helper()
	const columns = "CDEFG"
	formulas := 0
	for i := range rows {
		r := &rows[i]
		if r.Kind == budget.ActualHead {
			continue
		}
		percent, hasPercent := r.Percent()
		for c, want := range []string{r.Planned.String(), r.Spent.String(), r.Committed.String(), r.Balance().String(), percent.String()} {
			if c == 0 && !r.IsPlanned() || c == 4 && !hasPercent {
				continue
			}
			at, _ := excelize.CoordinatesToCellName(strings.IndexByte("ABCDEFG", columns[c])+1, first+i)
			got, err := book.CalcCellValue("Actuals", at, excelize.Options{RawCellValue: true})
			formula, _ := book.GetCellFormula("Actuals", at)
			if err != nil || !agrees(got, want, cost.Number) {
				t.Errorf("%s of %s is %s, want %s: =%s %v", at, r.ID(), got, want, formula, err)
			}
			if formula != "" {
				formulas++
			} else if follows(r) || c == 0 && !r.Planned.IsZero() || c > 2 {
				t.Errorf("%s of %s has no formula", at, r.ID())
			}
		}
	}
	if formulas == 0 {
		t.Error("there are no formulas")
	}
}

// fundedText has lines of one fund, of several and of none, a sum of funds, and amounts of one line on
// several funds.
const fundedText = `isuplan: 1
document: {convention: Convention, unit: Unit, date: 2024-06-03}
period: {from: 2025-01-01, to: 2026-12-31}
outcomes: []
budget:
  currency: EUR
  columns: [{id: 2025}, {id: 2026}, {id: both, sum: [2025, 2026], main: true}]
  funds: [{id: core, code: CTF, label: Core}, {id: eu, label: Grant}, {id: all, label: All, sum: [core, eu]}, {id: idle, label: Idle}]
  lines:
    - id: office
      label: Office
      lines:
        - {id: staff, code: "1100", label: Staff, fund: {core: 33%, eu: 67%}, posts: [{title: Director, monthly: {2025: 1000, 2026: 1033}, months: 12}]}
        - {id: travel, label: Travel, fund: eu, units: [{item: trip, quantity: 3, cost: 500}]}
    - {id: tickets, label: Tickets, fixed: 40, fund: core}
    - {id: rent, label: Rent, units: [{item: month, quantity: 12, cost: 100}]}
    - {id: charges, label: Charges, percent: 7%, of: [staff, travel]}
    - {id: works, label: Works, parts: [{id: one, fund: core, fixed: 100}, {id: two, fixed: 55}]}
  actuals:
    as_at: 2025-06-30
    column: COLUMN
    lines: [{line: staff, fund: core, spent: 600.5}, {line: staff, fund: eu, spent: 1200, committed: 5}, {line: staff, spent: 1}, {line: travel, spent: 20}, {line: rent, spent: 7}, {line: office, fund: eu, spent: 3}, {line: works, fund: core, spent: 9}]
`

// TestSpentByFundFollowsTheInputs: the table by fund follows a change of the budget's values, and of what
// was spent on a line, or by one fund on a line.
func TestSpentByFundFollowsTheInputs(t *testing.T) {
	for _, column := range []string{"2025", "2026", "both"} {
		text := strings.Replace(fundedText, "COLUMN", column, 1)
		before := compile(t, "plan.yaml", text, false)
		if len(before.Budget.Actuals.Funds) != 6 {
			t.Fatalf("%d rows", len(before.Budget.Actuals.Funds))
		}
		file := written(t, before, "xlsx")
		spentComputes(t, open(t, file), before.Budget.Actuals)

		changed := compile(t, "plan.yaml", strings.NewReplacer("2025: 1000", "2025: 1077", "2026: 1033", "2026: 1999", "quantity: 3", "quantity: 5").Replace(text), false)
		spentComputes(t, open(t, transplant(t, without(t, file), written(t, changed, "xlsx"))), changed.Budget.Actuals)

		changed = compile(t, "plan.yaml", strings.NewReplacer("spent: 20}", "spent: 25.25}", "spent: 1200", "spent: 1300", "committed: 5", "committed: 6", "spent: 1}", "spent: 2}").Replace(text), false)
		book, other := open(t, file), open(t, written(t, changed, "xlsx"))
		if n := change(book, other); n < 4 {
			t.Errorf("%d values can be changed", n)
		}
		spentComputes(t, book, changed.Budget.Actuals)

		changed = compile(t, "plan.yaml", strings.Replace(text, "{line: travel, spent: 20}", "{line: travel, spent: 20}, {line: tickets, spent: 30}, {line: charges, spent: 4}", 1), false)
		book, other = open(t, file), open(t, written(t, changed, "xlsx"))
		if n := change(book, other); n != 2 {
			t.Errorf("%d values of lines on which nothing was spent can be changed", n)
		}
		spentComputes(t, book, changed.Budget.Actuals)
	}
}

// TestSpentFollowsTheInputs: what was planned, spent and left follows a change of the budget's values,
// and of what was spent.
func TestSpentFollowsTheInputs(t *testing.T) {
	before := compile(t, "plan.yaml", spentText, false)
	file := written(t, before, "xlsx")
	spentComputes(t, open(t, file), before.Budget.Actuals)

	changed := compile(t, "plan.yaml", strings.NewReplacer("monthly: 1000", "monthly: 1100", "quantity: 3", "quantity: 5").Replace(spentText), false)
	spentComputes(t, open(t, transplant(t, without(t, file), written(t, changed, "xlsx"))), changed.Budget.Actuals)

	changed = compile(t, "plan.yaml", strings.NewReplacer("spent: 20", "spent: 25.25", "spent: 6000.5", "spent: 7000.5").Replace(spentText), false)
	book := open(t, file)
	for i := range before.Budget.Actuals.Rows {
		now := &changed.Budget.Actuals.Rows[i]
		if !now.IsSum() && !now.Spent.Equal(before.Budget.Actuals.Rows[i].Spent) {
			at, _ := excelize.CoordinatesToCellName(4, firstSpent+i)
			amount, _ := strconv.ParseFloat(now.Spent.String(), 64) // as somebody types it
			if err := book.SetCellValue("Actuals", at, amount); err != nil {
				t.Fatal(err)
			}
		}
	}
	spentComputes(t, book, changed.Budget.Actuals)
}
