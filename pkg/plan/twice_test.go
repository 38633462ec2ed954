package plan_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/isuplan/isuplan/pkg/budget"
	"github.com/isuplan/isuplan/pkg/plan"
	"github.com/isuplan/isuplan/pkg/schema"
)

// sane returns a plan of which one list is replaced.
func sane(list, text string) string {
	plan := `isuplan: 1
document: {convention: C, unit: U, date: 2024-06-03}
period: {from: 2025-01-01, to: 2025-12-31}
outcomes: [{id: o, text: O., outputs: [{id: h, text: H., activities: [{id: w, text: W., serves: [m]}]}]}]
budget:
  currency: CHF
  columns: []
  rates: []
  standard_costs: []
  lines:
    - {id: staff, label: Staff, lines: [{id: salaries, label: S, fixed: 5}, {id: inner, label: I, lines: [{id: fees, label: F, fixed: 5}]}]}
    - {id: rent, label: Rent, fixed: 5}
    - {id: charges, label: Charges, percent: 20%, of: [rent]}
  financing:
    - {id: parties, label: Parties, percent: 50%, of: [total]}
`
	return strings.Replace(plan, list, text, 1)
}

// TestNothingCountsTwice holds for whatever lists things that are added up or looked up:
// directly, through a group, and through a sum of a sum.
func TestNothingCountsTwice(t *testing.T) {
	for _, c := range []struct{ list, text, want string }{
		{"serves: [m]", "serves: [m, n, m]", "F311 m"},
		{"serves: [m]", "serves: [m, m/n]", ""},
		{"of: [rent]", "of: [rent, rent]", "F311 rent"},
		{"of: [rent]", `of: [rent, "rent", rent]`, `F311 "rent" F311 rent`},
		{"of: [rent]", "of: [staff, salaries]", "F305 salaries"},
		{"of: [rent]", "of: [salaries, staff]", "F305 salaries"},
		{"of: [rent]", "of: [fees, rent, staff]", "F305 fees"},
		{"of: [rent]", "of: [staff, inner, fees, salaries]", "F305 inner F305 fees F305 salaries"},
		{"of: [rent]", "of: [salaries, inner, rent]", ""},
		{"of: [rent]", "of: [salaries, unknown]", ""},
		{"of: [total]", "of: [total, rent]", "F305 rent"},
		{"of: [total]", "of: [staff, fees]", "F305 fees"},
		{"of: [total]", "of: [staff, rent]", ""},
		{"percent: 50%, of: [total]", "fixed: 5, at_most: {percent: 7%, of: [total, rent]}", "F305 rent"},
		{"percent: 50%, of: [total]", "fixed: 5, at_least: {percent: 7%, of: [staff, fees]}", "F305 fees"},
		{"  financing:", "  after_total: [{id: r, label: R, percent: 5%, of: [total, rent]}]\n  financing:", "F305 rent"},
		{"  financing:", "  after_total: [{id: r, label: R, difference: [total, rent]}]\n  financing:", ""},
		{"  financing:", "  after_total: [{id: r, label: R, difference: [financing, staff, fees]}]\n  financing:", "F305 fees"},
		{"  financing:", "  after_total: [{id: r, label: R, balance: {opening: 5, out: [total, rent]}}]\n  financing:", "F305 rent"},
		{"  financing:", "  after_total: [{id: r, label: R, balance: {opening: 5, in: [financing, parties]}}]\n  financing:", "F305 parties"},
		{"  financing:", "  after_total: [{id: r, label: R, balance: {opening: 5, in: [total], out: [total]}}]\n  financing:", "F305 total"},
		{"percent: 20%, of: [rent]}", "parts: [{percent: 7%, of: [staff]}, {percent: 5%, of: [fees]}]}", ""},
		{"percent: 20%, of: [rent]}", "parts: [{percent: 7%, of: [staff, fees]}]}", "F305 fees"},
		{"columns: []", "columns: [{id: a}, {id: b}, {id: s, sum: [a, a, b]}]", "F311 a"},
		{"columns: []", "columns: [{id: a}, {id: b}, {id: s, change: [a, a]}]", "F311 a"},
		{"columns: []", "columns: [{id: a}, {id: b}, {id: s, percent_change: [b, b]}]", "F311 b"},
		{"columns: []", "columns: [{id: a}, {id: b}, {id: s, sum: [a, b]}, {id: t, sum: [s, b]}]", "F211 b"},
		{"columns: []", "columns: [{id: a}, {id: b}, {id: s, sum: [a, b]}, {id: t, sum: [a, s]}]", "F211 s"},
		{"columns: []", "columns: [{id: a}, {id: b}, {id: c}, {id: s, sum: [a, b]}, {id: t, sum: [b, c]}, {id: u, sum: [s, t]}]", "F211 t"},
		{"columns: []", "columns: [{id: a}, {id: s, sum: [a]}, {id: t, sum: [s]}, {id: u, sum: [t]}, {id: v, sum: [u, a]}, {id: w, sum: [v]}]", "F211 a"},
		{"columns: []", "columns: [{id: a}, {id: b}, {id: s, sum: [a, b]}, {id: c, change: [a, s]}]", ""},
		{"columns: []", "columns: [{id: a}, {id: b}, {id: c, change: [a, b]}, {id: s, sum: [a, c]}]", ""},
		{"columns: []", "columns: [{id: a}, {id: b}, {id: c, change: [a, b]}, {id: s, sum: [b, c]}]", "F211 c"},
		{"columns: []", "columns: [{id: a}, {id: b}, {id: s, sum: [a, b]}, {id: c, sum: [a]}, {id: d, sum: [s]}]", ""},
		{"columns: []", "columns: [{id: a}, {id: b}, {id: p, percent_change: [a, b]}, {id: s, sum: [a, p]}]", "F211 p"},
		{"columns: []", "columns: [{id: a}, {id: b}, {id: p, percent_change: [a, b]}, {id: s, change: [p, a]}]", "F211 p"},
		{"rates: []", "rates: [{currency: EUR, rate: 1, on: 2024-01-01}, {currency: USD, rate: 1, on: 2024-01-01}]", ""},
		{"rates: []", "rates: [{currency: EUR, rate: 1, on: 2024-01-01}, {currency: EUR, rate: 1, on: 2024-02-01}]", "F312 1"},
		{"rates: []", "rates: [{currency: CHF, rate: 1, on: 2024-01-01}]", "F313 CHF"},
		{"rates: []", "rates: [{currency: EUR, rate: 0, on: 2024-01-01}]", "F204 0"},
		{"rates: []", "rates: [{currency: EUR, rate: 0.000, on: 2024-01-01}]", "F204 0.000"},
		{"rates: []", "rates: [{currency: EUR, rate: {a: 0, b: 1}, on: 2024-01-01}]\n  columns: [{id: a}, {id: b}]", "F204 0"},
		{"rates: []", "rates: [{currency: EUR, rate: {a: 2}, on: 2024-01-01}, {currency: EUR, rate: {b: 1}, on: 2025-01-01}]\n  columns: [{id: a}, {id: b}]", ""},
		{"rates: []", "rates: [{currency: EUR, rate: {a: 2}, on: 2024-01-01}, {currency: EUR, rate: {b: 1, a: 3}, on: 2025-01-01}]\n  columns: [{id: a}, {id: b}]", "F312 3"},
		{"rates: []", "rates: [{currency: EUR, rate: {b: 2}, on: 2024-01-01}, {currency: EUR, rate: 1, on: 2025-01-01}]\n  columns: [{id: a}, {id: b}]", "F312 1"},
		{"rates: []", "rates: [{currency: EUR, rate: 2, on: 2024-01-01}, {currency: EUR, rate: {b: 1}, on: 2025-01-01}]\n  columns: [{id: a}, {id: b}]", "F312 1"},
		{"standard_costs: []", "standard_costs: [{grade: P-5, annual: 1}, {grade: P-4, annual: 1}, {grade: P-5, monthly: 1}]", "F312 P-5"},
		{"standard_costs: []", "standard_costs: [{grade: P-5, annual: 1}, {grade: P-4, annual: 1}]", ""},
		{"budget:", "names: [{name: The Centre, short: C}, {name: The  Centre}]\nbudget:", "F312 The  Centre"},
		{"budget:", "summary: {outcomes: [{outcome: o, text: A.}, B., B., {outcome: o, text: C.}]}\nbudget:", "F312 o"},
	} {
		text := sane(c.list, c.text)
		if strings.Count(text, "columns:") > 1 {
			text = strings.Replace(text, "  columns: []\n", "", 1)
		}
		_, findings, _ := load(text)
		var got []string
		for _, f := range findings {
			if f.Hint == "" || f.Rule.Code != "F204" && f.Rule.Code != "F313" && len(f.Related) == 0 {
				t.Errorf("%s: no remedy, or not where else it stands: %v", c.text, f)
			}
			got = append(got, f.Rule.Code+" "+f.Span.Text())
		}
		if all := strings.Join(got, " "); all != c.want {
			t.Errorf("%s: found %q, want %q", c.text, all, c.want)
		}
	}
}

