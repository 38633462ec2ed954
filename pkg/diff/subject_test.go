package diff_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/isuplan/isuplan/pkg/diff"
)

// replaced compares the plan of all elements with itself after replacements in it.
func replaced(t *testing.T, pairs ...string) *diff.Report {
	t.Helper()
	for i := 0; i < len(pairs); i += 2 {
		if !strings.Contains(elements, pairs[i]) {
			t.Fatalf("%s does not stand in the plan", pairs[i])
		}
	}
	return diff.Compare(side(t, "old.yaml", elements), side(t, "new.yaml", strings.NewReplacer(pairs...).Replace(elements)))
}

// TestSubjects holds under which subject a change is listed, and that all subjects are
// known.
func TestSubjects(t *testing.T) {
	for _, c := range []struct{ old, new, want string }{
		{"unit: Unit", "unit: Other", "document"},
		{"value: 112", "value: 113", "facts-and-names"},
		{"short: SP", "short: S", "facts-and-names"},
		{"objectives: [Objective]", "objectives: [Aim]", "summary-of-the-document"},
		{"paragraphs: [First", "paragraphs: [Another", "text"},
		{"assumptions: [Assumption]", "assumptions: [Other]", "text"},
		{"text: Advice", "text: Counsel", "mandate-and-priorities-as-worded"},
		{"text: Visits", "text: Tours", "mandate-and-priorities-as-worded"},
		{"text: Activity", "text: Work", "results"},
		{"note: Note", "note: Other", "lines-of-the-budget"},
		{"reason: Reason", "reason: Other", "waivers"},
	} {
		r := replaced(t, c.old, c.new)
		for i := range r.Changes {
			if got := r.Changes[i].Subject(); got != c.want || !slices.Contains(diff.Subjects(), got) {
				t.Errorf("%s for %s is of %s, want %s", c.new, c.old, got, c.want)
			}
		}
		if len(r.Changes) == 0 {
			t.Errorf("%s for %s: no change", c.new, c.old)
		}
	}
}

// TestNouns holds what readers call the kinds of elements, and which come first.
func TestNouns(t *testing.T) {
	for kind, want := range map[string]string{"outcomes": "outcome", "priorities/items": "priority-item", "budget/lines/units": "unit-cost", "budget/columns": "column", "waivers": "waiver", "": ""} {
		if got := diff.Noun(kind); got != want {
			t.Errorf("%s is called %q, want %q", kind, got, want)
		}
		if want != "" && !slices.Contains(diff.Nouns(), want) {
			t.Errorf("%s is no noun", want)
		}
	}
	for noun, want := range map[string]int{"outcome": 0, "activity": 2, "paragraph": 8, "summary-objective": 9, "budget-line": 9, "in-kind": 9} {
		if got := diff.NounRank(noun); got != want {
			t.Errorf("%s has rank %d, want %d", noun, got, want)
		}
	}
	if n := len(diff.Nouns()); n != 42 {
		t.Errorf("%d nouns", n)
	}
}

// about says what a report's first change is about, by the questions that reports ask.
func about(c *diff.Change) string {
	var is []string
	for _, q := range []struct {
		name string
		is   bool
	}{
		{"text", c.Says(true)}, {"value", c.Says(false)}, {"follows", c.Follows()}, {"told", c.IsTold()}, {"rolled", c.Rolled()},
	} {
		if q.is {
			is = append(is, q.name)
		}
	}
	return c.Element().Path() + ": " + strings.Join(is, ", ")
}

