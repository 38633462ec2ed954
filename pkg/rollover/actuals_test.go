package rollover_test

import (
	"strings"
	"testing"

	"github.com/isuplan/isuplan/pkg/rollover"
)

// TestSpentStaysBehind: the next year has neither the accounts nor the report of the year before, and
// a text that quotes them asks for a person.
func TestSpentStaysBehind(t *testing.T) {
	const text = `isuplan: 1
document: {convention: Convention on Examples, unit: Secretariat, date: 2017-06-03}
period: {from: 2018-01-01, to: 2018-12-31}
assumptions:
  - "Of the budget, ${actuals.total.spent} was spent; ${actuals.funds.core.balance} is left."
  - "The budget is ${budget.total}."
outcomes: []
budget:
  currency: CHF
  funds: [{id: core, label: Core}, {id: eu, label: Grant}]
  lines: [{id: a, label: A, fixed: 100, fund: core}, {id: b, label: B, fixed: 50, fund: eu}]
  actuals:
    as_at: 2018-12-31
    lines: [{line: a, spent: 90}]
report:
  date: 2019-03-01
  paragraphs: ["A came to ${actuals.a.spent}."]
`
	got := string(rolled(t, text, rollover.Options{Year: 2019}).Text)
	for _, gone := range []string{"actuals:", "report:", "2019-03-01", "A came to"} {
		if strings.Contains(got, gone) {
			t.Errorf("there is %s in\n%s", gone, got)
		}
	}
	if n := strings.Count(got, "it quotes what was spent"); n != 1 {
		t.Errorf("%d texts ask for a person, want 1\n%s", n, got)
	}
}
