package rollover_test

import (
	"strings"
	"testing"

	"github.com/isuplan/isuplan/pkg/budget"
	"github.com/isuplan/isuplan/pkg/plan"
	"github.com/isuplan/isuplan/pkg/rollover"
	"github.com/isuplan/isuplan/pkg/source"
)

// TestTheWorkRollsOn: times and milestones move with the period, targets wait for what became of
// them, and a year that nobody rolls stays.
func TestTheWorkRollsOn(t *testing.T) {
	p, findings, _ := plan.Load(source.NewFile("plan.yaml", []byte(`isuplan: 1
document: {convention: Convention, unit: Unit, date: 2024-06-03}
period: {from: 2025-01-01, to: 2025-12-31}
actors: [{id: isu, label: Unit}]
outcomes:
  - id: o
    text: One.
    indicators:
      - {id: one, text: One, targets: 15}
      - {id: two, text: Two, targets: {2025: 50, 2026: 60}}
      - {id: known, text: Known, targets: 4, actual: 3}
      - {id: none, text: None, baseline: 3}
    outputs:
      - id: u
        text: Out.
        activities:
          - id: a
            text: Write.
            when: [Q1, Q4 2025, 2025-02-01 to 2025-03-31, 2025]
            milestones:
              - {text: Out, date: 2025-05-31}
budget: {currency: CHF, lines: [{id: l, label: L, fixed: 1}]}
`)))
	if len(findings) > 0 {
		t.Fatal(findings)
	}
	b, _ := budget.Compute(p, budget.Options{})
	made, err := rollover.Make(p, b, rollover.Options{Year: 2026})
	if err != nil {
		t.Fatal(err)
	}
	text := string(made.Text)
	for _, want := range []string{
		"when: [Q1, Q4 2026, 2026-02-01 to 2026-03-31, 2026]",
		"# review: the milestones and their dates, which are those of the year before\n              - {text: Out, date: 2026-05-31}",
		"# review: what became of the target, 2025: 15; write it under `actual`, by its year, and give the target of 2026\n      - {id: one, text: One, targets: {2025: 15}}",
		"# review: what became of the target, 2025: 50; write it under `actual`, by its year\n      - {id: two, text: Two, targets: {2025: 50, 2026: 60}}",
		"# review: the target of 2026\n      - {id: known, text: Known, targets: {2025: 4}, actual: {2025: 3}}\n      - {id: none",
	} {
		if !strings.Contains(text, want) {
			t.Errorf("no %q in\n%s", want, text)
		}
	}
}

const measured = `isuplan: 1
document: {convention: Convention, unit: Unit, date: 2024-06-03}
period: {from: 2025-01-01, to: 2026-12-31}
outcomes:
  - id: o
    text: One, of which ${indicators.one.target} are done.
    indicators:
      - {id: one, text: One, targets: 15}
      - {id: two, text: Two, targets: {2025: 50, 2026: 60, 2027: 70}}
      - {id: three, text: Three, targets: {2026: 60, 2027: 70, 2028: 80}}
      - {id: four, text: Four, targets: {y2025: 3, y2026: 4}, actual: {y2025: 2}}
    outputs: [{id: u, text: Out, activities: [{id: a, text: Write.}]}]
budget:
  currency: CHF
  columns: [{id: y2025, label: "2025"}, {id: y2026, label: "2026"}]
  lines: [{id: l, label: L, fixed: 1}]
`

// TestTargetsOfSeveralYears: a plan of two years asks for the targets of both years, of which it has none; one
// target for all of the period stays under its last year, and what was of a column is of its year.
func TestTargetsOfSeveralYears(t *testing.T) {
	text := string(rolled(t, measured, rollover.Options{Year: 2027}).Text)
	for _, want := range []string{
		"One, of which ${indicators.one.target.2026} are done.",
		"# review: what became of the target, 2026: 15; write it under `actual`, by its year, and give the targets of 2027 and 2028\n      - {id: one, text: One, targets: {2026: 15}}",
		"# review: what became of the target, 2025: 50; 2026: 60; write it under `actual`, by its year, and give the target of 2028\n      - {id: two,",
		"# review: what became of the target, 2026: 60; write it under `actual`, by its year\n      - {id: three,",
		"# review: what became of the target, 2026: 4; write it under `actual`, by its year, and give the targets of 2027 and 2028\n      - {id: four, text: Four, targets: {2025: 3, 2026: 4}, actual: {2025: 2}}",
	} {
		if !strings.Contains(text, want) {
			t.Errorf("no %q in\n%s", want, text)
		}
	}
}

// TestAYearFromJuly: a target for a year that begins in July stays under the year that it begins in, and the
// parts of that year roll on.
func TestAYearFromJuly(t *testing.T) {
	text := string(rolled(t, `isuplan: 1
document: {convention: Convention, unit: Unit, date: 2024-06-03}
period: {from: 2025-07-01, to: 2026-06-30}
outcomes:
  - id: o
    text: One, of which ${indicators.one.target} are done.
    indicators:
      - {id: one, text: One, targets: 15}
      - {id: two, text: Two, targets: 15, actual: 12}
    outputs: [{id: u, text: Out, activities: [{id: a, text: Write., when: [Q3 2025]}]}]
budget:
  currency: CHF
  calendar:
    - {id: first, label: Jul–Sep 2025}
    - {id: second, label: "Oct 2025–Jun 2026"}
    - {id: fy2025, label: FY 2025/26}
  lines: [{id: l, label: L, fixed: 1, when: {first: 50%, fy2025: 50%}}]
`, rollover.Options{Year: 2026}).Text)
	for _, want := range []string{
		"One, of which ${indicators.one.target.2025} are done.",
		"# review: what became of the target, 2025: 15; write it under `actual`, by its year, and give the target of 2026\n      - {id: one, text: One, targets: {2025: 15}}",
		"# review: the target of 2026\n      - {id: two, text: Two, targets: {2025: 15}, actual: {2025: 12}}",
		"  calendar:\n    - {id: first, label: \"Jul–Sep 2026\"}\n    - {id: second, label: \"Oct 2026–Jun 2027\"}\n",
		"# review: the id of a part of the year, which has a year of the old plan in it: fy2025\n    - {id: fy2025, label: FY 2026/27}\n",
		"when: {first: 50%, fy2025: 50%}",
	} {
		if !strings.Contains(text, want) {
			t.Errorf("no %q in\n%s", want, text)
		}
	}
}
