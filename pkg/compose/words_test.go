package compose

import (
	"strings"
	"testing"

	"github.com/isuplan/isuplan/pkg/diag"
	"github.com/isuplan/isuplan/pkg/source"
)

// TestCountsInWords holds how a count is printed that asks for words.
func TestCountsInWords(t *testing.T) {
	const small = `isuplan: 1
document: {convention: Treaty, unit: Secretariat, date: 2024-06-01}
period: {from: 2025-01-01, to: 2025-12-31}
outcomes: []
budget: {currency: CHF, lines: [{id: trips, label: Trips, units: [{item: trip, quantity: 6, cost: 10}]}]}
`
	b := newBuilder(input(t, small+"facts: {four: {value: 4}, twelve: {value: 12}, half: {value: 1.5}, zero: {value: 0}, huge: {value: 100000000000000000000}, quoted: {text: \"${facts.four|words} States\"}}\n"))
	for text, want := range map[string]string{
		"the ${facts.four|words} States":           "the four States",
		"the ${facts.four} States":                 "the 4 States",
		"${facts.four|words} States":               "Four States",
		"**${facts.four|words}** States":           "Four States",
		"Seen. ${facts.four|words} States":         "Seen. Four States",
		"Some (${facts.four|words} States)":        "Some (four States)",
		"incl. ${facts.four|words} States":         "incl. four States",
		"${facts.twelve|words} States":             "12 States",
		"${facts.half|words} posts":                "1.5 posts",
		"${facts.zero|words} posts":                "0 posts",
		"the ${facts.quoted}":                      "the four States",
		"${facts.huge|words} things":               "100,000,000,000,000,000,000 things",
		"the ${budget.trips.quantity|words} trips": "the six trips",
	} {
		got := b.text(source.At[string]{Value: text}).String()
		if got != want {
			t.Errorf("%s: %q, not %q", text, got, want)
		}
	}
	for text, want := range map[string]string{
		"${budget.total|words}": "only a count", "${facts.four|word}": "`|words` is all", "${document.date|words}": "only a count",
		"${facts.fuor|words}": "facts.four", "${facts.four|words|words}": "`|words` is all",
	} {
		b.findings = diag.List{}
		b.text(source.At[string]{Value: text})
		if all := b.findings.Sorted(); len(all) != 1 || !strings.Contains(all[0].Hint, want) {
			t.Errorf("%s: %v", text, all)
		}
	}
}
