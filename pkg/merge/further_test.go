package merge_test

import (
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/isuplan/isuplan/pkg/merge"
	"github.com/isuplan/isuplan/pkg/money"
	"github.com/isuplan/isuplan/pkg/readback/xlsx"
)

// TestFurtherTablesAreLeft: a figure that was changed in a table that lays the lines out anew, or in a
// balance below the total, is left, and the reason says what to change where.
func TestFurtherTablesAreLeft(t *testing.T) {
	const name = "../../testdata/plans/trust-funds-2026.yaml"
	plan, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	u := unit(t, "plan.yaml", plan)
	for _, c := range []struct{ old, now, want string }{
		{"184,331", "184,332", "in the lines that this figure adds up"},
		{"412,000", "412,001", "it is of the balance `fund` (line 125): its `opening` is changed there"},
		{"412,000", "much", "it is of the balance `fund` (line 125): its `opening` is changed there"},
	} {
		found := merge.Compare(u, text(t, changed(t, u, replace(c.old, c.now)))).Changes
		if len(found) == 0 {
			t.Errorf("%s: nothing is said", c.old)
		}
		for _, change := range found {
			if len(change.Offers) > 0 || !strings.Contains(change.Left, c.want) {
				t.Errorf("%s: %+v", c.old, change)
			}
		}
	}
}

// TestRatesComeHome: a rate on the scale that was changed in the document is written in the plan.
func TestRatesComeHome(t *testing.T) {
	plan, err := os.ReadFile("../../testdata/plans/trust-funds-2026.yaml")
	if err != nil {
		t.Fatal(err)
	}
	u := unit(t, "plan.yaml", plan)
	for now, want := range map[string]string{"0.779": "{party: Austria, scale: 0.779}", "0.6790": "", "abc": "it is no rate in per cent", "300": "it is no rate in per cent"} {
		file := changed(t, u, replace("0.679", now))
		found := merge.Compare(u, text(t, file)).Changes
		switch {
		case want == "" && len(found) == 0:
		case len(found) != 1:
			t.Errorf("%s: %+v", now, found)
		case len(found[0].Offers) == 0 && found[0].Left != want:
			t.Errorf("%s: %s", now, found[0].Left)
		case len(found[0].Offers) > 0 && !strings.Contains(string(merged(t, u, file).Text), want):
			t.Errorf("%s: it is not written in the plan", now)
		}
	}
}

// TestFurtherSheetsAreLeft: what was changed on the sheets of posts and of further tables is left, with
// the reason; so are sheets that were added or taken out.
func TestFurtherSheetsAreLeft(t *testing.T) {
	u := unit(t, "plan.yaml", []byte(`isuplan: 1
document: {convention: Convention on Example Matters, short: CEM, unit: Secretariat, date: 2024-06-03}
period: {from: 2025-01-01, to: 2025-12-31}
outcomes: []
budget:
  currency: CHF
  funds: [{id: core, label: Core fund}, {id: special, label: Special fund}]
  lines: [{id: travel, label: Travel, fixed: 30, fund: core}, {id: rent, label: Rent, fixed: 40, fund: special}]
  tables: [{id: by-fund, rows: [funds, lines]}]
  staffing:
    posts: [{grade: P-3, count: 2}]
`))
	number := func(column int, n int64) xlsx.Cell {
		return xlsx.Cell{Column: column, Text: money.New(n).String(), IsNumber: true, Number: money.New(n)}
	}
	book := func(posts, travel int64, formula string, names ...string) *xlsx.Book {
		b := &xlsx.Book{}
		for _, name := range names {
			s := xlsx.Sheet{Name: name}
			switch name {
			case "Posts":
				s.Rows = []xlsx.Row{{Number: 4, Cells: []xlsx.Cell{{Column: 2, Text: "P-3"}, number(3, posts)}}}
			case "Table 1":
				sum := number(3, 70)
				sum.Formula = formula
				s.Rows = []xlsx.Row{{Number: 4, Cells: []xlsx.Cell{{Column: 1, Text: "Travel"}, number(3, travel)}}, {Number: 5, Cells: []xlsx.Cell{{Column: 1, Text: "Total"}, sum}}}
			case "Mine":
				s.Rows = []xlsx.Row{{Number: 1, Cells: []xlsx.Cell{number(1, 5)}}}
			}
			b.Sheets = append(b.Sheets, s)
		}
		return b
	}
	built := book(2, 30, "SUM(C4)", "Budget", "Posts", "Table 1")
	for want, edited := range map[string]*xlsx.Book{
		"": book(2, 30, "SUM(C4)", "Budget", "Posts", "Table 1"),
		"sheet Posts, row 4, P-3: the plan counts it from its posts: change the `count` in line 11, or the value on the sheet Inputs":                                                         book(3, 30, "SUM(C4)", "Budget", "Posts", "Table 1"),
		"sheet Table 1, row 4, Travel: the table lays the budget's lines out anew: change the amount, or whose it is (`fund`, `for`, `by`, `when`), in the line `travel` (line 8)":            book(2, 31, "SUM(C4)", "Budget", "Posts", "Table 1"),
		"sheet Table 1, row 5, Total: the table lays the budget's lines out anew: change the amounts, or whose they are (`fund`, `for`, `by`, `when`), in the lines that this figure adds up": book(2, 30, "", "Budget", "Posts", "Table 1"),
		"sheet Posts: a sheet is not taken out of the plan; take what it shows out by hand":                                                                                                   book(2, 30, "SUM(C4)", "Budget", "Table 1"),
		"sheet Mine: the workbook of the plan has no such sheet; write what it says in the plan by hand":                                                                                      book(2, 30, "SUM(C4)", "Budget", "Posts", "Table 1", "Mine"),
	} {
		var says []string
		for _, change := range merge.CompareBook(u, built, edited, nil).Changes {
			if len(change.Offers) > 0 {
				t.Errorf("%+v", change)
			}
			says = append(says, change.Place+": "+change.Left)
		}
		if got := strings.Join(slices.Compact(says), "; "); got != want {
			t.Errorf("got %q, want %q", got, want)
		}
	}
}
