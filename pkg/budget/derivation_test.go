package budget_test

import (
	"strings"
	"testing"

	"github.com/isuplan/isuplan/pkg/budget"
	"github.com/isuplan/isuplan/pkg/cost"
	"github.com/isuplan/isuplan/pkg/money"
)

// derivation writes a step as "value by operation (its parts)", with the line and the
// column of a figure that comes from elsewhere.
func derivation(s cost.Step) string {
	text := map[cost.Mark]string{cost.Number: money.Number(s.Value, 0, "", "."), cost.Nil: "nil", cost.Blank: "blank"}[s.Mark]
	if s.Unit == cost.PerCent {
		text += "%"
	}
	text = strings.Join(strings.Fields(strings.Join([]string{s.Line, s.Column, s.Label, text, "by", s.Op.String()}, " ")), " ")
	var parts []string
	for _, part := range s.Of {
		parts = append(parts, derivation(part))
	}
	if len(parts) > 0 {
		text += " (" + strings.Join(parts, "; ") + ")"
	}
	return text
}

// figure returns a line's figure in a column; "total" and "funds" are the sums.
func figure(t *testing.T, b *budget.Budget, id string, column int) *budget.Figure {
	t.Helper()
	switch id {
	case "total":
		return &b.Total[column]
	case "funds":
		return &b.Funds[column]
	}
	if l, ok := b.Line(id); ok {
		return &l.Figures[column]
	}
	for i := range b.Financing {
		if b.Financing[i].ID.Value == id {
			return &b.Financing[i].Figures[column]
		}
	}
	t.Fatalf("no line %s", id)
	return nil
}

