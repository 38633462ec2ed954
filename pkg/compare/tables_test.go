package compare

import (
	"fmt"
	"strings"
	"testing"

	"github.com/isuplan/isuplan/pkg/budget"
	"github.com/isuplan/isuplan/pkg/diff"
	"github.com/isuplan/isuplan/pkg/language"
	"github.com/isuplan/isuplan/pkg/plan"
	"github.com/isuplan/isuplan/pkg/source"
)

const treaty = `isuplan: 1
document: {convention: C, unit: U, date: 2025-06-03}
period: {from: 2026-01-01, to: 2027-12-31}
outcomes: []
budget:
  currency: USD
  columns: [{id: 2026}, {id: 2027}]
  funds: [{id: core, label: Core fund}, {id: other, label: Other fund}]
  lines:
    - {id: staff, label: Staff, posts: [{title: Officer, grade: P-4, annual: 100000, count: {2026: 1, 2027: 2}}], fund: core, at_most: {percent: 50%, of: [travel]}}
    - {id: travel, label: Travel, fixed: {2026: 300000, 2027: 400000}, fund: other}
  financing:
    - {id: assessed, label: Assessed, rest: true}
  contributions:
    - id: scale
      label: Contributions
      of: assessed
      parties: [{party: Austria, scale: 30, paid: {2026: 50000}}, {party: Chile, scale: 20}, {party: Kenya, scale: 50}]
  staffing: {}
  after_total:
    - {id: reserve, label: Reserve, percent: 15%, of: [total]}
    - {id: fund, label: Fund, balance: {opening: 1000, in: [financing], out: [total]}}
`

func loaded(t *testing.T, pairs ...string) diff.Side {
	t.Helper()
	text := treaty
	for i := 0; i < len(pairs); i += 2 {
		if !strings.Contains(text, pairs[i]) {
			t.Fatalf("the plan has no %q", pairs[i])
		}
		text = strings.Replace(text, pairs[i], pairs[i+1], 1)
	}
	p, findings, ok := plan.Load(source.NewFile("plan.yaml", []byte(text)))
	if !ok {
		t.Fatal(findings)
	}
	b, _ := budget.Compute(p, budget.Options{})
	return diff.Side{Name: "plan.yaml", Plan: p, Budget: b}
}

// TestTablesInWords: what is no part of the total has rows of its own, and the summary names it.
func TestTablesInWords(t *testing.T) {
	for name, c := range map[string]struct {
		pairs []string
		want  []string
	}{
		"a base": {[]string{"2026: 300000", "2026: 320000"}, []string{
			"Reserve, 2026|60,000|63,000|+3,000|+5|base +3,000 (15% of 400,000 → 420,000)|",
			"Fund: Income, 2026|400,000|420,000|+20,000|+5|base +20,000|",
			"Staff, at most, 2026|150,000|160,000|+10,000|+6.67|base +10,000 (50% of 300,000 → 320,000; room 50,000 → 60,000)|",
			" By fund: Other fund (+20,000). Contributions: Kenya (+10,000) and Austria (+6,000).|",
			"Kenya|500,000|510,000|+10,000|+2|base +10,000|", "Total|1,000,000|1,020,000|+20,000|+2|",
			"Kenya|200,000|210,000|+10,000|+5|0|"}},
		"a rate": {[]string{"percent: 15%", "percent: 20%"}, []string{
			"Reserve, 2027|90,000|120,000|+30,000|+33.33|rate +30,000 (15% → 20% of 600,000)|", " After the total: Reserve, 2027 (+30,000).|"}},
		"a balance": {[]string{"opening: 1000", "opening: 3000"}, []string{
			" After the total: Fund, 2027 (+2,000).|", "Fund: Opening balance, 2026|1,000|3,000|+2,000|+200|amount +2,000|", "Fund: Closing balance, 2027|1,000|3,000|"}},
		"posts": {[]string{"count: {2026: 1", "count: {2026: 2"}, []string{" Posts: 1 → 2 in 2026.|", "|P-4, 2026|1|2|+1|+100|", "|Total, 2026|1|2|+1|+100|"}},
		"a Party more": {[]string{"{party: Chile", "{party: Italy, scale: 100}, {party: Chile"}, []string{
			"Contributions: Italy (+500,000) and Kenya (−250,000).|", "|Italy|500,000|+500,000|new Party|", "One Party is added.|"}},
		"a Party less": {[]string{"{party: Chile, scale: 20}, ", ""}, []string{"|Chile|200,000|−200,000|−100|no Party any more|", "One Party is dropped.|"}},
		"a scale":      {[]string{"scale: 20", "scale: 70"}, []string{"|Chile|200,000|466,667|+266,667|+133.33|rate +266,667 (scale 20 → 70)|", "The texts are the same.|"}},
		"payments":     {[]string{"2026: 50000", "2026: 60000"}, []string{"|Austria|70,000|60,000|−10,000|−14.29|50,000 → 60,000|Total|350,000|340,000|−10,000|−2.86|50,000 → 60,000|"}},
	} {
		got := printed(Document(diff.Compare(loaded(t), loaded(t, c.pairs...)), false, english(t)))
		for _, want := range c.want {
			if !strings.Contains(got, want) {
				t.Errorf("%s: got\n%s\nwant %s", name, got, want)
			}
		}
		if strings.Contains(got, "Party budget/contributions") || strings.Contains(got, "budget/reserve changed") {
			t.Errorf("%s: what has a row is listed again:\n%s", name, got)
		}
	}
}

