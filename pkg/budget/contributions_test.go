package budget_test

import (
	"fmt"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/isuplan/isuplan/pkg/budget"
	"github.com/isuplan/isuplan/pkg/money"
	"github.com/isuplan/isuplan/pkg/plan"
	"github.com/isuplan/isuplan/pkg/source"
)

// shared computes contributions that are written below the key, of a budget of an amount.
func shared(t rapid.TB, amount, contributions string) (*budget.Budget, []string) {
	t.Helper()
	text := fmt.Sprintf(`isuplan: 1
document: {convention: Convention, unit: Unit, date: 2024-06-03}
period: {from: 2025-01-01, to: 2025-12-31}
outcomes: []
budget:
  currency: USD
  lines: [{id: work, label: Work, fixed: %s}]
  contributions:
    - {id: fund, label: Contributions, of: total, %s}
`, amount, contributions)
	p, findings, ok := plan.Load(source.NewFile("plan.yaml", []byte(text)))
	if !ok {
		t.Fatalf("%s: %v", text, findings)
	}
	b, findings := budget.Compute(p, budget.Options{})
	var messages []string
	for _, f := range findings {
		messages = append(messages, f.Message)
	}
	return b, messages
}

func paid(b *budget.Budget) string {
	var list []string
	for _, p := range b.Contributions[0].Parties {
		list = append(list, p.Figures[0].Printed.String())
	}
	return strings.Join(list, " ")
}

