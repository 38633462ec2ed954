package plan_test

import (
	"fmt"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/isuplan/isuplan/pkg/plan"
	"github.com/isuplan/isuplan/pkg/source"
)

// tabled is a plan with a table below a paragraph.
func tabled(columns, rows string) string {
	return `isuplan: 1
document: {convention: C, unit: U, date: 2024-06-03}
period: {from: 2025-01-01, to: 2025-12-31}
outcomes: []
sections:
  - id: basis
    paragraphs:
      - text: The visits.
        tables:
          - {id: visits, label: Visits, columns: [` + columns + `], rows: [` + rows + `]}
budget: {currency: CHF, lines: [{id: a, label: A, fixed: 1}], tables: [{id: other, rows: [lines]}]}
`
}

// printedBy are the figures of the one table of a plan.
func printedBy(t rapid.TB, text string) (rows []string, rules []string) {
	t.Helper()
	p, findings, _ := plan.Load(source.NewFile("plan.yaml", []byte(text)))
	for _, f := range findings {
		rules = append(rules, f.Rule.Name+" "+f.Span.Text()+": "+f.Message)
	}
	for table := range p.TextTables() {
		for _, figures := range table.Figures() {
			var row []string
			for i := range figures {
				switch f := &figures[i]; {
				case f.Text.IsSet():
					row = append(row, f.Text.Value)
				case f.Printed == nil:
					row = append(row, ".")
				case f.IsNil():
					row = append(row, "nil")
				default:
					row = append(row, f.Printed.String())
				}
			}
			rows = append(rows, strings.Join(row, " "))
		}
	}
	return rows, rules
}

// TestTextTables: sums down and across are computed, what is given is printed, and texts stand where they were put.
func TestTextTables(t *testing.T) {
	rows, found := printedBy(t, tabled("{id: 2024}, {id: days}, {id: both, sum: [2024, days]}, {id: when, label: When}",
		`{id: a, label: A, values: {2024: 3, days: 1.5}, texts: {when: May}}, {id: b, label: B, values: {days: 2.25}}, {id: ab, label: AB, sum: [a, b]},
            {id: c, label: C, values: {2024: nil, days: blank}}, {id: all, label: All, sum: [ab, c], values: {days: 4}}`))
	want := []string{"3 1.5 4.5 May", ". 2.25 2.25 .", "3 3.75 6.75 .", "nil . 0 .", "3 4 6.75 ."}
	if len(found) > 0 || strings.Join(rows, "\n") != strings.Join(want, "\n") {
		t.Errorf("got\n%s\nwant\n%s\n%q", strings.Join(rows, "\n"), strings.Join(want, "\n"), found)
	}
}

// TestWrongTextTables: what does not fit each other is found where it stands.
func TestWrongTextTables(t *testing.T) {
	for _, c := range []struct{ columns, rows, want string }{
		{"{id: a}", "{id: r, label: R, values: {b: 1}}", "wrong-text-table b: this table has no column `b`"},
		{"{id: a}", "{id: r, label: R, texts: {b: x}}", "wrong-text-table b: this table has no column `b`"},
		{"{id: a}", "{id: r, label: R, values: {a: 1}, texts: {a: x}}", "wrong-text-table a: the row `r` has a figure and a text in the column `a`"},
		{"{id: a}, {id: s, sum: [a]}", "{id: r, label: R, texts: {s: x}}", "wrong-text-table s: the column `s` is a sum and has no texts"},
		{"{id: s, sum: [a]}, {id: a}", "{id: r, label: R}", "wrong-text-table a: no column before this one is called `a`"},
		{"{id: a}", "{id: s, label: S, sum: [s]}", "wrong-text-table s: no row before this one is called `s`"},
		{"{id: a}", "{id: r, label: R}, {id: s, label: S, sum: [r]}, {id: u, label: U, sum: [r, s]}", "wrong-text-table u: the sum `u` counts `r` twice: by itself and in `s`"},
		{"{id: a}, {id: a}", "{id: r, label: R}", "duplicate-id a: two columns of this table have the id `a`"},
		{"{id: a}", "{id: r, label: R}, {id: r, label: R}", "duplicate-id r: two rows of this table have the id `r`"},
	} {
		if _, found := printedBy(t, tabled(c.columns, c.rows)); len(found) != 1 || found[0] != c.want {
			t.Errorf("%s, %s: got %q, want %q", c.columns, c.rows, found, c.want)
		}
	}
	if _, found := printedBy(t, strings.Replace(tabled("{id: a}", "{id: r, label: R}"), "id: other", "id: visits", 1)); len(found) != 1 || !strings.HasPrefix(found[0], "duplicate-id visits: two tables") {
		t.Errorf("got %q", found)
	}
}

