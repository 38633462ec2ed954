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
