package budget_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/isuplan/isuplan/pkg/budget"
	"github.com/isuplan/isuplan/pkg/plan"
	"github.com/isuplan/isuplan/pkg/source"
)

// TestEachAxisIsRoundedAsSuch: what is read of a table is rounded by the largest remainder,
// whatever else the lines are divided over.
func TestEachAxisIsRoundedAsSuch(t *testing.T) {
	for name, c := range map[string]struct{ rounding, lines, columns, want string }{
		"halves of two funds over four quarters": {"", "{id: x, label: X, fixed: 10, fund: {fa: 50%, fb: 50%}, when: {q1: 25%, q2: 25%, q3: 25%, q4: 25%}}", "funds", "5 5 10"},
		"quarters of two funds":                  {"", "{id: x, label: X, fixed: 10, fund: {fa: 50%, fb: 50%}, when: {q1: 25%, q2: 25%, q3: 25%, q4: 25%}}", "calendar", "3 3 2 2 10"},
		"what is owed":                           {"", "{id: x, label: X, fixed: -10, fund: {fa: 50%, fb: 50%}, when: {q1: 25%, q2: 25%, q3: 25%, q4: 25%}}", "funds", "-5 -5 -10"},
		"outcomes before their activities":       {"", "{id: x, label: X, fixed: 10, for: {a1: 13%, a2: 13%, a3: 13%, a4: 13%, b1: 24%, b2: 24%}}", "outcomes", "5 5 10"},
		"a sum of funds before the funds":        {"", "{id: x, label: X, fixed: 10, fund: {g1: 13%, g2: 13%, g3: 13%, g4: 13%, fa: 24%, fb: 24%}}", "funds", "3 2 2 1 1 1 5 10"},
		"a percentage follows":                   {"", "{id: x, label: X, fixed: 10, fund: {fa: 50%, fb: 50%}, when: {q1: 25%, q2: 25%, q3: 25%, q4: 25%}}, {id: p, label: P, percent: 100%, of: [x]}", "funds", "10 10 20"},
		"parts, which are rounded together":      {"", "{id: x, label: X, parts: [{fund: fa, fixed: 10.5}, {fund: fb, fixed: 10.5}]}", "funds", "11 10 21"},
		"parts of which one is taken off":        {"", "{id: x, label: X, parts: [{fund: fa, fixed: 100.5}, {fund: fb, fixed: -20.2}]}", "funds", "100 -20 80"},
		"parts that are divided":                 {"", "{id: x, label: X, parts: [{fund: {fa: 50%, fb: 50%}, fixed: 5}, {fund: {fa: 50%, fb: 50%}, fixed: 5}]}", "funds", "5 5 10"},
		"funds of a budget that is rounded at its total": {"at: total", "{id: x, label: X, fixed: 10.4, fund: fa}, {id: y, label: Y, fixed: 10.4, fund: fb}, {id: z, label: Z, fixed: 10.4, fund: fb}",
			"funds", "10 21 31"},
	} {
		p, findings, ok := plan.Load(source.NewFile("plan.yaml", []byte(`isuplan: 1
document: {convention: C, unit: U, date: 2024-01-01}
period: {from: 2025-01-01, to: 2025-12-31}
outcomes:
  - {id: o1, text: One., outputs: [{id: p1, text: P., activities: [{id: a1, text: A.}, {id: a2, text: A.}, {id: a3, text: A.}, {id: a4, text: A.}]}]}
  - {id: o2, text: Two., outputs: [{id: p2, text: P., activities: [{id: b1, text: B.}, {id: b2, text: B.}]}]}
budget:
  currency: EUR
  rounding: {to: 1, mode: half-up, `+strings.TrimSuffix(c.rounding+", ", ", ")+`}
  funds: [{id: fa}, {id: fb}, {id: g1}, {id: g2}, {id: g3}, {id: g4}, {id: all, sum: [g1, g2, g3, g4]}]
  calendar: [{id: q1}, {id: q2}, {id: q3}, {id: q4}]
  tables: [{id: t, label: T, rows: [lines], columns: [`+c.columns+`]}]
  lines: [`+c.lines+"]\n")))
		if !ok {
			t.Fatal(name, findings)
		}
		b, findings := budget.Compute(p, budget.Options{})
		if len(findings) > 0 {
			t.Fatal(name, findings)
		}
		rows := b.Tables(p)[0].Rows
		var got []string
		for _, f := range rows[len(rows)-1].Figures {
			got = append(got, f.Printed.String())
		}
		if all := strings.Join(got, " "); all != c.want {
			t.Errorf("%s: %s, want %s", name, all, c.want)
		}
	}
}

