package budget_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/isuplan/isuplan/pkg/budget"
	"github.com/isuplan/isuplan/pkg/plan"
	"github.com/isuplan/isuplan/pkg/source"
)

// long makes a budget of a plan of four years.
func long(columns, lines string) *budget.Budget {
	text := strings.Replace(head, "{from: 2025-01-01, to: 2025-12-31}", "{from: 2020-01-01, to: 2023-12-31}", 1)
	p, _, _ := plan.Load(source.NewFile("plan.yaml", []byte(text+"  columns: ["+columns+"]\n  lines: ["+lines+"]\n")))
	b, _ := budget.Compute(p, budget.Options{})
	return b
}

// scope writes the columns that a budget is counted over, and the one that shows it.
func scope(b *budget.Budget) string {
	s := b.Scope()
	var ids []string
	for _, c := range s.Columns {
		ids = append(ids, b.Columns[c].ID)
	}
	text := strings.Join(ids, "+")
	if shown, ok := s.Shown(); ok {
		return text + " in " + b.Columns[shown].ID
	}
	return text
}

// TestWhatABudgetIsCountedOver: the main column, what it sums, what a change leads to; the
// years of a plan of several where no column sums them.
func TestWhatABudgetIsCountedOver(t *testing.T) {
	for columns, want := range map[string]string{
		"{id: 2020}":                                         "2020 in 2020",
		"{id: 2020}, {id: 2021}":                             "2020+2021",
		"{id: 2020}, {id: 2021, main: true}":                 "2021 in 2021",
		"{id: 2020}, {id: 2021}, {id: s, sum: [2020, 2021]}": "2020+2021 in s",
		"{id: 2020}, {id: 2021}, {id: s, sum: [2020, 2021]}, {id: t, sum: [s], main: true}": "2020+2021 in t",
		"{id: 2020}, {id: 2021}, {id: s, sum: [2020]}, {id: t, sum: [s, 2021], main: true}": "2020+2021 in t",
		"{id: 2020}, {id: 2021}, {id: c, change: [2020, 2021], main: true}":                 "2021 in 2021",
		"{id: 2020}, {id: 2021}, {id: c, percent_change: [2020, 2021], main: true}":         "2021 in 2021",
		"{id: a, label: Year 2020}, {id: b, label: Year 2021}":                              "a+b",
		"{id: 2019}, {id: 2020}, {id: 2021}":                                                "2020+2021",
		"{id: approved}, {id: revised}":                                                     "revised in revised",
		"{id: a, label: 2020 approved}, {id: b, label: 2020 revised}":                       "b in b",
		"{id: a, label: 2018–2019}, {id: b, label: 2020–2023}":                              "b in b",
		"{id: a, label: 2020–2021}, {id: b, label: 2022–2023}":                              "a+b",
		"{id: t, sum: [2024], main: true}":                                                  " in t",
		"{id: t, change: [2024, 2025], main: true}":                                         " in t",
	} {
		if got := scope(long(columns, "{id: l, label: L, fixed: 1}")); got != want {
			t.Errorf("%s: counted over %s, want %s", columns, got, want)
		}
	}
}

// TestAmountsOverAllYears: an amount is that of the column which sums the years, as stated
// where it is, or else their sum.
func TestAmountsOverAllYears(t *testing.T) {
	const line = "{id: l, label: L, fixed: {2020: 100, 2021: 250}}"
	for columns, want := range map[string]string{
		"{id: 2020}, {id: 2021}":                             "350",
		"{id: 2020}, {id: 2021, main: true}":                 "250",
		"{id: 2020}, {id: 2021}, {id: s, sum: [2020, 2021]}": "350",
	} {
		b := long(columns, line)
		if got := b.Amount(b.Total).Printed.String() + " " + b.Amount(b.Lines[0].Figures).Printed.String(); got != want+" "+want {
			t.Errorf("%s: %s, want %s", columns, got, want)
		}
	}
	b := long("{id: 2020}, {id: 2021}, {id: s, sum: [2020, 2021]}", "{id: l, label: L, fixed: {2020: 100, 2021: 250}, stated: {s: 360}}")
	if got := b.Amount(b.Lines[0].Figures).Printed.String(); got != "360" {
		t.Errorf("a stated sum is %s", got)
	}
}

