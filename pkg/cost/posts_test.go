package cost_test

import (
	"fmt"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/isuplan/isuplan/pkg/cost"
	"github.com/isuplan/isuplan/pkg/money"
	"github.com/isuplan/isuplan/pkg/source"
)

func TestPosts(t *testing.T) {
	grades := "[{grade: P-5, annual: 240000}, {grade: G-6, monthly: 9000}, {grade: P-3, annual: {a: 120000}}]"
	for _, c := range []struct {
		name, posts string
		around      around
		want        string
	}{
		{"a year at full time", "{title: Director, annual: 180000}", around{},
			"Director = 180000 by product (annual cost = 180000 by given)"},
		{"half time", "{title: Director, annual: 180000, fte: 50%}", around{},
			"Director = 90000 by product (annual cost = 180000 by given; full-time equivalent = 50% by given)"},
		{"half a year", "{title: Director, annual: 180000, months: 6}", around{},
			"Director = 90000 by product (annual cost = 180000 by given; months = 6/12 by given)"},
		{"all 12 months are no factor", "{title: Director, annual: 180000, months: 12}", around{},
			"Director = 180000 by product (annual cost = 180000 by given)"},
		{"by the month", "{title: Clerk, monthly: 9000, months: 6}", around{},
			"Clerk = 54000 by product (monthly cost = 9000 by given; months = 6 times by given)"},
		{"by the month, all year", "{title: Clerk, monthly: 9000}", around{},
			"Clerk = 108000 by product (monthly cost = 9000 by given; months = 12 times by given)"},
		{"two posts, of which this budget pays a quarter", "{title: Officer, annual: 100000, count: 2, share: 25%}", around{},
			"Officer = 50000 by product (annual cost = 100000 by given; posts = 2 times by given; share of this budget = 25% by given)"},
		{"everything at once", "{title: Officer, grade: P-3, annual: 120000, count: 3, fte: 80%, share: 50%, months: 10}", around{},
			"Officer (P-3) = 120000 by product (annual cost = 120000 by given; posts = 3 times by given; full-time equivalent = 80% by given; share of this budget = 50% by given; months = 10/12 by given)"},
		{"more months than a year has, of several posts", "{title: Officer, monthly: 100, count: 2, months: 18}", around{},
			"Officer = 3600 by product (monthly cost = 100 by given; posts = 2 times by given; months = 18 times by given)"},
		{"what somebody else pays costs nothing", "{title: Expert, grade: P-5, paid_by: the host\n State}", around{},
			"Expert (P-5), paid by the host State = 0 by given"},
		{"by the standard cost of the grade", "{title: Head, grade: P-5}", around{grades: grades},
			"Head (P-5) = 240000 by product (annual standard cost of P-5 = 240000 by given)"},
		{"by the monthly standard cost", "{title: Clerk, grade: G-6, months: 2}", around{grades: grades},
			"Clerk (G-6) = 18000 by product (monthly standard cost of G-6 = 9000 by given; months = 2 times by given)"},
		{"the post's own cost comes before its grade's", "{title: Head, grade: P-5, annual: 200000}", around{grades: grades},
			"Head (P-5) = 200000 by product (annual cost = 200000 by given)"},
		{"a grade that has no standard cost", "{title: Head, grade: D-1}", around{grades: grades}, "lacking: not every post has its cost (`annual` or `monthly`, or its grade in `standard_costs`)"},
		{"a grade that has none in the column", "{title: Head, grade: P-3}", around{column: "b", grades: grades}, "lacking: not every post has its cost (`annual` or `monthly`, or its grade in `standard_costs`)"},
		{"one post of two has no cost", "{title: A, annual: 1}, {title: B}", around{}, "lacking: not every post has its cost (`annual` or `monthly`, or its grade in `standard_costs`)"},
		{"no posts", "", around{}, "lacking: not every post has its cost (`annual` or `monthly`, or its grade in `standard_costs`)"},
		{"values by column", "{title: X, annual: {a: 100, b: 200}, months: {b: 6}, fte: {a: 50%, b: 100%}}", around{column: "b"},
			"X = 100 by product (annual cost = 200 by given; full-time equivalent = 100% by given; months = 6/12 by given)"},
		{"a title that is folded", "{title: \"Head of\n the Unit\", annual: 5}", around{}, "Head of the Unit = 5 by product (annual cost = 5 by given)"},
		{"several posts", "{title: A, annual: 100}, {title: B, paid_by: them}, {title: C, monthly: 1}", around{},
			"posts = 112 by sum (A = 100 by product (annual cost = 100 by given); B, paid by them = 0 by given; C = 12 by product (monthly cost = 1 by given; months = 12 times by given))"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := derived(t, line(t, "posts: ["+c.posts+"]"), c.around); got != c.want {
				t.Errorf("%s is\n%s, want\n%s", c.posts, got, c.want)
			}
		})
	}
}

