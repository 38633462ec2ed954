package whatif_test

import (
	"testing"

	"github.com/isuplan/isuplan/pkg/budget"
	"github.com/isuplan/isuplan/pkg/plan"
	"github.com/isuplan/isuplan/pkg/source"
	"github.com/isuplan/isuplan/pkg/whatif"
)

const field = `isuplan: 1
document: {convention: Convention, unit: Unit, date: 2025-06-03}
period: {from: 2026-01-01, to: 2027-12-31}
outcomes: []
budget:
  currency: USD
  columns: [{id: 2026}, {id: 2027}, {id: both, sum: [2026, 2027], main: true}]
  lines:
    - {id: x, label: Paper, fixed: 1000, at_most: {amount: 2000}}
    - {id: travel, label: Travel, base: {2025: 90000, 2026: 99518}, growth: 3.5%}
    - {id: rent, label: Rent, base: 500, growth: 2%}
  financing:
    - {id: host, label: Host, source: host, fixed: {2026: 500, 2027: 600}}
    - {id: ass, label: Contributions, source: assessed, rest: true}
  after_total:
    - {id: fund, label: Fund, balance: {opening: {2026: 310}, in: [financing], out: [total]}}
  contributions:
    - {id: core, label: Core, of: ass, percent: 90%, cap: 60%, parties: [{party: Norway, scale: 1, paid: {2026: 4}, arrears: 7}, {party: Sweden, scale: 2}, {party: Finland, scale: {2026: 3, 2027: 4}}]}
`

// TestNames: what the plan gives can be tried out under its name; what it was is said.
func TestNames(t *testing.T) {
	file := source.NewFile("plan.yaml", []byte(field))
	p, findings, ok := plan.Load(file)
	if !ok {
		t.Fatal(findings)
	}
	b, _ := budget.Compute(p, budget.Options{})
	for assignment, want := range map[string]string{
		"host.fixed.2026=1":           "host.fixed.2026: 500",
		"host.2027=1":                 "host.2027: 600",
		"host=1":                      "host: the value is not the same in all columns; name one: host.2026 or host.2027",
		"financing.host.fixed.2026=1": "host.fixed.2026: 500",
		"ass=1":                       "ass: the line ass has no value that could be set",
		"hst=1":                       "hst: the budget has no line hst; did you mean host?",
		"fund.opening.opening.2026=1": "fund.opening.opening.2026: 310",
		"fund.opening.2026=1":         "fund.opening.2026: 310",
		"fund.opening=1":              "fund.opening: 310",
		"travel.base.2026=1":          "travel.base.2026: 99518",
		"travel.base.2025=1":          "travel.base.2025: 90000",
		"travel.base.2024=1":          `travel.base.2024: the line travel has no value "base.2024" written in the plan; it has base, growth`,
		"rent.base=1":                 "rent.base: 500",
		"x.at_most=1":                 "x.at_most: 2000",
		"core.cap=1%":                 "core.cap: 60%",
		"contributions.core.cap=1%":   "contributions.core.cap: 60%",
		"core.percent=1%":             "core.percent: 90%",
		"core.norway.scale=1":         "core.norway.scale: 1",
		"core.norway.scale.2027=3":    "core.norway.scale.2027: 1",
		"core.norway.paid=1":          "core.norway.paid.2026: 4",
		"core.norway.arrears=1":       "core.norway.arrears: 7",
		"core.norway.share=1%":        `core.norway.share: Norway has no value "share" written for it; it has arrears, paid, scale`,
		"core.norwy.scale=1":          "core.norwy.scale: core has no Party and no bound of that name; did you mean norway?",
		"core.norway=1":               "core.norway: say which of its values: core.norway.arrears or core.norway.paid or core.norway.scale",
		"core.finland.scale=1":        "core.finland.scale: the value is not the same in all columns; name one: core.finland.scale.2026 or core.finland.scale.2027",
		"core.finland.scale.2027=1":   "core.finland.scale.2027: 4",
	} {
		_, assumed, err := whatif.Apply(file, b, []string{assignment})
		got := ""
		if err != nil {
			got = err.Error()
		} else {
			got = assumed[0].Name + ": " + assumed[0].Instead
		}
		if got != want {
			t.Errorf("%s: %s, want %s", assignment, got, want)
		}
	}
}
