package actuals_test

import (
	"bytes"
	"testing"

	"github.com/xuri/excelize/v2"

	"github.com/isuplan/isuplan/pkg/actuals"
)

// TestDoubts: what was read and may be meant otherwise is said, and what is as it should be is not.
func TestDoubts(t *testing.T) {
	const dated, full = "Line,Date,Amount\n", "Line,Date,Text,Voucher,Amount\n"
	const cut = ", after the day of the accounts, 2025-09-30: "
	for name, c := range map[string]struct{ keys, text, want string }{
		"no amount":                     {"", dated + "1100,2025-03-01,\n1100,2025-03-02,5\n", "staff 5; ledger.csv:2: this row has a code and a date, but no amount: it is not counted"},
		"several":                       {"", dated + "1100,2025-03-01,\n1100,2025-03-02,5\n9000,2025-03-02,\n", "staff 5; ledger.csv:2: 2 rows, of which this is the first, have a code and a date, but no amount: they are not counted"},
		"no debit and no credit":        {"", "Code,Date,Debit,Credit\n1100,2025-03-01,,\n1100,2025-03-02,5,\n", "staff 5; ledger.csv:2: this row has a code and a date, but no amount: it is not counted"},
		"a dash is nothing":             {"", dated + "1100,2025-03-01,-\n1100,2025-03-02,5\n", "staff 5"},
		"no amount in a month":          {"", dated + "1100,2025-03,\n1100,2025-04,5\n", "staff 5"},
		"no amount later, or earlier":   {"", dated + "1100,2025-12-01,\n1100,2024-12-01,\n1100,2025-04-01,5\n", "staff 5"},
		"no amount of income":           {", kinds: {other: Income}", "Line,Date,Amount,Kind\n1100,2025-03-01,,Income\n1100,2025-04-01,5,expense\n", "staff 5"},
		"headings, sums and blank rows": {"", dated + "1100 Staff,,\n,2025-03-01,5\nTotal 1100,2025-03-31,\n,,\nOffice costs,,\n", "staff 5"},
		"a heading with a day":          {"", dated + "1100 Staff,2025-03-31,\n,2025-03-01,5\n", "staff 5"},

		"a quarter that is not over": {"", dated + "1100,Q3 2025,5\n1100,2025-09,5\n1100,2025,7\n1100,2025,1\n", "staff 18; ledger.csv:4: 2 rows from this one on, EUR 8 in all, are of `2025`, which ends on 2025-12-31" + cut + "they are counted whole"},
		"a month that has not begun": {"", dated + "1100,2025-10,5\n1100,2025-09,5\n", "staff 5; ledger.csv:2: this row of EUR 5 is passed over: it is after 2025-09-30"},

		"twice":                      {"", full + "1100,2025-03-01,Pay,V-1,5\n1100,2025-03-01,Pay,V-2,5\n1100,2025-03-01,Pay,V-1,5\n", "staff 15; ledger.csv:4: this row of EUR 5 is the same in every column as that in row 2: it may stand twice"},
		"twice by DocNo":             {"", "Line,Date,DocNo,Amount\n1100,2025-03-01,17,5\n1100,2025-03-01,17,5\n", "staff 10; ledger.csv:3: this row of EUR 5 is the same in every column as that in row 2: it may stand twice"},
		"twice, but nothing":         {"", full + "1100,2025-03-01,Pay,V-1,0\n1100,2025-03-01,Pay,V-1,0\n", "staff 0"},
		"twice without a number":     {"", full + "1100,2025-03-01,Pay,,5\n1100,2025-03-01,Pay,,5\n", "staff 10"},
		"another text":               {"", full + "1100,2025-03-01,Pay of A,V-1,5\n1100,2025-03-01,Pay of B,V-1,5\n", "staff 10"},
		"a document's type and date": {"", "Line,Date,Document type,Document date,Amount\n1100,2025-03-01,SA,2025-03-01,5\n1100,2025-03-01,SA,2025-03-01,5\n", "staff 10"},
		"no column of numbers":       {"", "Line,Date,Year,Amount\n1100,2025-03-01,2025,5\n1100,2025-03-01,2025,5\n", "staff 10"},

		"another name behind the code": {"", "Line,Amount\n1100 Travel of the grant,5\n1100 Staff,1\n1100 - travel of the grant,2\n", "staff 8; ledger.csv:2: this row is on the line `staff` by the code, but the name `Travel of the grant` is that of the line `travel-eu`; ledger.csv:4: this row is"},
		"another name beside it":       {"", "Line,Account name,Amount\n1100,Travel of the grant,5\n1100,Staff,1\n1100,Travel of the grant,2\n", "staff 8; ledger.csv:2: 2 rows from this one on are on the line `staff` by the code, but the name `Travel of the grant` is that of the line `travel-eu`"},
		"a name of nobody":             {"", "Line,Name,Amount\n1100,Salaries,5\n", "staff 5"},
		"a name of the code's":         {"", "Line,Name,Fund,Amount\n1200,Travel of the grant,CTF,5\n", "travel 5"},
		"a text, and no name":          {"", "Line,Text,Amount\n1100,Travel of the grant,5\n1100,Pay of March,1\n", "staff 6"},
		"texts that are names":         {"", "Line,Text,Amount\n1100,Travel of the grant,5\n1100,staff,1\n1100,Pay,1\n", "staff 7; ledger.csv:2: this row is on the line `staff` by the code, but the name `Travel of the grant` is that of the line `travel-eu`"},
		"a name before a text":         {"", "Line,Description,G/L account name,Amount\n1100,Travel of the grant,Staff,5\n1100,Pay,Travel of the grant,7\n", "staff 12; ledger.csv:3: this row is on the line `staff` by the code, but"},

		"accounts below a line":   {"", "Line,Amount\n1100.01,1\n1100-02,2\n1100/3,4\n1100.04 Overtime,8\n6000 Office:1100-5 Overtime,16\n", "staff 31"},
		"no accounts below":       {"", "Line,Amount\n11.01,1\n1100-1190,2\n1100/1200,4\n1100_1,8\n11000.1,16\n", "? 1; ? 2; ? 4; ? 8; ? 16; ledger.csv:2: this row of EUR 1 is on no line"},
		"a name that is of below": {"", "Line,Amount\n1100.01 Travel of the grant,1\n", "staff 1"},
		"sums of accounts below":  {"", "Line,Amount\n1100.01,1\n1100.02,2\n1100.01,4\nTotal 1100.01,5\nTotal 1100,7\n", "staff 7"},
	} {
		t.Run(name, func(t *testing.T) {
			if got := shown(filled(t, c.keys, "ledger.csv", c.text)); !begins(got, c.want) {
				t.Errorf("%q\n got %s\nwant %s", c.text, got, c.want)
			}
		})
	}
}

