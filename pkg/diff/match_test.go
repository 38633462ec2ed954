package diff_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/isuplan/isuplan/pkg/diff"
)

// results writes a plan with outputs and their activities: "help: a=Text of a, b=Text of b".
func results(outputs ...string) string {
	var b strings.Builder
	b.WriteString("isuplan: 1\ndocument: {convention: C, unit: U, date: 2024-06-03}\nperiod: {from: 2025-01-01, to: 2025-12-31}\noutcomes:\n  - id: o\n    text: Outcome\n    outputs:\n")
	for _, o := range outputs {
		id, activities, _ := strings.Cut(o, ": ")
		fmt.Fprintf(&b, "      - id: %s\n        text: Output named %s\n        activities:\n", id, id)
		for _, a := range strings.Split(activities, ", ") {
			id, text, _ := strings.Cut(a, "=")
			fmt.Fprintf(&b, "          - {id: %s, text: %q}\n", id, text)
		}
	}
	b.WriteString("budget: {currency: CHF, lines: [{id: rent, label: Rent, fixed: 100}]}\n")
	return b.String()
}

// changed says what a report says of two texts of plans, and holds the laws for them.
func changed(t *testing.T, old, now string) string {
	t.Helper()
	a, b := side(t, "old.yaml", old), side(t, "new.yaml", now)
	laws(t, a, b)
	r := diff.Compare(a, b)
	var list []string
	for i := range r.Changes {
		c := &r.Changes[i]
		said := strings.Join((c.Kind &^ diff.Renumbered).Names(), " ")
		if said == "" {
			continue
		}
		said += " " + path(c.Old)
		if c.Old != nil && c.New != nil && c.Old.Path() != c.New.Path() {
			said += " → " + path(c.New)
		} else if c.Old == nil {
			said = strings.TrimSuffix(said, "nothing") + path(c.New)
		}
		for _, e := range c.With {
			said += " with " + e.Path()
		}
		if c.ByText {
			said += " by its text"
		}
		list = append(list, strings.ReplaceAll(said, "activities/", ""))
	}
	return strings.Join(list, "; ")
}

// TestWhoIsWho holds which activity of the old plan one of the new plan is, where ids are
// gone: by the words in common, sooner in the same output and at the same number.
func TestWhoIsWho(t *testing.T) {
	for _, c := range []struct {
		name     string
		old, new []string
		want     string
	}{
		{"small words count where there are few others", []string{"p: a=The advice of the unit"}, []string{"p: b=The support of the unit"}, "renamed reworded a → b by its text"},
		{"small words do not count beside three others", []string{"p: a=The advice of the old unit"}, []string{"p: b=The support of the new unit"}, "added b; removed a"},
		{"two words of three", []string{"p: a=Long visits abroad"}, []string{"p: b=Long visits home"}, "renamed reworded a → b by its text"},
		{"two words, and a third", []string{"p: a=Long visits"}, []string{"p: b=Long visits abroad"}, "renamed reworded a → b by its text"},
		{"one word, and a second", []string{"p: a=Visits"}, []string{"p: b=Visits abroad"}, "added b; removed a"},
		{"five words of nine", []string{"p: a=one two three four five six seven eight nine"}, []string{"p: b=one two three four five sixth seventh eighth ninth"}, "renamed reworded a → b by its text"},
		{"four words of nine", []string{"p: a=one two three four five six seven eight nine"}, []string{"p: b=one two three four fifth sixth seventh eighth ninth"}, "added b; removed a"},
		{"a word three times is one in common with it once", []string{"p: a=advice alpha beta gamma"}, []string{"p: b=advice advice advice delta"}, "added b; removed a"},
		{"the liker of two", []string{"p: a=one two three four five six, b=one two three four five other"}, []string{"p: c=one two three four five other word"}, "merged renamed reworded b → c with a by its text; removed merged a with c"},
		{"the same output", []string{"p: a=one two three four five six", "q: b=one two three four five seven"}, []string{"p: x=Quite another matter", "q: c=one two three four five eight"}, "added x; removed a; renamed reworded b → c by its text"},
		{"the same number", []string{"p: a=one two three four five six, b=one two three four five seven"}, []string{"p: x=Quite another matter, c=one two three four five eight"}, "added x; removed a; renamed reworded b → c by its text"},
		{"the same text in two outputs", []string{"p: a=The same words, k=Kept", "q: b=The same words"}, []string{"q: d=The same words", "p: c=The same words, k=Kept"}, "moved outputs/q; renamed b → d by its text; renamed a → c by its text"},
		{"the same text twice in one output", []string{"p: a=The same words, b=The same words"}, []string{"p: c=The same words, d=The same words"}, "renamed a → c by its text; renamed b → d by its text"},
		{"no words at all", []string{"p: a=One thing, b=!!!"}, []string{"p: x=Another matter entirely, y=!!!"}, "added x; removed a; renamed b → y by its text"},
		{"moved and reworded", []string{"p: a=one two three four, k=Kept", "q: b=Other"}, []string{"p: k=Kept", "q: b=Other, a=one two three five"}, "moved reworded a"},
	} {
		got := strings.Split(changed(t, results(c.old...), results(c.new...)), "; ")
		want := strings.Split(c.want, "; ")
		slices.Sort(got)
		slices.Sort(want)
		if !slices.Equal(got, want) {
			t.Errorf("%s:\ngot  %s\nwant %s", c.name, strings.Join(got, "; "), strings.Join(want, "; "))
		}
	}
}

