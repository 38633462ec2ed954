package cost_test

import (
	"testing"
)

// TestDerivations shows how each kind of cost comes to its amount, down to what
// stands in the file.
func TestDerivations(t *testing.T) {
	for _, c := range []struct {
		name, keys string
		around     around
		want       string
	}{
		{"a fixed amount", "fixed: 12000.50", around{}, "fixed amount = 12000.5 by given"},
		{"a fixed amount of the column", "fixed: {a: 1, b: 2}", around{column: "b"}, "fixed amount = 2 by given"},
		{"nothing is spent", "fixed: nil", around{}, "fixed amount = nil by given"},
		{"nothing is said", "fixed: {a: blank}", around{column: "a"}, "fixed amount = blank by given"},
		{"a negative amount", "fixed: -500", around{}, "fixed amount = -500 by given"},
		{"no fixed amount of the column", "fixed: {a: 1}", around{column: "b"}, "lacking: `fixed` has no amount for it; write nil or blank where there is none"},

		{"an item", "units: [{item: trip, quantity: 3, cost: 1500}]", around{},
			"trip = 4500 by product (quantity = 3 times by given; unit cost = 1500 by given)"},
		{"an item for days", "units: [{item: room, quantity: 2, times: 5, cost: 300}]", around{},
			"room = 3000 by product (quantity = 2 times by given; times = 5 times by given; unit cost = 300 by given)"},
		{"several items", "units: [{item: a, quantity: 1, cost: 10}, {item: b, quantity: 2, cost: 20}]", around{},
			"units = 50 by sum (a = 10 by product (quantity = 1 times by given; unit cost = 10 by given); b = 40 by product (quantity = 2 times by given; unit cost = 20 by given))"},
		{"an item of the column", "units: [{item: trip, quantity: {a: 1, b: 4}, cost: {a: 100, b: 110}}]", around{column: "b"},
			"trip = 440 by product (quantity = 4 times by given; unit cost = 110 by given)"},
		{"an item without a price", "units: [{item: a, quantity: 1, cost: 10}, {item: b, quantity: 2}]", around{}, "lacking: not every item has its quantity and its unit cost"},
		{"an item without a quantity", "units: [{item: a, quantity: {a: 1}, cost: 10}]", around{column: "b"}, "lacking: not every item has its quantity and its unit cost"},
		{"no item", "units: []", around{}, "lacking: not every item has its quantity and its unit cost"},

		{"a percentage of a line", "percent: 20%, of: [salaries]", around{lines: map[string]string{"salaries": "345054"}},
			"69010.8 by percent (rate = 20% by given; salaries = 345054 by stated)"},
		{"a percentage of two lines", "percent: 12.5%, of: [a, b]", around{lines: map[string]string{"a": "100", "b": "300"}},
			"50 by percent (rate = 12.5% by given; base = 400 by sum (a = 100 by stated; b = 300 by stated))"},
		{"a percentage by column", "percent: {x: 1%, y: 2%}, of: [a]", around{column: "y", lines: map[string]string{"a": "100"}},
			"2 by percent (rate = 2% by given; a = 100 by stated)"},
		{"a percentage of what has no amount", "percent: 20%, of: [a, b]", around{lines: map[string]string{"a": "100"}}, "lacking: its rate or its base has no value"},
		{"a percentage without a rate in the column", "percent: {x: 1%}, of: [a]", around{column: "y", lines: map[string]string{"a": "100"}}, "lacking: its rate or its base has no value"},

		{"growth begins with its base", "growth: 2%, base: 100000", around{column: "a"}, "base = 100000 by given"},
		{"growth follows the column before", "growth: 2%, base: 100000", around{column: "b", before: "100000"},
			"102000 by growth (before = 100000 by stated; growth = 2% by given)"},
		{"growth of a fraction of one per cent", "growth: 0.25%, base: 1", around{column: "b", before: "400"},
			"401 by growth (before = 400 by stated; growth = 0.25% by given)"},
		{"a base of the column comes before growth", "growth: 2%, base: {a: 50, b: 60}", around{column: "b", before: "50"}, "base = 60 by given"},
		{"growth of another rate by column", "growth: {c: 10%}, base: {a: 50, b: 60}", around{column: "c", before: "60"},
			"66 by growth (before = 60 by stated; growth = 10% by given)"},
		{"growth without anything before it", "growth: 2%, base: {b: 60}", around{column: "a"}, "lacking: `base` has no amount in a column before it"},
		{"growth without a rate in the column", "growth: {c: 2%}, base: {a: 60}", around{column: "b", before: "60"}, "lacking: `base` has no amount in a column before it"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := derived(t, line(t, c.keys), c.around); got != c.want {
				t.Errorf("%s is\n%s, want\n%s", c.keys, got, c.want)
			}
		})
	}
}