// TestTablesHaveOneRowForEachKey holds for every list of the language whose rows are known
// by a key: it declares that the key stands once.
func TestTablesHaveOneRowForEachKey(t *testing.T) {
	otherwise := map[string]string{
		"an exchange rate": "two rows may hold for different columns: checkRates",
		"a waiver":         "one place may have several",
		"a Party":          "the rule party-twice says so, which knows other spellings of its name",
	}
	seen := map[*schema.Shape]bool{}
	var walk func(*schema.Shape)
	walk = func(s *schema.Shape) {
		if s = s.Itself(); s == nil || seen[s] {
			return
		}
		seen[s] = true
		hasID, key := false, ""
		for _, k := range s.Keys {
			hasID = hasID || k.Shape.Itself().Use == schema.AsID
			if k.Shape.Itself().Identifies {
				key = k.Key
			}
			walk(k.Shape)
		}
		if _, known := otherwise[s.Name]; key != "" && !hasID && !slices.Contains(s.OneFor, key) && !known {
			t.Errorf("%s is known by its %s, but does not say that it stands once", s.Name, key)
		}
		if s.Of != nil {
			walk(s.Of)
		}
	}
	walk(plan.Shape())
	if len(seen) < 30 {
		t.Errorf("only %d types were seen", len(seen))
	}
}

