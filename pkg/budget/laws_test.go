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

// generated is a random budget: amounts in groups to any depth, over several
// columns, some lines percentages of what stands before them.
type generated struct {
	t      *rapid.T
	b      strings.Builder
	lines  int
	ids    []string // lines and groups so far, which a percentage may be based on
	leaves int
}

func (g *generated) budget(at string) string {
	g.b.WriteString(`isuplan: 1
document: {convention: C, unit: U, date: 2024-01-01}
period: {from: 2025-01-01, to: 2025-12-31}
outcomes:
  - {id: one, text: One.}
  - {id: two, text: Two.}
  - {id: three, text: Three.}
budget:
  currency: EUR
`)
	to := rapid.SampledFrom([]string{"1", "0.01", "0.05", "1000"}).Draw(g.t, "to")
	mode := rapid.SampledFrom(money.Modes()).Draw(g.t, "mode")
	fmt.Fprintf(&g.b, "  rounding: {to: %s, mode: %s, at: %s}\n", to, mode, at)
	g.b.WriteString("  columns: [{id: a}, {id: b}, {id: sum, sum: [a, b]}, {id: change, change: [a, b]}]\n  lines:\n")
	for range rapid.IntRange(1, 6).Draw(g.t, "top") {
		g.line("    ", 0)
	}
	return g.b.String()
}

func (g *generated) line(indent string, depth int) {
	g.lines++
	id := fmt.Sprintf("l%d", g.lines)
	kind := rapid.IntRange(0, 9).Draw(g.t, "kind")
	switch {
	case kind < 3 && depth < 4:
		fmt.Fprintf(&g.b, "%s- id: %s\n%s  label: Group\n%s  lines:\n", indent, id, indent, indent)
		for range rapid.IntRange(1, 4).Draw(g.t, "members") {
			g.line(indent+"    ", depth+1)
		}
	case kind < 5 && len(g.ids) > 0:
		g.leaves++
		of := rapid.SampledFrom(g.ids).Draw(g.t, "of")
		fmt.Fprintf(&g.b, "%s- {id: %s, label: Part, percent: %d%%, of: [%s]}\n", indent, id, rapid.IntRange(0, 40).Draw(g.t, "rate"), of)
	default:
		g.leaves++
		fmt.Fprintf(&g.b, "%s- {id: %s, label: Line, fixed: {a: %s, b: %s}%s}\n", indent, id, g.amount(), g.amount(), g.shares())
	}
	g.ids = append(g.ids, id)
}

func (g *generated) amount() string {
	if rapid.IntRange(0, 9).Draw(g.t, "mark") == 0 {
		return rapid.SampledFrom([]string{"nil", "blank", "0"}).Draw(g.t, "nothing")
	}
	return unmistakable(money.New(rapid.Int64Range(-1e9, 1e12).Draw(g.t, "amount")).Shift(-rapid.Int32Range(0, 4).Draw(g.t, "places")))
}

// unmistakable writes an amount; three decimals, which could mean thousands, get a fourth.
func unmistakable(d money.Decimal) string {
	text := d.String()
	if _, decimals, _ := strings.Cut(text, "."); len(decimals) == 3 {
		return text + "0"
	}
	return text
}

func (g *generated) shares() string {
	if rapid.Bool().Draw(g.t, "unshared") {
		return ""
	}
	first := rapid.IntRange(0, 100).Draw(g.t, "share")
	second := rapid.IntRange(0, 100-first).Draw(g.t, "share")
	return fmt.Sprintf(", shares: {one: %d%%, outcomes/two: %d%%}", first, second)
}

// draw compiles a random budget.
func draw(t *rapid.T, at string) (*plan.Plan, *budget.Budget, *generated) {
	g := &generated{t: t}
	text := g.budget(at)
	p, findings, ok := plan.Load(source.NewFile("plan.yaml", []byte(text)))
	if !ok {
		t.Fatalf("%v\n%s", findings, text)
	}
	b, findings := budget.Compute(p, budget.Options{})
	if len(findings) > 0 {
		t.Fatalf("%v\n%s", findings, text)
	}
	return p, b, g
}

// TestTotalsAreTheSumOfTheirLines holds under every grouping: a group is the sum of
// its lines, the total is the sum of all lines that are no groups.
func TestTotalsAreTheSumOfTheirLines(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		_, b, _ := draw(t, "line")
		for c := range b.Columns {
			if b.Columns[c].Kind != budget.AmountColumn {
				continue
			}
			check := func(f budget.Figure, from, to int, name string) {
				sum := money.Zero
				for i := from; i < to; i++ {
					if !b.Lines[i].IsGroup() {
						sum = sum.Add(b.Lines[i].Figures[c].Printed)
					}
				}
				if !sum.Equal(f.Printed) {
					t.Fatalf("%s is %s, its lines add up to %s", name, f.Printed, sum)
				}
			}
			check(b.Total[c], 0, len(b.Lines), "the total")
			for i := range b.Lines {
				if l := &b.Lines[i]; l.IsGroup() {
					check(l.Figures[c], i+1, l.End, l.ID.Value)
				}
			}
		}
	})
}

// TestColumnsAndRowsCrossFoot holds that the sum of the totals is the total of the
// sums, and likewise for changes.
func TestColumnsAndRowsCrossFoot(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		_, b, _ := draw(t, "line")
		for c := 2; c <= 3; c++ {
			down := money.Zero
			for i := range b.Lines {
				if !b.Lines[i].IsGroup() {
					down = down.Add(b.Lines[i].Figures[c].Printed)
				}
			}
			if !down.Equal(b.Total[c].Printed) {
				t.Fatalf("column %s: %s across, %s down", b.Columns[c].ID, b.Total[c].Printed, down)
			}
		}
	})
}

// TestRoundingOnceOrPerLineDiffersByHalfAUnitALine holds for budgets without
// percentages, whose rounded bases would carry further; by a unit where everything is rounded
// up, or down.
func TestRoundingOnceOrPerLineDiffersByHalfAUnitALine(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p, perLine, g := draw(t, "line")
		if strings.Contains(g.b.String(), "percent:") {
			return
		}
		p.Budget.Rounding.At.Value = "total"
		once, _ := budget.Compute(p, budget.Options{})
		most := perLine.Rounding.To.Mul(money.New(int64(g.leaves + 1)))
		if mode := perLine.Rounding.Mode; mode != money.Up && mode != money.Down { // these round by up to a unit
			most = most.Mul(money.New(5)).Shift(-1)
		}
		for c := range 2 {
			if d := perLine.Total[c].Printed.Sub(once.Total[c].Printed).Abs(); d.GreaterThan(most) {
				t.Fatalf("the totals differ by %s, more than %s for %d lines", d, most, g.leaves)
			}
		}
	})
}

// TestSharesAddUpToTheWhole holds to the last unit, in every column.
func TestSharesAddUpToTheTotal(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		at := rapid.SampledFrom([]string{"line", "total"}).Draw(t, "at")
		p, b, _ := draw(t, at)
		entries := b.ByOutcome(p)
		if entries == nil {
			return
		}
		for c := range b.Columns {
			sum := money.Zero
			for _, e := range entries {
				sum = sum.Add(e.Amounts[c])
			}
			if !sum.Equal(b.Total[c].Printed) {
				t.Fatalf("column %s: the outcomes cost %s, the budget is %s", b.Columns[c].ID, sum, b.Total[c].Printed)
			}
		}
	})
}
