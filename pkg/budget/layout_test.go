package budget_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/isuplan/isuplan/pkg/budget"
	"github.com/isuplan/isuplan/pkg/cost"
	"github.com/isuplan/isuplan/pkg/money"
	"github.com/isuplan/isuplan/pkg/plan"
	"github.com/isuplan/isuplan/pkg/source"
)

// TestLinesStandInTheOrderOfTheDocument holds that a group stands before its lines,
// with its depth and the index behind its last line.
func TestLinesStandInTheOrderOfTheDocument(t *testing.T) {
	_, b, _ := compute(t, `
  lines:
    - {id: a, label: A, fixed: 1}
    - id: g
      label: G
      lines:
        - {id: b, label: B, fixed: 2}
        - {id: h, label: H, lines: [{id: c, label: C, fixed: 3}, {id: d, label: D, fixed: 4}]}
    - {id: e, label: E, fixed: 5}`, budget.Options{})
	var got []string
	for i := range b.Lines {
		l := &b.Lines[i]
		got = append(got, fmt.Sprintf("%s %d..%d", strings.Repeat("-", l.Depth)+l.ID.Value, i, l.End))
		if found, ok := b.Line(l.ID.Value); !ok || found != l {
			t.Errorf("%s is not found by its id", l.ID.Value)
		}
	}
	if want := "a 0..1, g 1..6, -b 2..3, -h 3..6, --c 4..5, --d 5..6, e 6..7"; strings.Join(got, ", ") != want {
		t.Errorf("the lines are %v, want %s", got, want)
	}
	if got := strings.Join(b.IDs(), " "); got != "a g b h c d e" {
		t.Errorf("the ids are %s", got)
	}
	if l, ok := b.Line("x"); ok || l != nil {
		t.Errorf("a line that does not exist is %v", l)
	}
}

// TestColumns holds what each column is, what it follows from, and how it is rounded.
func TestColumns(t *testing.T) {
	_, b, findings := compute(t, `
  rounding: {to: 0.05, mode: half-even, tolerance: 3}
  columns:
    - {id: x, label: First year}
    - {id: y}
    - {id: s, sum: [x, y]}
    - {id: c, change: [x, y]}
    - {id: p, percent_change: [x, y], places: 2}
    - {id: q, percent_change: [y, s]}
  lines: [{id: a, label: A, fixed: {x: 1, y: 2}}]`, budget.Options{})
	if len(findings) > 0 {
		t.Fatal(findings)
	}
	kinds := map[budget.ColumnKind]string{budget.AmountColumn: "amounts", budget.SumColumn: "sum", budget.ChangeColumn: "change", budget.PercentColumn: "per cent"}
	var got []string
	for i, c := range b.Columns {
		got = append(got, fmt.Sprintf("%s %q %s of %v to %s %s", c.ID, c.Label.Value, kinds[c.Kind], c.Of, c.Rounding.To, c.Rounding.Mode))
		if at, ok := b.Column(c.ID); !ok || at != i {
			t.Errorf("column %s is found at %d", c.ID, at)
		}
	}
	want := `x "First year" amounts of [] to 0.05 half-even
y "y" amounts of [] to 0.05 half-even
s "s" sum of [0 1] to 0.05 half-even
c "c" change of [0 1] to 0.05 half-even
p "p" per cent of [0 1] to 0.01 half-even
q "q" per cent of [1 2] to 1 half-even`
	if strings.Join(got, "\n") != want {
		t.Errorf("the columns are\n%s", strings.Join(got, "\n"))
	}
	if at, ok := b.Column("z"); ok {
		t.Errorf("a column that does not exist is found at %d", at)
	}
	if !b.Tolerance.Equal(money.New(15).Shift(-2)) {
		t.Errorf("three units of 0.05 are %s", b.Tolerance)
	}
}

