package plan_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/isuplan/isuplan/pkg/plan"
	"github.com/isuplan/isuplan/pkg/schema"
)

// everywhere is a plan with an amount of money, N, wherever one can stand, and with
// numbers of three decimals that are no money.
const everywhere = `isuplan: 1
document: {convention: C, unit: U, date: 2024-06-03}
period: {from: 2025-01-01, to: 2025-12-31}
limits: {line_change: 12.500%%, total_change: 1.250%%}
facts: {ratio: {value: 1.125}}
outcomes: [{id: o, text: O.}]
budget:
  currency: CHF%s
  columns: [{id: a}, {id: b}, {id: p, percent_change: [a, b], places: 3}]
  rates: [{currency: EUR, rate: 1.025, on: 2024-01-01}, {currency: USD, rate: {a: 0.975, b: 1.125}, on: 2024-01-01}]
  standard_costs: [{grade: G-1, annual: N}, {grade: G-2, monthly: {a: N, b: N}}]
  stated_total: N
  stated_outcomes: {o: {a: N, b: N}}
  lines:
    - {id: fixed, label: L, fixed: N, stated: {a: N, b: nil, p: 12.345}}
    - {id: by, label: L, fixed: {a: N, b: N}}
    - {id: minus, label: L, fixed: -N}
    - {id: posts, label: L, posts: [{title: T, annual: N, fte: 12.500%%, months: 1.500}, {title: S, monthly: N, count: 1.250}]}
    - {id: units, label: L, units: [{item: I, quantity: 1.500, times: 2.125, cost: N}]}
    - {id: grows, label: L, growth: 2.125%%, base: N}
    - {id: rate, label: L, percent: 18.375%%, of: [fixed], shares: {o: 33.333%%}}
    - {id: group, label: L, stated: N, lines: [{id: inner, label: L, in: EUR, fixed: N}]}
  outside: [{id: k, label: L, provider: P, kind: in-kind, value: N}]
  financing: [{id: f, label: L, fixed: N}, {id: g, label: L, percent: 12.500%%, of: [total]}]
waivers: [{rule: stated-differs, at: budget/fixed, reason: R., approved: A, up_to: N}]
`

// TestThreeDecimalsOfMoney holds that an amount of money with three decimals is refused
// wherever one can stand, and nothing else is.
func TestThreeDecimalsOfMoney(t *testing.T) {
	found := func(rounding, amount string) (n int) {
		text := fmt.Sprintf(everywhere, rounding)
		_, findings, _ := load(strings.ReplaceAll(strings.ReplaceAll(text, "-N", "-"+amount), ": N", ": "+amount))
		for _, f := range findings {
			if at := f.Span.Text(); f.Rule.Name != "three-decimals" || strings.TrimPrefix(at, "-") != amount {
				t.Errorf("%s: %s at %s", amount, f.Message, at)
			}
			n++
		}
		return n
	}
	all := strings.Count(everywhere, "N,") + strings.Count(everywhere, "N}") + strings.Count(everywhere, "N\n")
	if all != 20 {
		t.Errorf("%d amounts stand in the plan", all)
	}
	for _, amount := range []string{"180.000", "1.234", "12.500", "345054.125"} {
		for _, rounding := range []string{"", "\n  rounding: {to: 1, mode: half-up}", "\n  rounding: {to: 0.01, mode: half-up}", "\n  rounding: {to: 0.05, mode: half-up}"} {
			if n := found(rounding, amount); n != all {
				t.Errorf("%s is refused %d times of %d, with %s", amount, n, all, rounding)
			}
		}
		for _, rounding := range []string{"\n  rounding: {to: 0.001, mode: half-up}", "\n  rounding: {to: 0.005, mode: half-even}"} {
			if n := found(rounding, amount); n != 0 {
				t.Errorf("%s is refused %d times, with %s", amount, n, rounding)
			}
		}
	}
	for _, amount := range []string{"180000", "180", "180.00", "180.5", "1.2340", "0.125", "0", "0.05"} {
		if n := found("", amount); n != 0 {
			t.Errorf("%s is refused", amount)
		}
	}
}

// TestRoundingToAThousand: a rounding to 1.000 is refused, and lets no amount pass.
func TestRoundingToAThousand(t *testing.T) {
	const rounded = `isuplan: 1
document: {convention: C, unit: U, date: 2024-06-03}
period: {from: 2025-01-01, to: 2025-12-31}
outcomes: [{id: o, text: O.}]
budget:
  currency: CHF
  rounding: {to: %s, mode: half-up}
  lines: [{id: a, label: L, fixed: 180.000}]
`
	for to, want := range map[string][]string{
		"1.000": {"1.000", "180.000"}, "10.000": {"10.000", "180.000"}, "1.005": {"1.005", "180.000"},
		"0.001": nil, "0.005": nil, "0.0010": nil, "1.0000": nil, "1.00": {"180.000"}, "1000": {"180.000"},
	} {
		_, findings, _ := load(fmt.Sprintf(rounded, to))
		var got []string
		for _, f := range findings {
			got = append(got, f.Span.Text())
		}
		if !slices.Equal(got, want) {
			t.Errorf("to: %s: found %q, want %q", to, got, want)
		}
	}
}

// TestEveryNumberIsMoneyOrNot holds which keys hold money, so that a new one is decided on.
func TestEveryNumberIsMoneyOrNot(t *testing.T) {
	uses := map[schema.Use][]string{}
	seen := map[*schema.Shape]bool{}
	var walk func(string, *schema.Shape)
	walk = func(key string, s *schema.Shape) {
		s = s.Itself()
		if s.Use == schema.AsMoney || s.Use == schema.AsAmount {
			if !slices.Contains(uses[s.Use], key) {
				uses[s.Use] = append(uses[s.Use], key)
			}
		}
		if s.Short != nil {
			walk(key, s.Short)
		}
		if s.Of != nil {
			walk(key, s.Of)
		}
		if !seen[s] {
			seen[s] = true
			for _, k := range s.Keys {
				walk(k.Key, k.Shape)
			}
		}
	}
	walk("", plan.Shape())
	for use, want := range map[schema.Use]string{
		schema.AsMoney:  "amount annual arrears at_least at_most base committed cost fixed minimum monthly opening paid spent stated stated_outcomes stated_total total up_to value",
		schema.AsAmount: "actual baseline below by cap count deadline equally fact_age floor for fte fund growth isuplan ldc_cap line_change may_exceed months percent places quantity rate scale share shares stated stated_total targets times to tolerance total_change value values weight weights when words",
	} {
		slices.Sort(uses[use])
		if got := strings.Join(uses[use], " "); got != want {
			t.Errorf("%d: %s\nwant %s", use, got, want)
		}
	}
}
