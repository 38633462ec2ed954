package diff_test

import (
	"bytes"
	"flag"
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/isuplan/isuplan/pkg/diff"
	"github.com/isuplan/isuplan/pkg/source"
)

var update = flag.Bool("update", false, "rewrite the expected output in testdata")

// TestSeries holds how lines are followed through several plans: by their ids, and where
// these are gone by their labels.
func TestSeries(t *testing.T) {
	plans := []string{
		budgeted(2023, "lines: [{id: staff, label: Staff, fixed: 100}, {id: trips, label: Long trips, fixed: 20}, {id: gone, label: Printing, fixed: 5}]"),
		budgeted(2024, "lines: [{id: staff, label: Pay, fixed: 110}, {id: travel, label: Long trips, fixed: 30}]"),
		budgeted(2025, "lines: [{id: g, label: All, lines: [{id: travel, label: Travel, fixed: 40}, {id: staff, label: Pay, fixed: 120}]}, {id: new, label: Rooms, fixed: 7}]"),
	}
	var sides []diff.Side
	for i, text := range plans {
		sides = append(sides, side(t, fmt.Sprint(2023+i, ".yaml"), text))
	}
	var got []string
	for _, l := range diff.Series(sides) {
		said := l.Label + ":"
		for _, a := range l.Amounts {
			if a == nil {
				said += " -"
			} else {
				said += " " + a.String()
			}
		}
		got = append(got, said)
	}
	want := "Travel: 20 30 40; Pay: 100 110 120; Rooms: - - 7; Printing: 5 - -"
	if strings.Join(got, "; ") != want {
		t.Errorf("got %s, want %s", strings.Join(got, "; "), want)
	}
	if lines := diff.Series(nil); lines != nil {
		t.Errorf("no plans have lines: %v", lines)
	}
}

// TestCount holds how many elements of a kind a plan has.
func TestCount(t *testing.T) {
	s := side(t, "plan.yaml", elements)
	for kind, want := range map[string]int{"budget/lines": 3, "budget/lines/posts": 2, "outcomes": 1, "nothing": 0} {
		if got := diff.Count(s, kind); got != want {
			t.Errorf("%d of %s, want %d", got, kind, want)
		}
	}
}

// serving is a plan whose activities serve a mandate item and the item of a priority.
func serving(year int, first, second string) string {
	return fmt.Sprintf(`isuplan: 1
document: {convention: C, unit: U, date: %d-06-03}
period: {from: %d-01-01, to: %d-12-31}
mandate: [{id: advice, text: Advice}, {id: records, text: Records}]
priorities: [{id: clearance, heading: Clearance, text: Text, items: [{id: visits, text: Visits}]}]
outcomes: [{id: o, text: Outcome, outputs: [{id: p, text: Output, activities: [{id: first, text: First activity, serves: [%s]}, {id: second, text: Another work, serves: [%s]}]}]}]
budget: {currency: CHF, lines: [{id: rent, label: Rent, fixed: 100}]}
`, year-1, year, year, first, second)
}

// TestCoverage holds what activities began and ceased to serve.
func TestCoverage(t *testing.T) {
	for _, c := range []struct{ name, old1, old2, new1, new2, want string }{
		{"as before", "mandate/advice", "mandate/advice", "mandate/advice", "mandate/records, mandate/advice", "mandate/records 0 → 1 gained"},
		{"one of two", "mandate/advice", "mandate/advice", "mandate/advice", "priorities/clearance", "priorities/clearance 0 → 1 gained"},
		{"lost", "mandate/advice, mandate/records", "mandate/records", "mandate/advice", "mandate/advice", "mandate/records 2 → 0 lost"},
		{"an item", "mandate/advice", "mandate/records", "mandate/advice", "mandate/records, priorities/clearance/visits", "priorities/clearance/visits 0 → 1 gained"},
		{"nothing", "mandate/advice", "mandate/records", "mandate/records", "mandate/advice", ""},
	} {
		old, now := side(t, "old.yaml", serving(2024, c.old1, c.old2)), side(t, "new.yaml", serving(2025, c.new1, c.new2))
		if got := served(diff.Compare(old, now)); got != c.want {
			t.Errorf("%s: got %s, want %s", c.name, got, c.want)
		}
		back := strings.NewReplacer("gained", "lost", "lost", "gained").Replace(c.want)
		for _, n := range []string{"1", "2"} {
			back = strings.NewReplacer("0 → "+n, n+" → 0", n+" → 0", "0 → "+n).Replace(back)
		}
		if got := served(diff.Compare(now, old)); got != back {
			t.Errorf("%s, the other way: got %s, want %s", c.name, got, back)
		}
	}
}