// TestABudgetThatSaysLittle has one column of amounts in whole units and no tolerance.
func TestABudgetThatSaysLittle(t *testing.T) {
	_, b, _ := compute(t, `  lines: [{id: a, label: A, fixed: 2.5}]`, budget.Options{})
	if len(b.Columns) != 1 || b.Columns[0].ID != "amount" || b.Columns[0].Label.IsSet() || b.Columns[0].Kind != budget.AmountColumn {
		t.Errorf("its columns are %v", b.Columns)
	}
	if !b.Rounding.To.Equal(money.New(1)) || b.Rounding.Mode != money.HalfUp || b.Once || !b.Tolerance.IsZero() || b.Currency != "CHF" {
		t.Errorf("it is rounded to %s %s, once %v, tolerance %s, in %s", b.Rounding.To, b.Rounding.Mode, b.Once, b.Tolerance, b.Currency)
	}
	if got := b.Total[0].Printed.String(); got != "3" {
		t.Errorf("its total is %s", got)
	}
}

// TestTheColumnThatProseQuotes is the one that says so, or the first sum, or the last
// column of amounts; rates and quantities come from a column of amounts.
func TestTheColumnThatProseQuotes(t *testing.T) {
	for columns, want := range map[string]string{
		"{id: a}":                                                   "a a",
		"{id: a}, {id: b}":                                          "b b",
		"{id: a, main: true}, {id: b}":                              "a a",
		"{id: a}, {id: s, sum: [a]}, {id: b}":                       "s a",
		"{id: a}, {id: s, sum: [a]}, {id: t, sum: [s]}":             "s a",
		"{id: a}, {id: s, sum: [a]}, {id: t, sum: [s], main: true}": "t a",
		"{id: a}, {id: b}, {id: c, change: [a, b]}":                 "b b",
		"{id: a}, {id: s, sum: [a]}, {id: b, main: true}":           "b b",
	} {
		_, b, findings := compute(t, "  columns: ["+columns+"]\n  lines: [{id: l, label: L, fixed: 1}]", budget.Options{})
		if got := b.Columns[b.Main].ID + " " + b.Columns[b.MainAmount()].ID; got != want || len(findings) > 0 {
			t.Errorf("%s: %s, want %s; %v", columns, got, want, findings)
		}
	}
}

// computed computes a plan that is not in order, as check does.
func computed(text string) (*budget.Budget, string) {
	p, _, _ := plan.Load(source.NewFile("plan.yaml", []byte(head+text)))
	b, findings := budget.Compute(p, budget.Options{})
	var found []string
	for _, f := range findings {
		found = append(found, f.Rule.Name+" «"+f.Span.Text()+"» "+f.Message)
	}
	return b, strings.Join(found, "\n")
}

// TestABrokenPlanHasABudgetAllTheSame holds that computing says nothing of what reading
// the plan has said, and computes what is left.
func TestABrokenPlanHasABudgetAllTheSame(t *testing.T) {
	for _, c := range []struct{ name, text, want, found string }{
		{"a line without an amount", `  lines: [{id: a, label: A}, {id: b, label: B, fixed: 2}]`, "a blank\nb 2\ntotal 2", ""},
		{"a group without lines", `  lines: [{id: g, label: G, lines: []}, {id: b, label: B, fixed: 2}]`, "g blank\nb 2\ntotal 2", ""},
		{"two lines of one id: the first counts", `  lines: [{id: a, label: A, fixed: 1}, {id: a, label: B, fixed: 5}, {id: p, label: P, percent: 100%, of: [a]}]`, "a 1\na 5\np 1\ntotal 7", ""},
		{"a column of a column that does not exist", "  columns: [{id: x}, {id: s, sum: [nowhere, x]}, {id: c, change: [x, nowhere]}]\n  lines: [{id: a, label: A, fixed: 4}]", "a 4 4 blank\ntotal 4 4 blank", ""},
		{"a line of two kinds, of which the first lacks its cost", `  lines: [{id: a, label: A, posts: [{title: X}], fixed: 4}]`, "a 4\ntotal 4", ""},
		{"no lines", `  lines: []`, "total 0", ""},
		{"a rounding to nothing", "  rounding: {to: 0, mode: half-up}\n  lines: [{id: a, label: A, fixed: 4.4}]", "a 4\ntotal 4", ""},
	} {
		b, found := computed(c.text)
		if got := printed(b); got != c.want || found != c.found {
			t.Errorf("%s:\n%s\n%s, want\n%s\n%s", c.name, got, found, c.want, c.found)
		}
	}
}