// TestHowFiguresComeAbout follows printed figures down to what stands in the file.
func TestHowFiguresComeAbout(t *testing.T) {
	for _, c := range []struct {
		name, text, id string
		column         int
		want           string
	}{
		{"an amount as written", `  lines: [{id: a, label: A, fixed: 5}]`, "a", 0, "fixed amount 5 by given"},
		{"rounded", `  lines: [{id: a, label: A, fixed: 5.4}]`, "a", 0, "5 by rounded (fixed amount 5.4 by given)"},
		{"stated", `  lines: [{id: a, label: A, fixed: 5, stated: 6}]`, "a", 0, "6 by stated"},
		{"stated as nothing", `  lines: [{id: a, label: A, stated: nil}]`, "a", 0, "nil by stated"},
		{"a total of what is printed", `  lines: [{id: a, label: A, fixed: 5.4}, {id: b, label: B, stated: 2}]`, "total", 0,
			"7 by sum (a 5 by rounded (fixed amount 5.4 by given); b 2 by stated)"},
		{"a total of groups", `  lines: [{id: g, label: G, lines: [{id: a, label: A, fixed: 1}, {id: b, label: B, fixed: 2}]}, {id: c, label: C, fixed: 3}]`, "total", 0,
			"6 by sum (g 3 by sum (a fixed amount 1 by given; b fixed amount 2 by given); c fixed amount 3 by given)"},
		{"a total above a stated subtotal", `  lines: [{id: g, label: G, stated: 90, lines: [{id: a, label: A, fixed: 100}]}]`, "total", 0,
			"100 by sum (g 100 by sum (a fixed amount 100 by given))"},
		{"a total of exact amounts, rounded once", `  rounding: {to: 1, mode: half-up, at: total}
  lines: [{id: a, label: A, fixed: 0.4}, {id: b, label: B, fixed: 0.3}]`, "total", 0,
			"1 by rounded (0.7 by sum (a fixed amount 0.4 by given; b fixed amount 0.3 by given))"},
		{"a percentage of a figure as printed", `  lines: [{id: a, label: A, fixed: 99.6}, {id: b, label: B, percent: 50%, of: [a]}]`, "b", 0,
			"50 by percent (rate 50% by given; a 100 by rounded (fixed amount 99.6 by given))"},
		{"a percentage of an exact amount", `  rounding: {to: 1, mode: half-up, at: total}
  lines: [{id: a, label: A, fixed: 99.6}, {id: b, label: B, percent: 50%, of: [a]}]`, "b", 0,
			"50 by rounded (49.8 by percent (rate 50% by given; a fixed amount 99.6 by given))"},
		{"growth from a figure as printed", `  columns: [{id: x}, {id: sum, sum: [x]}, {id: y}]
  lines: [{id: a, label: A, base: 99.6, growth: 10%}]`, "a", 2,
			"110 by growth (a x 100 by rounded (base 99.6 by given); growth 10% by given)"},
		{"growth from an exact amount", `  rounding: {to: 1, mode: half-up, at: total}
  columns: [{id: x}, {id: y}]
  lines: [{id: a, label: A, base: 99.6, growth: 10%}]`, "a", 1,
			"110 by rounded (109.56 by growth (a x base 99.6 by given; growth 10% by given))"},
		{"growth from a stated amount", `  columns: [{id: x}, {id: y}]
  lines: [{id: a, label: A, base: 100, growth: 10%, stated: {x: 200}}]`, "a", 1,
			"220 by growth (a x 200 by stated; growth 10% by given)"},
		{"another currency", `  rates: [{currency: USD, rate: 0.9, on: 2024-06-03, source: UN Treasury}]
  lines: [{id: a, label: A, in: USD, fixed: 10}]`, "a", 0,
			"9 by product (USD 10 by given; CHF per USD on 2024-06-03, UN Treasury 0.9 by given)"},
		{"the rate of the column", `  columns: [{id: x}, {id: y}]
  rates: [{currency: EUR, rate: 3, on: 2024-01-01}, {currency: USD, rate: {x: 2}, on: 2024-01-01}, {currency: USD, rate: {y: 4}, on: 2025-01-01}]
  lines: [{id: a, label: A, in: USD, fixed: 10}]`, "a", 1,
			"40 by product (USD 10 by given; CHF per USD on 2025-01-01 4 by given)"},
		{"nothing in another currency needs no rate", `  lines: [{id: a, label: A, in: USD, fixed: nil}]`, "a", 0, "fixed amount nil by given"},
		{"growth in another currency is of what was converted", `  columns: [{id: x}, {id: y}]
  rates: [{currency: USD, rate: 2, on: 2024-01-01}]
  lines: [{id: a, label: A, in: USD, base: 100, growth: 10%}]`, "a", 1,
			"220 by growth (a x 200 by product (USD 100 by given; CHF per USD on 2024-01-01 2 by given); growth 10% by given)"},
		{"a percentage in another currency is of what was converted", `  rates: [{currency: USD, rate: 2, on: 2024-01-01}]
  lines: [{id: a, label: A, in: USD, fixed: 100}, {id: b, label: B, in: USD, percent: 10%, of: [a]}]`, "b", 0,
			"20 by percent (rate 10% by given; a 200 by product (USD 100 by given; CHF per USD on 2024-01-01 2 by given))"},
		{"a sum of columns", `  columns: [{id: x}, {id: y}, {id: s, sum: [x, y]}]
  lines: [{id: a, label: A, fixed: {x: 1, y: 2}}]`, "a", 2,
			"3 by sum (a x fixed amount 1 by given; a y fixed amount 2 by given)"},
		{"a change", `  columns: [{id: x}, {id: y}, {id: c, change: [x, y]}]
  lines: [{id: a, label: A, fixed: {x: 1.2, y: 2}}]`, "a", 2,
			"1 by change (a x 1 by rounded (fixed amount 1.2 by given); a y fixed amount 2 by given)"},
		{"a change in per cent", `  columns: [{id: x}, {id: y}, {id: p, percent_change: [x, y], places: 1}]
  lines: [{id: a, label: A, fixed: {x: 3, y: 4}}]`, "a", 2,
			"33.3% by rounded (33.333333333333333333333333% by rate (a x fixed amount 3 by given; a y fixed amount 4 by given))"},
		{"the change of the total", `  columns: [{id: x}, {id: y}, {id: c, change: [x, y]}]
  lines: [{id: a, label: A, fixed: {x: 1, y: 2}}]`, "total", 2,
			"1 by change (x 1 by sum (a fixed amount 1 by given); y 2 by sum (a fixed amount 2 by given))"},
		{"a source of money that is a part of the total", `  lines: [{id: a, label: A, fixed: 100}]
  financing: [{id: host, label: H, source: host, percent: 25%, of: [total]}]`, "host", 0,
			"25 by percent (rate 25% by given; total 100 by sum (a fixed amount 100 by given))"},
		{"a source of money that is a part of a line", `  lines: [{id: a, label: A, fixed: 99.6}]
  financing: [{id: host, label: H, source: host, percent: 50%, of: [a]}]`, "host", 0,
			"50 by percent (rate 50% by given; a 100 by rounded (fixed amount 99.6 by given))"},
		{"the sum of the sources", `  lines: [{id: a, label: A, fixed: 3}]
  financing: [{id: h, label: H, source: host, fixed: 1}, {id: o, label: O, source: other, fixed: 2}]`, "funds", 0,
			"3 by sum (h fixed amount 1 by given; o fixed amount 2 by given)"},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, b, findings := compute(t, c.text, budget.Options{})
			if len(findings) > 0 {
				t.Fatal(findings)
			}
			if got := derivation(figure(t, b, c.id, c.column).Step()); got != c.want {
				t.Errorf("got\n%s, want\n%s", got, c.want)
			}
		})
	}
}