// TestLostAndGained holds when something is served no more, or for the first time.
func TestLostAndGained(t *testing.T) {
	for _, c := range []struct {
		old, new     int
		lost, gained bool
	}{{0, 0, false, false}, {1, 0, true, false}, {2, 0, true, false}, {0, 1, false, true}, {1, 1, false, false}, {2, 1, false, false}} {
		if got := (diff.Coverage{Old: c.old, New: c.new}); got.Lost() != c.lost || got.Gained() != c.gained {
			t.Errorf("%d activities, then %d: lost %v, gained %v", c.old, c.new, got.Lost(), got.Gained())
		}
	}
}

func served(r *diff.Report) string {
	var list []string
	for _, c := range r.Served {
		said := fmt.Sprintf("%s %d → %d", c.Element.Path(), c.Old, c.New)
		if c.Gained() {
			said += " gained"
		}
		if c.Lost() {
			said += " lost"
		}
		list = append(list, said)
	}
	return strings.Join(list, "; ")
}

// TestOtherCurrency holds that budgets of two currencies are compared by nothing but
// their totals.
func TestOtherCurrency(t *testing.T) {
	old := side(t, "old.yaml", budgeted(2024, "lines: [{id: a, label: A, fixed: 100}]"))
	now := side(t, "new.yaml", strings.Replace(budgeted(2025, "lines: [{id: a, label: A, fixed: 120}]"), "CHF", "EUR", 1))
	for _, c := range []struct {
		a, b                  diff.Side
		currency, other, from string
	}{{old, now, "EUR", "CHF", "100"}, {now, old, "CHF", "EUR", "120"}} {
		m := diff.Compare(c.a, c.b).Money
		if string(m.Currency) != c.currency || string(m.Other) != c.other || m.From.String() != c.from || len(m.Lines) != 0 {
			t.Errorf("from %s %s to %s %s, %d lines", m.Other, m.From, m.Currency, m.To, len(m.Lines))
		}
	}
}

// TestMirroredBridge holds that a bridge in the other direction has the other signs, the
// labels of the other plan, and its lines in the other plan's order.
func TestMirroredBridge(t *testing.T) {
	old := side(t, "old.yaml", budgeted(2024, "lines: [{id: a, label: A, fixed: 100}, {id: b, label: Travel by air, fixed: 50}, {id: gone, label: Gone, fixed: 9}, {id: p, label: Pay, posts: [{title: Officer, annual: 100}]}]"))
	now := side(t, "new.yaml", budgeted(2025, "lines: [{id: new, label: Fresh, fixed: 7}, {id: b, label: Travel, fixed: 60}, {id: p, label: Pay, posts: [{title: Officer, annual: 120}]}, {id: a, label: A, fixed: 90}]"))
	for _, c := range []struct {
		a, b diff.Side
		want string
	}{
		{old, now, "new Fresh 0 → 7 new 7; b Travel (Travel by air) 50 → 60 amount 10; p Pay 100 → 120 rate 20, annual cost 100 → 120; a A 100 → 90 amount -10; gone Gone 9 → 0 dropped -9"},
		{now, old, "a A 90 → 100 amount 10; b Travel by air (Travel) 60 → 50 amount -10; gone Gone 0 → 9 new 9; p Pay 120 → 100 rate -20, annual cost 120 → 100; new Fresh 7 → 0 dropped -7"},
	} {
		r := diff.Compare(c.a, c.b)
		var got []string
		for _, l := range r.Money.Lines {
			said := l.ID + " " + l.Label
			if l.OldLabel != "" {
				said += " (" + l.OldLabel + ")"
			}
			said += fmt.Sprintf(" %s → %s", l.From, l.To)
			for _, p := range l.Parts {
				said += fmt.Sprintf(" %s %s", p.Cause, p.Amount)
			}
			for _, i := range l.Inputs {
				said += fmt.Sprintf(", %s %s → %s", i.Label, i.Old, i.New)
			}
			got = append(got, said)
			if (l.Old == nil) != (l.From.IsZero()) || (l.New == nil) != l.To.IsZero() {
				t.Errorf("%s: a line that is there has no amount, or the other way round", l.ID)
			}
		}
		if said := strings.Join(got, "; "); said != c.want {
			t.Errorf("got\n%s\nwant\n%s", said, c.want)
		}
		if got, want := r.Money.ByCause(diff.Amount).String(), "0"; got != want {
			t.Errorf("amounts changed by %s, want %s", got, want)
		}
		if n := len(r.Money.Changed()); n != 5 {
			t.Errorf("%d lines changed, want 5", n)
		}
	}
}

