package actuals_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/isuplan/isuplan/pkg/actuals"
	"github.com/isuplan/isuplan/pkg/plan"
	"github.com/isuplan/isuplan/pkg/source"
)

// planFor is a plan for some time, whose accounts go up to a day.
func planFor(t *testing.T, from, to, asAt string) *plan.Plan {
	t.Helper()
	p, findings, ok := plan.Load(source.NewFile("plan.yaml", []byte(fmt.Sprintf(`isuplan: 1
document: {convention: Convention, unit: Unit, date: 2024-06-03}
period: {from: %s, to: %s}
outcomes: []
budget:
  currency: USD
  lines: [{id: staff, code: "1100", label: Staff, fixed: 1000}]
  actuals: {as_at: %s, list: ledger.csv}
`, from, to, asAt))))
	if !ok {
		t.Fatal(findings)
	}
	return p
}

// TestDatesOfExports reads dates and periods as SAP and spreadsheet programs write them.
func TestDatesOfExports(t *testing.T) {
	type year struct{ from, to, asAt string }
	calendar, fiscal := year{"2027-01-01", "2027-12-31", "2027-09-30"}, year{"2026-07-01", "2027-06-30", "2027-06-30"}
	for name, c := range map[string]struct {
		of          year
		dates, want string
	}{
		"without hyphens":             {calendar, "20270305 20280101 20261231", "staff 1; ledger.csv:3: 2 rows from this one on, USD 6 in all, are passed over: they are outside 2027-01-01"},
		"no day without hyphens":      {calendar, "20270230 05032027", "ledger.csv:2: `20270230` is no day that there is; ledger.csv:3: `05032027` is no date or period that can be read for certain"},
		"a month by its name":         {calendar, "5-Mar-27 05-Mar-2027 05-MAR-27 5/Mar/27 5_Mar_26", "ledger.csv:6: `5_Mar_26` is no date"},
		"months by their names":       {calendar, "5-Mar-27 05-Mar-2027 05-MAR-27 5/Mar/27", "staff 15"},
		"a month or a day":            {calendar, "Mar-27", "ledger.csv:2: `Mar-27` is no date or period that can be read for certain"},
		"dots, two digits":            {calendar, "05.03.27 31.12.26", "staff 1; ledger.csv:3: this row of USD 2 is passed over: it is outside 2027-01-01 to 2027-12-31"},
		"periods, a calendar year":    {calendar, "P03/2027 003.2027 003/2027 P3/2027 2027/003 2027P03 P12/2027", "staff 63; ledger.csv:8: this row of USD 64 is passed over: it is after 2027-09-30"},
		"closing periods":             {calendar, "013.2027 P13/2027", "ledger.csv:2: `013.2027` is no date or period that can be read for certain; ledger.csv:3: `P13/2027` is no date"},
		"periods, another year":       {fiscal, "P03/2027 003.2027 2027-03-01", "ledger.csv:2: `P03/2027` is a month of a fiscal year, by its number, and nobody can tell with which month that year begins: the accounts are for 2026-07-01 to 2027-06-30, and that is no calendar year; one more row is like it"},
		"months in another year":      {fiscal, "03/2027 2026-07", "staff 3"},
		"a fiscal year":               {fiscal, "2026/27 2026-2027 FY2026-27", "staff 7"},
		"fiscal years before":         {fiscal, "2025/26 2026/27", "staff 2; ledger.csv:2: this row of USD 1 is passed over: it is outside 2026-07-01"},
		"a fiscal year of a calendar": {calendar, "2026/27", "ledger.csv:2: `2026/27` is a fiscal year, and the accounts are for 2027-01-01 to 2027-12-31"},
		"no year of two":              {fiscal, "2026/28", "ledger.csv:2: `2026/28` is no date or period that can be read for certain"},
		"day or month":                {calendar, "02/03/2027 04/03/2027 05/05/2027", "ledger.csv:2: `02/03/2027` may be 2027-03-02 or 2027-02-03; no date of this file tells which; one more row is like it"},
		"neither day nor month":       {calendar, "13/13/2027", "ledger.csv:2: `13/13/2027` is no day that there is"},
		"all in one way":              {calendar, "05|03|27 06|03|27 07|03|27 soon", "ledger.csv:2: `05|03|27` is no date or period that can be read for certain; 2 more rows are like it; ledger.csv:5: `soon` is no date"},
	} {
		t.Run(name, func(t *testing.T) {
			text, amount := "Line,Date,Amount\n", 1
			for _, date := range strings.Fields(c.dates) {
				text += fmt.Sprintf("1100,%s,%d\n", date, amount)
				amount *= 2
			}
			p := planFor(t, c.of.from, c.of.to, c.of.asAt)
			findings := actuals.Fill(p, func(string) (actuals.File, error) { return actuals.File{Name: "ledger.csv", Text: []byte(text)}, nil })
			if got := shown(p, findings); !begins(got, c.want) {
				t.Errorf("%q\n got %s\nwant %s", c.dates, got, c.want)
			}
		})
	}
}

