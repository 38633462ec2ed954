package diff_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/isuplan/isuplan/pkg/diff"
)

const elements = `isuplan: 1
document: {convention: Convention, short: C, unit: Unit, date: 2024-06-03, meeting: {name: Meeting, place: Geneva, from: 2024-09-10, to: 2024-09-12, next_short: 13MSP}}
period: {from: 2025-01-01, to: 2025-12-31}
facts: {parties: {value: 112}}
names: [{name: States Parties, short: SP, not: [Member States]}]
summary: {objectives: [Objective], outcomes: [{outcome: universal, text: Summary}]}
sections: [{id: basis, heading: Basis, paragraphs: [First, {id: second, text: Second}]}]
mandate: [{id: advice, text: Advice}]
priorities: [{id: clearance, heading: Clearance, text: Text, items: [{id: visits, text: Visits}]}]
outcomes: [{id: universal, text: Outcome, expected: Expected, outputs: [{id: help, text: Output, activities: [{id: advise, text: Activity}]}]}]
assumptions: [Assumption]
budget:
  currency: CHF
  columns: [{id: "2025", label: Column}]
  rates: [{currency: EUR, rate: 1.1, on: 2024-06-01, source: Bank}]
  standard_costs: [{grade: P-4, annual: 100}]
  lines:
    - {id: staff, label: Staff, lines: [{id: salaries, label: Salaries, note: Note, posts: [{title: Officer, grade: P-4}, {id: clerk, title: Clerk, annual: 1}]}]}
    - {id: travel, label: Travel, code: "1101", units: [{item: trip, quantity: 2, cost: 5}]}
  financing: [{id: funds, label: Funds, fixed: 113}]
  outside: [{id: rooms, label: Rooms, provider: Host, kind: in-kind}]
  notes: [Note]
waivers: [{rule: no-note, at: budget/travel, reason: Reason, approved: Somebody}]
`

// TestElements holds the kinds, paths, names and words of a plan's elements.
func TestElements(t *testing.T) {
	var got []string
	diff.Tree(side(t, "plan.yaml", elements).Plan).Walk(func(e *diff.Element) {
		got = append(got, strings.Join([]string{e.Kind, e.Path(), e.Name, e.Text()}, " | "))
	})
	want := []string{
		" |  |  | ",
		"facts | facts/parties | parties | ",
		"names | names/States Parties | States Parties | States Parties",
		"summary/objectives | summary/objectives/1 |  | Objective",
		"summary/outcomes | summary/outcomes/universal | universal | Summary",
		"sections | sections/basis | basis | Basis",
		"sections/paragraphs | sections/basis/1 |  | First",
		"sections/paragraphs | sections/basis/second | second | Second",
		"mandate | mandate/advice | advice | Advice",
		"priorities | priorities/clearance | clearance | Clearance",
		"priorities/items | priorities/clearance/visits | visits | Visits",
		"outcomes | outcomes/universal | universal | Outcome",
		"outcomes/outputs | outputs/help | help | Output",
		"outcomes/outputs/activities | activities/advise | advise | Activity",
		"assumptions | assumptions/1 |  | Assumption",
		"budget/columns | budget/columns/2025 | 2025 | Column",
		"budget/rates | budget/rates/EUR | EUR | ",
		"budget/standard_costs | budget/standard_costs/P-4 | P-4 | ",
		"budget/lines | budget/staff | staff | Staff",
		"budget/lines | budget/salaries | salaries | Salaries",
		"budget/lines/posts | budget/salaries/Officer | Officer | Officer",
		"budget/lines/posts | budget/salaries/clerk | clerk | Clerk",
		"budget/lines | budget/travel | travel | Travel",
		"budget/lines/units | budget/travel/trip | trip | trip",
		"budget/financing | budget/funds | funds | Funds",
		"budget/outside | budget/rooms | rooms | Rooms",
		"budget/notes | budget/notes/1 |  | Note",
		"waivers | waivers/no-note budget/travel | no-note budget/travel | Reason",
	}
	for i, w := range want {
		if i >= len(got) || got[i] != w {
			t.Fatalf("element %d of %d is not %q:\n%s", i, len(got), w, strings.Join(got, "\n"))
		}
	}
	if len(got) != len(want) {
		t.Errorf("%d elements, want %d", len(got), len(want))
	}
}

// TestKinds holds what a change of one value is: another wording, another id or another
// value.
func TestKinds(t *testing.T) {
	for _, c := range []struct {
		old, new string
		want     diff.Kind
	}{
		{"short: C,", "short: CEM,", diff.Reworded},
		{"13MSP", "Thirteenth", diff.Reworded},
		{"place: Geneva", "place: Vientiane", diff.Reworded},
		{"unit: Unit", "unit: Support Unit", diff.Reworded},
		{"short: SP", "short: StP", diff.Reworded},
		{"[Member States]", "[Members]", diff.Reworded},
		{"text: Summary", "text: Another", diff.Reworded},
		{"heading: Basis", "heading: Ground", diff.Reworded},
		{"label: Column", "label: Approved", diff.Reworded},
		{"source: Bank", "source: Treasury", diff.Reworded},
		{"label: Salaries", "label: Pay", diff.Reworded},
		{"note: Note", "note: Remark", diff.Reworded},
		{"grade: P-4}, {id", "grade: P-5, annual: 100}, {id", diff.Reworded | diff.Changed},
		{"provider: Host", "provider: State", diff.Reworded},
		{"reason: Reason", "reason: Cause", diff.Reworded},
		{"approved: Somebody", "approved: Nobody", diff.Reworded},
		{"expected: Expected", "expected: Awaited", diff.Reworded},
		{`code: "1101"`, `code: "1102"`, diff.Changed},
		{"on: 2024-06-01", "on: 2024-06-02", diff.Changed},
		{"value: 112", "value: 113", diff.Changed},
		{"quantity: 2, cost: 5", "quantity: 5, cost: 2", diff.Changed},
		{"rate: 1.1", "rate: 1.2", diff.Changed},
		{"{id: visits, text: Visits}", "{id: tours, text: Visits}", diff.Renamed},
		{", note: Note", "", diff.Reworded},
	} {
		if !strings.Contains(elements, c.old) {
			t.Fatalf("%s does not stand in the plan", c.old)
		}
		r := diff.Compare(side(t, "old.yaml", elements), side(t, "new.yaml", strings.Replace(elements, c.old, c.new, 1)))
		if len(r.Changes) != 1 || r.Changes[0].Kind != c.want {
			t.Errorf("%s for %s: %+v, want one change of kind %d", c.new, c.old, r.Changes, c.want)
			continue
		}
		isText := slices.ContainsFunc(r.Changes[0].Fields, func(f diff.FieldChange) bool { return f.IsText })
		if isText != r.Changes[0].Is(diff.Reworded) {
			t.Errorf("%s for %s: a text is %v", c.new, c.old, isText)
		}
	}
}

// TestTwoWithoutNames holds that a rate of another currency is another rate, though its
// source is the same.
func TestTwoWithoutNames(t *testing.T) {
	r := diff.Compare(side(t, "old.yaml", elements), side(t, "new.yaml", strings.Replace(elements, "{currency: EUR, rate: 1.1", "{currency: USD, rate: 0.9", 1)))
	if len(r.Changes) != 2 || r.Changes[0].Kind|r.Changes[1].Kind != diff.Added|diff.Removed {
		t.Errorf("changes: %+v, want one rate added and one removed", r.Changes)
	}
}
