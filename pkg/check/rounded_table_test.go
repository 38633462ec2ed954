package check_test

import (
	"fmt"
	"math/rand/v2"
	"regexp"
	"strings"
	"testing"

	"github.com/isuplan/isuplan/pkg/money"
)

// exact is an amount as its author had it, in each of two years.
type exact [2]money.Decimal

// table writes a table whose author had exact amounts, and rounded each figure by itself.
type table struct {
	random *rand.Rand
	money.Rounding
	atTotal bool // the plan has the exact amounts, and its figures as printed are stated
	text    strings.Builder
	count   int
}

// figures writes what a row states: the years, their sum, their change, and that in per
// cent with one decimal.
func (t *table) figures(e exact, all bool) string {
	tenth := money.Rounding{To: money.New(1).Shift(-1), Mode: money.HalfUp}
	cells := []string{}
	add := func(id string, d money.Decimal) { cells = append(cells, id+": "+money.Unmistakable(d.String())) }
	if all {
		add("a", t.Round(e[0]))
		add("b", t.Round(e[1]))
	}
	change := e[1].Sub(e[0])
	add("both", t.Round(e[0].Add(e[1])))
	add("change", t.Round(change))
	add("rate", tenth.Round(money.Div(change.Mul(money.Hundred), e[0].Abs())))
	return "{" + strings.Join(cells, ", ") + "}"
}

func (t *table) rows(indent string, depth int) (sum exact) {
	for range 1 + t.random.IntN(5) {
		t.count++
		var e exact
		if depth > 0 && t.random.IntN(3) == 0 {
			before, id := t.text.String(), t.count
			t.text.Reset()
			e = t.rows(indent+"    ", depth-1)
			inside := t.text.String()
			t.text.Reset()
			fmt.Fprintf(&t.text, "%s%s- id: g%d\n%s  label: Group %d\n%s  stated: %s\n%s  lines:\n%s", before, indent, id, indent, id, indent, t.figures(e, true), indent, inside)
		} else {
			for i := range e {
				e[i] = t.To.Mul(money.New(2000 + t.random.Int64N(400000))).Shift(-2)
			}
			a, b := t.Round(e[0]), t.Round(e[1])
			if t.atTotal {
				a, b = e[0], e[1]
			}
			fmt.Fprintf(&t.text, "%s- {id: l%d, label: Line %d, fixed: {a: %s, b: %s}, stated: %s}\n", indent, t.count, t.count,
				money.Unmistakable(a.String()), money.Unmistakable(b.String()), t.figures(e, t.atTotal))
		}
		sum[0], sum[1] = sum[0].Add(e[0]), sum[1].Add(e[1])
	}
	return sum
}

var slipWords = regexp.MustCompile(`mistyped|swapped|left out|too many|counted twice|subtracted|as stated`)

// TestRoundingIsNoSlip holds that in a table whose figures were each rounded from exact
// ones, no difference is called a slip, whatever the plan rounds to.
func TestRoundingIsNoSlip(t *testing.T) {
	random := rand.New(rand.NewPCG(1582, 2018))
	differ := 0
	for _, unit := range []string{"1", "10", "0.05", "1000", "0.01", "25"} {
		to, _ := money.Parse(unit)
		for i := range 24 {
			x := &table{random: random, Rounding: money.Rounding{To: to, Mode: money.HalfUp}, atTotal: i%2 == 1}
			total := x.rows("    ", 2)
			text := complete(fmt.Sprintf(`budget:
  currency: CHF
  rounding: {to: %s, mode: half-up, at: %s}
  columns: [{id: a, label: "2018"}, {id: b, label: "2019"}, {id: both, label: Both, sum: [a, b]}, {id: change, label: Change, change: [a, b]}, {id: rate, label: "%%", percent_change: [a, b], places: 1}]
  lines:
%s  stated_total: %s
`, unit, map[bool]string{false: "line", true: "total"}[x.atTotal], x.text.String(), x.figures(total, true)))
			for _, f := range run(t, "table", text) {
				if f.Rule.Name == "stated-differs" {
					differ++
					proof := strings.Contains(f.Message, " agree")
					if slipWords.MatchString(f.Message) || proof && !strings.HasSuffix(f.Message, ", if it is more than rounding") {
						t.Errorf("to %s: %s\n%s", unit, f.Message, text)
					}
				}
			}
		}
	}
	if differ < 200 {
		t.Errorf("rounding shows in %d figures only", differ)
	}
}
