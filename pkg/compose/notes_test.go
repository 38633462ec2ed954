package compose

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/isuplan/isuplan/pkg/budget"
	"github.com/isuplan/isuplan/pkg/cost"
	"github.com/isuplan/isuplan/pkg/document"
	"github.com/isuplan/isuplan/pkg/language"
	"github.com/isuplan/isuplan/pkg/plan"
	"github.com/isuplan/isuplan/pkg/source"
	"github.com/isuplan/isuplan/templates"
)

// compiled builds the document of a plan whose budget is given, with the standard
// template.
func compiled(t *testing.T, lines string) *document.Document {
	t.Helper()
	_, doc := built(t, `isuplan: 1
document: {convention: Treaty, unit: Secretariat, date: 2024-06-01}
period: {from: 2025-01-01, to: 2025-12-31}
outcomes: []
budget:
`+lines)
	return doc
}

// built loads the text of a plan and builds its document with the standard template, in
// English.
func built(t *testing.T, yaml string) (*plan.Plan, *document.Document) {
	t.Helper()
	in := input(t, yaml)
	doc, found := Build(in)
	if len(found) > 0 {
		t.Error(found)
	}
	return in.Plan, doc
}

// input is what a document with the standard template is made of, in English.
func input(t *testing.T, yaml string) Input {
	t.Helper()
	p, findings, ok := plan.Load(source.NewFile("plan.yaml", []byte(yaml)))
	if !ok {
		t.Fatal(findings)
	}
	in := Input{Plan: p}
	in.Budget, _ = budget.Compute(p, budget.Options{})
	text, _ := templates.Files.ReadFile("un.yaml")
	in.Template, _, _ = LoadTemplate(source.NewFile("un.yaml", text))
	text, _ = templates.Files.ReadFile("languages/en.yaml")
	in.Language, _, _ = language.Load(source.NewFile("en.yaml", text))
	return in
}

func tables(doc *document.Document) (list []document.Table) {
	for _, b := range doc.Blocks {
		if table, ok := b.(document.Table); ok {
			list = append(list, table)
		}
	}
	return list
}

const (
	rounding  = "Figures may not add up owing to rounding."
	asStated  = "Sums that are not the sums of the figures above them are printed as stated."
	threeTens = "  lines: [{id: a, label: A, fixed: 10.4}, {id: b, label: B, fixed: 10.4}, {id: c, label: C, fixed: 10.4}]\n"
)

