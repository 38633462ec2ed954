package budget_test

import (
	"strings"
	"testing"

	"github.com/isuplan/isuplan/pkg/budget"
)

// A row that exists, and of which another cannot be made, is not said to be missing.
func TestRowsThatCannotBeTaken(t *testing.T) {
	const lines = "  lines: [{id: x, label: X, fixed: 100}, {id: y, label: Y, percent: 5%, of: [LINE]}]\n"
	const rows = "  after_total: [{id: r, label: R, difference: [total, ROW]}, {id: s, label: S, balance: {opening: 5, out: [FLOW]}}]\n"
	const money = "  financing: [{id: m, label: M, source: other, rest: true}, {id: n, label: N, source: other, percent: 5%, of: [MONEY]}]\n"
	for _, c := range []struct{ name, is, want string }{
		{"LINE", "r", "`r` is a row after the total, and a cost line cannot be taken of it"},
		{"LINE", "m", "`m` is a source of money, and a cost line cannot be taken of it"},
		{"LINE", "total", "a cost line is part of the total"},
		{"LINE", "z", "the budget has no line `z`"},
		{"MONEY", "m", "`m` is a source of money, and a source of money cannot"},
		{"MONEY", "s", "`s` is a row after the total, and a source of money cannot"},
		{"ROW", "s", "`s` does not stand before this row"},
		{"ROW", "z", "the budget has no line `z`"},
		{"FLOW", "s", "`s` is made of itself"},
		{"FLOW", "r", ""},
	} {
		text := strings.NewReplacer(c.name, c.is, "LINE", "x", "MONEY", "x", "ROW", "x", "FLOW", "x").Replace(lines + rows + money)
		_, _, findings := compute(t, text, budget.Options{})
		switch {
		case c.want == "" && len(findings) > 0:
			t.Errorf("%s: %v", c.is, findings)
		case c.want != "" && (len(findings) != 1 || !strings.Contains(findings[0].Message, c.want)):
			t.Errorf("%s of %s: %v, want %s", c.name, c.is, findings, c.want)
		}
	}
	_, _, findings := compute(t, "  lines: [{id: x, label: X, fixed: 100}]\n  after_total: [{id: r, label: R, difference: [total, financing]}]", budget.Options{})
	if len(findings) != 1 || findings[0].Message != "the budget has no `financing`" {
		t.Errorf("without financing: %v", findings)
	}
}