// TestAdviceOnDates: what is to be done is said with the dates of the file and the time of its plan.
func TestAdviceOnDates(t *testing.T) {
	for text, want := range map[string]string{
		"02/03/2027": "export all dates of the file with the year first, which everybody reads in one way; or write this one as 2027-03-02 or 2027-02-03",
		"soon":       "write a day as 2027-06-30, a month as 2027-06, a quarter as Q2 2027",
		"P03/2027":   "export the accounts with the day of each booking, or with months such as 2027-06",
	} {
		p := planFor(t, "2026-07-01", "2027-06-30", "2027-06-30")
		findings := actuals.Fill(p, func(string) (actuals.File, error) {
			return actuals.File{Name: "ledger.csv", Text: []byte("Line,Date,Amount\n1100," + text + ",1\n")}, nil
		})
		if len(findings) != 1 || findings[0].Hint != want {
			t.Errorf("%s: %v, want %s", text, findings, want)
		}
	}
}

// TestAlike: what is amiss in one way is said once.
func TestAlike(t *testing.T) {
	for name, c := range map[string]struct{ keys, text, want string }{
		"one odd amount":           {"", "Code;Amount\n1100;1,50\n1100;49,310.25\n1100;2.000,75\n1100;1.234\n", "ledger.csv:3: `49,310.25` in the column of `amount` has a decimal point, and 2 others, such as `1,50`, have a decimal comma"},
		"several odd amounts":      {"", "Code;Amount\n1100;1,50\n1100;9.25\n1100;2,75\n1100;7.5\n1100;3,5\n", "ledger.csv:3: `9.25` in the column of `amount` is the first of 2 amounts that have a decimal point, and 3 others, such as `1,50`, have a decimal comma"},
		"one and one":              {"", "Code;Amount\n1100;1,50\n1100;9.25\n", "ledger.csv:3: `9.25` in the column of `amount` has a decimal point, and another amount of the file, `1,50`, has a decimal comma"},
		"more points":              {"", "Code;Amount\n1100;1,50\n1100;9.25\n1100;9.5\n", "ledger.csv:2: `1,50` in the column of `amount` has a decimal comma, and 2 others, such as `9.25`, have a decimal point"},
		"no date":                  {"", "Code,Date,Amount\n1100,2025-03-01,1\n1100,,1\n1100,,2\n1100,,3\n", "ledger.csv:3: this row has an amount, but no date; 2 more rows are like it"},
		"no kind":                  {"", "Code,Kind,Amount\n1100,JV,1\n1100,,1\n1100,JV,2\n1100,jv,3\n", "ledger.csv:2: `JV` does not say whether this amount was spent or committed; 2 more rows are like it; ledger.csv:3: this row does not say whether its amount was spent or committed"},
		"the balance shows it":     {"", "Code,Amount,Balance\n1100,\"432,600\",\"424,016.55\"\n", "staff 432600"},
		"balances at odds":         {"", "Code;Amount;Balance;Rest\n1100;432,600;424,016.55;1.000,5\n", "ledger.csv:2: `432,600` in the column of `amount` may be 432600 or 432.600; no number"},
		"a version shows nothing":  {"", "Code,Amount,Version\n1100,\"432,600\",1.5\n", "ledger.csv:2: `432,600` in the column of `amount` may be 432600 or 432.600; no number"},
		"not a decimal by balance": {"", "Code,Amount,Balance\n1100,4.120,\"424,016.55\"\n", "ledger.csv:2: `4.120` in the column of `amount` may be 4120 or 4.120: it has three decimals"},
	} {
		t.Run(name, func(t *testing.T) {
			if got := shown(filled(t, c.keys, "ledger.csv", c.text)); !begins(got, c.want) {
				t.Errorf("%q\n got %s\nwant %s", c.text, got, c.want)
			}
		})
	}
}
