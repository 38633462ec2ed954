package cost_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/isuplan/isuplan/pkg/cost"
	"github.com/isuplan/isuplan/pkg/diag"
	"github.com/isuplan/isuplan/pkg/schema"
)

// TestMistakesInALine holds what is said of a line whose keys do not go together, and where.
func TestMistakesInALine(t *testing.T) {
	for _, c := range []struct{ name, keys, want string }{
		{"no amount", "note: Free.", "no-amount «it» this cost line has no amount"},
		{"a stated amount is enough", "stated: 5", ""},
		{"an amount that cannot be read is a mistake of its own", "fixed: lots", "bad-number «lots» \"lots\" is not a number"},
		{"two kinds", "fixed: 1, percent: 1%, of: [a]", "two-kinds «it» this cost line is of two kinds at once"},
		{"three kinds", "fixed: 1, units: [], posts: []", "two-kinds «it» this cost line is of two kinds at once"},
		{"a group with a cost", "fixed: 1, lines: [{id: a, label: A, fixed: 1}]", "group-amount «it» this group of lines has a cost of its own"},
		{"a group with a stated subtotal", "stated: 1, lines: [{id: a, label: A, fixed: 1}]", ""},
		{"a group without lines", "lines: []", "no-amount «it» this group has no lines"},
		{"a subtotal of no group", "fixed: 1, subtotal: All", "incomplete-cost «All» `subtotal` belongs to a group, but this line has no `lines`"},
		{"a subtotal of a group", "subtotal: All, lines: [{id: a, label: A, fixed: 1}]", ""},
		{"a rate without its base", "percent: 20%", "incomplete-cost «20%» this percentage does not say of what"},
		{"a rate of an empty base", "percent: 20%, of: []", "incomplete-cost «20%» this percentage does not say of what"},
		{"a base that is no list is a mistake of its own", "percent: 20%, of: a", "wrong-type «a» this must be a list, but it is a single value"},
		{"a base without its rate", "of: [a]", "incomplete-cost «it» this line has a base (`of`) but no `percent`"},
		{"a base that counts a line twice", "percent: 20%, of: [a, b, a]", "named-twice «a» `a` stands twice in this list and would count twice (the first: «a» in column 40)"},
		{"growth from nothing", "growth: 2%", "incomplete-cost «2%» this growth does not say from what"},
		{"a base of growth without it", "base: 100", "incomplete-cost «100» this line has a `base` but no `growth`"},
		{"footnotes in all their forms", "fixed: 1, footnote: {a: One., b: [One., Two.]}", ""},
		{"footnotes in a list", "fixed: 1, footnote: [One., Two.]", ""},
		{"a footnote that is none", "fixed: 1, footnote: {a: {b: c}}", "wrong-type «{b: c}» this must be a list, but it is a group of keys"},
		{"growth with its base", "growth: 2%, base: 100", ""},
		{"an item needs its name and how many", "units: [{cost: 1}]", "missing-key «cost» a unit item has no `item`\nmissing-key «cost» a unit item has no `quantity`"},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, findings := read("{id: it, label: It, "+c.keys+"}", cost.LineType())
			if got := found(findings); got != c.want {
				t.Errorf("%s:\n%s, want\n%s", c.keys, got, c.want)
			}
			for _, f := range findings {
				if f.Hint == "" || f.Rule.Severity != diag.Error {
					t.Errorf("%s: no remedy, or no error: %v", c.keys, f)
				}
			}
		})
	}
	_, findings := read("{label: It}", cost.LineType())
	if got := found(findings); got != "no-amount «{label: It}» this cost line has no amount\nmissing-key «label» a cost line has no `id`" {
		t.Errorf("a line without an id: %s", got)
	}
}

// TestTheRemedyNamesTheKinds holds that a finding about no amount, or two, lists the kinds
// to choose from.
func TestTheRemedyNamesTheKinds(t *testing.T) {
	for _, keys := range []string{"note: Free.", "fixed: 1, percent: 1%, of: [a]"} {
		_, findings := read("{id: it, label: It, "+keys+"}", cost.LineType())
		if len(findings) != 1 || !strings.Contains(findings[0].Hint, "one of `fixed`, `growth`, `parts`, `percent`, `posts`, `units`") {
			t.Errorf("%s: %v", keys, findings)
		}
	}
}

// TestEditorsSayWhatTheReaderSays holds the rules that a plan's JSON Schema is made of
// to what reading a line reports, for every set of up to three keys.
func TestEditorsSayWhatTheReaderSays(t *testing.T) {
	keys := []string{"fixed: 1", "posts: [{title: A, annual: 1}]", "units: [{item: a, quantity: 1, cost: 1}]", "percent: 1%", "of: [a]", "growth: 1%", "base: 1",
		"stated: 1", "lines: [{id: a, label: A, fixed: 1}]", "subtotal: All"}
	agree(t, "{id: it, label: It%s}", keys, cost.LineType().Shape(), cost.LineType())
	agree(t, "{id: it, label: It%s}", slices.Concat(keys[:8], []string{"source: host"}), cost.FinancingType().Shape(), cost.FinancingType())
	agree(t, "{id: it, label: It, posts: [{title: A%s}]}", []string{"annual: 1", "monthly: 1", "count: 2", "months: 13", "fte: 50%"}, shapeOf(cost.LineType(), "posts").Of, cost.LineType())
	agree(t, "{grade: A%s}", []string{"annual: 1", "monthly: 1"}, cost.StandardCostType().Shape(), cost.StandardCostType())
}