// TestWhatAChangeIs holds what is said of changes: whether a text or another value says
// something else, whether a part of a line came or went with it, and what the bridge shows
// already.
func TestWhatAChangeIs(t *testing.T) {
	const travel = `    - {id: travel, label: Travel, code: "1101", units: [{item: trip, quantity: 2, cost: 5}]}` + "\n"
	const group = `{id: salaries, label: Salaries, note: Note, posts: [{title: Officer, grade: P-4}, {id: clerk, title: Clerk, annual: 1}]}`
	for _, c := range []struct {
		name  string
		pairs []string
		want  string
	}{
		{"another wording", []string{"text: Activity", "text: Work"}, "activities/advise: text"},
		{"another value", []string{"quantity: 2", "quantity: 3"}, "budget/travel/trip: told"},
		{"another value and wording", []string{"label: Travel, code: \"1101\"", "label: Trips, code: \"1102\""}, "budget/travel: text, value"},
		{"a fact", []string{"value: 112", "value: 113"}, "facts/parties: value"},
		{"a line with its parts", []string{travel, ""}, "budget/travel: ; budget/travel/trip: follows"},
		{"a post alone", []string{", {id: clerk, title: Clerk, annual: 1}", ""}, "budget/salaries/clerk: "},
		{"a line of a group", []string{group, "{id: pay, label: Quite another matter, fixed: 3}"}, "budget/pay: ; budget/salaries: ; budget/salaries/Officer: follows; budget/salaries/clerk: follows"},
		{"a new group with a line", []string{travel, travel + "    - {id: group, label: Group, lines: [{id: member, label: Member, fixed: 3}]}\n"}, "budget/group: ; budget/member: "},
		{"a waiver", []string{"reason: Reason", "reason: Cause"}, "waivers/no-note budget/travel: text"},
		{"a column", []string{"label: Column", "label: Approved"}, "budget/columns/2025: text"},
		{"the symbol", []string{"date: 2024-06-03", "symbol: C/1, date: 2024-06-03"}, ": value"},
		{"the job number", []string{"date: 2024-06-03", "job: GE.24-00001, date: 2024-06-03"}, ": value"},
		{"a stated total", []string{"  currency: CHF\n", "  currency: CHF\n  stated_total: 114\n"}, ": told"},
		{"an activity that moved to a new output", []string{"outputs: [{id: help, text: Output, activities: [{id: advise, text: Activity}]}]", "outputs: [{id: help, text: Output}, {id: more, text: More, activities: [{id: advise, text: Activity}]}]"}, "outputs/more: ; activities/advise: "},
	} {
		r := replaced(t, c.pairs...)
		var got []string
		for i := range r.Changes {
			got = append(got, about(&r.Changes[i]))
		}
		if said := strings.Join(got, "; "); said != c.want {
			t.Errorf("%s:\ngot  %s\nwant %s", c.name, said, c.want)
		}
	}
}

// TestFiguresBesideAYear holds that a new amount beside a label that rolled on is a matter
// of figures only.
func TestFiguresBesideAYear(t *testing.T) {
	r := diff.Compare(side(t, "old.yaml", budgeted(2024, "lines: [{id: a, label: Rent of 2024, fixed: 100}]")), side(t, "new.yaml", budgeted(2025, "lines: [{id: a, label: Rent of 2025, fixed: 110}]")))
	last := &r.Changes[len(r.Changes)-1]
	if last.Element().Path() != "budget/a" || !last.IsTold() {
		t.Errorf("%s: told %v", last.Element().Path(), last.IsTold())
	}
}

// TestNamesOfFields holds what a value is called where a reader needs to know.
func TestNamesOfFields(t *testing.T) {
	for key, want := range map[string]string{"text": "", "label": "", "heading": "", "document.next_short": "next short", "budget.stated_total": "stated total", "meeting.from": "meeting from", "note": "note"} {
		f := diff.FieldChange{Key: key}
		if got := f.Name(); got != want {
			t.Errorf("%s is called %q, want %q", key, got, want)
		}
	}
}

// dated writes a plan of a year with one assumption and the dates of a meeting.
func dated(year int, text, from string) string {
	return fmt.Sprintf("isuplan: 1\ndocument: {convention: C, unit: U, date: %d-06-03, meeting: {name: M, place: P, from: %s, to: %s}}\nperiod: {from: %d-01-01, to: %d-12-31}\noutcomes: []\nassumptions: [{id: a, text: %q}]\nbudget: {currency: CHF, lines: [{id: rent, label: Rent, fixed: 100}]}\n", year-1, from, from, year, year, text)
}

// TestRolledTexts holds which changes of a text merely follow from the year.
func TestRolledTexts(t *testing.T) {
	for _, c := range []struct {
		years    int
		old, new string
		want     bool
	}{
		{1, "In 2024 it is calm.", "In 2025 it is calm.", true},
		{1, "In 2024 it is calm.", "In 2026 it is calm.", false},
		{2, "In 2024 it is calm.", "In 2026 it is calm.", true},
		{1, "In 2024 it is calm.", "In 2025 it is quiet.", false},
		{1, "In 2024 it is calm.", "In 2025 it is very calm.", false},
		{0, "In 2024 it is calm.", "In 2025 it is calm.", false},
		{1, "The Seventh Meeting is held.", "The Eighth Meeting is held.", true},
		{1, "The Seventh Meeting is held.", "The Ninth Meeting is held.", false},
		{1, "The Eighth Meeting is held.", "The Seventh Meeting is held.", false},
		{1, "The first Meeting is held.", "The Meeting Meeting is held.", false},
		{1, "The 7th Meeting is held.", "The 8th Meeting is held.", true},
		{1, "The 2nd Meeting is held.", "The 3rd Meeting is held.", true},
		{1, "The 7th Meeting is held.", "The 9th Meeting is held.", false},
		{1, "13MSP adopts it.", "14MSP adopts it.", true},
		{1, "13MSP adopts it.", "14RC adopts it.", false},
		{1, "13MSP adopts it.", "15MSP adopts it.", false},
		{1, "13MSP adopts it.", "Everybody adopts it.", false},
		{1, "Everybody adopts it.", "13MSP adopts it.", false},
		{1, "The Meeting opens.", "The First opens.", false},
		{1, "12 States pay.", "13 States pay.", false},
		{1, "1899 is over.", "1900 is over.", false},
		{1, "Room 12024 is free.", "Room 12025 is free.", false},
	} {
		old, now := side(t, "old.yaml", dated(2024, c.old, "2023-09-04")), side(t, "new.yaml", dated(2024+c.years, c.new, "2023-09-04"))
		r := diff.Compare(old, now)
		found := false
		for i := range r.Changes {
			if change := &r.Changes[i]; change.Element().Kind == "assumptions" {
				found = true
				if change.Rolled() != c.want {
					t.Errorf("%d years on, %q for %q follows from the year: %v", c.years, c.new, c.old, change.Rolled())
				}
			}
		}
		if !found {
			t.Errorf("%q for %q is no change", c.new, c.old)
		}
	}
}

