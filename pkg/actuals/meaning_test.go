package actuals_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/isuplan/isuplan/pkg/actuals"
	"github.com/isuplan/isuplan/pkg/plan"
	"github.com/isuplan/isuplan/pkg/source"
)

// TestNameHeads: the columns in which accounts are named.
func TestNameHeads(t *testing.T) {
	for _, head := range []string{"Account name", "Commitment item text", "Account description", "Description of account", "G/L account name", "G/L Acct Text", "Cost element descr.",
		"Name", "Text", "Description", "Bezeichnung", "Kontobezeichnung", "Libellé", "Intitulé du compte", "Descripción", "Nombre de la cuenta", "Наименование счета"} {
		const want = "staff 5; ledger.csv:2: this row is on the line `staff` by the code, but the name `Travel of the grant` is that of the line `travel-eu`"
		if got := shown(filled(t, "", "ledger.csv", "Line,"+head+",Amount\n1100,Travel of the grant,5\n")); got != want {
			t.Errorf("%s: %s", head, got)
		}
	}
	for _, head := range []string{"Vendor", "Supplier name", "Document text", "Named by", "Trip"} {
		if got := shown(filled(t, "", "ledger.csv", "Line,"+head+",Amount\n1100,Travel of the grant,5\n")); got != "staff 5" {
			t.Errorf("%s: %s", head, got)
		}
	}
}

// TestFundsOfNoPlan: where the budget has no funds, what the accounts book on is passed over.
func TestFundsOfNoPlan(t *testing.T) {
	p := planOf(t, "EUR", `[{id: staff, code: "1100", label: Staff, fixed: 1000}]`)
	findings := actuals.Fill(p, func(string) (actuals.File, error) {
		return actuals.File{Name: "ledger.csv", Text: []byte("Line,Fund,Amount\n1100,CORE,900.50\n1100,,1\n")}, nil
	})
	if got := shown(p, findings); got != "staff 901.5" {
		t.Error(got)
	}
}

