package actuals_test

import (
	"bytes"
	"fmt"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"github.com/isuplan/isuplan/pkg/actuals"
	"github.com/isuplan/isuplan/pkg/plan"
	"github.com/isuplan/isuplan/pkg/source"
)

// TestAsTheyAreExported reads what programs of accounts write: each amount for certain, or not at all.
func TestAsTheyAreExported(t *testing.T) {
	const head = "Line,Amount\n"
	for name, c := range map[string]struct{ keys, text, want string }{
		"debit and credit":           {"", "Code,Debit,Credit,Balance\n1100,100.50,,100.50\n1100,,20.25,80.25\n1100,5,1,84.25\n", "staff 84.25"},
		"debits called otherwise":    {", heads: {debit: Soll, credit: Haben}", "Code;Soll;Haben;Amount\n1100;1.000,50;;7\n1100;;0,50;7\n", "staff 1000"},
		"a debit taken back":         {"", "Code,Debit,Credit\n1100,100,\n1100,-30,\n", "staff 70"},
		"a credit below nothing":     {"", "Code,Debit,Credit\n1100,100,\n1100,,-30\n", "ledger.csv:3: `-30` in the column of `credit` is less than nothing: nobody can tell whether it is a credit, or takes one back"},
		"debits alone":               {"", "Code,Debit\n1100,100\n", "plan.yaml:12: the export has a column of debits, and none of credits"},
		"credits alone":              {"", "Code,Credit\n1100,100\n", "plan.yaml:12: the export has a column of credits, and none of debits"},
		"debits, credits and kinds":  {"", "Code,Debit,Credit,Kind\n1100,100,,expense\n1100,7,,commitment\n1100,,2,commitment\n", "staff 100+5"},
		"two ways, one named":        {", heads: {amount: Net}", "Code,Debit,Credit,Net\n1100,100,,90\n", "staff 90"},
		"two ways, both named":       {", heads: {amount: Net, debit: Debit}", "Code,Debit,Credit,Net\n1100,100,,90\n", "plan.yaml:12: the export has amounts in columns of several kinds, `amount`, `debit`, and nobody can tell which are meant"},
		"rows above, blank rows":     {"", "\ufeffFoundation X;;\nAccount;6100;\n;;\nCode;Text;Amount\n;;\n1100;x;10,5\n;;\n1100;y;1\n", "staff 11.5"},
		"heads on each page":         {"", "Code,Amount,Date\n1100,10,2025-03-31\nPage 1 of 2,,\nLedger of 2025,,\nCode,Amount,Date\n,(EUR),\n1100,5,2025-04-30\n", "staff 15"},
		"other heads on a page":      {"", "Code,Amount\n1100,10\nAmount,Code\n5,1100\n", "ledger.csv:3: this row has heads again, and they stand in other columns than those of the first"},
		"subtotals":                  {"", "Code,Text,Amount\n1100,a,10\n1100,b,5\nTotal 1100 Staff,,15\nstaff,c,2\nSum of account staff,,2\n,Sub-total,2\nGrand total,,17\n", "staff 17"},
		"sums of accounts below":     {"", "Code,Amount\n1100 Staff,10\n9000 Bank,1\n1100 Staff,5\nTotal 1100,15\nTotal for account 9000 Bank,1\n", "staff 15; ? 1; ledger.csv:3: this row of EUR 1 is on no line"},
		"a wrong sum of an account":  {"", "Code,Amount\n1100 Staff,10\n9000 Bank,1\n1100 Staff,5\nTotal 1100,14\n", "ledger.csv:5: this row of EUR 14 calls itself a sum, but the rows on `1100` come to EUR 15; the difference is EUR -1: rows"},
		"a sum above its rows":       {"", head + "Total,15\n1100,10\n1100,5\n", "staff 15"},
		"a sum of other rows":        {"", head + "1100,10\nTotal 1100,12\n1100,5\n", "ledger.csv:3: this row of EUR 12 calls itself a sum, but the rows on `1100` come to EUR 15; the difference is EUR -3: rows are missing or stand there twice, or it is an amount of its own"},
		"a wrong total":              {"", head + "1100,10\n1100,5.50\nTotal,16\n", "ledger.csv:4: this row of EUR 16 calls itself a sum, but the rows above it come to EUR 15.50; the difference is EUR 0.50: rows"},
		"a wrong total above":        {"", head + "Total,16\n1100,10\n1100,5\n", "ledger.csv:2: this row of EUR 16 calls itself a sum, but the rows below it come to EUR 15; the difference is EUR 1: rows"},
		"a wrong subtotal":           {"", head + "1100,1000\nSubtotal,1000\n1100,10\n9000,5\nSubtotal,16\nTotal,1015\n", "ledger.csv:6: this row of EUR 16 calls itself a sum, but the rows between it and the sum above it come to EUR 15; the difference is EUR 1: rows"},
		"a company called Total":     {"", "Vendor,Code,Amount\nTotal Energies,1100,10\nTotal Energies,1100,10\nTotal,1100,10\n", "ledger.csv:4: this row of EUR 10 calls itself a sum"},
		"a sum that names its line":  {"", "Text,Code,Amount\na,1100,10\nb,1100,10\nSubtotal,1100,20\n", "staff 20"},
		"sums of debits and credits": {"", "Code,Debit,Credit\n1100,10,\n1100,,4\nTotal,10,4\n", "staff 6"},
		"sums of two columns":        {"", "Code,Spent,Committed\n1100,10,1\nstaff,5,\nTotal,15,1\nTotal,15,2\n", "ledger.csv:5: this row of EUR 17 calls itself a sum, but it gives EUR 2 as `committed`, and the rows above it come to EUR 1; the difference is EUR 1: rows"},
		"a name behind the code":     {"", head + "1100 Staff,1\n1100 - Staff,2\n1100: Staff,4\n1000 Office:1100 · Staff,8\n1100–Staff,0\n", "staff 15; ? 0; ledger.csv:6: this row of EUR 0 is on no line of the budget: `1100–Staff` is the code or id of no line of the budget"},
		"another code behind it":     {"", head + "1100 20,1\n1100-20,2\n11001 Staff,4\n1100:9000,8\n", "? 1; staff 2; ? 4; ? 8; ledger.csv:2: this row of EUR 1 is on no line of the budget: `1100 20`"},
		"lists by account":           {"", "Code,Date,Amount\n1100 Staff,,\n,2025-03-01,10\n,2025-03-02,5\nTotal for 1100 Staff,,15\n,2025-03-03,1\n9000 Bank,,\n,2025-03-03,2\n", "staff 15; ? 1; ? 2; ledger.csv:6: this row of EUR 1 is on no line of the budget: no line is named; ledger.csv:8: this row of EUR 2 is on no line of the budget: `9000 Bank`"},
		"a heading of another row":   {"", "Code,Text,Amount\n1100,heading,\nstaff,a,10\n,b,5\n", "staff 10; ? 5; ledger.csv:4: this row of EUR 5 is on no line of the budget: no line is named"},
		"our currency":               {"", "Line;Amount\n1100;EUR 1'234.50\n1100;€5.25\n1100;10 eur\n1100;(€ 0.75)\n1100;-€1.00\n1100;€ -1.00\n1100;1.00- EUR\n", "staff 1246"},
		"blanks and a comma":         {"", "Line;Amount\n1100;1 234,50 €\n1100;1\u202f000,50\u00a0€\n", "staff 2235"},
		"no cents":                   {"", head + "1100,50.-\n1100,1'200.--\n", "staff 1250"},
		"debits marked":              {"", head + "1100,50.00 DR\n1100,20.00CR\n1100,5.00 Cr\n", "staff 25"},
		"two signs":                  {"", head + "1100,-(5)\n1100,-5 CR\n1100,- -5\n", "ledger.csv:2: `-(5)` in the column of `amount` is not a number; ledger.csv:3: `-5 CR` in the column of `amount` is not a number; ledger.csv:4: `- -5` in the column of `amount` is not a number"},
		"another currency":           {"", head + "1100,CHF 5\n1100,$5\n1100,5 zzz\n", "ledger.csv:2: `CHF 5` in the column of `amount` is in `CHF`, as it seems, and the budget is in EUR; ledger.csv:3: `$5` in the column of `amount` is in `$`, as it seems, and the budget is in EUR; ledger.csv:4: `5 zzz` in the column of `amount` is in `zzz`, as it seems, and the budget is in EUR"},
		"results of SAP":             {"", "Code;Fund;Amount\n1100;CTF;10,50\n1100;CTF;1,00-\nResult;;9,50\nstaff;;1,00\nOverall Result;;10,50\n", "staff 9.5; staff 1"},
		"two numbers":                {"", head + "1100,12 34\n1100,1 2345\n1100,1'2\n", "ledger.csv:2: `12 34` in the column of `amount` is not a number; ledger.csv:3: `1 2345` in the column of `amount` is not a number; ledger.csv:4: `1'2` in the column of `amount` is not a number"},
		"a date for an amount":       {"", "Line;Amount\n1100;31.03.2025\n1100;1.234\n", "ledger.csv:2: `31.03.2025` in the column of `amount` may be"},
		"periods of SAP":             {"", "Line,Amount,Date\n1100,5,003.2025\n1100,6,003/2025\n1100,7,011.2025\n", "staff 11; ledger.csv:4: this row of EUR 7 is passed over: it is after 2025-09-30"},
	} {
		t.Run(name, func(t *testing.T) {
			got := shown(filled(t, c.keys, "ledger.csv", c.text))
			if !begins(got, c.want) {
				t.Errorf("%q\n got %s\nwant %s", c.text, got, c.want)
			}
		})
	}
}

