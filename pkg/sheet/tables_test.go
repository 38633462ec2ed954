package sheet_test

import (
	"bytes"
	"strconv"
	"testing"

	"github.com/xuri/excelize/v2"

	"github.com/isuplan/isuplan/pkg/budget"
)

const tabled = `isuplan: 1
document: {convention: C, unit: U, date: 2024-06-03}
period: {from: 2025-01-01, to: 2026-12-31}
outcomes:
  - {id: o, text: One., outputs: [{id: p, text: First., activities: [{id: a, text: A.}, {id: b, text: B.}]}]}
budget:
  currency: EUR
  columns: [{id: 2025}, {id: 2026}, {id: both, sum: [2025, 2026]}, {id: up, percent_change: [2025, 2026], places: 1}]
  funds: [{id: core, code: CTF}, {id: eu}, {id: all-funds, sum: [core, eu]}, {id: jpn, label: Japan}]
  calendar: [{id: q1}, {id: q2}]
  tables:
    - {id: t1, rows: [activities, lines], columns: [years, funds]}
    - {id: t2, rows: [funds], columns: [calendar]}
    - {id: t3, rows: [lines]}
  lines:
    - id: g
      label: Group
      lines:
        - {id: staff, label: Staff, fixed: {2025: 1001, 2026: 2000}, fund: {core: 1%, eu: 99%}, for: {a: 50%, b: 50%}, when: {q1: 33%, q2: 67%}}
        - {id: trips, label: Trips, for: a, parts: [{fund: core, fixed: 10, when: q1}, {fund: jpn, fixed: {2025: 7, 2026: blank}}]}
    - {id: charges, label: Charges, percent: 20%, of: [staff]}
    - {id: rent, label: Rent, fixed: 12}
`

// TestTablesOfASpreadsheetCompute holds that what the formulas of tables come to is what the
// tables print, and that most figures have one.
func TestTablesOfASpreadsheetCompute(t *testing.T) {
	s := compile(t, "tabled.yaml", tabled, false)
	file, err := excelize.OpenReader(bytes.NewReader(written(t, s, "xlsx")))
	if err != nil {
		t.Fatal(err)
	}
	formulas, figures := 0, 0
	for i := range s.Tables {
		table, home := &s.Tables[i], "Table "+strconv.Itoa(i+1)
		for r := range table.Rows {
			for c := range table.Rows[r].Figures {
				f := &table.Rows[r].Figures[c]
				at, _ := excelize.CoordinatesToCellName(2+c, 5+r)
				formula, _ := file.GetCellFormula(home, at)
				if f.Mark != 0 || s.Budget.Columns[table.Columns[c].Column].Kind != budget.AmountColumn {
					continue
				}
				figures++
				if formula == "" {
					t.Errorf("%s!%s has no formula", home, at)
					continue
				}
				formulas++
				got, err := file.CalcCellValue(home, at, excelize.Options{RawCellValue: true})
				if err != nil || got != f.Printed.String() {
					t.Errorf("%s!%s: %s comes to %q, not %s (%v)", home, at, formula, got, f.Printed, err)
				}
			}
		}
	}
	if figures < 50 {
		t.Errorf("only %d figures", figures)
	}
}