// TestColumnsNeverPanic computes budgets whose columns follow from what is not there, from
// themselves and from each other.
func TestColumnsNeverPanic(t *testing.T) {
	names := []string{"a", "b", "c", "none", "self", `""`, "~", "a, a", "", "{}", "[a]", "2024", "a, none", "none, a", "self, self"}
	for _, key := range []string{"sum", "difference", "change", "percent_change", "percent_of"} {
		for _, first := range names {
			for _, second := range names {
				for _, main := range []string{"", ", main: true"} {
					columns := "columns: [{id: self, " + key + ": [" + first + "]" + main + "}, {id: a}, {id: b, sum: [a]}, {id: c, " + key + ": [" + second + "]" + main + "}]"
					p, _, _ := load(sane("columns: []", columns))
					b, _ := budget.Compute(p, budget.Options{})
					b.ByOutcome(p)
					if c := b.MainAmount(); c < 0 || c >= len(b.Columns) {
						t.Fatalf("%s: the main column is %d", columns, c)
					}
				}
			}
		}
	}
}

// TestTallyIsBounded holds that sums that are made of each other without end are given up,
// and that it is said.
func TestTallyIsBounded(t *testing.T) {
	var tally plan.Tally
	last, known := "", true
	for i := 0; known && i < 5000; i++ {
		name := strings.Repeat("x", i+1)
		tally.Put(name + "leaf")
		_, known = tally.Put(name, plan.Part{Name: last}, plan.Part{Name: name + "leaf"})
		last = name
	}
	if known {
		t.Error("five thousand sums of each other were followed to the end")
	}
}
