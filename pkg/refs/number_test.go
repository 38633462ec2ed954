package refs_test

import (
	"testing"

	"github.com/isuplan/isuplan/pkg/refs"
)

// TestNumbers: what the document numbers can be quoted by its number, and nothing else can.
func TestNumbers(t *testing.T) {
	n := names(t, small+`sections: [{id: basis, paragraphs: [{id: scope, text: Scope.}, No id.]}]
mandate: [{id: advice, text: Advise.}]
assumptions: [{id: peace, text: Peace., }]
priorities: [{id: clear, heading: Clearance, text: Clear., items: [{id: visits, text: Visit.}]}]
`)
	n.KnowSections("budget")
	for name, want := range map[string]string{
		"sections.basis.number":       "sections/basis",
		"sections.basis.scope.number": "sections/basis/scope",
		"sections.budget.number":      "sections/budget",
		"mandate.advice.number":       "mandate/advice",
		"assumptions.peace.number":    "assumptions/peace",
		"priorities.clear.number":     "priorities/clear", "priorities.clear.visits.number": "priorities/clear/visits",
		"sections.basis.2.number": "", "sections.basis": "", "sections.number": "", "budget.a.number": "", "mandate.advice": "", "mandate.advice.number|words": "",
	} {
		v, ok := n.Lookup(name)
		if ok != (want != "") || ok && (v.Kind != refs.Numbered || v.Path != want) {
			t.Errorf("%s: got %v, %t", name, v, ok)
		}
	}
}

// TestNumbersOfResults: of outcomes, outputs and activities.
func TestNumbersOfResults(t *testing.T) {
	n := names(t, `isuplan: 1
document: {convention: Convention on Cluster Munitions, unit: Implementation Support Unit, date: 2017-06-03}
period: {from: 2018-01-01, to: 2018-12-31}
outcomes: [{id: o, text: O., outputs: [{id: p, text: P., activities: [{id: a, text: A.}]}]}]
budget: {currency: CHF, lines: [{id: a, label: A, fixed: 100}]}
`)
	for _, name := range []string{"outcomes.o.number", "outputs.p.number", "activities.a.number"} {
		if v, ok := n.Lookup(name); !ok || v.Kind != refs.Numbered {
			t.Errorf("%s: got %v, %t", name, v, ok)
		}
		found := false
		for _, known := range n.All() {
			found = found || known == name
		}
		if !found {
			t.Errorf("%s is not suggested", name)
		}
	}
}