func TestContributions(t *testing.T) {
	for name, c := range map[string]struct{ amount, written, want string }{
		"by scale, which need not be 100%":             {"1000", "parties: [{party: A, scale: 1}, {party: B, scale: 3}]", "250 750"},
		"equally":                                      {"100", "how: equally, parties: [{party: A}, {party: B}, {party: C}]", "34 33 33"},
		"by shares":                                    {"1000", "how: shares, parties: [{party: A, share: 20%}, {party: B, share: 80%}]", "200 800"},
		"by weights":                                   {"1000", "how: weights, parties: [{party: A, weight: 7}, {party: B, weight: 13}]", "350 650"},
		"half equally, half by scale":                  {"1000", "parts: {equally: 50%, scale: 50%}, parties: [{party: A, scale: 1}, {party: B, scale: 9}]", "300 700"},
		"a ceiling on what is paid in all":             {"1000", "cap: 40%, parts: {equally: 50%, scale: 50%}, parties: [{party: A, scale: 80}, {party: B, scale: 15}, {party: C, scale: 5}]", "400 335 265"},
		"a minimum of what is paid in all":             {"1000", "minimum: 150, parts: {equally: 50%, scale: 50%}, parties: [{party: A, scale: 99}, {party: B, scale: 1}]", "745 255"},
		"a share of the whole, with equal parts":       {"1000", "parts: {equally: 50%, scale: 50%}, parties: [{party: EU, share: 10%}, {party: A, scale: 1}, {party: B, scale: 2}]", "100 375 525"},
		"equally but for a share":                      {"1000", "how: equally, parties: [{party: EU, share: 10%}, {party: A}, {party: B}]", "100 450 450"},
		"those below pay nothing, in no way":           {"1000", "below: 5%, parts: {equally: 50%, scale: 50%}, parties: [{party: A, scale: 4}, {party: B, scale: 48}, {party: C, scale: 48}]", "0 500 500"},
		"by shares in part":                            {"1000", "parts: {shares: 50%, scale: 50%}, parties: [{party: A, share: 20%, scale: 1}, {party: B, share: 80%, scale: 1}]", "350 650"},
		"parts are rounded once":                       {"3", "parts: {equally: 50%, scale: 50%}, parties: [{party: A, scale: 1}, {party: B, scale: 1}]", "2 1"},
		"a ceiling, borne by the others in proportion": {"1000", "cap: 50%, parties: [{party: A, scale: 80}, {party: B, scale: 15}, {party: C, scale: 5}]", "500 375 125"},
		"a ceiling that lifts another to it":           {"1000", "cap: 40%, parties: [{party: A, scale: 60}, {party: B, scale: 30}, {party: C, scale: 10}]", "400 400 200"},
		"a floor, taken from the others":               {"1000", "floor: 10%, parties: [{party: A, scale: 74}, {party: B, scale: 25}, {party: C, scale: 1}]", "673 227 100"},
		"a ceiling and a floor":                        {"1000", "cap: 50%, floor: 10%, parties: [{party: A, scale: 80}, {party: B, scale: 19}, {party: C, scale: 1}]", "500 400 100"},
		"those below pay nothing":                      {"1000", "below: 0.1%, parties: [{party: A, scale: 0.09}, {party: B, scale: 0.1}, {party: C, scale: 0.3}]", "0 250 750"},
		"a floor is of those who pay":                  {"1000", "floor: 1%, parties: [{party: A, scale: 0}, {party: B, scale: 1}, {party: C, scale: 3}]", "0 250 750"},
		"the least developed have a ceiling":           {"10000", "ldc_cap: 0.01%, parties: [{party: A, scale: 1, ldc: true}, {party: B, scale: 99}]", "1 9999"},
		"their ceiling is above a floor":               {"10000", "ldc_cap: 0.01%, floor: 1%, parties: [{party: A, scale: 1, ldc: true}, {party: B, scale: 99}]", "1 9999"},
		"a minimum in money":                           {"10000", "minimum: 500, parties: [{party: A, scale: 1}, {party: B, scale: 99}]", "500 9500"},
		"a share whatever the scale":                   {"1000", "parties: [{party: European Union, share: 2.5%}, {party: B, scale: 1}, {party: C, scale: 2}]", "25 325 650"},
		"a part of the total":                          {"1000", "percent: 60%, parties: [{party: A, scale: 1}, {party: B, scale: 3}]", "150 450"},
		"nothing is nothing":                           {"0", "cap: 50%, parties: [{party: A, scale: 1}, {party: B, scale: 3}]", "0 0"},
		"stated rounded down, and another up":          {"1000", "parties: [{party: A, scale: 1, stated: 166}, {party: B, scale: 2, stated: 334}, {party: C, scale: 3, stated: 500}]", "166 334 500"},
		"stated is printed":                            {"1000", "parties: [{party: A, scale: 1, stated: 251}, {party: B, scale: 3}]", "251 750"},
	} {
		t.Run(name, func(t *testing.T) {
			b, findings := shared(t, c.amount, c.written)
			if got := paid(b); got != c.want || len(findings) > 0 {
				t.Errorf("%s of %s: %s %v, want %s", c.written, c.amount, got, findings, c.want)
			}
		})
	}
}