// TestOutcomesCostTheSameInEveryTable: what is shared out over outcomes and what is for their
// activities come to one figure, in the table by outcome and in tables of outcomes.
func TestOutcomesCostTheSameInEveryTable(t *testing.T) {
	p, findings, ok := plan.Load(source.NewFile("plan.yaml", []byte(`isuplan: 1
document: {convention: C, unit: U, date: 2024-01-01}
period: {from: 2025-01-01, to: 2025-12-31}
outcomes:
  - {id: o1, text: One., outputs: [{id: p1, text: P., activities: [{id: a1, text: A.}]}]}
  - {id: o2, text: Two., outputs: [{id: p2, text: P., activities: [{id: o1x, text: B.}, {id: b1, text: B.}]}]}
budget:
  currency: EUR
  rounding: {to: 1, mode: half-up}
  tables: [{id: t, label: T, rows: [outcomes], columns: [years]}]
  lines:
    - {id: x, label: X, fixed: 11, for: b1}
    - {id: y, label: Y, fixed: 7, shares: {o2: 50%}}
    - {id: g, label: G, shares: {o1: 50%, activities/b1: 50%}, lines: [{id: g1, label: G, fixed: 3}, {id: g2, label: G, fixed: 3, for: a1}]}
`)))
	if !ok {
		t.Fatal(findings)
	}
	b, _ := budget.Compute(p, budget.Options{})
	var byOutcome, table []string
	for _, e := range b.ByOutcome(p) {
		byOutcome = append(byOutcome, e.Outcome+" "+e.Amounts[0].String())
	}
	for _, row := range b.Tables(p)[0].Rows {
		table = append(table, row.Figures[0].Printed.String())
	}
	if got, want := strings.Join(byOutcome, ", "), "o1 5, o2 16,  3"; got != want {
		t.Errorf("cost by outcome: %s, want %s", got, want)
	}
	if got, want := strings.Join(table, " "), "5 16 3 24"; got != want {
		t.Errorf("table: %s, want %s", got, want)
	}
}

// TestGroupsWithoutASubtotal have none in further tables either.
func TestGroupsWithoutASubtotal(t *testing.T) {
	p, findings, ok := plan.Load(source.NewFile("plan.yaml", []byte(`isuplan: 1
document: {convention: C, unit: U, date: 2024-01-01}
period: {from: 2025-01-01, to: 2025-12-31}
outcomes: []
budget:
  currency: EUR
  funds: [{id: fa}]
  tables: [{id: t, label: T, rows: [lines], columns: [funds]}]
  lines:
    - {id: g, label: G, subtotal: none, lines: [{id: x, label: X, fixed: 11, fund: fa}, {id: y, label: Y, fixed: 7, fund: fa}]}
    - {id: h, label: H, lines: [{id: z, label: Z, fixed: 5, fund: fa}]}
`)))
	if !ok {
		t.Fatal(findings)
	}
	b, _ := budget.Compute(p, budget.Options{})
	var kinds []budget.RowKind
	for _, row := range b.Tables(p)[0].Rows {
		kinds = append(kinds, row.Kind)
	}
	if want := []budget.RowKind{budget.HeadRow, budget.ValueRow, budget.ValueRow, budget.HeadRow, budget.ValueRow, budget.SubtotalRow, budget.TotalRow}; !slices.Equal(kinds, want) {
		t.Errorf("%v, want %v", kinds, want)
	}
}