// TestWhatLeadsToNothingIsSaidOnce holds for lines that hang on a line without a figure:
// only that one is reported, and in each column that it lacks one.
func TestWhatLeadsToNothingIsSaidOnce(t *testing.T) {
	const lacks = "no-figure «a» the amount of \"A\"%s cannot be computed: `fixed` has no amount for it; write nil or blank where there is none"
	for _, c := range []struct{ name, text, want, found string }{
		{"a percentage of it", "  columns: [{id: x}, {id: y}]\n  lines: [{id: a, label: A, fixed: {x: 1}}, {id: b, label: B, percent: 10%, of: [a]}, {id: c, label: C, percent: 10%, of: [b]}]",
			"a 1 blank\nb 0 blank\nc 0 blank\ntotal 1 blank", fmt.Sprintf(lacks, " for y")},
		{"a percentage of two, of which the second has a figure", "  columns: [{id: x}, {id: y}]\n  lines: [{id: a, label: A, fixed: {x: 100}}, {id: o, label: O, fixed: 100}, {id: b, label: B, percent: 10%, of: [o, a]}]",
			"a 100 blank\no 100 100\nb 20 blank\ntotal 220 100", fmt.Sprintf(lacks, " for y")},
		{"a rate that lacks as well", "  columns: [{id: x}, {id: y}]\n  lines: [{id: a, label: A, fixed: 100}, {id: b, label: B, percent: {x: 10%}, of: [a]}]",
			"a 100 100\nb 10 blank\ntotal 110 100", "no-figure «b» the amount of \"B\" for y cannot be computed: its rate or its base has no value"},
		{"neither computed nor stated", "  columns: [{id: x}, {id: y}]\n  lines: [{id: a, label: A, fixed: {x: 1}, stated: {x: 2}}, {id: b, label: B, fixed: 3}]",
			"a 2 blank\nb 3 3\ntotal 5 3", fmt.Sprintf(lacks, " for y")},
		{"exact amounts are added up", "  rounding: {to: 1, mode: half-up, at: total}\n  columns: [{id: x}, {id: y}]\n  lines: [{id: a, label: A, fixed: {x: 1}}]",
			"a 1 blank\ntotal 1 blank", fmt.Sprintf(lacks, " for y")},
		{"a stated amount helps", "  columns: [{id: x}, {id: y}]\n  lines: [{id: a, label: A, fixed: {x: 1}, stated: {y: 50}}, {id: b, label: B, percent: 10%, of: [a]}]",
			"a 1 50\nb 0 5\ntotal 1 55", ""},
		{"an unknown line", "  lines: [{id: a, label: A, percent: 10%, of: [nobody]}, {id: b, label: B, percent: 10%, of: [a]}]",
			"a blank\nb blank\ntotal blank", "unknown-line «nobody» the budget has no line `nobody`"},
		{"no rate of the currency", "  lines: [{id: a, label: A, in: USD, fixed: 5}, {id: b, label: B, percent: 10%, of: [a]}]",
			"a blank\nb blank\ntotal blank", "no-rate «USD» the budget has no rate for USD"},
		{"no rate of the currency in the column", "  columns: [{id: x}, {id: y}]\n  rates: [{currency: USD, rate: {x: 2}, on: 2024-01-01}]\n  lines: [{id: a, label: A, in: USD, fixed: 5}]",
			"a 10 blank\ntotal 10 blank", "no-rate «USD» the budget has no rate for USD"},
		{"a circle", "  lines: [{id: o, label: O, fixed: 1}, {id: a, label: A, percent: 1%, of: [b]}, {id: b, label: B, percent: 1%, of: [c]}, {id: c, label: C, percent: 1%, of: [b]}]",
			"o 1\na blank\nb blank\nc blank\ntotal 1", "cycle «b» these lines depend on each other in a circle: b → c → b"},
		{"a source of money of nothing", "  lines: [{id: a, label: A, fixed: 1}]\n  financing: [{id: s, label: S, source: host, percent: 5%, of: [totl]}]",
			"a 1\ntotal 1", "unknown-line «totl» the budget has no line `totl`"},
	} {
		b, found := computed(c.text)
		if got := printed(b); got != c.want || found != c.found {
			t.Errorf("%s:\n%s\n%s, want\n%s\n%s", c.name, got, found, c.want, c.found)
		}
	}
}