// begins compares; a text that is left off within a finding's words stands for all of it.
func begins(got, want string) bool {
	return got == want || len(want) > 20 && len(got) > len(want) && got[:len(want)] == want
}

// TestTextsOfWorkbooks: what a workbook stores as a number is one; a text that looks like one is
// read as in CSV.
func TestTextsOfWorkbooks(t *testing.T) {
	for name, c := range map[string]struct {
		cells map[string]any
		want  string
	}{
		"stored":         {map[string]any{"A1": "Code", "B1": "Amount", "A2": 1100, "B2": 1234.5}, "staff 1234.5"},
		"texts":          {map[string]any{"A1": "Code", "B1": "Amount", "A2": "1100", "B2": "1.234,50 €", "A3": "1100", "B3": 0.5}, "staff 1235"},
		"four twelve":    {map[string]any{"A1": "Code", "B1": "Amount", "A2": "1100", "B2": 4.120, "A3": "1100", "B3": "12.50"}, "staff 16.62"},
		"a text unclear": {map[string]any{"A1": "Code", "B1": "Amount", "A2": "1100", "B2": "1,234", "A3": "1100", "B3": 0.5}, "ledger.xlsx:2: `1,234` in the column of `amount` may be 1234 or 1.234; no number of this file tells which; write it so that everybody can"},
	} {
		t.Run(name, func(t *testing.T) {
			f := excelize.NewFile()
			for cell, value := range c.cells {
				_ = f.SetCellValue("Sheet1", cell, value)
			}
			var b bytes.Buffer
			if err := f.Write(&b); err != nil {
				t.Fatal(err)
			}
			if got := shown(filled(t, "", "ledger.xlsx", b.String())); got != c.want {
				t.Errorf("%s, want %s", got, c.want)
			}
		})
	}
}