func shapeOf(t schema.Type[cost.Line], key string) *schema.Shape {
	i := slices.IndexFunc(t.Shape().Keys, func(k schema.KeyDoc) bool { return k.Key == key })
	return t.Shape().Keys[i].Shape
}

// agree reads a text with every set of keys put into it.
func agree[T any](t *testing.T, text string, keys []string, shape *schema.Shape, as schema.Type[T]) {
	t.Helper()
	refused := 0
	for _, set := range subsets(keys, 3) {
		_, findings := read(fmt.Sprintf(text, strings.Join(append([]string{""}, set...), ", ")), as)
		if breaks(shape.Rules, set) != (len(findings) > 0) {
			t.Errorf("%s with %v: editors refuse it is %v, the reader says %q", shape.Name, set, breaks(shape.Rules, set), found(findings))
		}
		if len(findings) > 0 {
			refused++
		}
	}
	if refused == 0 {
		t.Errorf("%s: nothing was refused", shape.Name)
	}
}

func subsets(keys []string, most int) [][]string {
	if len(keys) == 0 || most == 0 {
		return [][]string{nil}
	}
	list := subsets(keys[1:], most)
	for _, rest := range subsets(keys[1:], most-1) {
		list = append(list, append([]string{keys[0]}, rest...))
	}
	return list
}

// breaks reports whether a set of keys breaks a rule, as schema.Rule has it.
func breaks(rules []schema.Rule, set []string) bool {
	has := func(key string) bool {
		return slices.ContainsFunc(set, func(s string) bool { return strings.HasPrefix(s, key+":") })
	}
	hasNot := func(key string) bool { return !has(key) }
	for _, r := range rules {
		if slices.ContainsFunc(r.If, hasNot) {
			continue
		}
		if len(r.Need) > 0 && !slices.ContainsFunc(r.Need, has) || slices.ContainsFunc(r.Bar, has) {
			return true
		}
	}
	return false
}

// TestEveryKeyIsDocumented holds for a line, what a line holds, and the other types.
func TestEveryKeyIsDocumented(t *testing.T) {
	var see func(*schema.Shape)
	see = func(s *schema.Shape) {
		if s.Name == "" || s.Doc == "" {
			t.Errorf("%q is %q", s.Name, s.Doc)
		}
		for _, key := range s.Keys {
			if key.Doc == "" {
				t.Errorf("%s: the key %s is not documented", s.Name, key.Key)
			}
			if of := key.Shape.Of; of != nil && len(of.Keys) > 0 {
				see(of)
			}
		}
	}
	for _, s := range []*schema.Shape{cost.LineType().Shape(), cost.FinancingType().Shape(), cost.StandardCostType().Shape(), cost.InKindType().Shape(), cost.CellsType().Shape()} {
		see(s)
	}
}

func TestRulesAreTheFormsOfALine(t *testing.T) {
	var names []string
	for _, r := range cost.Rules() {
		names = append(names, r.Name)
		if r.Severity != diag.Error {
			t.Errorf("%s is no error", r.Name)
		}
	}
	if got := strings.Join(names, " "); got != "no-amount two-kinds incomplete-cost group-amount twice-in-base" {
		t.Errorf("the rules are %s", got)
	}
}

func TestSourcesOfMoney(t *testing.T) {
	for _, kind := range cost.Sources() {
		l, findings := read("{id: it, label: It, source: "+kind+", fixed: 5}", cost.FinancingType())
		if len(findings) > 0 || l.Source.Value != kind {
			t.Errorf("%s: %s", kind, found(findings))
		}
	}
	for keys, want := range map[string]string{
		"source: gold, fixed: 5": "bad-value «gold»",
		"source: host":           "no-amount «it» this cost line has no amount",
		"fixed: 5, lines: []":    "unknown-key «lines»",
	} {
		_, findings := read("{id: it, label: It, "+keys+"}", cost.FinancingType())
		if got := found(findings); !strings.Contains(got, want) {
			t.Errorf("%s: %s, want %s", keys, got, want)
		}
	}
	if got := strings.Join(cost.Sources(), " "); got != "assessed voluntary host carry-over draw-down reserve other" {
		t.Errorf("the kinds of money are %s", got)
	}
}

func TestContributionsInKind(t *testing.T) {
	k, findings := read("{id: rooms, label: Rooms, provider: the host, kind: in-kind, value: 5000, note: Free of charge.}", cost.InKindType())
	if len(findings) > 0 {
		t.Fatal(found(findings))
	}
	if got := strings.Join([]string{k.ID.Value, k.Label.Value, k.Provider.Value, k.Kind.Value, k.Value.Value.String(), k.Note.Value}, "|"); got != "rooms|Rooms|the host|in-kind|5000|Free of charge." {
		t.Errorf("it is %s", got)
	}
	_, findings = read("{id: rooms}", cost.InKindType())
	if len(findings) != 3 {
		t.Errorf("label, provider and kind are missing: %s", found(findings))
	}
}
