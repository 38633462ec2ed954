package index_test

import (
	"strings"
	"testing"
)

// TestRenameInTables: rows and columns of a table are named by its own sums and cells and by texts, and those of another
// table are not touched.
func TestRenameInTables(t *testing.T) {
	const text = `sections:
  - id: basis
    paragraphs:
      - text: "${tables.one.r.c} ${tables.two.r.c}"
        tables:
          - id: one
            label: One
            columns: [{id: c}, {id: d}, {id: s, sum: [c, d]}]
            rows: [{id: r, label: R, values: {c: 1}, texts: {d: x}}, {id: all, label: All, sum: [r]}]
          - id: two
            label: Two
            columns: [{id: c}]
            rows: [{id: r, label: R, values: {c: 1}}]
`
	for path, want := range map[string]string{
		"tables/one/r":         "${tables.one.new.c} | {id: new, label: R | sum: [new]",
		"tables/one/columns/c": "${tables.one.r.new} | {id: new} | sum: [new, d] | values: {new: 1}, texts",
		"tables/one/columns/d": "sum: [c, new] | texts: {new: x}",
		"tables/one":           "${tables.new.r.c} | id: new",
	} {
		got := renamed(t, indexed(t, text), path, "new", strings.Split(want, " | ")...)
		if !strings.Contains(got, "${tables.two.r.c}") || !strings.Contains(got, "rows: [{id: r, label: R, values: {c: 1}}]\n") {
			t.Errorf("%s: another table was changed\n%s", path, got)
		}
	}
}

// TestRenameQuotedResults: who renames an actor, an indicator or a column reaches the texts that quote them.
func TestRenameQuotedResults(t *testing.T) {
	const text = `actors: [{id: isu, label: Unit}]
risks: [{id: late, text: "The ${actors.isu.short} is late.", owner: isu}]
outcomes:
  - id: o
    text: "From ${indicators.n.baseline} to ${indicators.n.target.y1|words}."
    indicators: [{id: n, text: N, targets: {y1: 3}}]
budget:
  columns: [{id: y1, label: One}]
`
	for path, want := range map[string]string{
		"actors/isu":        "${actors.new.short} | {id: new, | owner: new",
		"indicators/n":      "${indicators.new.baseline} | ${indicators.new.target.y1|words} | {id: new, text",
		"budget/columns/y1": "target.new|words} | {new: 3} | {id: new, label: One}",
	} {
		renamed(t, indexed(t, text), path, "new", strings.Split(want, " | ")...)
	}
}
