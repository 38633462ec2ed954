package budget_test

import (
	"testing"

	"github.com/isuplan/isuplan/pkg/budget"
	"github.com/isuplan/isuplan/pkg/plan"
	"github.com/isuplan/isuplan/pkg/source"
)

func figured(t *testing.T, text string) *budget.Budget {
	t.Helper()
	p, findings, ok := plan.Load(source.NewFile("plan.yaml", []byte("isuplan: 1\ndocument: {convention: C, unit: U, date: 2024-01-01}\nperiod: {from: 2025-01-01, to: 2026-12-31}\noutcomes: []\nbudget:\n  currency: EUR\n"+text)))
	if !ok {
		t.Fatal(findings)
	}
	b, findings := budget.Compute(p, budget.Options{})
	if len(findings) > 0 {
		t.Fatal(findings)
	}
	return b
}

// TestHalvesOfTwoFunds holds that half of what one fund pays and half of what another pays of the
// same line are not the halves of one amount.
func TestHalvesOfTwoFunds(t *testing.T) {
	b := figured(t, `  funds: [{id: fa}, {id: fb}]
  lines:
    - {id: x, label: X, fixed: 101, fund: {fa: 60%, fb: 40%}}
    - {id: a, label: A, percent: 50%, of: [x], of_fund: fa}
    - {id: b, label: B, percent: 50%, of: [x], of_fund: fb}
`)
	for id, want := range map[string]string{"a": "31", "b": "20"} {
		if l, _ := b.Line(id); l.Figures[0].Printed.String() != want {
			t.Errorf("%s is %s, not %s", id, l.Figures[0].Printed, want)
		}
	}
}

// TestWhatABalanceOpensWith holds that a closing balance is the sum of rows of its own column,
// though the opening is what the column before closed with.
func TestWhatABalanceOpensWith(t *testing.T) {
	b := figured(t, `  columns: [{id: 2025}, {id: 2026}]
  lines: [{id: x, label: X, fixed: 100}]
  after_total: [{id: f, label: F, balance: {opening: 500, out: [total]}}]
`)
	closing, _ := b.AfterRow("f")
	for _, step := range closing.Figures[1].Exact.Of {
		if step.Column != "" {
			t.Errorf("%s is of the column %s", step.Line, step.Column)
		}
	}
	if got := closing.Figures[1].Printed.String(); got != "300" {
		t.Errorf("it closes with %s", got)
	}
}