// TestSumsAreWhatIsPrintedOrTheNotesSayOtherwise: the sum of a column is the sum of
// its figures, or a note says by itself why it is not.
func TestSumsAreWhatIsPrintedOrTheNotesSayOtherwise(t *testing.T) {
	for name, c := range map[string]struct{ budget, want string }{
		"rounded line by line": {"  currency: CHF\n" + threeTens, ""},
		"rounded once":         {"  currency: CHF\n  rounding: {to: 1, mode: half-up, at: total}\n" + threeTens, rounding},
		"rounded once, adding up all the same": {`  currency: CHF
  rounding: {to: 1, mode: half-up, at: total}
  lines: [{id: a, label: A, fixed: 10}]
`, ""},
		"stated within the tolerance": {"  currency: CHF\n  rounding: {to: 1, mode: half-up, tolerance: 1}\n  stated_total: 31\n" + threeTens, rounding},
		"stated wrongly by two":       {"  currency: CHF\n  stated_total: 32\n" + threeTens, asStated},
		"stated wrongly by five hundred in a group": {`  currency: CHF
  lines:
    - {id: g, label: G, stated: 500, lines: [{id: a, label: A, fixed: 600}, {id: b, label: B, fixed: 400}]}
    - {id: c, label: C, fixed: 1}
`, asStated},
		"a subtotal that rounds": {`  currency: CHF
  rounding: {to: 1, mode: half-up, at: total}
  lines:
    - {id: g, label: G, lines: [{id: a, label: A, fixed: 0.4}, {id: b, label: B, fixed: 0.4}]}
    - {id: c, label: C, fixed: 0.8}
    - {id: d, label: D, fixed: -0.6}
`, rounding},
		"stated across": {`  currency: CHF
  columns: [{id: 2025}, {id: 2026}, {id: all, sum: [2025, 2026]}]
  lines: [{id: a, label: A, fixed: 10, stated: {all: 21}}]
`, asStated},
		"a wrong total carried across": {`  currency: CHF
  columns: [{id: 2025}, {id: 2026}, {id: all, sum: [2025, 2026]}]
  lines: [{id: a, label: A, fixed: 10}]
  stated_total: {2025: 13}
`, asStated},
		"percentages do not add up and need not": {`  currency: CHF
  columns: [{id: 2025}, {id: 2026}, {id: p, percent_change: [2025, 2026]}]
  lines: [{id: a, label: A, fixed: {2025: 10, 2026: 11}}, {id: b, label: B, fixed: {2025: 100, 2026: 103}}]
`, ""},
		"nothing said of the total": {"  currency: CHF\n  stated_total: blank\n" + threeTens, ""},
	} {
		t.Run(name, func(t *testing.T) {
			var notes []string
			for _, n := range tables(compiled(t, c.budget))[0].Notes {
				notes = append(notes, n.String())
			}
			if got := strings.Join(notes, " "); got != c.want {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
}

// TestNotesOfTables: footnotes with their letters, the rates that were used and no
// others, each table with its own.
func TestNotesOfTables(t *testing.T) {
	doc := compiled(t, `  currency: CHF
  columns: [{id: 2025}, {id: 2026, label: "Year *two*"}]
  rates:
    - {currency: USD, rate: 0.92, on: 2024-06-01, source: UN operational rate}
    - {currency: EUR, rate: {2025: 0.95, 2026: 0.9}, on: 2024-06-02}
    - {currency: GBP, rate: 1.1, on: 2024-06-01}
  lines:
    - {id: g, label: G, footnote: Subject to *approval*., lines: [{id: a, label: A, in: USD, fixed: 10, footnote: Estimated.}, {id: b, label: B, in: EUR, fixed: 10, footnote: Subject to *approval*.}]}
  financing:
    - {id: f, label: F, source: assessed, in: GBP, fixed: 10, footnote: Pledged.}
`)
	var got [][]string
	for _, table := range tables(doc) {
		var notes []string
		for _, n := range table.Notes {
			notes = append(notes, n.String())
		}
		got = append(got, notes)
	}
	want := [][]string{{
		"a/ Subject to approval.", "b/ Estimated.",
		"USD 1 = CHF 0.92 (1 June 2024, UN operational rate).",
		"EUR 1 = CHF 0.95 (2025: 2 June 2024).", "EUR 1 = CHF 0.9 (Year two: 2 June 2024).",
	}, {"a/ Pledged.", "GBP 1 = CHF 1.1 (1 June 2024)."}}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	var labels []string
	for _, r := range tables(doc)[0].Rows {
		labels = append(labels, r.Cells[0].String())
	}
	if diff := cmp.Diff([]string{"G a/", "A b/", "B a/", "G a/", "Total"}, labels); diff != "" {
		t.Error(diff)
	}
}

// TestEveryKindOfMoneyHasAWord, and a table without kinds has no column for them.
func TestEveryKindOfMoneyHasAWord(t *testing.T) {
	const lines = "  currency: CHF\n  lines: [{id: a, label: A, fixed: 10}]\n  financing: [{id: f, label: F, fixed: 10"
	for _, kind := range cost.Sources() {
		financing := tables(compiled(t, lines+", source: "+kind+"}]\n"))[1]
		if len(financing.Columns) != 3 || financing.Rows[0].Cells[1].String() == "" {
			t.Errorf("%s: %v", kind, financing)
		}
	}
	if financing := tables(compiled(t, lines+"}]\n"))[1]; len(financing.Columns) != 2 {
		t.Errorf("without kinds: %v", financing)
	}
}