func TestContributionsThatCannotBeShared(t *testing.T) {
	for written, want := range map[string]string{
		"parties: [{party: A, scale: 0}, {party: B, scale: 0}]":                                   "the amount cannot be shared out by scale: nobody has a part in it",
		"parts: {equally: 50%, scale: 40%}, parties: [{party: A, scale: 1}]":                      "the parts come to 90% of the amount, and not to 100%",
		"cap: 22%, parties: [{party: A, scale: 1}, {party: B, scale: 1}]":                         "the amount cannot be shared out: 2 Parties pay at most 22% each: 44% in all, and 56% is left over",
		"floor: 60%, parties: [{party: A, scale: 1}, {party: B, scale: 1}]":                       "the amount cannot be shared out: 2 Parties pay at least 60% each: 120% in all, more than 100%",
		"minimum: 600, parties: [{party: A, scale: 1}, {party: B, scale: 1}]":                     "the amount cannot be shared out: 2 Parties pay at least 600 each: 1,200 in all, more than 1,000",
		"parties: [{party: A, share: 60%}, {party: B, share: 60%}, {party: C, scale: 1}]":         "the amount cannot be shared out: the shares come to 120%, more than 100%",
		"parties: [{party: A, share: 60%}, {party: B, share: 30%}]":                               "the amount cannot be shared out: the shares come to 90%, and 10% is left over",
		"cap: 20%, parties: [{party: A, share: 60%}, {party: B, scale: 3}]":                       "the amount cannot be shared out: the shares come to 60%; 1 Party pays at most 20%: 80% in all, and 20% is left over",
		"cap: 20%, ldc_cap: 1%, parties: [{party: A, scale: 1}, {party: B, scale: 3, ldc: true}]": "the amount cannot be shared out: 1 Party pays at most 20%; 1 Party pays at most 1%: 21% in all, and 79% is left over",
		"cap: 150%, parties: [{party: A, scale: 1}]":                                              "`cap` is 150%, but no Party can pay more than 100%",
		"cap: 10%, floor: 50%, parties: [{party: A, scale: 1}, {party: B, scale: 3}]":             "`floor` is 50%, above `cap`, which is 10%: the least that a Party pays would be more than the most",
		"parties: [{party: A, scale: 1}, {party: B}]":                                             "B has no scale, by which the amount is shared out",
		"how: shares, parties: [{party: A, scale: 1}, {party: B, share: 1%}]":                     "A has no share, by which the amount is shared out",
		"below: 5%, parties: [{party: A, scale: 1}, {party: B, scale: 4.9}]":                      "the amount cannot be shared out by scale: nobody has a part in it",
		"parts: {equally: 50%, weights: 50%}, parties: [{party: A}]":                              "A has no weight, by which the amount is shared out",
	} {
		b, findings := shared(t, "1000", written)
		if len(findings) != 1 || findings[0] != want {
			t.Errorf("%s: %q, want %q", written, findings, want)
		}
		if got := b.Contributions[0].Parties[0].Figures[0].Printed; !got.IsZero() {
			t.Errorf("%s: the first pays %s", written, got)
		}
	}
}

// TestStatedWholeUnits: what is exactly a whole unit was not rounded, and nothing of its
// neighbours may come to it.
func TestStatedWholeUnits(t *testing.T) {
	b, _ := shared(t, "1000", "parties: [{party: A, scale: 1, stated: 166}, {party: B, scale: 2, stated: 333}, {party: C, scale: 3, stated: 501}]")
	c := b.Contributions[0].Parties[2].Figures[0]
	if !c.Differs() || c.Computed.String() != "500" {
		t.Errorf("500 is computed as %s", c.Computed)
	}
}

// TestPercentOfEachColumn: a column without its part is not shared out whole.
func TestPercentOfEachColumn(t *testing.T) {
	got := inColumns(t, "of: total, percent: {c0: 50%}, parties: [{party: A, scale: 1}]", 0, 1)
	if !strings.HasSuffix(got[1], "the part of the amount that is shared out is not given") {
		t.Errorf("got %q", got)
	}
}

// TestContributionLaws holds for any scale, ceiling and floor: the column adds up, nobody is
// beyond the bounds by a unit, and who has the higher rate pays no less, but for a unit.
func TestContributionLaws(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(1, 12).Draw(t, "parties")
		amount := rapid.Int64Range(0, 1e9).Draw(t, "amount")
		rates := make([]int64, n)
		var parties []string
		for i := range rates {
			rates[i] = rapid.Int64Range(0, 30000).Draw(t, "rate")
			parties = append(parties, fmt.Sprintf("{party: P%d, scale: %s}", i, money.New(rates[i]).Shift(-3)))
		}
		most, least := rapid.IntRange(1, 100).Draw(t, "cap"), rapid.IntRange(0, 20).Draw(t, "floor")
		b, findings := shared(t, fmt.Sprint(amount), fmt.Sprintf("cap: %d%%, floor: %d%%, parties: [%s]", most, least, strings.Join(parties, ", ")))
		if len(findings) > 0 {
			return
		}
		c, sum, one := b.Contributions[0], money.Zero, money.New(1)
		percent := func(p int) money.Decimal { return money.New(amount).Mul(money.New(int64(p))).Shift(-2) }
		for i, p := range c.Parties {
			d := p.Figures[0].Printed
			sum = sum.Add(d)
			if d.Sub(percent(most)).GreaterThanOrEqual(one) || rates[i] > 0 && least <= most && percent(least).Sub(d).GreaterThanOrEqual(one) || rates[i] == 0 && !d.IsZero() {
				t.Fatalf("%s pays %s of %d, not from %d%% to %d%%", p.Label.Value, d, amount, least, most)
			}
			for j, other := range c.Parties {
				if rates[i] > rates[j] && d.Add(one).LessThan(other.Figures[0].Printed) {
					t.Fatalf("rate %d pays %s, rate %d pays %s", rates[i], d, rates[j], other.Figures[0].Printed)
				}
			}
		}
		if !sum.Equal(money.New(amount)) || !c.Total[0].Printed.Equal(sum) {
			t.Fatalf("the Parties pay %s of %d; the total is %s", sum, amount, c.Total[0].Printed)
		}
	})
}

