package actuals_test

import (
	"bytes"
	"fmt"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"
	"pgregory.net/rapid"

	"github.com/isuplan/isuplan/pkg/actuals"
	"github.com/isuplan/isuplan/pkg/diag"
	"github.com/isuplan/isuplan/pkg/money"
	"github.com/isuplan/isuplan/pkg/plan"
	"github.com/isuplan/isuplan/pkg/source"
)

// filled reads an export into a plan whose actuals have further keys.
func filled(t rapid.TB, keys, name, text string) (*plan.Plan, []diag.Finding) {
	t.Helper()
	p, findings, ok := plan.Load(source.NewFile("plan.yaml", []byte(fmt.Sprintf(`isuplan: 1
document: {convention: Convention, unit: Unit, date: 2024-06-03}
period: {from: 2025-01-01, to: 2025-12-31}
outcomes: []
budget:
  currency: EUR
  funds: [{id: core, code: CTF}, {id: eu, code: EU}]
  lines:
    - {id: staff, code: "1100", label: Staff, fixed: 1000}
    - {id: travel, code: "1200", label: Travel of the core fund, fund: core, fixed: 100}
    - {id: travel-eu, code: "1200", label: Travel of the grant, fund: eu, fixed: 100}
  actuals: {as_at: 2025-09-30, list: %s%s}
`, name, keys))))
	if !ok {
		t.Fatal(findings)
	}
	return p, actuals.Fill(p, func(name string) (actuals.File, error) {
		return actuals.File{Name: name, Text: []byte(text)}, nil
	})
}

// shown writes what was read, and what was found.
func shown(p *plan.Plan, findings []diag.Finding) string {
	var list []string
	for i := range p.Budget.Actuals.Lines {
		a := &p.Budget.Actuals.Lines[i]
		s := a.Line.Value
		if s == "" {
			s = "?"
		}
		s += " " + a.Spent.Value.String()
		if !a.Committed.Value.IsZero() {
			s += "+" + a.Committed.Value.String()
		}
		list = append(list, s)
	}
	for _, f := range findings {
		list = append(list, fmt.Sprintf("%s:%d: %s", f.Span.File.Name, f.Span.Start.Line, f.Message))
	}
	return strings.Join(list, "; ")
}

