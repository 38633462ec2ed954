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

// spentComputes holds that the sheet of what was spent computes the figures of a budget.
func spentComputes(t *testing.T, book *excelize.File, a *budget.Actuals) {
	t.Helper()
	const first, columns = 4, "CDEFG"
	formulas := 0
	for i := range a.Rows {
		r := &a.Rows[i]
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
			if err != nil || !agrees(got, want, cost.Number) {
				t.Errorf("%s of %s is %s, want %s: %v", at, r.ID(), got, want, err)
			}
			if formula, _ := book.GetCellFormula("Actuals", at); formula != "" {
				formulas++
			} else if r.IsSum() || c == 0 || c > 2 {
				t.Errorf("%s of %s has no formula", at, r.ID())
			}
		}
	}
	if formulas == 0 {
		t.Error("there are no formulas")
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
			at, _ := excelize.CoordinatesToCellName(4, 4+i)
			amount, _ := strconv.ParseFloat(now.Spent.String(), 64) // as somebody types it
			if err := book.SetCellValue("Actuals", at, amount); err != nil {
				t.Fatal(err)
			}
		}
	}
	spentComputes(t, book, changed.Budget.Actuals)
}