// TestColumnsShareOutAlone holds that a column shares its amount out as if it were the only one,
// whatever the columns before it came to.
func TestColumnsShareOutAlone(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		amounts := rapid.SliceOfN(rapid.Int64Range(0, 5000), 3, 3).Draw(t, "amounts")
		var more strings.Builder
		for _, bound := range []string{"cap: 40%, ", "floor: 5%, ", "minimum: 20, ", "below: 3%, ", "ldc_cap: 1%, "} {
			if rapid.Bool().Draw(t, bound) {
				more.WriteString(bound)
			}
		}
		rates := rapid.SliceOfN(rapid.Int64Range(0, 9), 6, 6).Draw(t, "rates")
		second := rapid.Int64Range(0, 9).Draw(t, "rate of the first Party in the second column")
		written := func(columns ...int) string {
			var amount, first []string
			for _, c := range columns {
				amount = append(amount, fmt.Sprintf("c%d: %d", c, amounts[c]))
				first = append(first, fmt.Sprintf("c%d: %d", c, []int64{rates[0], second, rates[0]}[c]))
			}
			text := fmt.Sprintf("amount: {%s}, %sparties: [{party: P0, scale: {%s}}", strings.Join(amount, ", "), more.String(), strings.Join(first, ", "))
			for i, r := range rates[1:] {
				text += fmt.Sprintf(", {party: P%d, scale: %d, ldc: %v}", i+1, r, i == 2)
			}
			return text + "]"
		}
		all := inColumns(t, written(0, 1, 2), 0, 1, 2)
		for c := range amounts {
			if alone := inColumns(t, written(c), c)[0]; all[c] != alone {
				t.Fatalf("column %d: %s, alone %s", c, all[c], alone)
			}
		}
	})
}

// inColumns computes contributions of a budget of some columns, and returns what each column has
// and what is wrong with it.
func inColumns(t rapid.TB, contributions string, columns ...int) []string {
	var ids []string
	for _, c := range columns {
		ids = append(ids, fmt.Sprintf("{id: c%d}", c))
	}
	p, findings, ok := plan.Load(source.NewFile("plan.yaml", []byte(`isuplan: 1
document: {convention: Convention, unit: Unit, date: 2024-06-03}
period: {from: 2025-01-01, to: 2025-12-31}
outcomes: []
budget:
  currency: USD
  columns: [`+strings.Join(ids, ", ")+`]
  lines: [{id: work, label: Work, fixed: 0}]
  contributions: [{id: fund, label: Contributions, `+contributions+`}]
`)))
	if !ok {
		t.Fatalf("%s: %v", contributions, findings)
	}
	b, findings := budget.Compute(p, budget.Options{})
	out := make([]string, len(columns))
	for i, c := range columns {
		for _, party := range b.Contributions[0].Parties {
			f := &party.Figures[i]
			out[i] += fmt.Sprint(f.Printed, f.Mark, f.Exact.Value, party.Adjusted[i], " ")
		}
		for _, f := range findings {
			if where := fmt.Sprintf(" for c%d", c); strings.Contains(f.Message, where) || len(columns) == 1 {
				out[i] += strings.Replace(f.Message, where, "", 1)
			}
		}
	}
	return out
}