func TestExports(t *testing.T) {
	const head = "Line,Amount\n"
	for name, c := range map[string]struct{ keys, text, want string }{
		"codes and ids":            {"", head + "1100,100\nstaff,20.5\nSTAFF,1\n", "staff 121.5"},
		"refunds in three ways":    {"", head + "1100,500.00\n1100,-1.5\n1100,(2.50)\n1100,3.00-\n", "staff 493"},
		"the currency in the cell": {"", head + "1100,EUR 12.50\n1100,7.5 EUR\n", "staff 20"},
		"decimal commas":           {"", "Line;Amount\n1100;1.234,50\n1100;(4,5)\n", "staff 1230"},
		"two columns":              {"", "Code,Spent,Committed\n1100,10,5\nstaff,,2\n", "staff 10+7"},
		"kinds":                    {"", "Line,Amount,Kind\n1100,10,Expenditure\n1100,5,commitment\n1100,-2,Commitment\n", "staff 10+3"},
		"kinds of the plan":        {", kinds: {spent: AP, committed: [PO, RQ], other: [Income, Obligations]}", "Line,Amount,Kind\n1100,10,AP\n1100,5,po\n1100,1,RQ\n9000,100,income\n1100,7,obligations\n", "staff 10+6; ledger.csv:5: 2 rows from this one on, EUR 107 in all, are passed over: they are neither expenditure nor commitments"},
		"funds tell lines":         {"", "Line,Amount,Fund\n1200,10,CTF\n1200,20,eu\n", "travel 10; travel-eu 20"},
		"a total, rows above":      {"", "Ledger of 2025\n\nLine,Text,Amount\nStaff costs,,\n1100,x,10\nTotal,,10\n", "staff 10"},
		"no line":                  {"", head + "7105,10\n7105,5\n1100,1\n,2\n", "? 15; staff 1; ? 2; ledger.csv:2: 2 rows from this one on, EUR 15 in all, are on no line of the budget: `7105` is the code or id of no line of the budget; ledger.csv:5: this row of EUR 2 is on no line of the budget: no line is named"},
		"several lines":            {"", head + "1200,10\n", "? 10; ledger.csv:2: this row of EUR 10 is on no line of the budget: `1200` is the code of several lines: `travel`, `travel-eu`"},
		"another fund":             {"", "Line,Amount,Fund\ntravel,10,EU\n1100,5,XX\n", "? 10; ? 5; ledger.csv:2: this row of EUR 10 is on no line of the budget: `travel` is not paid by the fund `eu`; ledger.csv:3: this row of EUR 5 is on a fund that the budget does not have: `XX` is the code or id of no fund of the budget"},
		"other years, later":       {"", "Line,Amount,Date\n1100,1,2024-12-31\n1100,2,2025-09-30\n1100,4,2025-10-01\n1100,8,Q3 2025\n1100,16,2026\n", "staff 10; ledger.csv:2: 2 rows from this one on, EUR 17 in all, are passed over: they are outside 2025-01-01 to 2025-12-31; ledger.csv:4: this row of EUR 4 is passed over: it is after 2025-09-30"},
		"dates of all kinds":       {"", "Line,Amount,Date\n1100,1,31.03.2025\n1100,2,2025-03\n1100,4,202503\n1100,8,March 2025\n1100,16,03/2025\n1100,32,5 May 2025\n1100,64,2025 q1\n1100,128,2025-03-31 00:00:00\n", "staff 255"},
		"the day first":            {"", "Line,Amount,Date\n1100,1,3/4/2025\n1100,2,13/4/2025\n1100,4,3/11/2025\n", "staff 3; ledger.csv:4: this row of EUR 4 is passed over: it is after 2025-09-30"},
		"the month first":          {"", "Line,Amount,Date\n1100,1,3/4/2025\n1100,2,4/13/2025\n1100,4,3/11/2025\n", "staff 7"},
		"no order":                 {"", "Line,Amount,Date\n1100,1,3/4/2025\n1100,1,4/4/2025\n", "ledger.csv:2: `3/4/2025` may be 2025-04-03 or 2025-03-04; no date of this file tells which"},
		"both orders":              {"", "Line,Amount,Date\n1100,1,30/4/2025\n1100,1,4/30/2025\n", "ledger.csv:2: `30/4/2025` is one of dates with the day first and dates with the month first; one more row is like it"},
		"no such day":              {"", "Line,Amount,Date\n1100,1,2025-02-30\n1100,1,soon\n1100,1,\n1100,1,31/12/25\n", "ledger.csv:2: `2025-02-30` is no day that there is; ledger.csv:3: `soon` is no date or period that can be read for certain; ledger.csv:4: this row has an amount, but no date; ledger.csv:5: `31/12/25` is no date or period that can be read for certain"},
		"two readings":             {"", "Line;Amount\n1100;1,234\n", "ledger.csv:2: `1,234` in the column of `amount` may be 1234 or 1.234; no number of this file tells which; write it so that everybody can"},
		"no number":                {"", head + "1100,much\n1100,5%\n", "ledger.csv:2: `much` in the column of `amount` is not a number; ledger.csv:3: `5%` in the column of `amount` is a percentage, and no amount"},
		"a kind nobody knows":      {"", "Line,Amount,Kind\n1100,1,JV\n1100,1,\n", "ledger.csv:2: `JV` does not say whether this amount was spent or committed; ledger.csv:3: this row does not say whether its amount was spent or committed"},
		"another currency":         {"", "Line,Amount,Currency\n1100,1,eur\n1100,1,CHF\n", "ledger.csv:3: this amount is in `CHF`, and the budget is in EUR"},
		"no column of lines":       {"", "Account,Amount\n1100,1\n", "plan.yaml:12: the export has no column of lines: none of its first rows has the head `line`, `code`"},
		"no column of amounts":     {"", "Line,Value\n1100,1\n", "plan.yaml:12: the export has no column of amounts"},
		"two columns of lines":     {"", "Line,Code,Amount\n1,1100,1\n", "plan.yaml:12: the export has two columns `Line`, `Code`, and nobody can tell which is meant"},
		"amounts and spent":        {"", "Line,Amount,Spent\n1100,1,1\n", "plan.yaml:12: the export has amounts in columns of several kinds, `amount`, `spent`, and nobody can tell which are meant"},
		"a head that is not":       {", heads: {date: Posted}", head + "1100,1\n", "plan.yaml:12: the export has no column `Posted`"},
		"kinds without a column":   {", kinds: {spent: AP}", head + "1100,1\n", "plan.yaml:12: the export has no column that says which kind an amount is"},
		"no rows":                  {"", head, "plan.yaml:12: the export has no rows below its head"},
		"empty":                    {"", "", "plan.yaml:12: the export has no column of lines: none of its first rows has the head `line`, `code`"},
		"UTF-16":                   {"", "\xff\xfeL\x00", "plan.yaml:12: the export of the accounts cannot be read: it is not in UTF-8: save it as CSV UTF-8"},
	} {
		t.Run(name, func(t *testing.T) {
			if got := shown(filled(t, c.keys, "ledger.csv", c.text)); got != c.want {
				t.Errorf("%q\n got %s\nwant %s", c.text, got, c.want)
			}
		})
	}
}