// TestSplits holds when a text was shared out to two: the new one is made of its words, so
// is the rest, and both together have most of them.
func TestSplits(t *testing.T) {
	const all = "a=one two three four five six seven eight"
	split := "split reworded a with b; added split b with a"
	for _, c := range []struct{ name, old, new, want string }{
		{"in halves", all, "a=one two three four, b=five six seven eight", split},
		{"three words of four", all, "a=one two three four, b=five six seven other", split},
		{"two words of four", all, "a=one two three four, b=five six another other", "reworded a; added b"},
		{"three words of the rest", all, "a=one two three other, b=five six seven eight", split},
		{"two words of the rest", all, "a=one two another other, b=five six seven eight", "reworded a; added b"},
		{"three words make no part", all, "a=one two three four five, b=six seven eight", "reworded a; added b"},
		{"seven words of ten", all + " nine ten", "a=one two three, b=four five six seven", split},
		{"six words of ten", all + " nine ten", "a=one two, b=four five six seven", "reworded a; added b"},
		{"a part as long as it was", "a=one two three four five", "a=one two three four, b=one two three four five", "reworded a; added b"},
		{"a part longer than it was", "a=one two three four", "a=one two three, b=one two three four more", "reworded a; added b"},
		{"the one that has more of it", "a=one two three four five six seven other, c=alpha beta gamma delta five six seven eight", "a=one two three four other, c=alpha beta gamma delta, b=five six seven eight", "reworded a; split reworded c with b; added split b with c"},
		{"the one that has more of it, in front", "c=alpha beta gamma delta five six seven eight, a=one two three four five six seven other", "c=alpha beta gamma delta, a=one two three four other, b=five six seven eight", "split reworded c with b; reworded a; added split b with c"},
		{"the second, where the first has a word of it", "a=one two three four five other, c=alpha beta gamma delta five six seven eight", "a=one two three four, c=alpha beta gamma delta, b=five six seven eight", "reworded a; split reworded c with b; added split b with c"},
		{"the first of two that have as much", "a=one two three four zed six seven, c=alpha beta gamma delta six seven eight", "a=one two three four, c=alpha beta gamma delta, b=zed six seven eight", "split reworded a with b; reworded c; added split b with a"},
	} {
		if got := changed(t, results("p: "+c.old), results("p: "+c.new)); got != c.want {
			t.Errorf("%s:\ngot  %s\nwant %s", c.name, got, c.want)
		}
	}
}

