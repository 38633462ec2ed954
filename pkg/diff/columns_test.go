package diff_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/isuplan/isuplan/pkg/diff"
	"github.com/isuplan/isuplan/pkg/money"
)

// sums writes a plan of two years whose main column is their sum.
func sums(t *testing.T, columns, lines string) diff.Side {
	return side(t, "plan.yaml", `isuplan: 1
document: {convention: C, unit: U, date: 2026-06-03}
period: {from: 2026-01-01, to: 2029-12-31}
outcomes: []
budget:
  currency: CHF
  columns: [`+columns+`]
  lines: [`+lines+`]
`)
}

// TestTheBridgeOfASum: the change of a sum is shared out year by year.
func TestTheBridgeOfASum(t *testing.T) {
	const years, next = "{id: 2026}, {id: 2027}, {id: s, sum: [2026, 2027]}", "{id: 2028}, {id: 2029}, {id: s, sum: [2028, 2029]}"
	for _, c := range []struct{ name, from, to, old, now, want string }{
		{"an amount", years, years, "fixed: {2026: 1, 2027: 2}", "fixed: {2026: 1, 2027: 5}", "3 to 6: amount 3 (2027 2 → 5)"},
		{"both years", years, years, "fixed: {2026: 1, 2027: 2}", "fixed: {2026: 2, 2027: 1}", "3 to 3:  (2026 1 → 2; 2027 2 → 1)"},
		{"a number", years, years, "units: [{item: x, quantity: {2026: 1, 2027: 2}, cost: 10}]", "units: [{item: x, quantity: {2026: 1, 2027: 4}, cost: 10}]", "30 to 50: quantity 20 (2027, quantity 2 → 4)"},
		{"a price", years, years, "units: [{item: x, quantity: {2026: 1, 2027: 2}, cost: 10}]", "units: [{item: x, quantity: {2026: 1, 2027: 2}, cost: 20}]", "30 to 60: rate 30 (2026, unit cost 10 → 20; 2027, unit cost 10 → 20)"},
		{"other years", years, next, "fixed: {2026: 1, 2027: 2}", "fixed: {2028: 3, 2029: 4}", "3 to 7: amount 4 (2028 1 → 3; 2029 2 → 4)"},
		{"a year more", "{id: 2026}", years, "fixed: 10", "fixed: {2026: 11, 2027: 20}", "10 to 31: amount 1, new 20 (2026 10 → 11)"},
		{"a year less", years, "{id: 2027}", "fixed: {2026: 11, 2027: 20}", "fixed: 21", "31 to 21: amount 1, dropped -11 (2027 20 → 21)"},
		{"stated otherwise", years, years, "fixed: {2026: 1, 2027: 2}, stated: {s: 9}", "fixed: {2026: 1, 2027: 2}, stated: {s: 8}", "9 to 8: amount -1"},
	} {
		old, now := sums(t, c.from, "{id: a, label: A, "+c.old+"}"), sums(t, c.to, "{id: a, label: A, "+c.now+"}")
		r := diff.Compare(old, now)
		l := &r.Money.Lines[0]
		var parts, inputs []string
		for _, p := range l.Parts {
			parts = append(parts, string(p.Cause)+" "+p.Amount.String())
		}
		for _, in := range l.Inputs {
			inputs = append(inputs, in.Label+" "+in.Old.String()+" → "+in.New.String())
		}
		got := l.From.String() + " to " + l.To.String() + ": " + strings.Join(parts, ", ")
		if len(inputs) > 0 {
			got += " (" + strings.Join(inputs, "; ") + ")"
		}
		if got != c.want {
			t.Errorf("%s:\ngot  %s\nwant %s", c.name, got, c.want)
		}
	}
}

// TestLimits: just the limit passes; what rises from nothing does not.
func TestLimits(t *testing.T) {
	old := sums(t, "{id: 2026}", "{id: a, label: A, fixed: 100}, {id: b, label: B, fixed: 0}, {id: c, label: C, fixed: -50}")
	now := sums(t, "{id: 2026}", "{id: a, label: A, fixed: 105}, {id: b, label: B, fixed: 1}, {id: c, label: C, fixed: -48}")
	five, four := money.New(5), money.New(4)
	for _, c := range []struct {
		limits diff.Limits
		want   string
	}{
		{diff.Limits{}, ""}, {diff.Limits{Line: &five}, "b"}, {diff.Limits{Line: &four}, "a b"}, {diff.Limits{Total: &five}, "total"},
	} {
		r := diff.Compare(old, now)
		var got []string
		for _, x := range c.limits.Exceeded(&r.Money) {
			id := x.ID
			if id == "" {
				id = "total"
			}
			got = append(got, id)
		}
		if strings.Join(got, " ") != c.want {
			t.Errorf("%v: %v, want %s", c.limits, got, c.want)
		}
	}
}

// TestOneValueForAllColumns: a value by column in place of one for all is nothing new where
// it says the same, also beside a column that follows from others; and where it is listed
// as gone, what stands in its place is listed with it.
func TestOneValueForAllColumns(t *testing.T) {
	const columns = "{id: 2025}, {id: 2026}, {id: both, sum: [2025, 2026]}"
	line := func(keys string) diff.Side { return sums(t, columns, "{id: a, label: A, "+keys+"}") }
	for _, c := range []struct{ old, now, want string }{
		{"fixed: 4", "fixed: {2025: 4, 2026: 4}", ""},
		{"fixed: {2025: 4, 2026: 4}", "fixed: 4", ""},
		{"units: [{item: trip, quantity: 4, cost: 1}]", "units: [{item: trip, quantity: {2025: 4, 2026: 4}, cost: 1}]", ""},
		{"growth: 3%, base: 100", "growth: {2026: 3%}, base: 100", "growth.2026: ->3% growth: 3%->"},
		{"growth: {2026: 3%}, base: 100", "growth: 3%, base: 100", "growth.2026: 3%-> growth: ->3%"},
		{"stated: 5", "stated: {2025: 5}", "stated.2025: ->5 stated: 5->"},
	} {
		r := diff.Compare(line(c.old), line(c.now))
		var got []string
		for i := range r.Changes {
			for _, f := range r.Changes[i].Fields {
				if !f.IsTold() {
					got = append(got, f.Key+": "+f.Old+"->"+f.New)
				}
			}
		}
		slices.Sort(got)
		if s := strings.Join(got, " "); s != c.want {
			t.Errorf("%s, then %s: %q, want %q", c.old, c.now, s, c.want)
		}
	}
}