// TestThreeDigitsBehindTheMark: 4.120 is a number only where the file, or the currency, shows what the mark is.
func TestThreeDigitsBehindTheMark(t *testing.T) {
	const unclear, asRare = "; no number of this file tells which", ": it has three decimals, and no other amount of this file has them for certain"
	may := func(line int, text, two, sure string) string {
		return fmt.Sprintf("ledger.csv:%d: `%s` in the column of `amount` may be %s%s; write it so that everybody can", line, text, two, sure)
	}
	for name, c := range map[string]struct{ currency, amounts, want string }{
		"alone":                       {"EUR", "4.120", may(2, "4.120", "4120 or 4.120", unclear)},
		"alone, a comma":              {"EUR", "4,120", may(2, "4,120", "4120 or 4.120", unclear)},
		"all of that form":            {"EUR", "4.120 12.500", may(2, "4.120", "4120 or 4.120", unclear) + "; one more row is like it"},
		"others have two decimals":    {"EUR", "4.120 12.50", may(2, "4.120", "4120 or 4.120", asRare)},
		"the same with a comma":       {"EUR", "-4,120 12,50", "ledger.csv:2: `-4,120` in the column of `amount` may be -4120 or -4.120" + asRare},
		"the other mark is decimal":   {"EUR", "4.120 12,50", "staff 4132.5"},
		"thousands and cents":         {"EUR", "4.120 1.234,50", "staff 5354.5"},
		"three decimals for certain":  {"EUR", "4.120 0.125 12.5", "staff 16.745"},
		"more than thousands":         {"EUR", "4.120 1250.120", "staff 1254.24"},
		"thousands and decimals":      {"EUR", "4.120 1,250.120", "staff 1254.24"},
		"dinars alone":                {"KWD", "4.120", may(2, "4.120", "4120 or 4.120", unclear)},
		"dinars, one shows it":        {"KWD", "4.120 0.500", "staff 4.62"},
		"dinars, two decimals show":   {"TND", "4.120 12.50", "staff 16.62"},
		"yen have no decimals":        {"JPY", "4,120 12,500 95", "staff 16715"},
		"francs with points":          {"XOF", "4.120 12.500", "staff 16620"},
		"francs with both marks":      {"XOF", "4.120 12,500", may(2, "4.120", "4120 or 4.120", unclear) + "; one more row is like it"},
		"yen with decimals of others": {"JPY", "4.120 12.50", may(2, "4.120", "4120 or 4.120", asRare)},
	} {
		t.Run(name, func(t *testing.T) {
			text := strings.ReplaceAll(" "+c.amounts, " ", "\n1100;") + "\n"
			p := planOf(t, c.currency, `[{id: staff, code: "1100", label: Staff, fixed: 1000}]`)
			findings := actuals.Fill(p, func(string) (actuals.File, error) {
				return actuals.File{Name: "ledger.csv", Text: []byte("Line;Amount" + text)}, nil
			})
			if got := shown(p, findings); !begins(got, c.want) {
				t.Errorf("%q\n got %s\nwant %s", c.amounts, got, c.want)
			}
		})
	}
}

// planOf is a plan in a currency, with lines.
func planOf(t *testing.T, currency, lines string) *plan.Plan {
	t.Helper()
	p, findings, ok := plan.Load(source.NewFile("plan.yaml", []byte(fmt.Sprintf(`isuplan: 1
document: {convention: Convention, unit: Unit, date: 2024-06-03}
period: {from: 2025-01-01, to: 2025-12-31}
outcomes: []
budget:
  currency: %s
  lines: %s
  actuals: {as_at: 2025-09-30, list: ledger.csv}
`, currency, lines))))
	if !ok {
		t.Fatal(findings)
	}
	return p
}
