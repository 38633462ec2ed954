package check_test

import (
	"strings"
	"testing"
)

// TestCodesOfFundsAreKnown: what a plan declares as the code of a fund, a party or a time, or as all of its
// name, is no acronym that nobody has spelled out; others are.
func TestCodesOfFundsAreKnown(t *testing.T) {
	var found []string
	for _, f := range unprinted(t, `isuplan: 1
document: {convention: Convention on Example Matters, short: CEM, unit: Secretariat, date: 2024-06-03}
period: {from: 2025-01-01, to: 2025-12-31}
outcomes: [{id: o1, text: States Parties report in time.}]
budget:
  currency: USD
  funds: [{id: rol, code: RO, label: Rotterdam Convention Trust Fund}, {id: trac, code: "04000", label: TRAC}, {id: gef, code: "62000", label: Fund of the GEF}]
  parties: [{id: fao, code: FAO, label: Food and Agriculture Organization}]
  lines:
    - {id: a, label: "Programme support costs, RO", fixed: 1, fund: rol, by: fao}
    - {id: b, label: "Travel, TRAC", fixed: 1, fund: trac}
    - {id: c, label: "Travel, FAO, TRX", fixed: 1, fund: gef}
`) {
		if f.Rule.Name == "acronym-undefined" {
			found = append(found, strings.Fields(f.Message)[0])
		}
	}
	if got := strings.Join(found, " "); got != "GEF TRX" {
		t.Errorf("got %q", got)
	}
}
