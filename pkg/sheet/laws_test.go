package sheet_test

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/shopspring/decimal"
	"github.com/xuri/excelize/v2"
)

// number returns the number that a cell holds, which its formula has put there.
func number(book *excelize.File, sheet, at string) (decimal.Decimal, bool) {
	text, err := book.GetCellValue(sheet, at, excelize.Options{RawCellValue: true})
	if err != nil {
		return decimal.Zero, false
	}
	value, err := decimal.NewFromString(text)
	return value, err == nil
}

// eachCell calls do with every cell of a workbook.
func eachCell(book *excelize.File, do func(sheet, at string)) {
	for _, sheet := range book.GetSheetList() {
		rows, _ := book.GetRows(sheet, excelize.Options{RawCellValue: true})
		for r := range rows {
			for c := range rows[r] {
				at, _ := excelize.CoordinatesToCellName(c+1, r+1)
				do(sheet, at)
			}
		}
	}
}

// change puts what a person may change in a workbook to what another one of the same plan has.
func change(book, other *excelize.File) (changed int) {
	eachCell(other, func(sheet, at string) {
		if sheet != "Inputs" && sheet != "Contributions" && sheet != "Actuals" || strings.HasPrefix(at, "A") && sheet == "Inputs" {
			return
		}
		if formula, _ := book.GetCellFormula(sheet, at); formula != "" {
			return
		}
		was, ok := number(book, sheet, at)
		if now, has := number(other, sheet, at); ok && has && !was.Equal(now) {
			_ = book.SetCellDefault(sheet, at, now.String())
			changed++
		}
	})
	return changed
}

// differences are the cells that come to something else than another workbook says: by more than
// what is allowed on a sheet.
func differences(book, want *excelize.File, allowed func(sheet string) decimal.Decimal) (list []string) {
	eachCell(want, func(sheet, at string) {
		if sheet == "Inputs" {
			return
		}
		printed, ok := number(want, sheet, at)
		if !ok {
			return
		}
		formula, _ := book.GetCellFormula(sheet, at)
		got, err := book.CalcCellValue(sheet, at, excelize.Options{RawCellValue: true})
		value, wrong := decimal.NewFromString(got)
		if sheet == "Shares" && (formula == "" || strings.Contains(formula, "ABS(S")) || strings.Contains(formula, "10^10") {
			return // weights, which only say how the amounts are divided
		}
		if got == "" && printed.IsZero() {
			return
		}
		if err != nil || wrong != nil || value.Sub(printed).Abs().GreaterThan(allowed(sheet)) {
			list = append(list, fmt.Sprintf("%s!%s is %s: =%s (%v)", sheet, at, printed, formula, got))
		}
	})
	return list
}

// sharedPlan is a plan with all that a spreadsheet shares out.
const sharedPlan = `isuplan: 1
document: {convention: C, unit: U, date: 2025-11-17}
period: {from: 2025-01-01, to: 2026-12-31}
outcomes: [{id: o1, text: One., outputs: [{id: p1, text: First., activities: [{id: a1, text: A.}, {id: a2, text: B.}]}]}]
budget:
  currency: USD
  columns: [{id: 2025}, {id: 2026}, {id: both, sum: [2025, 2026], main: true}]
  funds: [{id: fa, label: Fund A}, {id: fb, label: Fund B}]
  calendar: [{id: q1, label: Q1}, {id: q2, label: Q2}, {id: q3, label: Q3}]
  lines:
    - {id: x, label: X, fixed: 1010, fund: {fa: 50%, fb: 50%}, when: {q1: 33%, q2: 33%, q3: 34%}, for: a1}
    - {id: g, label: Grown, base: {2025: 1000, 2026: 1300}, growth: 3%, fund: fb, for: a2}
    - {id: y, label: Y, for: {a1: 50%, a2: 50%}, parts: [{id: one, fund: fa, percent: 7.5%, of: [x]}, {id: two, fund: {fa: 30%, fb: 70%}, fixed: 7711}]}
    - {id: p, label: P, percent: 7%, of: [x, y]}
    - {id: q, label: Q, percent: 8%, of: [x, y, g], of_fund: fb}
  financing:
    - {id: s, label: From A, percent: 100%, of: [total], of_fund: fa}
    - {id: t, label: Rest, rest: true}
  after_total:
    - {id: f, label: F, balance: {opening: 5000, in: [s], out: [total]}}
  tables:
    - {id: t1, label: By fund, rows: [lines], columns: [years, funds]}
    - {id: t2, label: By quarter, rows: [lines], columns: [calendar, funds], years: [2026]}
    - {id: t3, label: By activity, rows: [activities, lines], columns: [funds]}
  contributions:
    - {id: c, label: Contributions, of: s, percent: 90%, parties: [{party: Norway, scale: 1.5}, {party: Sweden, scale: 2}, {party: Finland, scale: 3}, {party: Iceland, scale: 1.1}, {party: Denmark, scale: 0.4}]}
`

