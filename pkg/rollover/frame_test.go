package rollover_test

import (
	"strings"
	"testing"

	"github.com/isuplan/isuplan/pkg/budget"
	"github.com/isuplan/isuplan/pkg/plan"
	"github.com/isuplan/isuplan/pkg/rollover"
	"github.com/isuplan/isuplan/pkg/source"
)

const below = `isuplan: 1
document: {convention: Convention, unit: Unit, date: 2024-06-03}
period: {from: 2025-01-01, to: 2025-12-31}
frame: 2025-2028.yaml # adopted
outcomes:
  - id: o
    text: One.
    indicators:
      - {id: one, text: One, targets: 15}
      - {id: two, text: Two, targets: {2025: 50}}
      - id: lines
        text: Lines
        targets:
          2025: 7
      - id: noted
        text: Noted
        targets:
          2025: 7 # as adopted
      - {id: there, text: There, targets: {2025: 1, 2026: 2}}
      - {id: words, text: Words, targets: {2025: drafted}}
      - {id: other, text: Other, targets: 4}
budget: {currency: CHF, lines: [{id: l, label: L, fixed: 1}]}
`

const aboveIt = `isuplan: 1
document: {convention: Convention, unit: Unit, date: 2024-06-03}
period: {from: 2025-01-01, to: 2028-12-31}
outcomes:
  - id: o
    text: One.
    indicators:
      - {id: one, text: One, targets: {2025: 15, 2026: 18}}
      - {id: two, text: Two, targets: {2025: 50, 2026: 60}}
      - {id: lines, text: Lines, targets: {2026: 8}}
      - {id: noted, text: Noted, targets: {2026: 8}}
      - {id: there, text: There, targets: {2026: 3}}
      - {id: words, text: Words, targets: {2026: "adopted, and in force: everywhere"}}
budget: {currency: CHF, lines: [{id: l, label: L, fixed: 4}]}
`

// framedPlan rolls a plan that stands under a plan of several years.
func framedPlan(t *testing.T, o rollover.Options) string { return framed(t, below, o) }

func framed(t *testing.T, below string, o rollover.Options) string {
	t.Helper()
	load := func(text string) *plan.Plan {
		p, findings, _ := plan.Load(source.NewFile("plan.yaml", []byte(text)))
		if len(findings) > 0 {
			t.Fatal(findings)
		}
		return p
	}
	p, above := load(below), load(aboveIt)
	its, _ := budget.Compute(above, budget.Options{})
	b, _ := budget.Compute(p, budget.Options{Frame: budget.NewFrame(above, its, p)})
	made, err := rollover.Make(p, b, o)
	if err != nil {
		t.Fatal(err)
	}
	if _, findings, ok := plan.Load(source.NewFile("new.yaml", made.Text)); !ok {
		t.Fatalf("%v in\n%s", findings, made.Text)
	}
	return string(made.Text)
}

// TestTextsOfTheFrame: one quotes the new target where the frame has it, and one of a frame that is left
// waits for a person.
func TestTextsOfTheFrame(t *testing.T) {
	quoting := strings.Replace(below, "budget:", `assumptions:
  - "That ${indicators.two.target} is reached."
  - "That ${indicators.other.target} is reached."
  - "That ${frame.years} hold."
budget:`, 1)
	text := framed(t, quoting, rollover.Options{Year: 2026, Frame: "2025-2028.yaml"})
	for _, want := range []string{`  - "That ${indicators.two.target} is`, "it quotes the target of 2025, since there is none of 2026 yet\n" + `  - "That ${indicators.other.target.2025} is`, `reached."` + "\n" + `  - "That ${frame.years} hold."`} {
		if !strings.Contains(text, want) {
			t.Errorf("no %q in\n%s", want, text)
		}
	}
	text = framed(t, quoting, rollover.Options{Year: 2029, Frame: "2025-2028.yaml"})
	if want := "# review: it quotes the plan of several years, which this plan no longer names\n" + `  - "That ${frame.years} hold."`; !strings.Contains(text, want) {
		t.Errorf("no %q in\n%s", want, text)
	}
}

// TestTheFrameStays: with the targets of the new year, where they can be written without moving
// anything; and a plan that leaves it waits for a person.
func TestTheFrameStays(t *testing.T) {
	text := framedPlan(t, rollover.Options{Year: 2026, Frame: "plans/2025-2028.yaml"})
	for _, want := range []string{
		"frame: plans/2025-2028.yaml # adopted\n",
		"write it under `actual`, by its year\n      - {id: one, text: One, targets: {2025: 15, 2026: 18}}",
		"targets: {2025: 50, 2026: 60}}",
		"        targets:\n          2025: 7\n          2026: 8\n",
		"and give the target of 2026\n      - id: noted\n        text: Noted\n        targets:\n          2025: 7 # as adopted\n",
		"targets: {2025: 1, 2026: 2}}",
		"targets: {2025: drafted, 2026: \"adopted, and in force: everywhere\"}}",
		"and give the target of 2026\n      - {id: other, text: Other, targets: {2025: 4}}",
	} {
		if !strings.Contains(text, want) {
			t.Errorf("no %q in\n%s", want, text)
		}
	}
	for want, o := range map[string]rollover.Options{
		"# review: `frame`, which was 2025-2028.yaml: that plan ends on 2028-12-31; name the one that this year belongs to\nperiod:": {Year: 2029, Frame: "2025-2028.yaml"},
		"# review: `frame`, which was 2025-2028.yaml: the plan of several years does not lie in the folder of this one\nperiod:":     {Year: 2026},
	} {
		if text := framedPlan(t, o); !strings.Contains(text, want) || strings.Contains(text, "\nframe:") {
			t.Errorf("no %q in\n%s", want, text)
		}
	}
}
