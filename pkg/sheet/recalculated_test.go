package sheet_test

import (
	"bytes"
	"encoding/csv"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/isuplan/isuplan/pkg/cost"
	"github.com/isuplan/isuplan/pkg/sheet"
)

// make verify writes spreadsheets to a folder, has another program compute them,
// and gives what that program made of them.
var (
	spreadsheets = flag.String("spreadsheets", "", "a folder to write spreadsheets to, without the results of their formulas")
	recalculated = flag.String("recalculated", "", "a folder with the budgets of these spreadsheets as CSV, as another program computed them")
)

// forOthers returns the spreadsheets for the other program, and what it must find:
// all the tests' plans, and those whose inputs were changed in the spreadsheet.
func forOthers(t *testing.T) (files map[string][]byte, want map[string]sheet.Sheet) {
	t.Helper()
	want = cases(t)
	files = map[string][]byte{}
	for name, s := range want {
		files[name] = without(t, written(t, s, "xlsx"))
	}
	for name, rounding := range roundings {
		text := kinds(t, rounding)
		other := compile(t, "kinds.yaml", changed(text), false)
		want["changed-"+name] = other
		files["changed-"+name] = transplant(t, without(t, written(t, compile(t, "kinds.yaml", text, false), "xlsx")), written(t, other, "xlsx"))
	}
	return files, want
}

func TestWriteSpreadsheets(t *testing.T) {
	if *spreadsheets == "" {
		return // make verify runs it with a folder
	}
	files, _ := forOthers(t)
	for name, file := range files {
		if bytes.Contains(file, []byte("<v>69011</v>")) {
			t.Fatal("a result was left in the file")
		}
		if err := os.WriteFile(filepath.Join(*spreadsheets, name+".xlsx"), file, 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

// TestRecalculated holds that another program computes the budgets that the
// compiler printed. There were no results in the files for it to copy.
func TestRecalculated(t *testing.T) {
	if *recalculated == "" {
		return // make verify runs it with what LibreOffice computed
	}
	_, want := forOthers(t)
	for name, s := range want {
		if len(s.Budget.Lines) == 0 {
			continue // a table of posts alone has no sheet of money
		}
		text, err := os.ReadFile(filepath.Join(*recalculated, name+"-Budget.csv"))
		if err != nil {
			t.Error(err)
			continue
		}
		for _, wrong := range compare(t, written(t, s, "csv"), text, len(s.Budget.Columns)) {
			t.Errorf("%s: %s", name, wrong)
		}
	}
}

// TestComparisonFails holds that a wrong figure would be found.
func TestComparisonFails(t *testing.T) {
	ours := []byte("kind,id,code,label,depth,a,note\r\nline,x,,X,0,7,\r\nline,y,,Y,0,nil,\r\ntotal,total,,Total,0,7,\r\n")
	for theirs, want := range map[string]int{
		"Title\n\"\"\nCode,Item,a\n,X,7\n,Y,0\n,Total,7\n":         0,
		"Title\n\"\"\nCode,Item,a\n,X,7\n,Y,0\n,Total,8\n":         1, // another total
		"Title\n\"\"\nCode,Item,a\n,X,7\n,Y,1\n,Total,\n":          2, // an amount for nil; nothing was computed
		"Title\n\"\"\nCode,Item,a\n,X,7\n,Y,0\n":                   1, // a row too few
		"Title\n\"\"\nCode,Item,a\n,X,#NAME?\n,Y,\n,Total,7.00001": 2,
	} {
		if wrong := compare(t, ours, []byte(theirs), 1); len(wrong) != want {
			t.Errorf("%q: found %v, want %d", theirs, wrong, want)
		}
	}
}

// compare holds the printed figures of the compiler's CSV against the other
// program's, whose table begins further down and has two columns before the figures.
func compare(t *testing.T, ours, theirs []byte, columns int) (wrong []string) {
	t.Helper()
	want, got := table(t, ours)[1:], table(t, theirs)
	for i, row := range want {
		if i+firstRow-1 >= len(got) {
			return append(wrong, "the row "+row[3]+" is missing")
		}
		other := got[i+firstRow-1]
		if row[0] == "group" || row[0] == "outside" {
			continue
		}
		for c := range columns {
			printed, mark := row[5+c], cost.Number
			if printed == "nil" || printed == "" {
				printed, mark = "0", cost.Nil
			}
			if value := other[firstColumn-1+c]; !agrees(value, printed, mark) {
				wrong = append(wrong, fmt.Sprintf("%s, column %s: computed %q, printed %s", row[1], strconv.Itoa(c+1), value, row[5+c]))
			}
		}
	}
	return wrong
}

func table(t *testing.T, text []byte) [][]string {
	t.Helper()
	r := csv.NewReader(strings.NewReader(string(bytes.TrimPrefix(text, []byte("\ufeff")))))
	r.FieldsPerRecord = -1
	rows, err := r.ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	return rows
}
