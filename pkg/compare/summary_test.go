package compare

import (
	"slices"
	"strings"
	"testing"

	"github.com/isuplan/isuplan/pkg/budget"
	"github.com/isuplan/isuplan/pkg/diff"
	"github.com/isuplan/isuplan/pkg/language"
	"github.com/isuplan/isuplan/pkg/plan"
	"github.com/isuplan/isuplan/pkg/schema"
	"github.com/isuplan/isuplan/pkg/source"
)

const base = `isuplan: 1
document: {convention: Convention on Matters, unit: Unit, date: 2024-06-03}
period: {from: 2025-01-01, to: 2025-12-31}
mandate:
  - {id: advice, text: Advise the States Parties.}
outcomes:
  - id: reports
    text: States Parties report in time.
    outputs:
      - id: help
        text: States Parties receive help with their reports.
        activities:
          - {id: guide, text: Publish a guide to reporting in all the languages., serves: [mandate/advice]}
          - {id: talks, text: Hold two regional talks on reporting.}
assumptions:
  - {id: rooms, text: That rooms are there.}
budget:
  currency: CHF
  lines:
    - {id: salaries, label: Salaries, fixed: 100000}
    - {id: travel, label: Travel, fixed: 20000}
`

// changed is the plan above with some of its text replaced.
func changed(t *testing.T, pairs ...string) diff.Side {
	t.Helper()
	for i := 0; i < len(pairs); i += 2 {
		if !strings.Contains(base, pairs[i]) {
			t.Fatalf("the plan has no %q", pairs[i])
		}
	}
	text := strings.NewReplacer(pairs...).Replace(base)
	p, findings, ok := plan.Load(source.NewFile("plan.yaml", []byte(text)))
	if !ok {
		t.Fatal(findings)
	}
	b, _ := budget.Compute(p, budget.Options{})
	return diff.Side{Name: "plan.yaml", Plan: p, Budget: b}
}

func TestSummary(t *testing.T) {
	const newYear = "2025-01-01, to: 2025-12-31"
	next := []string{newYear, "2026-01-01, to: 2026-12-31"}
	for name, c := range map[string]struct {
		pairs []string
		want  string // in one of the sentences
	}{
		"the same":             {nil, "The two plans are the same."},
		"rises":                {[]string{"fixed: 100000", "fixed: 130000"}, "The budget rises by CHF 30,000 (25 per cent), from CHF 120,000 to CHF 150,000, mostly by Salaries (+30,000)."},
		"falls":                {[]string{"fixed: 20000", "fixed: 8000"}, "The budget falls by CHF 12,000 (10 per cent), from CHF 120,000 to CHF 108,000, mostly by Travel (−12,000)."},
		"two lines":            {[]string{"fixed: 20000", "fixed: 26000", "fixed: 100000", "fixed: 130000"}, "mostly by Salaries (+30,000) and Travel (+6,000)."},
		"stays":                {[]string{"rooms are there", "rooms are free"}, "The budget stays at CHF 120,000."},
		"stays within":         {[]string{"fixed: 100000", "fixed: 99000", "fixed: 20000", "fixed: 21000"}, "The total of the budget stays at CHF 120,000; two lines changed within it."},
		"another currency":     {[]string{"currency: CHF", "currency: EUR"}, "The budget is EUR 120,000, after CHF 120,000 in another currency."},
		"one added":            {[]string{"assumptions:", "          - {id: desk, text: Keep a help desk for questions.}\nassumptions:"}, "One activity is added."},
		"several":              {[]string{"talks, text: Hold two", "talks, text: Hold three", "rooms are there", "rooms are free"}, "One activity is reworded; one assumption is reworded."},
		"of one kind":          {[]string{"          - {id: talks, text: Hold two regional talks on reporting.}\n", "          - {id: desk, text: Keep a help desk for questions.}\n          - {id: map, text: Draw maps of mined areas.}\n"}, "Two activities are added and one is dropped."},
		"only the year":        {next, "The texts are the same, apart from dates and numbers that follow from the year."},
		"only the money":       {[]string{"fixed: 20000", "fixed: 26000"}, "The texts are the same."},
		"only the head":        {[]string{"unit: ", "unit: New "}, "The texts of the work are the same; others, listed below, are not."},
		"only a new column":    {[]string{"  lines:", "  columns: [{id: x, label: The year}]\n  lines:"}, "The texts are the same."},
		"only the currency":    {[]string{"currency: CHF", "currency: EUR"}, "The texts are the same."},
		"served no more":       {[]string{", serves: [mandate/advice]", ""}, "No activity serves “Advise the States Parties” any more."},
		"served as before":     {[]string{"rooms are there", "rooms are free"}, "Every mandate item and priority that was served is served still."},
		"a line of the budget": {[]string{"    - {id: travel", "    - {id: rent, label: Rent, fixed: 5}\n    - {id: travel"}, "One budget line is added."},
	} {
		got := Summary(diff.Compare(changed(t), changed(t, c.pairs...)), english(t))
		if !slices.ContainsFunc(got, func(s string) bool { return strings.Contains(s, c.want) }) {
			t.Errorf("%s: got\n%s\nwant %s", name, strings.Join(got, "\n"), c.want)
		}
	}
}

// TestServedAgain: the summary also says what activities serve again.
func TestServedAgain(t *testing.T) {
	without := changed(t, ", serves: [mandate/advice]", "")
	got := Summary(diff.Compare(without, changed(t)), english(t))
	if want := "Activities now serve “Advise the States Parties”."; got[2] != want {
		t.Errorf("got %q, want %q", got[2], want)
	}
}

type entry = schema.Entry[source.At[string]]

// TestEverythingHasAWord: the language file has a word for each id that a comparison may
// name. A new one without is found here.
func TestEverythingHasAWord(t *testing.T) {
	forms := &english(t).Comparison
	for _, id := range diff.Subjects() {
		if language.Entry(forms.Subjects, id) == id {
			t.Errorf("the subject %s has no heading", id)
		}
	}
	for _, cause := range diff.Causes() {
		if !slices.ContainsFunc(forms.Causes, func(e entry) bool { return e.Key.Value == string(cause) }) {
			t.Errorf("the cause %s has no word", cause)
		}
	}
	w := words{forms: forms}
	for _, noun := range diff.Nouns() {
		if n := w.noun(noun); n.Title.Value == "" || n.Count.One.Value == "" || !strings.Contains(n.Count.Other.Value, "${number}") {
			t.Errorf("the noun %s lacks a word: %+v", noun, n)
		}
	}
	s := summary{words: w}
	for _, k := range diff.Events() {
		if e := s.event(k); e.One.Value == "" || e.Other.Value == "" {
			t.Errorf("the event %v lacks a word", k.Names())
		}
	}
	for _, name := range append((^diff.Kind(0)).Names(), "split-off", "merged-into", "moved-place", "by-text") {
		if !slices.ContainsFunc(forms.Happened, func(e entry) bool { return e.Key.Value == name }) {
			t.Errorf("%s has no word", name)
		}
	}
}