// TestValuesOverAllYears: numbers of units and amounts add up; months, rates and prices are
// one value where all years have the same, and none where they differ.
func TestValuesOverAllYears(t *testing.T) {
	const years, sum = "{id: 2020}, {id: 2021}", ", {id: s, sum: [2020, 2021]}"
	for _, c := range []struct{ line, name, want string }{
		{"units: [{item: trip, quantity: {2020: 1, 2021: 2}, cost: 100}]", "quantity", "3"},
		{"units: [{item: trip, quantity: {2020: 1, 2021: 2}, cost: 100}]", "trip.quantity", "3"},
		{"units: [{item: trip, quantity: 4, cost: 100}]", "quantity", "8"},
		{"units: [{item: trip, quantity: 4, times: 5, cost: 100}]", "trip.times", "5"},
		{"units: [{item: trip, quantity: 4, times: {2020: 5, 2021: 6}, cost: 100}]", "trip.times", "5/6"},
		{"units: [{item: trip, quantity: 4, cost: {2020: 5, 2021: 6}}]", "trip.cost", "5/6"},
		{"units: [{item: trip, quantity: 4, cost: {2020: 5, 2021: 5}}]", "trip.cost", "5"},
		{"fixed: {2020: 5, 2021: 7}", "fixed", "12"},
		{"fixed: {2020: nil, 2021: 7}", "fixed", "7"},
		{"posts: [{title: Chief, annual: 12, months: {2020: 6, 2021: 12}}]", "chief.months", "6/12"},
		{"posts: [{title: Chief, annual: 12, months: {2020: 6}}]", "chief.months", "6/12"},
		{"posts: [{title: Chief, annual: 12}]", "chief.months", "12"},
		{"posts: [{title: Chief, annual: 12, fte: {2020: 50%, 2021: 80%}}]", "chief.fte", "50%/80%"},
		{"posts: [{title: Chief, annual: 12, count: {2020: 1, 2021: 2}}]", "chief.count", "1/2"},
		{"posts: [{title: Chief, annual: {2020: 1, 2021: 2}}]", "chief.annual", "1/2"},
		{"posts: [{title: Chief, annual: 12}]", "posts", "1"},
		{"base: 100, growth: {2020: 1%, 2021: 2%}", "growth", "1%/2%"},
		{"fixed: 1", "rate", "none"},
	} {
		for _, columns := range []string{years, years + sum} {
			b := long(columns, "{id: l, label: L, "+c.line+"}")
			if got := quoted(b, c.name); got != c.want {
				t.Errorf("%s, %s: %s is %s, want %s", columns, c.line, c.name, got, c.want)
			}
		}
	}
}

func quoted(b *budget.Budget, name string) string {
	q, ok := b.Scope().Quote(b, &b.Lines[0], name)
	if !ok {
		return "none"
	}
	sign := ""
	if q.Percent {
		sign = "%"
	}
	if !q.Differs() {
		return q.Value.String() + sign
	}
	var each []string
	for _, in := range q.Each {
		each = append(each, fmt.Sprint(in.Value, sign))
	}
	return strings.Join(each, "/")
}

// TestYearsOfAColumn: the years that its head names, or else its id.
func TestYearsOfAColumn(t *testing.T) {
	for head, want := range map[string]string{
		"2026": "2026 2026 true", "2026–2027": "2026 2027 true", "Budget 2026 (approved)": "2026 2026 true",
		"Approved": "0 0 false", "": "0 0 false", "Account 12026": "0 0 false", "1826": "0 0 false", "№ 0026": "0 0 false",
	} {
		c := budget.Column{ID: "x", Label: source.At[string]{Value: head}}
		from, to, named := c.Years()
		if got := fmt.Sprint(from, to, named); got != want {
			t.Errorf("%q names %s, want %s", head, got, want)
		}
	}
	c := budget.Column{ID: "2026", Label: source.At[string]{Value: "Approved"}}
	if from, _, _ := c.Years(); from != 2026 {
		t.Errorf("the id names %d", from)
	}
}
