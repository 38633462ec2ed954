package refs_test

import (
	"strings"
	"testing"

	"github.com/isuplan/isuplan/pkg/refs"
)

// TestTheBudgetOfThePeriod: for a plan of several years it says which they are.
func TestTheBudgetOfThePeriod(t *testing.T) {
	const columns = "[{id: 2026}, {id: 2027}, {id: both, sum: [2026, 2027]}, {id: change, change: [2026, 2027]}]"
	for with, want := range map[string]string{
		columns:                                "CHF 269 of ${period.year}",
		"[{id: 2026}, {id: 2027}]":             "CHF 83 of 2026; CHF 186 of 2027",
		"[{id: 2026}, {id: 2027, main: true}]": "CHF 83 of 2026; CHF 186 of 2027",
		"[{id: 2026}, {id: 2027, label: 2026–2027, main: true}]":                                           "CHF 186 of 2026–2027",
		"[{id: 2026}, {id: 2027, label: Proposed, main: true}]":                                            "CHF 83 of 2026; CHF 186 of Proposed",
		"[{id: 2026}, {id: 2027}, {id: s, label: Both, sum: [2026, 2027]}]":                                "CHF 269 of ${period.year}",
		"[{id: 2026}, {id: 2027}, {id: s, label: Total 2026–2027, sum: [2026, 2027]}]":                     "CHF 269 of Total 2026–2027",
		"[{id: 2026, label: First}, {id: 2027, label: Second}, {id: c, change: [2026, 2027], main: true}]": "CHF 83 of First; CHF 186 of Second",
	} {
		n := names(t, strings.Replace(twoYears, columns, with, 1))
		if got := periodBudget(n); got != want {
			t.Errorf("%s: %s, want %s", with, got, want)
		}
	}
	for from, want := range map[string]string{columns: "CHF 269", "[{id: 2026}, {id: 2027}]": "CHF 186"} {
		n := names(t, strings.NewReplacer(columns, from, "to: 2027-12-31", "to: 2026-12-31").Replace(twoYears))
		if got := periodBudget(n); got != want {
			t.Errorf("a year, %s: %s, want %s", from, got, want)
		}
	}
}

func periodBudget(n *refs.Names) string {
	v, _ := n.Lookup("period.budget")
	if v.Kind != refs.Yearly {
		return value(n, "period.budget")
	}
	var list []string
	for _, in := range v.Each {
		list = append(list, "CHF "+in.Value.Figure.String()+" of "+in.Label.Value)
	}
	return strings.Join(list, "; ")
}