// TestSharesFollowTheInputs holds that a workbook computes the plan's own figures and, where its
// inputs are changed, those of the plan with the same change. Lines that are divided over several
// axes are a unit or two from it in a cell.
func TestSharesFollowTheInputs(t *testing.T) {
	follows(t, sharedPlan, []string{"fixed: 1010=1377", "fixed: 7711=9123", "2026: 1300=1777", "percent: 90%=73%", "opening: 5000=7001", "scale: 1.1=2.3"}, func(sheet string) decimal.Decimal {
		switch {
		case strings.HasPrefix(sheet, "Table"), sheet == "Shares", sheet == "Contributions":
			return decimal.New(4, 0)
		case sheet == "Budget":
			return decimal.New(2, 0) // of what a fund pays
		}
		return noise
	})
}

// TestOneAxisFollowsTheInputs holds that all of a workbook is what the plan comes to with other
// amounts and rates, to the last unit, where lines are divided over one axis.
func TestOneAxisFollowsTheInputs(t *testing.T) {
	for seed := range uint64(8) {
		r := rand.New(rand.NewPCG(seed, 1))
		n := func(from, to int) int { return from + r.IntN(to-from) }
		a, b := n(1, 50), n(1, 50)
		amounts := []int{n(10, 99999), n(10, 99999), n(10, 99999)}
		text := fmt.Sprintf(`isuplan: 1
document: {convention: C, unit: U, date: 2025-11-17}
period: {from: 2025-01-01, to: 2026-12-31}
outcomes: []
budget:
  currency: USD
  rounding: {to: %s, mode: half-up}
  columns: [{id: 2025}, {id: 2026}, {id: both, sum: [2025, 2026], main: true}]
  funds: [{id: fa, label: Fund A}, {id: fb, label: Fund B}, {id: fc, label: Fund C}]
  lines:
    - {id: x, label: X, fixed: {2025: %d.37, 2026: 4000}, fund: {fa: %d%%, fb: %d%%, fc: %d%%}}
    - {id: y, label: Y, parts: [{id: one, fund: fa, percent: 7.5%%, of: [x]}, {id: two, fund: {fa: 31%%, fc: 69%%}, fixed: %d.5}]}
    - {id: z, label: Z, fixed: %d, fund: fb}
    - {id: p, label: P, percent: %d%%, of: [x, y, z]}
    - {id: q, label: Q, percent: 8%%, of: [x, y, z], of_fund: fc}
  financing:
    - {id: s, label: From A, percent: 100%%, of: [total], of_fund: fa}
    - {id: t, label: Rest, rest: true}
  after_total:
    - {id: f, label: F, balance: {opening: 5000, in: [s], out: [total]}}
    - {id: h, label: H, percent: 15%%, of: [total], of_fund: fa, average: true}
    - {id: k, label: K, percent: 12%%, of: [h, x], level: true}
    - {id: m, label: M, percent: 12.3%%, of: [h, x]}
    - {id: l, label: L, percent: 12.5%%, of: [y], of_fund: fc}
  tables:
    - {id: t1, label: By fund, rows: [lines], columns: [years, funds]}
    - {id: t2, label: By fund, rows: [funds], columns: [years]}
  contributions:
    - {id: c, label: Contributions, of: s, percent: 90%%, parties: [{party: Norway, scale: 1.5}, {party: Sweden, scale: 2}, {party: Finland, scale: 3}, {party: Iceland, scale: 1.1}, {party: Denmark, scale: 0.4}]}
`, []string{"1", "0.01", "0.05"}[seed%3], amounts[0], a, b, 100-a-b, amounts[1], amounts[2], n(2, 15))
		changes := []string{fmt.Sprintf("%d.37=%d.91", amounts[0], n(10, 99999)), fmt.Sprintf("fixed: %d.5=%d", amounts[1], n(10, 99999)), "percent: 90%=66.67%", "scale: 1.5=0.7"}
		follows(t, text, changes, func(string) decimal.Decimal { return noise })
	}
}

// follows holds that a plan's workbook computes its figures, and those of the plan with a change.
func follows(t *testing.T, plan string, changes []string, allowed func(sheet string) decimal.Decimal) {
	t.Helper()
	own := written(t, compile(t, "shared.yaml", plan, false), "xlsx")
	for _, wrong := range differences(open(t, own), open(t, own), func(string) decimal.Decimal { return noise }) {
		t.Errorf("%s\n%s", wrong, plan)
	}
	for _, of := range changes {
		was, now, _ := strings.Cut(of, "=")
		key, _, ok := strings.Cut(was, ": ")
		if ok {
			now = key + ": " + now
		}
		other := open(t, written(t, compile(t, "shared.yaml", strings.Replace(plan, was, now, 1), false), "xlsx"))
		book := open(t, own)
		if change(book, other) == 0 {
			t.Errorf("%s is no input", was)
		}
		for _, wrong := range differences(book, other, allowed) {
			t.Errorf("%s: %s\n%s", of, wrong, plan)
		}
	}
}