// TestByCause holds that what lines owe to a cause is added up.
func TestByCause(t *testing.T) {
	old := side(t, "old.yaml", budgeted(2024, "lines: [{id: a, label: A, fixed: 100}, {id: b, label: B, fixed: 50}, {id: c, label: C, fixed: 9}]"))
	now := side(t, "new.yaml", budgeted(2025, "lines: [{id: a, label: A, fixed: 130}, {id: b, label: B, fixed: 60}, {id: c, label: C, fixed: 9}]"))
	m := diff.Compare(old, now).Money
	if got := m.ByCause(diff.Amount).String(); got != "40" {
		t.Errorf("amounts changed by %s, want 40", got)
	}
	if got := m.ByCause(diff.Price).String(); got != "0" {
		t.Errorf("prices changed by %s, want 0", got)
	}
	if n := len(m.Changed()); n != 2 {
		t.Errorf("%d lines changed, want 2", n)
	}
}

// TestLabels holds that labels are shown as the document prints them, where one is at hand.
func TestLabels(t *testing.T) {
	s := side(t, "old.yaml", budgeted(2024, "lines: [{id: a, label: \"  A   line \", fixed: 100}]"))
	if got := diff.Series([]diff.Side{s})[0].Label; got != "A line" {
		t.Errorf("a label is %q", got)
	}
	s.Words = func(at source.At[string]) string { return "the " + strings.TrimSpace(at.Value) }
	if got := diff.Series([]diff.Side{s})[0].Label; got != "the A   line" {
		t.Errorf("a label of the document is %q", got)
	}
}

// TestTheLaterPlan holds that years and dates decide which plan is the later, and that a
// comparison is the same whichever is called old.
func TestTheLaterPlan(t *testing.T) {
	for _, c := range []struct{ name, old, new string }{
		{"by the year", dated(2024, "In 2024.", "2023-09-04"), dated(2025, "In 2025.", "2024-09-02")},
		{"by the date", dated(2024, "One.", "2023-09-04"), strings.Replace(dated(2024, "Two.", "2023-09-04"), "date: 2023-06-03", "date: 2023-06-04", 1)},
		{"by the text", dated(2024, "Alpha beta.", "2023-09-04"), dated(2024, "Beta alpha.", "2023-09-04")},
	} {
		a, b := side(t, "old.yaml", c.old), side(t, "new.yaml", c.new)
		laws(t, a, b)
		if from, to := a.Years(); from != 2024 || to != 2024 {
			t.Errorf("%s: the years are %d to %d", c.name, from, to)
		}
		if diff.Compare(a, b).Same() || diff.Compare(b, a).Same() {
			t.Errorf("%s: the two are the same", c.name)
		}
	}
}

// TestJSON holds a report for other programs as it is written.
func TestJSON(t *testing.T) {
	old := serving(2024, "mandate/advice", "mandate/records")
	now := strings.NewReplacer("Another work", "Other work", "fixed: 100", "fixed: 120", "label: Rent", "label: Rent of rooms").Replace(serving(2025, "mandate/advice", "mandate/advice"))
	now = strings.Replace(now, "{id: p, text: Output,", "{id: n, text: Fresh}, {id: p, text: Output,", 1)
	now = strings.Replace(now, "document: {", "document: {symbol: C/1, ", 1)
	var out bytes.Buffer
	if err := diff.WriteJSON(&out, diff.Compare(side(t, "old.yaml", old), side(t, "new.yaml", now)), []string{"One <sentence>."}, diff.Limits{}); err != nil {
		t.Fatal(err)
	}
	const golden = "testdata/report.json"
	if *update {
		if err := os.WriteFile(golden, out.Bytes(), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(out.Bytes(), want) {
		t.Errorf("got\n%s\nrewrite %s with -update, and read it", out.Bytes(), golden)
	}
}