// TestCurrencies: what a file says of the currency of its amounts, where no column is called so.
func TestCurrencies(t *testing.T) {
	byHead := func(head, key, unit string) string {
		return "plan.yaml:12: by its head, `" + head + "`, the column of `" + key + "` is in " + unit + ", and the budget is in EUR"
	}
	const row = "this amount is in `CHF`, and the budget is in EUR"
	for name, c := range map[string]struct{ keys, text, want string }{
		"a head in brackets":        {", heads: {amount: Amount (CHF)}", "Line,Amount (CHF)\n1100,5\n", byHead("Amount (CHF)", "amount", "CHF")},
		"square brackets":           {", heads: {spent: \"Spent [USD]\"}", "Line,Spent [USD]\n1100,5\n", byHead("Spent [USD]", "spent", "USD")},
		"a sign in brackets":        {", heads: {amount: Amount ($)}", "Line,Amount ($)\n1100,5\n", byHead("Amount ($)", "amount", "$")},
		"a head with in":            {", heads: {committed: Obligated in CHF}", "Line,Obligated in CHF\n1100,5\n", byHead("Obligated in CHF", "committed", "CHF")},
		"the whole head":            {", heads: {amount: CHF}", "Line,CHF\n1100,5\n", byHead("CHF", "amount", "CHF")},
		"ours":                      {", heads: {amount: Amount (EUR)}", "Line,Amount (EUR)\n1100,5\n", "staff 5"},
		"our sign":                  {", heads: {amount: Amount (€)}", "Line,Amount (€)\n1100,5\n", "staff 5"},
		"words":                     {", heads: {amount: COP (ISU)}", "Line,COP (ISU)\n1100,5\n", "staff 5"},
		"a conference":              {", heads: {amount: Amount (COP)}", "Line,Amount (COP)\n1100,5\n", "staff 5"},
		"in all":                    {", heads: {amount: SPENT IN ALL}", "Line,SPENT IN ALL\n1100,5\n", "staff 5"},
		"all":                       {", heads: {amount: ALL}", "Line,ALL\n1100,5\n", "staff 5"},
		"a column that is not read": {"", "Line,Amount,Amount (CHF)\n1100,5,6\n", "staff 5"},

		"a column of codes":        {"", "Line,Amount,Curr.\n1100,5,EUR\n1100,5,CHF\n", "ledger.csv:3: " + row},
		"of ours":                  {"", "Line,Amount,Devise\n1100,5,EUR\n", "staff 5"},
		"in small letters":         {"", "Line,Amount,Waers\n1100,5,chf\n", "ledger.csv:2: this amount is in `chf`, and the budget is in EUR"},
		"in Russian":               {"", "Line,Amount,Валюта\n1100,5,CHF\n", "ledger.csv:2: " + row},
		"not of codes alone":       {"", "Line,Amount,Cur\n1100,5,CHF\n1100,5,local\n", "staff 10"},
		"another head":             {"", "Line,Amount,Country\n1100,5,CHF\n", "staff 5"},
		"beside amounts in ours":   {", heads: {amount: Amount EUR}", "Line,Amount EUR,Curr.\n1100,5,CHF\n", "staff 5"},
		"beside local amounts":     {", heads: {amount: Amount in local cur.}", "Line,Amount in local cur.,Curr.\n1100,5,CHF\n", "staff 5"},
		"beside two amounts":       {"", "Line,Amount,Curr.,Amount in document currency\n1100,5,CHF,6\n", "staff 5"},
		"two columns of codes":     {"", "Line,Amount,Curr.,Ccy\n1100,5,CHF,EUR\n", "staff 5"},
		"one that the plan names":  {", heads: {currency: Cur}", "Line,Amount,Curr.,Cur\n1100,5,CHF,EUR\n", "staff 5"},
		"above the heads":          {"", "Ledger (all amounts in USD)\nLine,Amount\n1100,5\n", "ledger.csv:1: by this row the amounts are in USD, and the budget is in EUR"},
		"above the heads, a cell":  {"", "Currency,USD\nLine,Amount\n1100,5\n", "ledger.csv:1: by this row the amounts are in USD, and the budget is in EUR"},
		"above the heads, ours":    {"", "All amounts are expressed in EUR.\nLine,Amount\n1100,5\n", "staff 5"},
		"above the heads, several": {"", "Amounts in USD and EUR\nLine,Amount\n1100,5\n", "staff 5"},
		"above, and a column":      {"", "All amounts in USD\nLine,Amount,Currency\n1100,5,EUR\n", "staff 5"},
		"above, and a head":        {", heads: {amount: Amount (EUR)}", "Currency: USD\nLine,Amount (EUR)\n1100,5\n", "staff 5"},
	} {
		t.Run(name, func(t *testing.T) {
			if got := shown(filled(t, c.keys, "ledger.csv", c.text)); got != c.want {
				t.Errorf("%q\n got %s\nwant %s", c.text, got, c.want)
			}
		})
	}
}

// TestYears: a file, or a column of it, that is of another year than the accounts.
func TestYears(t *testing.T) {
	const dated = "Line,Date,Amount\n"
	for name, c := range map[string]struct{ keys, text, want string }{
		"no row of the year":     {"", dated + "1100,2024-03-01,5\n1100,2024-04-01,7\n", "ledger.csv:2: 2 rows from this one on, EUR 12 in all, are of another time, and no row of the file is of 2025: the accounts may be those of another year"},
		"none counted":           {"", dated + "1100,2024-03-01,5\n1100,2025-12-01,7\n", "ledger.csv:2: this row of EUR 5 is of another time, and no other row of the file is counted for 2025: the accounts may be those of another year; ledger.csv:3: this row of EUR 7 is passed over: it is after 2025-09-30"},
		"a few rows of the year": {"", dated + "1100,2024-03-01,5\n1100,2025-04-01,7\n", "staff 7; ledger.csv:2: this row of EUR 5 is passed over: it is outside 2025-01-01 to 2025-12-31"},
		"later rows alone":       {"", dated + "1100,2025-12-01,7\n", "ledger.csv:2: this row of EUR 7 is passed over: it is after 2025-09-30"},
		"a head of another year": {", heads: {spent: Actual 2024}", "Line,Actual 2024,Actual 2025\n1100,5,6\n", "staff 5; plan.yaml:12: by its head, `Actual 2024`, the column of `spent` is of 2024, and the accounts are of 2025"},
		"a head of a day":        {", heads: {spent: To 31.12.2024}", "Line,To 31.12.2024\n1100,5\n", "staff 5; plan.yaml:12: by its head, `To 31.12.2024`, the column of `spent` is of 2024, and the accounts are of 2025"},
		"of two years":           {", heads: {spent: Actual 2023/24}", "Line,Actual 2023/24\n1100,5\n", "staff 5; plan.yaml:12: by its head, `Actual 2023/24`, the column of `spent` is of 2023/24, and the accounts are of 2025"},
		"of two years, one ours": {", heads: {spent: Actual 2024/25}", "Line,Actual 2024/25\n1100,5\n", "staff 5"},
		"of the year":            {", heads: {spent: FY2025 actual}", "Line,FY2025 actual\n1100,5\n", "staff 5"},
		"prices of another year": {", heads: {spent: Actual at 2020 prices}", "Line,Actual at 2020 prices\n1100,5\n", "staff 5"},
		"an account number":      {", heads: {spent: Account 20201}", "Line,Account 20201\n1100,5\n", "staff 5"},
	} {
		t.Run(name, func(t *testing.T) {
			if got := shown(filled(t, c.keys, "ledger.csv", c.text)); got != c.want {
				t.Errorf("%q\n got %s\nwant %s", c.text, got, c.want)
			}
		})
	}
}