// TestLongestCode: an account below two lines is on that with the longer code.
func TestLongestCode(t *testing.T) {
	p := planOf(t, "EUR", `[{id: staff, code: "1100", label: Staff, fixed: 1}, {id: temps, code: "1100.02", label: Temps, fixed: 1}, {id: c, code: C, label: C, fixed: 1}, {id: g, code: "2", label: G, lines: [{id: one, code: "2.1", label: One, fixed: 1}]}]`)
	findings := actuals.Fill(p, func(string) (actuals.File, error) {
		return actuals.File{Name: "ledger.csv", Text: []byte("Line,Amount\n1100.01,1\n1100.02,2\n1100.02-7,4\n1100.020,8\nC.1,16\n2.1.5,32\n2.3,64\n")}, nil
	})
	const want = "staff 9; temps 6; ? 16; one 32; ? 64; ledger.csv:6: this row of EUR 16 is on no line of the budget: `C.1` is the code or id of no line of the budget; " +
		"ledger.csv:8: this row of EUR 64 is on no line of the budget: `2.3` is the code or id of no line of the budget"
	if got := shown(p, findings); got != want {
		t.Errorf("got %s\nwant %s", got, want)
	}
}

// TestFormulas: a formula that no program has computed is no empty cell. One of a sum is passed over as its sum is.
func TestFormulas(t *testing.T) {
	for name, c := range map[string]struct {
		cells map[string]any // an "=" begins a formula
		want  string
	}{
		"an amount":            {map[string]any{"A2": "1100", "B2": "=2*3", "A3": "1100", "B3": 5}, "ledger.xlsx:2: the cell of this row in the column of `amount` has a formula that was never computed, and no value"},
		"a code":               {map[string]any{"A2": "=1100", "B2": 6, "A3": "1100", "B3": 5}, "ledger.xlsx:2: the cell of this row in the column of `line` has a formula"},
		"an amount of no line": {map[string]any{"B2": "=2*3", "A3": "1100", "B3": 5}, "ledger.xlsx:2: the cell of this row in the column of `amount` has a formula"},
		"a total":              {map[string]any{"A2": "1100", "B2": 6, "A3": "Total", "B3": "=SUM(B2:B2)"}, "staff 6"},
		"another column":       {map[string]any{"A2": "1100", "B2": 6, "C2": "=B2*2"}, "staff 6"},
	} {
		t.Run(name, func(t *testing.T) {
			f := excelize.NewFile()
			c.cells["A1"], c.cells["B1"] = "Code", "Amount"
			for cell, value := range c.cells {
				if text, is := value.(string); is && text[0] == '=' {
					_ = f.SetCellFormula("Sheet1", cell, text[1:])
					continue
				}
				_ = f.SetCellValue("Sheet1", cell, value)
			}
			var b bytes.Buffer
			if err := f.Write(&b); err != nil {
				t.Fatal(err)
			}
			p, findings := filled(t, "", "ledger.xlsx", b.String())
			if got := shown(p, findings); !begins(got, c.want) {
				t.Errorf("%s, want %s", got, c.want)
			}
			for _, f := range findings {
				if !f.Span.IsValid() {
					t.Errorf("%s has no place", f.Message)
				}
			}
		})
	}
}
