package plan_test

import (
	"fmt"
	"strings"
	"testing"
)

// TestBoundsAgree: the schema and the loader have the same bounds of lists, groups and texts.
func TestBoundsAgree(t *testing.T) {
	s, small := compiled(t), small(t)
	many := func(n int, one string) string {
		var b strings.Builder
		for i := range n {
			fmt.Fprintf(&b, one, i)
		}
		return b.String()
	}
	for name, c := range map[string]struct {
		most int
		plan func(n int) string
	}{
		"facts": {2000, func(n int) string {
			return strings.Replace(small, "facts:\n", "facts:\n"+many(n-1, "  f%d: {value: 1}\n"), 1)
		}},
		"names": {1000, func(n int) string { return small + "names:\n" + many(n, "  - {name: Alpha %d}\n") }},
		"sections": {300, func(n int) string {
			return small + "sections:\n" + many(n, "  - {id: s%d, after: budget, heading: H, paragraphs: [Text.]}\n")
		}},
		"columns": {60, func(n int) string {
			return strings.Replace(small, "budget:\n", "budget:\n  columns:\n"+many(n, "    - {id: c%d}\n"), 1)
		}},
		"a text": {20_000, func(n int) string { return small + "assumptions: [" + strings.Repeat("é ", n/2-1) + "éé]\n" }},
	} {
		if !agreement(t, s, name, c.plan(c.most)) {
			_, findings, _ := load(c.plan(c.most))
			t.Errorf("%s: %d were refused: %v", name, c.most, findings)
		}
		if agreement(t, s, name, c.plan(c.most+2)) {
			t.Errorf("%s: %d were taken", name, c.most+2)
		}
	}
}

// TestTextsAreBounded: what all lists have together is counted too.
func TestTextsAreBounded(t *testing.T) {
	for n, want := range map[int]bool{9_000: true, 10_001: false} {
		_, findings, ok := load(small(t) + "assumptions: [" + strings.Repeat("a, ", n) + "]\n")
		if ok != want {
			t.Errorf("%d texts: %v, %v", n, ok, findings)
		}
	}
}

// TestAllTextIsBounded: what all texts have together is counted, and labels of a large budget
// are no text in this.
func TestAllTextIsBounded(t *testing.T) {
	words := "  - " + strings.Repeat("That rooms are there. ", 500) + "\n"
	for n, want := range map[int]bool{90: true, 95: false} {
		_, findings, ok := load(small(t) + "assumptions:\n" + strings.Repeat(words, n))
		if ok != want || !ok && !strings.Contains(findings[0].Message, "kB of text; the most is 1,000 kB") {
			t.Errorf("%d texts: %v, %v", n, ok, findings)
		}
	}
	var lines strings.Builder
	for i := range 20_000 {
		fmt.Fprintf(&lines, "    - {id: l%d, label: A line of the budget that is one of many, fixed: 1}\n", i)
	}
	if _, findings, ok := load(strings.Replace(small(t), "  lines:\n", "  lines:\n"+lines.String(), 1)); !ok {
		t.Error(findings)
	}
}