// TestQuarters: those of a year that does not begin in January are as the budget's calendar has them, where the file
// shows what its years are, and unclear otherwise.
func TestQuarters(t *testing.T) {
	const july = "from: 2026-07-01, to: 2027-06-30"
	const own = "[{id: q1, label: July–September}, {id: q2, label: October–December}, {id: q3, label: January–March}, {id: q4, label: April–June}]"
	const which = " is of a year that begins in July, and nobody can tell which: the year may be that in which the quarter, or the accounts' year, begins or ends; write its months, such as 2026-07"
	for name, c := range map[string]struct{ period, calendar, dates, want string }{
		"years of the quarters":      {july, own, "Q1 2026,Q2 2026,Q3 2027,Q4 2027", "staff 15"},
		"years of the begin":         {july, own, "Q1 2026,Q2 2026,Q3 2026,2026-Q4", "staff 15"},
		"years of the end":           {july, own, "Q1 2027,Q2 2027,Q3 2027,Q4 2027", "staff 15"},
		"all but one way":            {july, own, "Q1 2026", "staff 1"},
		"with months":                {july, own, "Q3 2027,2026-07", "staff 3"},
		"of another year":            {july, own, "Q1 2026,Q1 2027", "ledger.csv:2: `Q1 2026`" + which + "; one more row is like it"},
		"no calendar":                {july, "[]", "Q3 2026", "ledger.csv:2: `Q3 2026` may be a quarter of the calendar's year or of the accounts', which begins in July; write its months, such as 2026-07, or give the budget a `calendar` with what it is: {id: q3, label: January–March}"},
		"a calendar of others":       {july, "[{id: q1, label: First part}]", "Q1 2026", "ledger.csv:2: `Q1 2026` may be a quarter of the calendar's year or of the accounts', which begins in July; write its months, such as 2026-07, or give the budget a `calendar` with what it is: {id: q1, label: July–September}"},
		"natural ones in a calendar": {july, "[{id: q3, label: July–September}, {id: q1, label: January–March}]", "Q3 2026,Q1 2027", "staff 3"},
		"months that are counted":    {july, own, "003.2026", "ledger.csv:2: `003.2026` is a month of a fiscal year, by its number, and nobody can tell with which month that year begins: the accounts are for 2026-07-01 to 2027-06-30"},
		"half a year to December":    {"from: 2026-07-01, to: 2026-12-31", "[]", "Q3 2026,Q2 2026", "staff 1; ledger.csv:3: this row of EUR 2 is passed over: it is outside 2026-07-01 to 2026-12-31"},
		"a calendar year":            {"from: 2026-01-01, to: 2026-12-31", "[{id: q1, label: January–March}]", "Q1 2026,Q4 2026,Q1 2027", "staff 3; ledger.csv:4: this row of EUR 4 is passed over: it is outside 2026-01-01 to 2026-12-31"},
		"two years":                  {"from: 2026-01-01, to: 2027-12-31", "[]", "Q1 2026,Q1 2027", "staff 3"},
	} {
		t.Run(name, func(t *testing.T) {
			p, findings, ok := plan.Load(source.NewFile("plan.yaml", []byte(fmt.Sprintf(`isuplan: 1
document: {convention: Convention, unit: Unit, date: 2024-06-03}
period: {%s}
outcomes: []
budget:
  currency: EUR
  calendar: %s
  lines: [{id: staff, code: "1100", label: Staff, fixed: 1000}]
  actuals: {as_at: 2027-12-31, list: ledger.csv}
`, c.period, c.calendar))))
			if !ok {
				t.Fatal(findings)
			}
			text := "Line,Date,Amount\n"
			for i, date := range strings.Split(c.dates, ",") {
				text += fmt.Sprintf("1100,%s,%d\n", date, 1<<i)
			}
			got := shown(p, actuals.Fill(p, func(string) (actuals.File, error) { return actuals.File{Name: "ledger.csv", Text: []byte(text)}, nil }))
			if !begins(got, c.want) {
				t.Errorf("%s\n got %s\nwant %s", c.dates, got, c.want)
			}
		})
	}
}