// TestPartiesAreBounded: the largest changes are named, the rest is one row; --all names all.
func TestPartiesAreBounded(t *testing.T) {
	parties := func(first, step int) string {
		var list []string
		for i := range 60 {
			list = append(list, fmt.Sprintf("{party: State %d, scale: %d}", first+i, 100+i*step))
		}
		return "parties: [" + strings.Join(list, ", ") + "]"
	}
	const now = "parties: [{party: Austria, scale: 30, paid: {2026: 50000}}, {party: Chile, scale: 20}, {party: Kenya, scale: 50}]"
	old, changed := loaded(t, now, parties(1, 1)), loaded(t, now, parties(11, 3))
	for all, want := range map[bool]int{false: 20 + 20, true: 70} {
		doc := printed(Document(diff.Compare(old, changed), all, english(t)))
		named := 0
		for i := range 70 {
			if strings.Contains(doc, fmt.Sprintf("|State %d|", i+1)) {
				named++
			}
		}
		if named != want || strings.Contains(doc, "|… 30 Parties|") == all {
			t.Errorf("%d Parties are named, want %d:\n%s", named, want, doc)
		}
	}
}

// TestTablesHaveWords: the language file has a word for all that a table of posts may count.
func TestTablesHaveWords(t *testing.T) {
	words := &english(t).Comparison.Tables
	for _, id := range []string{"posts", "fte", "months"} {
		if language.Entry(words.Counted, id) == id {
			t.Errorf("%s has no words", id)
		}
	}
}

// TestPostsAlone: of plans with a table of posts and no money nothing is said of money.
func TestPostsAlone(t *testing.T) {
	head, _, _ := strings.Cut(treaty, "  currency:")
	posts := head + "  columns: [{id: 2026}, {id: 2027}]\n  staffing: {posts: [{grade: P-4, count: 1}]}\n"
	more := strings.Replace(posts, "count: 1", "count: {2026: 1, 2027: 2}", 1)
	got := printed(Document(diff.Compare(loaded(t, treaty, posts), loaded(t, treaty, more)), false, english(t)))
	if want := "|Posts: 1 → 2 in 2027.|"; !strings.Contains(got, want) || strings.Contains(got, "udget stays") {
		t.Errorf("got\n%s\nwant %s", got, want)
	}
}