// TestWhatAFigureIs holds for what other packages ask of it.
func TestWhatAFigureIs(t *testing.T) {
	_, b, _ := compute(t, `
  columns: [{id: x}, {id: y}, {id: s, sum: [x, y]}]
  lines:
    - {id: right, label: R, fixed: 5, stated: {x: 5, y: 5}}
    - {id: wrong, label: W, fixed: 5, stated: {x: 6, y: 5}}
    - {id: stated, label: S, stated: 7}
    - {id: group, label: G, stated: {x: 9, s: 4}, lines: [{id: in, label: I, fixed: 2}]}
    - {id: open, label: O, stated: {x: 1, y: 1}, lines: [{id: lost, label: L, fixed: {x: 1}}, {id: kept, label: K, fixed: 1}]}`, budget.Options{})
	for _, c := range []struct {
		id            string
		column        int
		differs, sums bool
	}{
		{"right", 0, false, false}, {"wrong", 0, true, false}, {"wrong", 1, false, false}, {"stated", 0, false, false}, {"in", 0, false, false},
		{"group", 0, true, true}, {"group", 1, false, true}, {"group", 2, true, true}, {"right", 2, false, true},
		{"open", 0, true, true},   // two lines of 1 are not 1
		{"open", 1, false, false}, // of a sum with a part missing nothing can be said
		{"total", 0, false, true}, {"total", 1, false, true},
	} {
		f := figure(t, b, c.id, c.column)
		if f.Differs() != c.differs || f.IsSum() != c.sums {
			t.Errorf("%s in column %d: differs %v, is a sum %v", c.id, c.column, f.Differs(), f.IsSum())
		}
	}
	if f := figure(t, b, "lost", 1); f.Computed != nil || f.Mark != cost.Blank || derivation(f.Step()) != "blank by given" {
		t.Errorf("what cannot be computed prints %v by %s", f.Printed, derivation(f.Step()))
	}
	if f := figure(t, b, "open", 1); f.Computed != nil || !f.Printed.Equal(money.New(1)) {
		t.Errorf("a group with a line missing prints %v", f.Printed)
	}
}
