package cost_test

import (
	"fmt"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/isuplan/isuplan/pkg/cost"
	"github.com/isuplan/isuplan/pkg/money"
)

func TestOperationsAsOtherProgramsReadThem(t *testing.T) {
	var names []string
	for op := cost.Given; op <= cost.Rounded; op++ {
		names = append(names, op.String())
	}
	if got := strings.Join(names, " "); got != "given stated sum product percent growth change rate rounded" {
		t.Errorf("the operations are %s", got)
	}
	if got := cost.Op(0).String(); got != "" {
		t.Errorf("no operation is called %s", got)
	}
}

func TestASumOfOneIsThatOne(t *testing.T) {
	one := cost.Step{Op: cost.Given, Label: "it", Value: money.New(5)}
	if got := derivation(t, cost.Sums("all", []cost.Step{one})); got != "it = 5 by given" {
		t.Errorf("it is %s", got)
	}
	if got := derivation(t, cost.Sums("all", []cost.Step{one, one})); got != "all = 10 by sum (it = 5 by given; it = 5 by given)" {
		t.Errorf("two are %s", got)
	}
	if got := derivation(t, cost.Sums("all", nil)); got != "all = 0 by sum" {
		t.Errorf("none is %s", got)
	}
}

// TestUnitsAreTheSumOfTheirProducts holds exactly, for any quantities and prices, and
// all units together are the sum of the items'.
func TestUnitsAreTheSumOfTheirProducts(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		draw := func(name string, most int64) money.Decimal {
			return money.New(rapid.Int64Range(0, most).Draw(t, name)).Shift(-rapid.Int32Range(0, 2).Draw(t, "places"))
		}
		var items []string
		total, count := money.Zero, money.Zero
		for i := range rapid.IntRange(1, 6).Draw(t, "items") {
			quantity, price := draw("quantity", 500), draw("cost", 1e7)
			item := fmt.Sprintf("item: x%d, quantity: %s, cost: %s", i, quantity, price)
			part := quantity.Mul(price)
			if rapid.Bool().Draw(t, "days") {
				times := draw("times", 30)
				item, part = fmt.Sprintf("%s, times: %s", item, times), part.Mul(times)
			}
			items = append(items, "{"+item+"}")
			total, count = total.Add(part), count.Add(quantity)
		}
		l, findings := read("{id: it, label: It, units: ["+strings.Join(items, ", ")+"]}", cost.LineType())
		if len(findings) > 0 {
			t.Fatal(found(findings))
		}
		units := l.Costs[0].(*cost.Units)
		if step, ok := units.Compute(&cost.Context{}); !ok || !step.Value.Equal(total) || !units.Quantity("").Equal(count) {
			t.Fatalf("%v are %s units for %s, want %s for %s", items, units.Quantity(""), step.Value, count, total)
		}
	})
}

// TestAPercentageIsExact holds that a hundred times a percentage is its rate times its
// base: nothing is rounded before the line is.
func TestAPercentageIsExact(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		rate := money.New(rapid.Int64Range(0, 10000).Draw(t, "rate")).Shift(-2)
		a := money.New(rapid.Int64Range(-1e12, 1e12).Draw(t, "a")).Shift(-2)
		b := money.New(rapid.Int64Range(-1e12, 1e12).Draw(t, "b")).Shift(-2)
		l, _ := read(fmt.Sprintf("{id: it, label: It, percent: %s%%, of: [a, b]}", rate), cost.LineType())
		step, ok := l.Costs[0].Compute(around{lines: map[string]string{"a": a.String(), "b": b.String()}}.context(t))
		if !ok || !step.Value.Mul(money.Hundred).Equal(rate.Mul(a.Add(b))) {
			t.Fatalf("%s%% of %s and %s is %s", rate, a, b, step.Value)
		}
	})
}

// TestASeriesHasAValueForEachColumn holds for one value for all, and for one for each.
func TestASeriesHasAValueForEachColumn(t *testing.T) {
	for _, c := range []struct{ written, column, want string }{
		{"5", "", "5"}, {"5", "a", "5"}, {"{a: 5, b: nil}", "a", "5"}, {"{a: 5, b: nil}", "b", "nil"}, {"{a: 5, b: blank}", "b", "blank"},
		{"{a: 5}", "b", "none"}, {"{}", "a", "none"}, {"{2024: 1, 2025: 2}", "2025", "2"},
	} {
		s, findings := read(c.written, cost.CellsType())
		if len(findings) > 0 {
			t.Fatal(found(findings))
		}
		got := "none"
		if cell, ok := s.In(c.column); ok {
			got = map[cost.Mark]string{cost.Number: cell.Value.Value.String(), cost.Nil: "nil", cost.Blank: "blank"}[cell.Value.Mark]
		}
		if got != c.want {
			t.Errorf("%s is %s in column %q, want %s", c.written, got, c.column, c.want)
		}
		if s.IsSet() != (c.written != "{}") || !s.IsWritten() {
			t.Errorf("%s: a value was written is %v, something is %v", c.written, s.IsSet(), s.IsWritten())
		}
	}
}
