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
