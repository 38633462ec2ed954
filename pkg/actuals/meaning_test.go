package actuals_test

import (
	"testing"

	"github.com/isuplan/isuplan/pkg/actuals"
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
