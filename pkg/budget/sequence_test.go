package budget_test

import (
	"strings"
	"testing"

	"github.com/isuplan/isuplan/pkg/budget"
	"github.com/isuplan/isuplan/pkg/plan"
	"github.com/isuplan/isuplan/pkg/source"
)

// TestBalancesFollowTime: a balance is carried from year to year, and not from what was approved
// to what is revised, nor from fund to fund; a sum of years shows the last of what stands at a time.
func TestBalancesFollowTime(t *testing.T) {
	const one, two = "2025-01-01, to: 2025-12-31", "2025-01-01, to: 2026-12-31"
	for name, c := range map[string]struct{ period, columns, rows, want string }{
		"years": {two, "{id: 2025}, {id: 2026}, {id: all, sum: [2025, 2026]}", "balance: {opening: 500, out: [total]}",
			"500 400 500, -100 -100 -200, 400 300 300"},
		"approved and revised": {one, "{id: approved}, {id: revised}, {id: change, change: [approved, revised]}", "balance: {opening: 500, out: [total]}",
			"500 500 0, -100 -100 0, 400 400 0"},
		"the same year twice": {two, "{id: a, label: Approved 2025}, {id: r, label: Revised 2025}", "balance: {opening: 500, out: [total]}",
			"500 500, -100 -100, 400 400"},
		"funds": {one, "{id: gen}, {id: vol}, {id: all, sum: [gen, vol]}", "balance: {opening: {gen: 500, vol: 300}, out: [total]}",
			"500 300 800, -100 -100 -200, 400 200 600"},
		"a reserve of funds": {one, "{id: gen}, {id: vol}, {id: all, sum: [gen, vol]}", "percent: 15%, of: [total], average: true", "15 15 30"},
		"a reserve of years": {two, "{id: 2025}, {id: 2026}, {id: all, sum: [2025, 2026]}", "percent: 15%, of: [total], average: true", "15 15 15"},
		"quarters": {one, "{id: q1}, {id: q2}, {id: all, sum: [q1, q2]}", "balance: {opening: 500, out: [total]}",
			"500 400 500, -100 -100 -200, 400 300 300"},
		"years by number":  {two, "{id: a, label: First year}, {id: b, label: Second year}", "balance: {opening: 500, out: [total]}", "500 400, -100 -100, 400 300"},
		"halves of a year": {one, "{id: a, label: 1st half 2025}, {id: b, label: 2nd half 2025}", "balance: {opening: 500, out: [total]}", "500 400, -100 -100, 400 300"},
		"years without a number": {two, "{id: a}, {id: b}", "balance: {opening: 500, out: [total]}",
			"500 500, -100 -100, 400 400; it is not known whether the column `b` comes after `a`, and opens with what that one closes with"},
		"years without a number, each with its opening": {two, "{id: a}, {id: b}", "balance: {opening: {a: 500, b: 400}, out: [total]}",
			"500 400, -100 -100, 400 300"},
		"what the total of two years is beyond a reserve": {two, "{id: 2025}, {id: 2026}, {id: all, sum: [2025, 2026]}", "percent: 15%, of: [total], average: true}, {id: d, label: D, difference: [total, r]",
			"15 15 15, 85 85 185"},
		"a percentage of a level": {two, "{id: 2025}, {id: 2026}, {id: all, sum: [2025, 2026]}", "percent: 20%, of: [total], average: true}, {id: d, label: D, percent: 50%, of: [r, total]",
			"20 20 20, 60 60 110"},
		"two funds in two years": {two, "{id: eu-2025}, {id: no-2025}, {id: eu-2026}, {id: no-2026}, {id: all, sum: [eu-2025, no-2025, eu-2026, no-2026]}", "balance: {opening: {eu-2025: 500, no-2025: 300}, out: [total]}",
			"500 300 400 200 800, -100 -100 -100 -100 -400, 400 200 300 100 400"},
		"years that are sums of funds": {two, "{id: eu-2025}, {id: no-2025}, {id: 2025, sum: [eu-2025, no-2025]}, {id: eu-2026}, {id: no-2026}, {id: 2026, sum: [eu-2026, no-2026]}, {id: all, sum: [2025, 2026]}", "balance: {opening: {eu-2025: 500, no-2025: 300}, out: [total]}",
			"500 300 800 400 200 600 800, -100 -100 -200 -100 -100 -200 -400, 400 200 600 300 100 400 400"},
		"a reserve of two funds in two years": {two, "{id: eu-2025}, {id: no-2025}, {id: eu-2026}, {id: no-2026}, {id: all, sum: [eu-2025, no-2025, eu-2026, no-2026]}", "percent: 15%, of: [total], average: true",
			"15 15 15 15 30"},
		"from what was revised": {two, "{id: a, label: Approved 2025}, {id: r, label: Revised 2025}, {id: p, label: Proposed 2026}", "balance: {opening: 500, out: [total]}",
			"500 500 400, -100 -100 -100, 400 400 300"},
		"a difference that stands at a time": {two, "{id: 2025}, {id: 2026}, {id: all, sum: [2025, 2026]}", "percent: 20%, of: [total], average: true}, {id: d, label: D, level: true, difference: [total, r]",
			"20 20 20, 80 80 80"},
	} {
		p, findings, ok := plan.Load(source.NewFile("plan.yaml", []byte(`isuplan: 1
document: {convention: C, unit: U, date: 2024-01-01}
period: {from: `+c.period+`}
outcomes: []
budget:
  currency: EUR
  columns: [`+c.columns+`]
  lines: [{id: x, label: X, fixed: 100}]
  after_total: [{id: r, label: R, `+c.rows+"}]\n")))
		if !ok {
			t.Fatal(name, findings)
		}
		b, findings := budget.Compute(p, budget.Options{})
		var got []string
		closing := ""
		for i := range b.After {
			var cells []string
			for _, f := range b.After[i].Figures {
				cells = append(cells, f.Printed.String())
			}
			if row := strings.Join(cells, " "); b.After[i].IsGroup() {
				closing = row // which stands below its parts
			} else {
				got = append(got, row)
			}
		}
		if closing != "" {
			got = append(got, closing)
		}
		all := strings.Join(got, ", ")
		for _, f := range findings {
			all += "; " + f.Message
		}
		if all != c.want {
			t.Errorf("%s: %s, want %s", name, all, c.want)
		}
	}
}
