package budget_test

import (
	"fmt"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/isuplan/isuplan/pkg/budget"
	"github.com/isuplan/isuplan/pkg/money"
	"github.com/isuplan/isuplan/pkg/plan"
	"github.com/isuplan/isuplan/pkg/source"
)

// booked is a random budget whose lines are divided over funds, activities, parties and times.
func booked(t *rapid.T) string {
	var b strings.Builder
	at := rapid.SampledFrom([]string{"line", "total"}).Draw(t, "at")
	to := rapid.SampledFrom([]string{"1", "0.01", "10"}).Draw(t, "to")
	fmt.Fprintf(&b, `isuplan: 1
document: {convention: C, unit: U, date: 2024-01-01}
period: {from: 2025-01-01, to: 2026-12-31}
outcomes:
  - {id: o1, text: One., outputs: [{id: p1, text: First., activities: [{id: a1, text: A.}, {id: a2, text: B.}]}, {id: p2, text: Second.}]}
  - {id: o2, text: Two.}
budget:
  currency: EUR
  rounding: {to: %s, mode: half-up, at: %s}
  columns: [{id: a}, {id: b}, {id: sum, sum: [a, b]}, {id: change, change: [a, b]}]
  funds: [{id: f1}, {id: f2}, {id: f3}, {id: f12, sum: [f1, f2]}]
  parties: [{id: x}, {id: y}]
  calendar: [{id: q1}, {id: q2}, {id: q3}]
  tables:
    - {id: t1, rows: [outputs, activities, lines], columns: [years, funds]}
    - {id: t2, rows: [funds], columns: [calendar, parties]}
    - {id: t3, rows: [lines], columns: [years]}
    - {id: t4, rows: [parties, calendar], columns: [funds, years]}
    - {id: t5, rows: [outcomes], columns: [outputs]}
    - {id: t6, rows: [funds], only: {by: [x]}}
  lines:
`, to, at)
	n := rapid.IntRange(1, 6).Draw(t, "lines")
	for i := range n {
		places := place(t, "for", "a1", "a2", "outputs/p2", "o2") + place(t, "fund", "f1", "f2", "f3") + place(t, "by", "x", "y") + place(t, "when", "q1", "q2", "q3")
		amount := func() string {
			return money.New(rapid.Int64Range(0, 1e9).Draw(t, "amount")).Shift(-rapid.Int32Range(0, 2).Draw(t, "places")).String()
		}
		switch kind := rapid.IntRange(0, 3).Draw(t, "kind"); {
		case kind == 0 && i > 0:
			of := ""
			if rapid.Bool().Draw(t, "of a fund") {
				of = ", of_fund: f1"
			}
			fmt.Fprintf(&b, "    - {id: l%d, label: P, percent: %d%%, of: [l%d]%s}\n", i, rapid.IntRange(-20, 40).Draw(t, "rate"), rapid.IntRange(0, i-1).Draw(t, "of"), of)
		case kind == 1:
			fmt.Fprintf(&b, "    - {id: l%d, label: Q%s, parts: [{fixed: {a: %s, b: blank}%s}, {fixed: {a: nil, b: %s}, fund: f3}]}\n", i, places, amount(), place(t, "fund", "f1", "f2"), amount())
		case kind == 2:
			fmt.Fprintf(&b, "    - {id: g%d, label: G%s, lines: [{id: l%d, label: L, fixed: {a: %s, b: %s}}, {id: m%d, label: M, fixed: 17.5, fund: f2}]}\n", i, places, i, amount(), amount(), i)
		default:
			fmt.Fprintf(&b, "    - {id: l%d, label: L%s, fixed: {a: %s, b: %s}}\n", i, places, amount(), amount())
		}
	}
	return b.String()
}

