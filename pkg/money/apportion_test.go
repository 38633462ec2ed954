package money_test

import (
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/isuplan/isuplan/pkg/money"
)

func numbers(t *testing.T, text string) []money.Decimal {
	t.Helper()
	var list []money.Decimal
	for _, s := range strings.Fields(text) {
		list = append(list, parse(t, s))
	}
	return list
}

func TestAddUp(t *testing.T) {
	for name, c := range map[string]struct{ total, amounts, unit, want string }{
		"nothing to round":                    {"6", "1 2 3", "1", "1 2 3"},
		"the first of equals gets a unit":     {"1001", "500.5 500.5", "1", "501 500"},
		"who lost most gets a unit":           {"1001", "500.4 500.6", "1", "500 501"},
		"negative amounts are rounded down":   {"0", "-0.4 0.4", "1", "0 0"},
		"what is whole stays as it is":        {"8", "5 0.7 1.6", "1", "5 1 2"},
		"what no rounding makes, to the last": {"110", "50.4 49.6 0", "1", "50 50 10"},
		"in thousands":                        {"3000", "1400 1600", "1000", "1000 2000"},
		"none":                                {"5", "", "1", ""},
	} {
		parts := money.AddUp(parse(t, c.total), numbers(t, c.amounts), parse(t, c.unit))
		var got []string
		for _, p := range parts {
			got = append(got, p.String())
		}
		if strings.Join(got, " ") != c.want {
			t.Errorf("%s: got %s, want %s", name, strings.Join(got, " "), c.want)
		}
	}
}

func TestApportion(t *testing.T) {
	for name, c := range map[string]struct{ amount, weights, unit, want string }{
		"what comes out even":                           {"100", "1 1 2", "1", "25 25 50"},
		"the unit left over goes to who lost most":      {"100", "1 5", "1", "17 83"},
		"of equals the first gets it":                   {"100", "1 1 1", "1", "34 33 33"},
		"two units left over go to two parts":           {"101", "1 1 1", "1", "34 34 33"},
		"in cents":                                      {"100", "1 1 1", "0.01", "33.34 33.33 33.33"},
		"in thousands":                                  {"10000", "1 1 1", "1000", "4000 3000 3000"},
		"weights need not be whole":                     {"10", "33.3 33.3 33.4", "1", "3 3 4"},
		"a part of no weight gets nothing":              {"10", "0 1 1 1", "1", "0 4 3 3"},
		"a negative amount is shared as a positive one": {"-100", "1 1 1", "1", "-34 -33 -33"},
		"nothing": {"0", "1 2", "1", "0 0"},
		"what is finer than the unit goes to the largest": {"100.4", "1 2 1", "1", "25 50.4 25"},
		"of two largest to the first":                     {"0.5", "2 1 2", "1", "0.5 0 0"},
		"no unit at all":                                  {"100", "1 1", "0", "0 100"},
		"no weight at all":                                {"100", "0 0", "1", "0 100"},
		"one part":                                        {"7.77", "3", "1", "7.77"},
		"no part":                                         {"7", "", "1", ""},
		"a share that only many decimals tell from a whole number": {"1", "0.00000000000000000000000000001 0.99999999999999999999999999999", "1", "0 1"},
	} {
		t.Run(name, func(t *testing.T) {
			got := money.Apportion(parse(t, c.amount), numbers(t, c.weights), parse(t, c.unit))
			want := numbers(t, c.want)
			if len(got) != len(want) {
				t.Fatalf("%s by %s is %v, want %s", c.amount, c.weights, got, c.want)
			}
			for i := range got {
				if !got[i].Equal(want[i]) {
					t.Errorf("%s by %s is %v, want %s", c.amount, c.weights, got, c.want)
				}
			}
		})
	}
}

// TestApportionLaws holds for any amount, weights and unit: nothing is lost, no part
// is a unit away from its exact share, and who weighs more gets no less.
func TestApportionLaws(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		unit := money.New(rapid.Int64Range(1, 1000).Draw(t, "unit")).Shift(-2)
		amount := unit.Mul(money.New(rapid.Int64Range(-1e9, 1e9).Draw(t, "units")))
		weights := make([]money.Decimal, rapid.IntRange(1, 8).Draw(t, "parts"))
		for i := range weights {
			weights[i] = money.New(rapid.Int64Range(0, 1000).Draw(t, "weight"))
		}
		parts := money.Apportion(amount, weights, unit)
		if !money.Sum(parts...).Equal(amount) {
			t.Fatalf("%s by %v is %v, which adds up to %s", amount, weights, parts, money.Sum(parts...))
		}
		total := money.Sum(weights...)
		if !total.IsPositive() {
			return
		}
		for i, part := range parts {
			if d := part.Mul(total).Sub(amount.Mul(weights[i])).Abs(); d.GreaterThanOrEqual(unit.Mul(total)) {
				t.Fatalf("part %d of %s by %v is %s: a unit off", i, amount, weights, part)
			}
			for j := range parts {
				if weights[i].GreaterThan(weights[j]) && part.Abs().LessThan(parts[j].Abs()) {
					t.Fatalf("%s by %v is %v: part %d weighs more than part %d and gets less", amount, weights, parts, i, j)
				}
			}
		}
	})
}
