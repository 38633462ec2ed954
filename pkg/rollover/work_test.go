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
