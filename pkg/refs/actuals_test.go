package refs_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/isuplan/isuplan/pkg/budget"
	"github.com/isuplan/isuplan/pkg/plan"
	"github.com/isuplan/isuplan/pkg/refs"
	"github.com/isuplan/isuplan/pkg/source"
)

// TestSpent: what was spent on a line, on one that is called like the key of funds, and of a fund.
func TestSpent(t *testing.T) {
	p, findings, ok := plan.Load(source.NewFile("plan.yaml", []byte(`isuplan: 1
document: {convention: Convention, unit: Unit, date: 2024-06-03}
period: {from: 2025-01-01, to: 2025-12-31}
outcomes: []
budget:
  currency: EUR
  funds: [{id: core, label: Core}, {id: spent, label: Grant}]
  lines: [{id: funds, label: A, fixed: 100, fund: core}, {id: b, label: B, fixed: 50, fund: spent}, {id: c, label: C, fixed: 0}]
  actuals:
    as_at: 2025-06-30
    lines: [{line: funds, spent: 90, committed: 5}, {line: b, spent: 20}]
`)))
	if !ok {
		t.Fatal(findings)
	}
	b, _ := budget.Compute(p, budget.Options{})
	names := refs.New(p, b)
	for name, want := range map[string]string{
		"actuals.funds.spent":         "90",
		"actuals.funds.used":          "95",
		"actuals.funds.percent":       "95",
		"actuals.funds.core.balance":  "5",
		"actuals.funds.spent.spent":   "20",
		"actuals.funds.spent.percent": "40",
		"actuals.total.committed":     "5",
		"actuals.c.percent":           "0",
		"actuals.funds.nobody.spent":  "?",
		"actuals.none.spent":          "0",
		"actuals.none.committed":      "0",
		"actuals.none.used":           "0",
		"actuals.none.balance":        "0",
		"actuals.none.nothing":        "?",
		"actuals.funds.none.spent":    "0",
		"actuals.b":                   "?",
		"actuals.b.":                  "?",
		"actuals.b.spent.more":        "?",
	} {
		v, ok := names.Lookup(name)
		got := "?"
		if ok {
			got = v.Figure.String()
		}
		if got != want {
			t.Errorf("%s: %s, want %s", name, got, want)
		}
	}
	if all := names.All(); !slices.Contains(all, "actuals.none.spent") {
		t.Error("what is on no line is not offered")
	}
	for _, name := range names.All() {
		if _, ok := names.Lookup(name); !ok && strings.HasPrefix(name, "actuals.") {
			t.Errorf("%s is offered and has no value", name)
		}
	}
}