// TestMonthsAreDividedOnceInALine holds for months that come out even only together, and
// for any posts: twelve times the line is the sum of cost × count × full-time
// equivalent × share × months.
func TestMonthsAreDividedOnceInALine(t *testing.T) {
	step, _ := line(t, "posts: [{title: A, annual: 50002, months: 1}, {title: B, annual: 50002, months: 1}, {title: C, annual: 50002, months: 1}]").Costs[0].Compute(around{}.context(t))
	if !step.Value.Equal(number(t, "12500.5")) {
		t.Errorf("three posts come to %s", step.Value)
	}
	rapid.Check(t, func(t *rapid.T) {
		var posts []string
		twelvefold := money.Zero
		for range rapid.IntRange(1, 5).Draw(t, "posts") {
			amount := money.New(rapid.Int64Range(0, 30000000).Draw(t, "cost")).Shift(-2)
			months := rapid.Int64Range(0, 12).Draw(t, "months")
			count := rapid.Int64Range(1, 4).Draw(t, "count")
			fte, share := rapid.Int64Range(0, 100).Draw(t, "fte"), rapid.Int64Range(0, 100).Draw(t, "share")
			per := rapid.SampledFrom([]string{"annual", "monthly"}).Draw(t, "per")
			posts = append(posts, fmt.Sprintf("{title: X%d, %s: %s, months: %d, count: %d, fte: %d%%, share: %d%%}", len(posts), per, amount, months, count, fte, share))
			part := amount.Mul(money.New(months * count * fte * share)).Shift(-4)
			if per == "monthly" {
				part = part.Mul(money.New(12))
			}
			twelvefold = twelvefold.Add(part)
		}
		l, findings := read("{id: it, label: It, posts: ["+strings.Join(posts, ", ")+"]}", cost.LineType())
		if len(findings) > 0 {
			t.Fatal(found(findings))
		}
		step, ok := l.Costs[0].Compute(&cost.Context{})
		if !ok || !step.Value.Equal(money.Div(twelvefold, money.New(12))) {
			t.Fatalf("%v come to %s, twelve times the line is %s", posts, step.Value, twelvefold)
		}
	})
}

// TestWhatTheTableMayPrintOfALine names posts and items.
func TestWhatTheTableMayPrintOfALine(t *testing.T) {
	for keys, want := range map[string]string{
		"posts: [{title: Director, annual: 1}, {title: Clerk, annual: 1}]":           "Director, Clerk",
		"units: [{item: long trip, quantity: 1, cost: 1}, {item: day, quantity: 1}]": "long trip, day",
	} {
		named := line(t, keys).Costs[0].(interface{ Names() []source.At[string] })
		var got []string
		for _, name := range named.Names() {
			got = append(got, name.Value)
		}
		if strings.Join(got, ", ") != want {
			t.Errorf("%s: %v, want %s", keys, got, want)
		}
	}
}

// TestMistakesInPosts holds what is said of them, and what is not.
func TestMistakesInPosts(t *testing.T) {
	for _, c := range []struct{ name, posts, want string }{
		{"several posts have more", "{title: A, annual: 1, months: 24, count: 2}", ""},
		{"12 are a year", "{title: A, annual: 1, months: 12}", ""},
		{"two costs of a post", "{title: A, annual: 1, monthly: 2}", "two-kinds «{title: A, annual: 1, monthly: 2}» the cost is given by the year and by the month"},
		{"a post need not have a cost", "{title: A}", ""},
		{"two posts of one id", "{title: A, id: x}, {title: B, id: x}", "bad-id «{title: B, id: x}» two posts of this line have the id x (the first: «{title: A, id: x}» in column 29)"},
		{"two posts of one title", "{title: The clerk}, {title: the-clerk}", "bad-id «{title: the-clerk}» two posts of this line have the id the-clerk (the first: «{title: The clerk}» in column 29)"},
		{"two posts of one title and two ids", "{title: Clerk}, {title: Clerk, id: second}", ""},
		{"titles that make no id", "{title: \"7\"}, {title: \"8\"}", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, findings := read("{id: it, label: It, posts: ["+c.posts+"]}", cost.LineType())
			if got := found(findings); got != c.want {
				t.Errorf("%s:\n%s, want\n%s", c.posts, got, c.want)
			}
		})
	}
}

func TestStandardCosts(t *testing.T) {
	for row, want := range map[string]string{
		"{grade: P-5, annual: 1}":             "",
		"{grade: P-5, monthly: 1}":            "",
		"{grade: P-5, annual: {a: 1}}":        "",
		"{grade: P-5, annual: 1, monthly: 2}": "two-kinds «{grade: P-5, annual: 1, monthly: 2}» the cost is given by the year and by the month",
		"{grade: P-5}":                        "incomplete-cost «{grade: P-5}» this standard cost has no cost",
		"{annual: 1}":                         "missing-key «annual» a standard cost has no `grade`",
	} {
		_, findings := read(row, cost.StandardCostType())
		if got := found(findings); got != want {
			t.Errorf("%s:\n%s, want\n%s", row, got, want)
		}
	}
}
