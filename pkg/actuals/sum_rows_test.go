package actuals_test

import (
	"fmt"
	"testing"

	"pgregory.net/rapid"
)

// TestSumRows: the sums of spreadsheet programs and of SAP are known, held against the rows, and never spent.
func TestSumRows(t *testing.T) {
	const head, dated = "Code,Amount\n", "Code,Text,Date,Amount\n"
	const starred = ";Code;Text;Date;Kind;Amount\n;1100;a;2025-03-01;expense;10\n;1100;b;2025-03-02;expense;5\n"
	for name, c := range map[string]struct{ keys, text, want string }{
		"code and Total":              {"", head + "1100,200.50\n1100,99.25\n1100 Total,299.75\nstaff,100.25\nstaff Total,100.25\nGrand Total,400\n", "staff 400"},
		"of one row":                  {"", head + "1100,5\n1100 Total,5\n", "staff 5"},
		"Result, Sum":                 {"", head + "1100,5\n1100,1\n1100 Result,6\n9000,1\n9000 Sum,1\nTotal Result,7\n", "staff 6; ? 1; ledger.csv:5: this row of EUR 1 is on no line"},
		"of other languages":          {"", head + "1100,5\n1100 Résultat,5\n1100 Somme,5\n1100 Suma,5\n1100 Итог,5\n1100 Ergebnis,5\n1100 Teilergebnis,5\nОбщий итог,5\n", "staff 5"},
		"the account's name":          {"", head + "1100 Personnel,5\n1100 Personnel,2\n1100 Personnel Total,7\n", "staff 7"},
		"a name, the code alone":      {"", head + "1100,5\n1100,2\n1100 Personnel Total,7\n", "staff 7"},
		"a name and another word":     {"", head + "1100,5\n1100,2\n1100 Personnel result,7.00\n1100 Exchange result,4\n", "staff 11"},
		"written otherwise":           {"", head + "1100,5\n1100 - Sub-Total:,5\n1100 sub total,5\n1100: TOTAL,5\n1100–Totals,5\n1100 Grand Total,5\n", "staff 5"},
		"above its rows":              {"", head + "1100 Total,7\n1100,5\n1100,2\n", "staff 7"},
		"a wrong one":                 {"", head + "1100,5\n1100,2\n1100 Total,8\n", "ledger.csv:4: this row of EUR 8 calls itself a sum, but the rows on `1100` come to EUR 7; the difference is EUR 1: rows"},
		"a wrong one with a name":     {"", head + "1100,5\n1100,2\n1100 Personnel Total,8\n", "ledger.csv:4: this row of EUR 8 calls itself a sum, but the rows on `1100 Personnel` come to EUR 7"},
		"one of like texts":           {"", head + "1100 Exchange result,5\n1100 Exchange result,5\n1100 Exchange,1\n", "ledger.csv:2: this row of EUR 5 calls itself a sum"},
		"a name that is no sum":       {"", head + "1100 Exchange result,5\n1100 Exchange result,5\n1100 Care Total,2\n1100 Care Total,2\n", "staff 14"},
		"by another column":           {"", "Vendor,Code,Amount\nACME,1100,5\nACME,1100,2\nACME Total,,7\nBolt,1100,1\nBolt Total,,1\nGrand Total,,8\n", "staff 8"},
		"by fund":                     {"", "Code,Fund,Amount\n1100,CTF,5\n1100,CTF,2\n,CTF Total,7\n", "staff 7"},
		"by fund within the code":     {"", "Code,Fund,Amount\n1100,CTF,5\n1100,CTF,2\n1100,CTF Total,7\n1100,EU,1\n1100,EU Total,1\n1100 Total,,8\n", "staff 7; staff 1"},
		"by kind within the code":     {"", "Code,Kind,Amount\n1100,expense,5\n1100,expense Total,5\n", "staff 5"},
		"by vendor within the code":   {"", "Code,Vendor,Amount\n1100,ACME,5\n1100,ACME,2\n1100,ACME Total,7\n1100,ACME Total,3\n", "staff 10"},
		"codes beside the asterisks":  {"", dated + "1100,a,2025-03-01,5\nstaff,b,2025-03-01,2\n9000,c,2025-03-01,1\n*,1100,,7\n*,Sum of 9000,,1\n", "staff 7; ? 1; ledger.csv:4: this row of EUR 1 is on no line"},
		"a balance that is paid":      {"", dated + "1100,a,2025-03-01,5\n1100,Balance of 1100,2025-03-02,2\n", "staff 7"},
		"Sum of the code":             {"", dated + "1100,a,2025-03-01,\"400,000.55\"\n1100,Sum of 1100,,\"400,000.55\"\n", "staff 400000.55"},
		"Sum of the code, no dates":   {"", "Code,Text,Amount\n1100,a,5\n1100,Sum of 1100,5\n", "staff 5"},
		"a wrong one beside the code": {"", dated + "1100,a,2025-03-01,5\n1100,Sum of 1100,,6\n", "ledger.csv:3: this row of EUR 6 calls itself a sum, but the rows on `1100` come to EUR 5"},
		"the word beside the code":    {"", dated + "1100,a,2025-03-01,5\n1100,Subtotal,,5\n1100,Result:,,5\n", "staff 5"},
		"the word, and no dates":      {"", "Code,Text,Amount\n1100,a,5\n1100,b,2\n1100,Total,7\n1100,Total,3\n", "staff 10"},
		"Total Energies":              {"", dated + "1100,Total Energies,2025-03-01,5\n1100,Total,2025-03-02,5\n1100,Total Energies,2025-03-02,10\n", "staff 20"},
		"Total Energies, no dates":    {"", "Code,Vendor,Amount\n1100,Total Energies,5\n1100,Total,5\n1100,Total Energies,10\n", "staff 20"},
		"Total, by chance a sum":      {"", dated + "1100,Total,2025-03-01,5\n1100,X,2025-03-02,7\n1100,Total,2025-03-02,12\n", "staff 24"},
		"a remark, by chance a sum":   {"", "Note;Code;Date;Amount\n;1100;2025-03-01;5\n;1100;2025-03-02;7\n*;1100;2025-03-02;12\n", "staff 24"},
		"asterisks for a code":        {"", dated + "1100,a,2025-03-01,5\n1100,b,2025-03-01,2\n*,Sum of 1100,,7\n**,,,7\n", "staff 7"},
		"wrong asterisks":             {"", dated + "1100,a,2025-03-01,5\n*,Sum of 1100,,7\n", "ledger.csv:3: this row of EUR 7 is marked as a sum by `*`, but the rows on `1100` come to EUR 5; the difference is EUR 2"},
		"asterisks and a code":        {"", head + "1100,5\n* 1100,5\n** Grand total,5\n", "staff 5"},
		"asterisks in front":          {"", starred + "*;1100;;;;15\n**;;Grand total;;;15\n", "staff 15"},
		"asterisks in front, wrong":   {"", starred + "*;1100;;;;16\n", "ledger.csv:4: this row of EUR 16 is marked as a sum by `*`, but the rows on `1100` come to EUR 15"},
		"an asterisk for a remark":    {"", "Note;Code;Date;Amount\n*;1100;2025-03-01;5\n*;1100;2025-03-02;5\n;1100;2025-03-02;2\n", "staff 12"},
		"asterisks without dates":     {"", "Level;Code;Amount\n;1100;5\n;1100;2\n*;1100;7\n**;;7\n", "staff 7"},
	} {
		t.Run(name, func(t *testing.T) {
			if got := shown(filled(t, c.keys, "ledger.csv", c.text)); !begins(got, c.want) {
				t.Errorf("%q\n got %s\nwant %s", c.text, got, c.want)
			}
		})
	}
}