// TestRolledDates holds which days merely follow from the year: the same day give or take
// the weeks by which meetings shift, and any of the years between.
func TestRolledDates(t *testing.T) {
	for _, c := range []struct {
		years    int
		old, new string
		want     bool
	}{
		{1, "2023-09-04", "2024-09-02", true},
		{1, "2023-09-04", "2024-10-17", true},
		{1, "2023-12-04", "2025-01-10", true},
		{1, "2023-09-04", "2025-09-04", true},
		{1, "2023-09-04", "2026-09-04", false},
		{1, "2023-09-04", "2023-09-05", false},
		{1, "2024-01-15", "2024-12-12", true},
		{1, "2024-01-15", "2024-12-02", true},
		{1, "2024-01-15", "2024-12-01", false},
		{0, "2023-09-04", "2023-09-05", false},
		{0, "2023-09-04", "2024-09-04", false},
	} {
		r := diff.Compare(side(t, "old.yaml", dated(2024, "A.", c.old)), side(t, "new.yaml", dated(2024+c.years, "A.", c.new)))
		for i := range r.Changes {
			for _, f := range r.Changes[i].Fields {
				if f.Key == "document.meeting.from" && f.Rolled != c.want {
					t.Errorf("%d years on, %s for %s follows from the year: %v", c.years, c.new, c.old, f.Rolled)
				}
			}
		}
	}
}

// TestCountRolled holds that values and numbers that rolled on are counted one by one.
func TestCountRolled(t *testing.T) {
	r := diff.Compare(side(t, "old.yaml", dated(2024, "In 2024 it is calm.", "2023-09-04")), side(t, "new.yaml", dated(2025, "In 2025 it is calm.", "2024-09-02")))
	if n := r.CountRolled(); n != 4 { // the date, two days of the meeting, a text
		t.Errorf("%d values rolled on, want 4", n)
	}
	const outputs = "outputs: [{id: help, text: Output, activities: [{id: advise, text: Activity}]}]"
	r = replaced(t, outputs, "outputs: [{id: first, text: Another matter altogether}, {id: help, text: Output, activities: [{id: advise, text: Activity}]}]")
	if n := r.CountRolled(); n != 2 { // the output and its activity have other numbers
		t.Errorf("%d numbers rolled on, want 2", n)
	}
	r = replaced(t, outputs, "outputs: [{id: first, text: Another matter altogether}, {id: help, text: Output, activities: [{id: advise, text: Activities}]}]")
	if n := r.CountRolled(); n != 2 { // another wording of the activity is no number
		t.Errorf("%d numbers rolled on beside another wording, want 2", n)
	}
}

// TestFactsThatTextsPrint: a fact that changed changes texts in which no word changed, through
// sums as well.
func TestFactsThatTextsPrint(t *testing.T) {
	plan := func(value string) diff.Side {
		return side(t, "plan.yaml", `isuplan: 1
document: {convention: C, unit: U, date: 2024-06-03}
period: {from: 2025-01-01, to: 2025-12-31}
facts: {parties: {value: `+value+`}, others: {value: 3}, all: {sum: [parties, others]}, more: {sum: [all]}}
outcomes: [{id: one, text: "${facts.more} States.", outputs: [{id: out, text: "${facts.others} States.", activities: [{id: act, text: "${facts.parties} States, $${facts.all}."}]}]}]
assumptions: ["That ${facts.all.as_at} it is so."]
budget: {currency: CHF, lines: [{id: a, label: A, fixed: 1, note: "For ${facts.parties}."}]}
`)
	}
	r := diff.Compare(plan("112"), plan("113"))
	var paths []string
	for i := range r.Changes {
		for _, e := range r.Printing(&r.Changes[i]) {
			paths = append(paths, e.Path())
		}
	}
	if got := strings.Join(paths, " "); got != "outcomes/one activities/act assumptions/1 budget/a" {
		t.Errorf("printed by %s", got)
	}
}
