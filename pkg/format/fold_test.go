package format_test

import (
	"strings"
	"testing"
)

// TestWhatIsFolded holds that a long text is folded, and that a mark of others is not: it
// is no text by its declaration.
func TestWhatIsFolded(t *testing.T) {
	long := strings.TrimSpace(strings.Repeat("words ", 20))
	for key, folds := range map[string]bool{"convention": true, "short": true, "title": true, "symbol": false} {
		document := "convention: C, unit: U, date: 2024-06-03, "
		if key == "convention" {
			document = "unit: U, date: 2024-06-03, "
		}
		plan := "isuplan: 1\ndocument:\n  " + strings.ReplaceAll(strings.TrimSuffix(document, ", "), ", ", "\n  ") + "\n  " + key + ": " + long +
			"\nperiod: {from: 2025-01-01, to: 2025-12-31}\noutcomes: []\nassumptions:\n  - " + long + "\nbudget:\n  currency: CHF\n  lines:\n    - {id: a, label: A, fixed: 1}\n"
		out, ok := formatted(t, "plan.yaml", []byte(plan))
		if !ok {
			t.Fatal("the plan cannot be formatted")
		}
		if got := strings.Contains(string(out), "  "+key+": >-\n    words"); got != folds {
			t.Errorf("%s is folded: %v\n%s", key, got, out)
		}
		if !strings.Contains(string(out), "assumptions:\n  - >-\n    words") {
			t.Errorf("an item without keys is not folded:\n%s", out)
		}
	}
}

// TestTextsLikeNumbers holds that a text which begins as a number or a day does has a form, and
// that this is its own form, at every width.
func TestTextsLikeNumbers(t *testing.T) {
	for _, text := range []string{
		"1\u00a0000", "-1\u00a0000", "1\u2009000", "\u00a01", ".5\u00a0%", "1\u00a0000 b",
		"2018-01-01 was a day", "2018-01-01 10:00:00", "2018-01-01\n    10:00:00", "2018-01-01 10:00:00.5 Z", "2018-01-01\n    was a day", "2018-01-01 10 people came",
	} {
		for more := range 100 {
			long := text
			if more > 0 {
				long += " w" + strings.Repeat("x", more%7) + strings.Repeat(" word", more/4)
			}
			once, ok := formatted(t, "plan.yaml", []byte(`isuplan: 1
document: {convention: Convention, unit: Unit, date: 2024-06-03}
period: {from: 2025-01-01, to: 2025-12-31}
assumptions:
  - `+long+`
outcomes: []
budget: {currency: CHF, lines: [{id: rent, label: Rent, fixed: 100}]}
`))
			if !ok {
				t.Errorf("%q has no form", long)
				continue
			}
			if twice, ok := formatted(t, "plan.yaml", once); !ok || string(once) != string(twice) {
				t.Errorf("%q: once:\n%s\ntwice:\n%s", long, once, twice)
			}
		}
	}
}