// TestManyAlike holds that each of many texts that have most words in common is found by
// those that are its own.
func TestManyAlike(t *testing.T) {
	const many = 60
	var old, now []string
	for i := range many {
		old = append(old, fmt.Sprintf("a%d=able about above across after unique%d very%d whole%d", i, i, i, i))
		now = append(now, fmt.Sprintf("b%d=able about above across after unique%d very%d wholly%d", i, i, i, i))
	}
	r := diff.Compare(side(t, "old.yaml", results("p: "+strings.Join(old, ", "))), side(t, "new.yaml", results("p: "+strings.Join(now, ", "))))
	for i := range r.Changes {
		c := &r.Changes[i]
		if c.Old == nil || c.New == nil || c.Old.Name[1:] != c.New.Name[1:] {
			t.Errorf("%s became %s", path(c.Old), path(c.New))
		}
	}
	if len(r.Changes) != many {
		t.Errorf("%d changes, want %d", len(r.Changes), many)
	}
}

// TestOfOtherElements holds how things other than activities are known again.
func TestOfOtherElements(t *testing.T) {
	base := func(rest, budget string) string {
		return "isuplan: 1\ndocument: {convention: C, unit: U, date: 2024-06-03}\nperiod: {from: 2025-01-01, to: 2025-12-31}\noutcomes: []\n" + rest + "budget: {currency: CHF, columns: [{id: x}, {id: y, main: true}], lines: [" + budget + "]}\n"
	}
	const rent = "{id: rent, label: Rent, fixed: {x: 100, y: 110}}"
	items := func(first, second string) string {
		return "priorities: [{id: one, heading: One, text: Text of one, items: [{id: k, text: Kept}" + first + "]}, {id: two, heading: Two, text: Another text, items: [{id: l, text: Left}" + second + "]}]\n"
	}
	waivers := func(first, second string) string {
		return "waivers: [{rule: no-note, at: budget/rent, reason: " + first + ", approved: A}, {rule: no-note, at: budget/rent, reason: " + second + ", approved: A}]\n"
	}
	for _, c := range []struct{ name, old, new, want string }{
		{"a text without an id", base("assumptions: [That the rooms are free of charge]\n", rent), base("assumptions: [That the rooms are free of cost]\n", rent), "reworded assumptions/1"},
		{"a figure of one column", base("", rent), base("", strings.Replace(rent, "110", "120", 1)), "changed budget/rent"},
		{"an id behind the title", base("", "{id: a, label: A, posts: [{title: Senior legal officer, id: p, annual: 1}]}"), base("", "{id: a, label: A, posts: [{title: Senior legal adviser, id: q, annual: 1}]}"), "renamed reworded budget/a/p → budget/a/q by its text"},
		{"an item that moved", base(items(", {id: v, text: Visits to capitals}", ""), rent), base(items("", ", {id: v, text: Visits to many capitals}"), rent), "moved reworded priorities/one/v → priorities/two/v"},
		{"an item that moved, of just enough words", base(items(", {id: v, text: one two three four five six seven eight nine}", ""), rent), base(items("", ", {id: v, text: one two three four five sixth seventh eighth ninth}"), rent), "moved reworded priorities/one/v → priorities/two/v"},
		{"an id taken up by another item", base(items(", {id: v, text: Visits to capitals}", ""), rent), base(items("", ", {id: v, text: Quite another matter}"), rent), "removed priorities/one/v; added priorities/two/v"},
		{"two of one name", base(waivers("Alpha beta gamma", "Delta epsilon zeta"), rent), base(waivers("Alpha beta gamma", "Delta epsilon eta"), rent), "reworded waivers/no-note budget/rent"},
	} {
		if got := changed(t, c.old, c.new); got != c.want {
			t.Errorf("%s:\ngot  %s\nwant %s", c.name, got, c.want)
		}
	}
}

// TestOrderOfChanges holds that changes come in the order of the new plan, and that what
// was removed comes where it stood.
func TestOrderOfChanges(t *testing.T) {
	got := changed(t, results("p: a=One two three, b=Bee, c=Cee, d=Dee, e=Ee", "q: f=Four five six, h=Eight nine ten"),
		results("p: a=One two four, b=Bee, d=Dee, e=Ee", "q: f=Four five seven, h=Eight nine eleven"))
	if want := "reworded a; removed c; reworded f; reworded h"; got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
}
