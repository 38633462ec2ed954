package budget_test

import (
	"fmt"
	"testing"

	"pgregory.net/rapid"

	"github.com/isuplan/isuplan/pkg/budget"
	"github.com/isuplan/isuplan/pkg/money"
	"github.com/isuplan/isuplan/pkg/plan"
	"github.com/isuplan/isuplan/pkg/source"
)

// TestItemsAddUp: the amounts of a line's items come to the line's, in every column of every table.
func TestItemsAddUp(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := func(name string) string {
			return money.New(rapid.Int64Range(0, 9999).Draw(t, name)).Shift(-rapid.Int32Range(0, 2).Draw(t, name+" places")).String()
		}
		text := fmt.Sprintf(`isuplan: 1
document: {convention: C, unit: U, date: 2024-01-01}
period: {from: 2025-01-01, to: 2026-12-31}
outcomes: [{id: o1, text: One.}]
budget:
  currency: EUR
  rounding: {to: %s, mode: half-up, at: %s}
  columns: [{id: a}, {id: b}, {id: sum, sum: [a, b]}, {id: change, change: [a, b]}]
  funds: [{id: f1}, {id: f2}]
  tables: [{id: t1, rows: [lines], columns: [years, funds], show: [unit]}, {id: t2, rows: [funds, lines], columns: [years]}]
  lines:
    - {id: x, label: X, fund: {f1: 33%%, f2: 67%%}, units: [{item: one, quantity: {a: %s, b: %s}, cost: %s}, {item: two, quantity: %s, cost: %s}, {item: three, quantity: 1, cost: {a: 0, b: %s}}]}
    - {id: y, label: Y, fixed: %s}
`, rapid.SampledFrom([]string{"1", "0.01", "10"}).Draw(t, "to"), rapid.SampledFrom([]string{"line", "total"}).Draw(t, "at"), n("q1"), n("q2"), n("c1"), n("q3"), n("c2"), n("c3"), n("y"))
		p, findings, ok := plan.Load(source.NewFile("plan.yaml", []byte(text)))
		b, more := budget.Compute(p, budget.Options{})
		if !ok || len(findings)+len(more) > 0 {
			t.Fatalf("%v %v\n%s", findings, more, text)
		}
		rows := 0
		for _, table := range b.Tables(p) {
			for i, r := range table.Rows {
				items, _ := table.Items(i)
				if len(items) == 0 {
					continue
				}
				rows++
				parts := table.Shared(i, items)
				for c := range table.Columns {
					sum := money.Zero
					for _, part := range parts {
						sum = sum.Add(part[c].Printed)
					}
					if !sum.Equal(r.Figures[c].Printed) {
						t.Fatalf("%s, column %d: %s, not %s, in\n%s", table.Plan.ID.Value, c, sum, r.Figures[c].Printed, text)
					}
				}
			}
		}
		if rows != 3 {
			t.Fatalf("%d rows of items", rows)
		}
	})
}