// place writes the value of an axis: none, one, or two with shares.
func place(t *rapid.T, axis string, values ...string) string {
	first := rapid.SampledFrom(values).Draw(t, axis)
	second := rapid.SampledFrom(values).Draw(t, axis+" too")
	share := rapid.IntRange(0, 100).Draw(t, "share")
	switch n := rapid.IntRange(0, 2).Draw(t, "how many"); {
	case n == 0:
		return ""
	case n == 1 || first == second:
		return fmt.Sprintf(", %s: %s", axis, first)
	}
	return fmt.Sprintf(", %s: {%s: %d%%, %s: %d%%}", axis, first, share, second, 100-share)
}

// TestTablesAgree: whatever the rows and columns are, a table comes to the budget's total in
// every column, its rows add up to it, its columns add up across, and two tables that tell the
// same money apart have the same figures.
func TestTablesAgree(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := booked(t)
		p, findings, ok := plan.Load(source.NewFile("plan.yaml", []byte(text)))
		b, more := budget.Compute(p, budget.Options{})
		if !ok || len(findings)+len(more) > 0 {
			t.Fatalf("%v %v\n%s", findings, more, text)
		}
		tables := b.Tables(p)
		for i := range tables {
			addsUp(t, text, b, &tables[i])
		}
		agree(t, text, &tables[0], &tables[3])
	})
}

func addsUp(t *rapid.T, text string, b *budget.Budget, table *budget.Table) {
	total := table.Rows[len(table.Rows)-1]
	for i := range table.Columns {
		c := &table.Columns[i]
		if got, want := total.Figures[i].Printed, b.Total[c.Column].Printed; c.IsWhole() && !table.IsPart && !got.Equal(want) {
			t.Fatalf("%s: the column %d comes to %s, the budget to %s, of\n%s", table.Plan.ID.Value, i, got, want, text)
		}
	}
	for c := range table.Columns {
		sum := money.Zero
		for _, r := range table.Rows {
			if r.Kind == budget.ValueRow {
				sum = sum.Add(r.Figures[c].Printed)
			}
		}
		if !sum.Equal(total.Figures[c].Printed) {
			t.Fatalf("%s: column %d adds up to %s, not %s, in\n%s", table.Plan.ID.Value, c, sum, total.Figures[c].Printed, text)
		}
	}
	for _, r := range table.Rows {
		across(t, text, table, &r)
	}
}

// across holds that the values below an upper head come to its total.
func across(t *rapid.T, text string, table *budget.Table, r *budget.TableRow) {
	sums, seen := map[budget.Key]money.Decimal{}, map[budget.Key]bool{}
	for c, column := range table.Columns {
		if r.Figures == nil || !column.HasInner() || column.Inner.Dimension == "years" {
			continue
		}
		sum := column.Inner.Value >= 0 && column.Inner.Dimension == "funds" && column.Inner.Value == 3
		switch {
		case column.Inner.Value == budget.All:
			if total := r.Figures[c].Printed; !sums[column.Outer].Equal(total) {
				t.Fatalf("%s: a row has %s below %v, and the total %s, in\n%s", table.Plan.ID.Value, sums[column.Outer], column.Outer, total, text)
			}
			seen[column.Outer] = true
		case !sum:
			sums[column.Outer] = sums[column.Outer].Add(r.Figures[c].Printed)
		}
	}
}

// agree holds that funds have the same totals by year in both tables.
func agree(t *rapid.T, text string, yearsFunds, fundsYears *budget.Table) {
	total := func(table *budget.Table, fund, year budget.Key) (money.Decimal, bool) {
		for c, column := range table.Columns {
			if column.Outer == fund && column.Inner == year || column.Outer == year && column.Inner == fund {
				return table.Rows[len(table.Rows)-1].Figures[c].Printed, true
			}
		}
		return money.Zero, false
	}
	for _, column := range yearsFunds.Columns {
		a, _ := total(yearsFunds, column.Outer, column.Inner)
		b, ok := total(fundsYears, column.Inner, column.Outer)
		if !ok || !a.Equal(b) {
			t.Fatalf("%v %v: %s and %s (%v) in\n%s", column.Outer, column.Inner, a, b, ok, text)
		}
	}
}
