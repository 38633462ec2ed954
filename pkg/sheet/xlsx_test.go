package sheet_test

import (
	"bytes"
	"strings"
	"testing"

	"github.com/shopspring/decimal"
	"github.com/xuri/excelize/v2"

	"github.com/isuplan/isuplan/pkg/cost"
	"github.com/isuplan/isuplan/pkg/sheet"
)

// The position of the table in a spreadsheet.
const (
	firstRow    = 4
	firstColumn = 3
)

// cellOf names the cell of a figure.
func cellOf(t *testing.T, row, column int) string {
	t.Helper()
	name, err := excelize.CoordinatesToCellName(firstColumn+column, firstRow+row)
	if err != nil {
		t.Fatal(err)
	}
	return name
}

func open(t *testing.T, file []byte) *excelize.File {
	t.Helper()
	book, err := excelize.OpenReader(bytes.NewReader(file))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = book.Close() })
	return book
}

// TestFormulasGiveThePrintedFigures computes every formula anew.
func TestFormulasGiveThePrintedFigures(t *testing.T) {
	for name, s := range cases(t) {
		recalculates(t, name, written(t, s, "xlsx"), s)
	}
}

// TestFormulasFollowTheInputs changes the plan's values in the spreadsheet and
// compares it with the budget of a plan that has these values.
func TestFormulasFollowTheInputs(t *testing.T) {
	for name, rounding := range roundings {
		text := kinds(t, rounding)
		other := compile(t, "kinds.yaml", changed(text), false)
		file := transplant(t, written(t, compile(t, "kinds.yaml", text, false), "xlsx"), written(t, other, "xlsx"))
		recalculates(t, name, file, other)
	}
}

// recalculates holds that a spreadsheet computes the figures of a sheet.
func recalculates(t *testing.T, name string, file []byte, s sheet.Sheet) {
	t.Helper()
	book := open(t, file)
	formulas := 0
	if len(s.Budget.Lines) == 0 { // posts alone
		return
	}
	for r, row := range s.Rows() {
		for c, f := range row.Figures {
			at := cellOf(t, r, c)
			got, err := book.CalcCellValue("Budget", at, excelize.Options{RawCellValue: true})
			if err != nil {
				t.Errorf("%s, %s %s: %v", name, row.ID, at, err)
			}
			if !agrees(got, f.Printed.String(), f.Mark) {
				formula, _ := book.GetCellFormula("Budget", at)
				t.Errorf("%s, %s %s: =%s gives %q, want %s", name, row.ID, at, formula, got, f.Printed)
			}
			if formula, _ := book.GetCellFormula("Budget", at); formula != "" {
				formulas++
			} else if f.Computed != nil && (!f.Stated.IsSet() || s.Recomputed) {
				t.Errorf("%s, %s %s has no formula", name, row.ID, at)
			}
		}
	}
	if formulas == 0 {
		t.Errorf("%s has no formulas", name)
	}
}

// noise is the error of a spreadsheet's binary arithmetic where nothing is rounded.
var noise = decimal.New(1, -6)

// agrees compares a computed value with a printed one. Nothing is as good as zero
// where the amount is marked so.
func agrees(got, want string, mark cost.Mark) bool {
	if got == "" && mark != cost.Number {
		return true
	}
	value, err := decimal.NewFromString(got)
	return err == nil && value.Sub(decimal.RequireFromString(want)).Abs().LessThan(noise)
}

// TestResultsAreKept holds that programs that do not compute find numbers, and the
// decimal digits of the budget.
func TestResultsAreKept(t *testing.T) {
	_, text := parts(t, written(t, cases(t)["kinds-cents"], "xlsx"))
	budget := string(text["xl/worksheets/sheet1.xml"])
	if strings.Contains(budget, `t="str"`) {
		t.Error("results of formulas are marked as texts")
	}
	if n := len(cached.FindAllString(budget, -1)); n < 60 {
		t.Errorf("only %d formulas have their results", n)
	}
	for _, digits := range []string{"<v>5000.5</v>", "<v>-1234.5</v>", "<v>12000.25</v>"} {
		if !strings.Contains(budget, digits) {
			t.Errorf("the budget has no %s", digits)
		}
	}
}

func TestTextsAreNoFormulas(t *testing.T) {
	book := open(t, written(t, cases(t)["kinds-francs"], "xlsx"))
	for _, at := range []string{"B5", "B12"} {
		label, _ := book.GetCellValue("Budget", at)
		formula, _ := book.GetCellFormula("Budget", at)
		kind, _ := book.GetCellType("Budget", at)
		if !strings.ContainsAny(label[:1], "=@") || formula != "" || kind != excelize.CellTypeSharedString {
			t.Errorf("%s has the label %q, the formula %q and the type %v", at, label, formula, kind)
		}
	}
}

func TestSpreadsheetsAreEqual(t *testing.T) {
	for _, name := range []string{"kinds-even", "2018"} {
		if !bytes.Equal(written(t, cases(t)[name], "xlsx"), written(t, cases(t)[name], "xlsx")) {
			t.Errorf("%s: equal plans make different spreadsheets", name)
		}
	}
}
