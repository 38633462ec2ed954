package importer

import (
	"strings"
	"testing"

	"github.com/isuplan/isuplan/pkg/readback/xlsx"
)

// TestFormulas holds what formulas come to that were stored without their values.
func TestFormulas(t *testing.T) {
	for formula, want := range map[string]string{
		"1+2*3": "7", "(1+2)*3": "9", "-2+5": "3", "2--1": "3", "50%": "0.5", "=": "", "1/4": "0.25", "1/0": "", "B1*C1": "600", "$B$1+C$1": "302", "SUM(B1:C1)": "302",
		"SUM(B1:C1,5;6)": "313", "SUM(A1:C1)": "302", "A1+1": "", "ROUND(2.345,2)": "2.35", "ROUND(1234,-2)": "1200", "ROUND(1,99)": "", "SUBTOTAL(9,B1:C1)": "302", "SUBTOTAL(1,B1:C1)": "",
		"PRODUCT(B1,C1,2)": "1200", "IF(B1=2,10,20)": "10", "IF(B1>2,10)": "", "IF(A1=\"Staff\",1,2)": "1", "IFERROR(1/0,7)": "7", "IFERROR(3,7)": "3", "IFERROR(1/0,\"\")": "",
		"MAX(B1:C1)": "300", "MIN(B1,C1)": "2", "AVERAGE(B1:C1)": "151", "ABS(-4)": "4", "'Other sheet'!B2*2": "14", "Missing!B2": "", "VLOOKUP(1,B1:C1,2)": "", "B1:C1": "",
		"1+": "", "1 2": "", "((1)": "", "B1^2": "", "[1]Sheet!A1": "", "SUM(A1:XFD1048576)": "", "D2": "", "1E5": "", "+B1": "2", "\"x\"": "", "B1<>2": "0", "1<=1": "1", strings.Repeat("(", 500) + "1": "",
	} {
		book := []grid{gridOf("sheet B", "Staff | 2 | 300 | ="+formula, true), gridOf("sheet Other sheet", "Head\n | 7", true)}
		newCells(book).complete()
		c := book[0].rows[0].cells[3]
		got := ""
		if c.isNum {
			got = c.number.String()
		}
		if got != want {
			t.Errorf("%s: %q, want %q", formula, got, want)
		}
	}
}

// TestRings: cells that depend on themselves have no value, and stop nothing.
func TestRings(t *testing.T) {
	book := []grid{gridOf("sheet B", "Cost | 2018\nStaff | =B3*2\nTravel | =B2*2\nRent | =SUM(B2:B4)\nOffice | 5\nTotal | =SUM(B2:B5)", true)}
	newCells(book).complete()
	d, _ := readBudget(nil, book, budgetOptions{})
	if d == nil || d.lines[len(d.lines)-1].label != "Office" {
		t.Fatalf("%+v", d)
	}
	if _, faults := compiled(t, planOf(t, d)); strings.Contains(strings.Join(faults, " "), "cycle") {
		t.Error(faults)
	}
}

// TestColumnNames holds how columns are called.
func TestColumnNames(t *testing.T) {
	for name, want := range map[string]int{"A": 0, "c": 2, "Z": 25, "AA": 26, "3": 2, "\tB": 1, "": -1, "Ä": -1, "1A": -1, "0": -1, "AAAAAAAA": -1} {
		if got := columnNumber(name); got != want {
			t.Errorf("%q: %d, want %d", name, got, want)
		}
	}
	for n, want := range map[int]string{0: "A", 25: "Z", 26: "AA", 701: "ZZ", 702: "AAA"} {
		if got := xlsx.ColumnName(n + 1); got != want {
			t.Errorf("%d: %s, want %s", n, got, want)
		}
	}
}
