package diff_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/isuplan/isuplan/pkg/diff"
)

// budgeted is a plan of a year with a budget.
func budgeted(year int, budget string) string {
	return fmt.Sprintf("isuplan: 1\ndocument: {convention: Convention, unit: Unit, date: %d-06-03}\nperiod: {from: %d-01-01, to: %d-12-31}\noutcomes: []\nbudget: {currency: CHF, %s}\n", year-1, year, year, budget)
}

// bridged says how a bridge leads from one budget to another: each line that changed, with
// the parts of its change and its inputs.
func bridged(b *diff.Bridge) string {
	var all []string
	for _, l := range b.Changed() {
		said := l.ID + ":"
		for _, p := range l.Parts {
			said += fmt.Sprintf(" %s %s", p.Cause, p.Amount)
		}
		for _, i := range l.Inputs {
			said += fmt.Sprintf(" (%s %s → %s)", i.Label, i.Old, i.New)
		}
		all = append(all, said)
	}
	if !b.Rest.IsZero() {
		all = append(all, "rest "+b.Rest.String())
	}
	return strings.Join(all, "; ")
}

// TestCauses holds to what a change of a line is owed.
func TestCauses(t *testing.T) {
	posts := func(list string) string { return "lines: [{id: a, label: A, posts: [" + list + "]}]" }
	for _, c := range []struct{ name, old, new, want string }{
		{"an amount", "lines: [{id: a, label: A, fixed: 100}]", "lines: [{id: a, label: A, fixed: 150}]", "a: amount 50"},
		{"pay", posts("{title: Officer, annual: 100000, fte: 50%}"), posts("{title: Officer, annual: 110000, fte: 50%}"), "a: rate 5000 (annual cost 100000 → 110000)"},
		{"working time", posts("{title: Officer, annual: 100000, fte: 50%}"), posts("{title: Officer, annual: 100000}"), "a: quantity 50000 (full-time equivalent 50 → 100)"},
		{"pay and working time", posts("{title: Officer, annual: 100000, fte: 50%}"), posts("{title: Officer, annual: 110000}"), "a: rate 7500 quantity 52500 (annual cost 100000 → 110000) (full-time equivalent 50 → 100)"},
		{"months", posts("{title: Officer, annual: 120000}"), posts("{title: Officer, annual: 120000, months: 6}"), "a: quantity -60000 (months 12 → 6)"},
		{"persons", posts("{title: Officer, annual: 120000}"), posts("{title: Officer, annual: 120000, count: 3}"), "a: quantity 240000 (posts 1 → 3)"},
		{"yearly and monthly pay", posts("{title: Officer, annual: 120000}"), posts("{title: Officer, monthly: 11000}"), "a: rate 12000 (annual cost 120000 → 132000)"},
		{"monthly and yearly pay", posts("{title: Officer, monthly: 11000, months: 6, fte: 50%}"), posts("{title: Officer, annual: 120000, months: 9, fte: 50%}"), "a: rate -3750 quantity 15750 (annual cost 132000 → 120000) (months 6 → 9)"},
		{"yearly and monthly pay of a grade", "standard_costs: [{grade: P-3, annual: 120000}], " + posts("{title: Officer, grade: P-3}"), "standard_costs: [{grade: P-3, monthly: 11000}], " + posts("{title: Officer, grade: P-3}"), "a: rate 12000 (annual standard cost of P-3 120000 → 132000)"},
		{"no pay before", posts("{title: Officer, annual: 0}"), posts("{title: Officer, annual: 1200}"), "a: rate 1200 (annual cost 0 → 1200)"},
		{"no pay any more", posts("{title: Officer, annual: 1200}"), posts("{title: Officer, annual: 0}"), "a: rate -1200 (annual cost 1200 → 0)"},
		{"one post more", posts("{title: Officer, annual: 100}"), posts("{title: Officer, annual: 110}, {title: Clerk, annual: 50}"), "a: rate 10 new 50 (Officer, annual cost 100 → 110)"},
		{"one post less", posts("{title: Officer, annual: 110}, {title: Clerk, annual: 50}"), posts("{title: Clerk, annual: 60}"), "a: rate 10 dropped -110 (Clerk, annual cost 50 → 60)"},
		{"two alike posts, one goes", posts("{id: one, title: Clerk, annual: 50}, {id: two, title: Clerk, annual: 60}"), posts("{id: one, title: Clerk, annual: 50}"), "a: dropped -60"},
		{"twelfths", posts("{title: Officer, annual: 100, months: 7}, {title: Clerk, annual: 50, months: 5}"), posts("{title: Officer, annual: 100, months: 8}, {title: Clerk, annual: 50, months: 7}"), "a: quantity 17 (Officer, months 7 → 8) (Clerk, months 5 → 7)"},
		{"trips", "lines: [{id: a, label: A, units: [{item: trip, quantity: 2, cost: 500}]}]", "lines: [{id: a, label: A, units: [{item: trip, quantity: 3, cost: 600}, {item: hall, quantity: 1, cost: 40}]}]", "a: rate 250 quantity 550 new 40 (trip, quantity 2 → 3) (trip, unit cost 500 → 600)"},
		{"rate and base", "lines: [{id: a, label: A, fixed: 1000}, {id: b, label: B, percent: 10%, of: [a]}]", "lines: [{id: a, label: A, fixed: 2000}, {id: b, label: B, percent: 20%, of: [a]}]", "a: amount 1000; b: rate 150 base 150 (rate 10 → 20) (base 1000 → 2000)"},
		{"another way", "lines: [{id: a, label: A, fixed: 1000}]", posts("{title: Officer, annual: 1500}"), "a: basis 500"},
		{"exchange", "rates: [{currency: EUR, rate: 1.1, on: 2024-05-01}], lines: [{id: a, label: A, in: EUR, fixed: 1000}]", "rates: [{currency: EUR, rate: 1.2, on: 2024-05-01}], lines: [{id: a, label: A, in: EUR, fixed: 1500}]", "a: exchange 125 amount 575 (EUR 1000 → 1500) (rate of exchange 1.1 → 1.2)"},
		{"exchange of posts", "rates: [{currency: EUR, rate: 1.1, on: 2024-05-01}], lines: [{id: a, label: A, in: EUR, posts: [{title: Officer, annual: 1000}]}]", "rates: [{currency: EUR, rate: 1.2, on: 2024-05-01}], lines: [{id: a, label: A, in: EUR, posts: [{title: Officer, annual: 1500}]}]", "a: rate 575 exchange 125 (annual cost 1000 → 1500) (rate of exchange 1.1 → 1.2)"},
		{"exchange alone", "rates: [{currency: EUR, rate: 1.1, on: 2024-05-01}], lines: [{id: a, label: A, in: EUR, fixed: 1000}]", "rates: [{currency: EUR, rate: 1.2, on: 2024-05-01}], lines: [{id: a, label: A, in: EUR, fixed: 1000}]", "a: exchange 100 (rate of exchange 1.1 → 1.2)"},
		{"a post beside a sum", posts("{title: Officer, annual: 100}, {title: Clerk, annual: 50}"), posts("{title: Officer, annual: 120}"), "a: rate 20 dropped -50 (Officer, annual cost 100 → 120)"},
		{"one rounding", posts("{title: Officer, annual: 10.4}, {title: Clerk, annual: 10.4}"), posts("{title: Officer, annual: 10.6}, {title: Clerk, annual: 10.4}"), ""},
		{"a share of a post", posts("{title: Officer, annual: 1000, share: 50%}"), posts("{title: Officer, annual: 1000, count: 2}"), "a: quantity 1500 (posts 1 → 2) (share of this budget 50 → 100)"},
		{"a new line", "lines: [{id: a, label: A, fixed: 100}]", "lines: [{id: b, label: Other, fixed: 70}, {id: a, label: A, fixed: 100}]", "b: new 70"},
		{"a line that is gone", "lines: [{id: a, label: A, fixed: 100}, {id: b, label: Other, fixed: 70}]", "lines: [{id: a, label: A, fixed: 100}]", "b: dropped -70"},
		{"a line that became a group", "lines: [{id: a, label: A, fixed: 100}]", "lines: [{id: a, label: A, lines: [{id: b, label: B, fixed: 120}]}]", "b: new 120; a: dropped -100"},
		{"a total that is stated", "stated_total: 100, lines: [{id: a, label: A, fixed: 100}]", "stated_total: 130, lines: [{id: a, label: A, fixed: 120}]", "a: amount 20; rest 10"},
		{"stated, with what it is made of", "lines: [{id: a, label: A, stated: 900, posts: [{title: Officer, annual: 2000, fte: 50%}]}]", "lines: [{id: a, label: A, stated: 1000, posts: [{title: Officer, annual: 2000, fte: 60%}]}]", "a: amount 100 (Officer, fte 50 → 60)"},
		{"stated as computed", "lines: [{id: a, label: A, stated: 1000, units: [{item: trip, quantity: 2, cost: 500}]}]", "lines: [{id: a, label: A, stated: 1500, units: [{item: trip, quantity: 3, cost: 500}]}]", "a: quantity 500 (quantity 2 → 3)"},
		{"stated otherwise", "lines: [{id: a, label: A, stated: 1000, units: [{item: trip, quantity: 2, cost: 500}]}]", "lines: [{id: a, label: A, stated: 1400, units: [{item: trip, quantity: 3, cost: 500}]}]", "a: basis 400 (trip, quantity 2 → 3)"},
		{"growth", "columns: [{id: x}, {id: y, main: true}], lines: [{id: a, label: A, base: 1000, growth: 5%}]", "columns: [{id: x}, {id: y, main: true}], lines: [{id: a, label: A, base: 1100, growth: 10%}]", "a: rate 53 base 107 (growth 5 → 10) (base 1000 → 1100)"},
		{"a new post in front", posts("{title: Officer, annual: 100}"), posts("{title: Clerk, annual: 50}, {title: Officer, annual: 110}"), "a: rate 10 new 50 (Officer, annual cost 100 → 110)"},
		{"own pay in place of the grade's", "standard_costs: [{grade: P-3, annual: 120000}], " + posts("{title: Officer, grade: P-3}"), "standard_costs: [{grade: P-3, annual: 120000}], " + posts("{title: Officer, grade: P-3, annual: 130000}"), "a: rate 10000 (annual cost 120000 → 130000)"},
		{"trips of several persons", "lines: [{id: a, label: A, units: [{item: trip, quantity: 2, times: 3, cost: 500}]}]", "lines: [{id: a, label: A, units: [{item: trip, quantity: 3, times: 3, cost: 500}]}]", "a: quantity 1500 (quantity 2 → 3)"},
		{"what rounding makes", posts("{title: Officer, annual: 10.4}"), posts("{title: Officer, annual: 10.6}"), "a: rounding 1 (annual cost 10.4 → 10.6)"},
		{"what rounding leaves over, to the larger in front", posts("{title: Officer, annual: 10}, {title: Clerk, annual: 31, months: 6}"), posts("{title: Officer, annual: 13.5}, {title: Clerk, annual: 31, months: 7}"), "a: rate 3 quantity 3 (Officer, annual cost 10 → 13.5) (Clerk, months 6 → 7)"},
		{"what rounding leaves over, to the first of two", posts("{title: Officer, annual: 10}, {title: Clerk, annual: 30, months: 6}"), posts("{title: Officer, annual: 12.5}, {title: Clerk, annual: 30, months: 7}"), "a: rate 2 quantity 3 (Officer, annual cost 10 → 12.5) (Clerk, months 6 → 7)"},
		{"stated, and a title that is a number", "lines: [{id: a, label: A, stated: 900, posts: [{id: p, title: \"100\", annual: 5}]}]", "lines: [{id: a, label: A, stated: 1000, posts: [{id: p, title: \"200\", annual: 5}]}]", "a: amount 100"},
		{"stated, and a figure that was not there", "lines: [{id: a, label: A, stated: 900, posts: [{title: Officer, annual: 5}]}]", "lines: [{id: a, label: A, stated: 1000, posts: [{title: Officer, annual: 5, fte: 60%}]}]", "a: amount 100"},
		{"nothing", posts("{title: Officer, annual: 100}"), posts("{title: Officer, annual: 100}"), ""},
	} {
		old, now := side(t, "old.yaml", budgeted(2024, c.old)), side(t, "new.yaml", budgeted(2025, c.new))
		r := diff.Compare(old, now)
		adds(t, &r.Money)
		if got := bridged(&r.Money); got != c.want {
			t.Errorf("%s:\ngot  %s\nwant %s", c.name, got, c.want)
		}
	}
}
