package money_test

import (
	"testing"

	"pgregory.net/rapid"

	"github.com/isuplan/isuplan/pkg/money"
)

// grid is weights that are products of the weights of some axes, and where each stands on them.
type grid struct {
	axes    [][]money.Decimal
	weights []money.Decimal
	ways    [][]int
}

func newGrid(axes ...[]money.Decimal) grid {
	g := grid{axes: axes, weights: []money.Decimal{money.New(1)}, ways: make([][]int, len(axes))}
	for a, axis := range axes {
		var weights []money.Decimal
		ways := make([][]int, len(axes))
		for i, w := range g.weights {
			for at, v := range axis {
				weights = append(weights, w.Mul(v))
				for before := range a {
					ways[before] = append(ways[before], g.ways[before][i])
				}
				ways[a] = append(ways[a], at)
			}
		}
		g.weights, g.ways = weights, ways
	}
	return g
}

// sums adds parts up over a way.
func (g *grid) sums(parts []money.Decimal, way int) []money.Decimal {
	out := make([]money.Decimal, len(g.axes[way]))
	for i, at := range g.ways[way] {
		out[at] = out[at].Add(parts[i])
	}
	return out
}

func TestApportionBy(t *testing.T) {
	for name, c := range map[string]struct{ amount, first, second, wantFirst, wantSecond string }{
		"halves over four quarters":        {"10", "50 50", "25 25 25 25", "5 5", "3 3 2 2"},
		"three funds over twelve months":   {"90", "50 30 20", "1 1 1 1 1 1 1 1 1 1 1 1", "45 27 18", "8 8 8 8 8 8 7 7 7 7 7 7"},
		"what is finer than a unit":        {"10.5", "50 50", "25 25 25 25", "5.5 5", "3.5 3 2 2"},
		"a value that has no share":        {"3", "0 100", "50 50", "0 3", "2 1"},
		"what is owed is shared like that": {"-10", "50 50", "25 25 25 25", "-5 -5", "-3 -3 -2 -2"},
	} {
		g := newGrid(numbers(t, c.first), numbers(t, c.second))
		parts := money.ApportionBy(parse(t, c.amount), g.weights, money.New(1), g.ways...)
		for way, want := range []string{c.wantFirst, c.wantSecond} {
			for i, n := range numbers(t, want) {
				if got := g.sums(parts, way)[i]; !got.Equal(n) {
					t.Errorf("%s: %v, of which way %d has %s at %d, want %s", name, parts, way, got, i, n)
				}
			}
		}
	}
}

// TestEveryWayIsApportioned holds for weights that are products: whatever they are added up
// over is what the amount comes to when it is shared out over that alone.
func TestEveryWayIsApportioned(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		axes := make([][]money.Decimal, rapid.IntRange(2, 4).Draw(t, "axes"))
		for a := range axes {
			axes[a] = make([]money.Decimal, rapid.IntRange(1, 5).Draw(t, "values"))
			for i := range axes[a] {
				axes[a][i] = money.New(rapid.Int64Range(0, 20).Draw(t, "weight"))
			}
		}
		g := newGrid(axes...)
		unit := money.New(1).Shift(rapid.Int32Range(-2, 1).Draw(t, "unit"))
		amount := unit.Mul(money.New(rapid.Int64Range(-5000, 5000).Draw(t, "units")))
		parts, total := money.ApportionBy(amount, g.weights, unit, g.ways...), money.Sum(g.weights...)
		if got := money.Sum(parts...); !got.Equal(amount) {
			t.Fatalf("%v come to %s, not to %s", parts, got, amount)
		}
		if !total.IsPositive() {
			return
		}
		for way, axis := range axes {
			for i, want := range money.Apportion(amount, axis, unit) {
				if got := g.sums(parts, way)[i]; !got.Equal(want) {
					t.Fatalf("%s by %v: way %d has %s at %d, alone %s", amount, axes, way, got, i, want)
				}
			}
		}
		most := unit.Mul(money.New(int64(len(axes)))).Mul(total)
		for i, p := range parts {
			if p.Sign()*amount.Sign() < 0 || p.Mul(total).Sub(amount.Mul(g.weights[i])).Abs().GreaterThanOrEqual(most) {
				t.Fatalf("%s by %v: part %d is %s", amount, axes, i, p)
			}
		}
	})
}

// TestAddUpByComesToTheTotal holds for any amounts and ways.
func TestAddUpByComesToTheTotal(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(2, 12).Draw(t, "amounts")
		amounts, ways := make([]money.Decimal, n), [][]int{make([]int, n), make([]int, n)}
		for i := range n {
			amounts[i] = money.New(rapid.Int64Range(-999, 999).Draw(t, "amount")).Shift(-1)
			ways[0][i], ways[1][i] = rapid.IntRange(0, 2).Draw(t, "way"), rapid.IntRange(0, 3).Draw(t, "way")
		}
		sum, unit := money.Sum(amounts...), money.New(1)
		total := money.Rounding{To: unit, Mode: money.HalfUp}.Round(sum)
		parts := money.AddUpBy(total, amounts, unit, ways...)
		if got := money.Sum(parts...); !got.Equal(total) {
			t.Fatalf("%v come to %s, not to %s", parts, got, total)
		}
		first := make([]money.Decimal, 3)
		exact := make([]money.Decimal, 3)
		for i, at := range ways[0] {
			first[at], exact[at] = first[at].Add(parts[i]), exact[at].Add(amounts[i])
		}
		for at := range first {
			if first[at].Sub(exact[at]).Abs().GreaterThanOrEqual(unit) {
				t.Fatalf("%v of %v: %s at %d, exactly %s", parts, amounts, first[at], at, exact[at])
			}
		}
	})
}