func TestWorkbook(t *testing.T) {
	f := excelize.NewFile()
	_, _ = f.NewSheet("Ledger")
	day, _ := f.NewStyle(&excelize.Style{NumFmt: 14})
	for cell, value := range map[string]any{"A2": "Code", "B2": "Amount", "C2": "Date", "A3": 1100, "B3": 0.1, "C3": 45747, "A4": "1100", "B4": 0.2, "C4": 45748, "A5": 9999, "B5": -1.25, "C5": 45748, "A6": "Total", "B6": -0.95} {
		_ = f.SetCellValue("Ledger", cell, value)
	}
	_ = f.SetCellStyle("Ledger", "C3", "C5", day)
	var b bytes.Buffer
	if err := f.Write(&b); err != nil {
		t.Fatal(err)
	}
	const want = "staff 0.3; ? -1.25; ledger.xlsx:5: this row of EUR -1.25 is on no line of the budget: `9999` is the code or id of no line of the budget"
	for _, keys := range []string{"", ", sheet: ledger"} {
		if got := shown(filled(t, keys, "ledger.xlsx", b.String())); got != want {
			t.Errorf("%s: %s, want %s", keys, got, want)
		}
	}
}

// TestNothingIsLost: what is on lines, on none and passed over comes to what the file has, in any
// order of its rows.
func TestNothingIsLost(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var text strings.Builder
		all, later := money.Zero, money.Zero
		text.WriteString("Line,Amount,Date\n")
		for range rapid.IntRange(1, 30).Draw(t, "rows") {
			line := rapid.SampledFrom([]string{"1100", "staff", "1200", "travel", "nobody", ""}).Draw(t, "line")
			date := rapid.SampledFrom([]string{"2025-01-31", "2025-10-31", "2024"}).Draw(t, "date")
			d := money.New(rapid.Int64Range(-1_000_000, 1_000_000).Draw(t, "cents")).Shift(-2)
			fmt.Fprintf(&text, "%s,%s,%s\n", line, money.Number(d, 2, "", "."), date)
			if date == "2025-01-31" {
				all = all.Add(d)
			} else {
				later = later.Add(d)
			}
		}
		p, findings := filled(t, "", "ledger.csv", text.String())
		got := money.Zero
		for i := range p.Budget.Actuals.Lines {
			got = got.Add(p.Budget.Actuals.Lines[i].Sum())
		}
		if !got.Equal(all) {
			t.Fatalf("%s\n%s were read, want %s: %s", text.String(), got, all, shown(p, findings))
		}
		for _, f := range findings {
			if f.Rule.Severity == diag.Error || f.Hint == "" || !f.Span.IsValid() {
				t.Fatalf("%s\n%+v", text.String(), f)
			}
		}
	})
}

// TestAnyExport reads any text: it is read, or refused with findings that have their words, a
// remedy and a place.
func TestAnyExport(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		pieces := rapid.SliceOfN(rapid.SampledFrom([]string{"1100", "staff", ",", ";", "\n", "\"", "1,5", "(2.5)", "-", "2025-03-31", "31/12/2025", "Q1 2025", "commitment", "CHF", "é", "%", "Total", "\x00", " ", "()", "--"}), 0, 40).Draw(t, "text")
		p, findings := filled(t, "", "ledger.csv", "Line,Amount,Date,Kind\n"+strings.Join(pieces, ""))
		refused := false
		for _, f := range findings {
			refused = refused || f.Rule.Severity == diag.Error
			if f.Message == "" || f.Hint == "" || !f.Span.IsValid() {
				t.Fatalf("%q: %+v", pieces, f)
			}
			_ = f.Span.Text()
		}
		if refused && len(p.Budget.Actuals.Lines) > 0 {
			t.Fatalf("%q: refused, and read: %s", pieces, shown(p, findings))
		}
	})
}

// TestMostRows: as many rows are read as are said, and not one more.
func TestMostRows(t *testing.T) {
	rows := strings.Repeat("1100,1\n", plan.MostActualRows)
	if got := shown(filled(t, "", "ledger.csv", "Line,Amount\n"+rows+"Total,100000\n")); got != "staff 100000" {
		t.Error(got)
	}
	if got := shown(filled(t, "", "ledger.csv", "Line,Amount\n"+rows+"1100,1\n")); got != "plan.yaml:12: the export has more than 100,000 rows, the most that are read" {
		t.Error(got)
	}
}

func Example() {
	p, _, _ := plan.Load(source.NewFile("plan.yaml", []byte(`isuplan: 1
document: {convention: Convention, unit: Unit, date: 2024-06-03}
period: {from: 2025-01-01, to: 2025-12-31}
outcomes: []
budget:
  currency: EUR
  lines: [{id: staff, code: "1100", label: Staff, fixed: 1000}]
  actuals: {as_at: 2025-06-30, list: ledger.csv}
`)))
	findings := actuals.Fill(p, func(name string) (actuals.File, error) {
		return actuals.File{Name: name, Text: []byte("Code;Amount\n1100;412,50\n1100;(12,50)\n9999;20,00\n")}, nil
	})
	for _, a := range p.Budget.Actuals.Lines {
		fmt.Println(a.Line.Value, a.Spent.Value)
	}
	for _, f := range findings {
		fmt.Println(f.Message)
	}
	// Output:
	// staff 400
	//  20
	// this row of EUR 20 is on no line of the budget: `9999` is the code or id of no line of the budget
}