// TestWhatProseMayQuote names the figures of each kind, in a column.
func TestWhatProseMayQuote(t *testing.T) {
	for _, c := range []struct{ name, keys, column, want string }{
		{"a fixed amount", "fixed: 12000", "", "fixed 12000 as written"},
		{"a fixed amount of the column", "fixed: {a: 1, b: 2}", "b", "fixed 2 as written"},
		{"no fixed amount of the column", "fixed: {a: 1}", "b", ""},
		{"nil is no figure", "fixed: nil", "", ""},
		{"a rate", "percent: 20%, of: [a]", "", "rate 20% as written"},
		{"no rate of the column", "percent: {a: 20%}, of: [a]", "b", ""},
		{"growth", "growth: {a: 1%, b: 2%}, base: 1", "b", "growth 2% as written"},
		{"no growth of the column", "growth: {a: 1%}, base: 1", "b", ""},
		{"items, each and together", "units: [{item: Long trip, quantity: 2, cost: 3000}, {item: day, id: stay, quantity: 3, times: 4, cost: 300}]", "",
			"quantity 5, long-trip.quantity 2 as written, long-trip.cost 3000 as written, stay.quantity 3 as written, stay.times 4 as written, stay.cost 300 as written"},
		{"items of the column", "units: [{item: a, quantity: {x: 2}, cost: {y: 3}}]", "x", "quantity 2, a.quantity 2 as written"},
		{"a post, with what goes without saying", "posts: [{title: Head of Unit, grade: P-5}]", "",
			"head-of-unit.fte 100%, head-of-unit.months 12, head-of-unit.count 1, head-of-unit.share 100%, posts 1"},
		{"posts, as written", "posts: [{title: A, id: x, fte: 50%, months: 6, count: 2, share: 25%, annual: 100}, {title: B, monthly: 9}]", "",
			"x.fte 50% as written, x.months 6 as written, x.count 2 as written, x.share 25% as written, x.annual 100 as written, " +
				"b.fte 100%, b.months 12, b.count 1, b.share 100%, b.monthly 9 as written, posts 2"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := quotable(t, line(t, c.keys), c.column); got != c.want {
				t.Errorf("%s:\n%s, want\n%s", c.keys, got, c.want)
			}
		})
	}
}

// TestOnlyAPercentageDependsOnOtherLines names what each kind is computed from.
func TestOnlyAPercentageDependsOnOtherLines(t *testing.T) {
	for keys, want := range map[string]string{
		"fixed: 1": "",
		"units: [{item: a, quantity: 1, cost: 1}]": "",
		"posts: [{title: A, annual: 1}]":           "",
		"growth: 1%, base: 1":                      "",
		"percent: 1%, of: [b, a]":                  "b a ",
	} {
		got := ""
		for _, base := range line(t, keys).Costs[0].Bases() {
			got += base.Value + " "
		}
		if got != want {
			t.Errorf("%s depends on %q, want %q", keys, got, want)
		}
	}
}