// TestACircleNamesItsLines holds that the lines on the way round are pointed at, and
// that those on the way to it are not.
func TestACircleNamesItsLines(t *testing.T) {
	p, _, _ := plan.Load(source.NewFile("plan.yaml", []byte(head+`  lines: [{id: to, label: T, percent: 1%, of: [a]}, {id: a, label: A, percent: 1%, of: [b]}, {id: b, label: B, percent: 1%, of: [c]}, {id: c, label: C, percent: 1%, of: [a]}]`)))
	_, findings := budget.Compute(p, budget.Options{})
	if len(findings) != 1 {
		t.Fatal(findings)
	}
	var related []string
	for _, r := range findings[0].Related {
		related = append(related, r.Span.Text())
	}
	if got := strings.Join(related, " "); findings[0].Span.Text() != "a" || got != "b c" || !strings.Contains(findings[0].Message, "a → b → c → a") {
		t.Errorf("%s, with %s: %s", findings[0].Span.Text(), got, findings[0].Message)
	}
}

// TestFindingsHelp holds the remedies that name what is there.
func TestFindingsHelp(t *testing.T) {
	for text, want := range map[string]string{
		`  lines: [{id: salaries, label: S, fixed: 1}, {id: a, label: A, percent: 1%, of: [salary]}]`:                      "known here: salaries, a",
		`  lines: [{id: salaries, label: S, fixed: 1}, {id: a, label: A, percent: 1%, of: [salarys]}]`:                     "did you mean `salaries`?",
		"  lines: [{id: a, label: A, fixed: 1}]\n  financing: [{id: s, label: S, source: host, percent: 1%, of: [totel]}]": "did you mean `total`?",
		`  lines: [{id: a, label: A, in: USD, fixed: 1}]`:                                                                  "add one to `rates`: {currency: USD, rate: …, on: …}",
		`  lines: [{id: a, label: A, posts: [{title: X}]}]`:                                                                "add what is missing, or \"stated: …\" with the amount to print",
	} {
		p, _, _ := plan.Load(source.NewFile("plan.yaml", []byte(head+text)))
		_, findings := budget.Compute(p, budget.Options{})
		if len(findings) != 1 || findings[0].Hint != want {
			t.Errorf("%s: %v, want %s", text, findings, want)
		}
	}
	_, _, findings := compute(t, `  lines: [{id: a, label: A, posts: [{title: X}]}]`, budget.Options{})
	if findings[0].Subject != "budget/a" || strings.Contains(findings[0].Message, " for amount") {
		t.Errorf("a line of a budget with one column: %s: %s", findings[0].Subject, findings[0].Message)
	}
}

func TestRules(t *testing.T) {
	var names []string
	for _, r := range budget.Rules() {
		names = append(names, r.Name)
	}
	if got := strings.Join(names, " "); got != "unknown-line cycle no-figure no-rate no-category unknown-value wrong-table shares-of-line" {
		t.Errorf("the rules are %s", got)
	}
}

// TestRecomputingTakesRulesBeforeStatedAmounts holds in every column, and leaves what
// only is stated.
func TestRecomputingTakesRulesBeforeStatedAmounts(t *testing.T) {
	const text = `
  columns: [{id: x}, {id: y}, {id: s, sum: [x, y]}]
  lines:
    - {id: a, label: A, fixed: 5, stated: {x: 6, s: 12}}
    - {id: b, label: B, stated: {x: 1, y: nil}}
    - {id: g, label: G, stated: {x: 9}, lines: [{id: c, label: C, fixed: 2}]}
  stated_total: {x: 20, s: 30}`
	for _, c := range []struct {
		recompute bool
		want      string
	}{
		{false, "a 6 5 12\nb 1 nil 1\ng 9 2 11\nc 2 2 4\ntotal 20 7 30"},
		{true, "a 5 5 10\nb 1 nil 1\ng 2 2 4\nc 2 2 4\ntotal 8 7 15"},
	} {
		_, b, _ := compute(t, text, budget.Options{Recompute: c.recompute})
		if got := printed(b); got != c.want {
			t.Errorf("recomputed %v:\n%s, want\n%s", c.recompute, got, c.want)
		}
	}
	_, b, _ := compute(t, text, budget.Options{})
	if f := b.Total[0]; f.Stated.Value.Value.String() != "20" || !f.Differs() || f.Mark != cost.Number || b.Total[1].Stated.IsSet() {
		t.Errorf("the stated total is %v", f)
	}
}
