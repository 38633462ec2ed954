package review_test

import (
	"context"
	"strings"
	"testing"

	"github.com/isuplan/isuplan/pkg/compile"
	"github.com/isuplan/isuplan/pkg/diag"
	"github.com/isuplan/isuplan/pkg/edit"
	"github.com/isuplan/isuplan/pkg/review"
	"github.com/isuplan/isuplan/pkg/source"
)

const faulty = `isuplan: 1
document: {convention: Example Convention, unit: Unit, date: 2024-06-03}
period: {from: 2025-01-01, to: 2025-12-31}
outcomes: []
assumptions:
  - That the reports are publically available.
  - That contributions arrive.
budget: {currency: EUR, lines: [{id: rent, label: Rent, fixed: 1000, stated: 1200}]}
`

// TestWaive: a waiver is written in the form that the plan has for its waivers, and the finding
// is covered then, with nothing new to complain of.
func TestWaive(t *testing.T) {
	for name, c := range map[string]struct{ waivers, want string }{
		"none":      {"", "waivers:\n  - rule: spelling\n    at: assumptions/1\n    says: publically\n    reason: As issued.\n    approved: The President\n"},
		"empty":     {"waivers: []\n", "waivers: \n  - rule: spelling\n    at: assumptions/1\n"},
		"block":     {"waivers:\n- rule: weekday\n  at: document\n  reason: r\n  approved: a # who\n\n# end\n", "a # who\n- rule: spelling\n  at: assumptions/1\n"},
		"braces":    {"waivers:\n  - {rule: weekday, at: document, reason: r, approved: a}\n", "a}\n  - {rule: spelling, at: assumptions/1, says: publically, reason: As issued., approved: The President}\n"},
		"brackets":  {"waivers: [{rule: weekday, at: document, reason: r, approved: a}]\n", "a}, {rule: spelling, at: assumptions/1,"},
		"no end":    {"waivers:\n  - {rule: weekday, at: document, reason: r, approved: a}", "a}\n  - {rule: spelling,"},
		"folded":    {"waivers:\n  - rule: weekday\n    at: document\n    approved: a\n    reason: >-\n      long\n      text\n", "text\n  - rule: spelling\n"},
		"windows":   {"waivers:\r\n  - {rule: weekday, at: document, reason: r, approved: a}\r\n", "a}\r\n  - {rule: spelling,"},
		"key above": {"waivers:\n  - {rule: weekday, at: document, reason: r, approved: a}\nmandate: [{id: a, text: A}]\n", "approved: The President}\nmandate:"},
	} {
		u, findings := judged(t, faulty+c.waivers)
		f := findings["spelling"]
		edits := review.Waive(u, f, "As issued.", "The President")
		text, err := edit.Apply(u.File, edits)
		if err != nil || len(edits) == 0 || !strings.Contains(string(text), c.want) {
			t.Errorf("%s: %v\n%s", name, err, text)
			continue
		}
		_, after := judged(t, string(text))
		if after["spelling"].WaivedBy != "As issued." {
			t.Errorf("%s: the finding is not covered\n%s", name, text)
		}
		for rule := range after {
			if _, before := findings[rule]; !before {
				t.Errorf("%s: now %s", name, after[rule].Message)
			}
		}
	}
}

// TestWaiveMoney: a waiver of a difference says up to how much it covers.
func TestWaiveMoney(t *testing.T) {
	u, findings := judged(t, faulty)
	text, err := edit.Apply(u.File, review.Waive(u, findings["stated-differs"], "As issued.", "The President"))
	if err != nil || !strings.Contains(string(text), "    at: budget/rent\n    reason: As issued.\n    approved: The President\n    up_to: 200\n") {
		t.Errorf("%v\n%s", err, text)
	}
}

// TestWaiveNot: what cannot be waived is not.
func TestWaiveNot(t *testing.T) {
	u, _ := judged(t, faulty)
	for _, f := range []diag.Finding{{}, {Rule: diag.Rule{Name: "unknown-key"}, Subject: "document"}, {Rule: diag.Rule{Name: "spelling"}}} {
		if edits := review.Waive(u, f, "r", "a"); edits != nil {
			t.Errorf("%v: %v", f, edits)
		}
	}
	if edits := review.Waive(&compile.Unit{}, diag.Finding{}, "", ""); edits != nil {
		t.Error("a plan that could not be read has a waiver")
	}
}

func judged(t *testing.T, text string) (*compile.Unit, map[string]diag.Finding) {
	t.Helper()
	u, err := compile.New(compile.Options{}).Compile(context.Background(), compile.Input{File: source.NewFile("a.yaml", []byte(text))})
	if err != nil {
		t.Fatal(err)
	}
	findings, err := u.Judge(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	byRule := map[string]diag.Finding{}
	for _, f := range findings {
		byRule[f.Rule.Name] = f
	}
	return u, byRule
}