// TestUnreadDates: a column of dates that the plan does not name, where it would pass rows over.
func TestUnreadDates(t *testing.T) {
	const not = " has dates that are not read: "
	const of = " outside 2025-01-01 to 2025-12-31, or after 2025-09-30, and "
	for name, c := range map[string]struct{ keys, text, want string }{
		"last year":              {"", "Line,Posting date,Amount\n1100,2024-03-01,5\n1100,2024-04-01,7\n", "staff 12; ledger.csv:2: the column `Posting date`" + not + "2 rows from this one on, EUR 12 in all, are" + of + "are counted"},
		"after the day":          {"", "Line,Posted on,Amount\n1100,2025-03-01,5\n1100,2025-10-01,7\n", "staff 12; ledger.csv:3: the column `Posted on`" + not + "this row of EUR 7 is" + of + "is counted"},
		"in time":                {"", "Line,Posting date,Amount\n1100,2025-03-01,5\n1100,2025-09-30,7\n", "staff 12"},
		"in German":              {"", "Line,Buchungsdatum,Amount\n1100,31.12.2024,5\n", "staff 5; ledger.csv:2: the column `Buchungsdatum`" + not + "this row of EUR 5 is" + of + "is counted"},
		"unclear, but its year":  {"", "Line,Fecha,Amount\n1100,03/04/2024,5\n", "staff 5; ledger.csv:2: the column `Fecha`" + not + "this row of EUR 5 is" + of + "is counted"},
		"unclear, in the year":   {"", "Line,Fecha,Amount\n1100,03/04/2025,5\n", "staff 5"},
		"the year of all":        {"", "Line,Year,Amount\n1100,2025,5\n", "staff 5"},
		"last year, as a number": {"", "Line,Fiscal year,Amount\n1100,2024,5\n", "staff 5; ledger.csv:2: the column `Fiscal year`" + not + "this row of EUR 5 is" + of + "is counted"},
		"no dates alone":         {"", "Line,Period,Amount\n1100,2024-03-01,5\n1100,open,7\n", "staff 12"},
		"another column":         {"", "Line,End of contract,Amount\n1100,2027-03-01,5\n", "staff 5"},
		"one that is in time":    {"", "Line,Posting date,Entry date,Amount\n1100,2025-03-01,2024-12-31,5\n", "staff 5"},
		"two that are not":       {"", "Line,Posting date,Entry date,Amount\n1100,2024-03-01,2024-12-31,5\n", "staff 5; ledger.csv:2: the columns `Posting date`, `Entry date` have dates that are not read: this row of EUR 5 is" + of + "is counted"},
		"an older document":      {"", "Line,Document date,Amount\n1100,2024-12-28,5\n1100,2025-03-01,7\n", "staff 12"},
		"older documents alone":  {"", "Line,Document date,Amount\n1100,2024-12-28,5\n", "staff 5; ledger.csv:2: the column `Document date`" + not + "this row of EUR 5 is" + of + "is counted"},
		"a document and posting": {"", "Line,Document date,Posting date,Amount\n1100,2024-12-28,2025-01-03,5\n", "staff 5"},
		"named":                  {", heads: {date: Posting date}", "Line,Posting date,Entry date,Amount\n1100,2025-03-01,2024-03-01,5\n", "staff 5"},
		"sums and headings":      {"", "Line,Posting date,Amount\n1100,2024-03-01,5\nTotal,,5\nas of,today,\n", "staff 5; ledger.csv:2: the column `Posting date`" + not + "this row of EUR 5 is" + of + "is counted"},
	} {
		t.Run(name, func(t *testing.T) {
			if got := shown(filled(t, c.keys, "ledger.csv", c.text)); got != c.want {
				t.Errorf("%q\n got %s\nwant %s", c.text, got, c.want)
			}
		})
	}
}