// TestTextTableLaw: a total row over a total column comes to the same down and across.
func TestTextTableLaw(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		width, height := rapid.IntRange(1, 5).Draw(t, "width"), rapid.IntRange(1, 6).Draw(t, "height")
		var columns, names, rows, ids []string
		for k := range width {
			columns, names = append(columns, fmt.Sprintf("{id: c%d}", k)), append(names, fmt.Sprintf("c%d", k))
		}
		columns = append(columns, "{id: sum, sum: ["+strings.Join(names, ", ")+"]}")
		for i := range height {
			var values []string
			for k := range width {
				values = append(values, fmt.Sprintf("c%d: %d.%d", k, rapid.IntRange(-99, 999).Draw(t, "figure"), rapid.IntRange(0, 99).Draw(t, "decimals")))
			}
			ids = append(ids, fmt.Sprintf("r%d", i))
			rows = append(rows, fmt.Sprintf("{id: r%d, label: R, values: {%s}}", i, strings.Join(values, ", ")))
		}
		rows = append(rows, "{id: all, label: All, sum: ["+strings.Join(ids, ", ")+"]}")
		p, findings, ok := plan.Load(source.NewFile("plan.yaml", []byte(tabled(strings.Join(columns, ", "), strings.Join(rows, ", ")))))
		if !ok {
			t.Fatal(findings)
		}
		for table := range p.TextTables() {
			all := table.Figures()
			if corner := all[height][width]; !corner.Down.Sum.Equal(corner.Across.Sum) || len(corner.Down.Parts) != height || len(corner.Across.Parts) != width {
				t.Fatalf("%s down, %s across", corner.Down.Sum, corner.Across.Sum)
			}
		}
	})
}

// TestWhatToDoAboutATextTable: the advice is of the place: a sum that stands before its parts goes behind them.
func TestWhatToDoAboutATextTable(t *testing.T) {
	const head = "isuplan: 1\nsections:\n  - id: s\n    paragraphs:\n      - text: T\n        tables:\n          - id: t\n            label: T\n"
	for table, want := range map[string]string{
		"columns: [{id: t, sum: [a]}, {id: a}]\n            rows: [{id: x, label: X}]":        "put the column `t` behind what it adds up",
		"columns: [{id: a}]\n            rows: [{id: x, label: X, sum: [x]}]":                 "a sum does not add up itself: take `x` out of it",
		"columns: [{id: a}]\n            rows: [{id: x, label: X, values: {a: n/a}}]":         "write nil, which prints a dash, or blank, which prints nothing",
		"columns: [{id: a}]\n            rows: [{id: x, label: X, values: {a: 50%}}]":         "write digits, such as 1234.50; what is no plain number belongs under `texts`",
		"columns: [{id: a}]\n            rows: [{id: x, label: X, cells: {a: 50}}]":           "did you mean `values`?",
		"columns: []\n            rows: [{id: x, label: X, values: {a: 50}}]":                 "add one, after \"- \"",
		"columns: [{id: Sum of all}]\n            rows: [{id: x, label: X, values: {a: 50}}]": "use lower-case letters, digits, - and _, such as 2018 or approved",
		"columns: [{id: a}, {id: b, sum: a + b}]\n            rows: [{id: x, label: X}]":      "write it in brackets: [a, b]",
	} {
		_, findings, _ := plan.Load(source.NewFile("plan.yaml", []byte(head+"            "+table+"\n")))
		var hints []string
		for _, f := range findings {
			if f.Span.Start.Line > 8 {
				hints = append(hints, f.Hint)
			}
		}
		if len(hints) != 1 || hints[0] != want {
			t.Errorf("%s: got %q, want %q", table, hints, want)
		}
	}
}