// TestSubtotalsChangeNothing: whatever the sums of accounts are called, what was spent is the same with them and without.
func TestSubtotalsChangeNothing(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		form := rapid.SampledFrom([]string{"%s Total,,,%d\n", "%s Result,,,%d\n", "%s,Sum of %[1]s,,%[2]d\n", "%s,Subtotal,,%d\n", "Total %s,,,%d\n", "* %s,,,%d\n", "**,Sum of %s,,%d\n"}).Draw(t, "form")
		plain, summed := "Code,Text,Date,Amount\n", "Code,Text,Date,Amount\n"
		for _, code := range []string{"1100", "travel", "travel-eu"} {
			amounts, sum := rapid.SliceOfN(rapid.IntRange(-9, 99), 1, 5).Draw(t, code), 0
			for i, amount := range amounts {
				row := fmt.Sprintf("%s,payment %d,2025-03-01,%d\n", code, i, amount)
				plain, summed, sum = plain+row, summed+row, sum+amount
			}
			summed += fmt.Sprintf(form, code, sum)
		}
		if got, want := shown(filled(t, "", "ledger.csv", summed)), shown(filled(t, "", "ledger.csv", plain)); got != want {
			t.Fatalf("%s\n got %s\nwant %s", summed, got, want)
		}
	})
}
