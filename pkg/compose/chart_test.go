package compose

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/isuplan/isuplan/pkg/document"
)

func chartOf(t *testing.T, budget string) document.Chart {
	t.Helper()
	for _, b := range compiled(t, budget).Blocks {
		if c, ok := b.(document.Chart); ok {
			return c
		}
	}
	t.Fatal("no chart")
	return document.Chart{}
}

func TestNoChartUnasked(t *testing.T) {
	if slices.ContainsFunc(compiled(t, "  currency: CHF\n"+threeTens).Blocks, func(b document.Block) bool { _, ok := b.(document.Chart); return ok }) {
		t.Error("a chart that nobody asked for")
	}
}

// TestSharesAddUpToAHundred, line by line, groups left out.
func TestSharesAddUpToAHundred(t *testing.T) {
	c := chartOf(t, `  currency: CHF
  chart: share
  lines:
    - {id: g, label: G, lines: [{id: a, label: "A *b* | <c>", fixed: 1000}, {id: b, label: B, fixed: 1000}]}
    - {id: c, label: C, fixed: 1000}
    - {id: d, label: D, stated: nil}
    - {id: e, label: E, stated: blank}
`)
	got := ""
	for _, bar := range c.Bars {
		v := bar.Values[0]
		got += fmt.Sprintf("%s %s %s %d-%d\n", bar.Label, v.Text, v.Share, v.From, v.To)
	}
	want := "A b | <c> 1,000 33.4% 0-10000\nB 1,000 33.3% 0-10000\nC 1,000 33.3% 0-10000\nD – 0.0% 0-0\n"
	if got != want || c.Zero != 0 || c.Series != nil {
		t.Errorf("got\n%swant\n%s", got, want)
	}
	if want := "Secretariat budget for 2025 by line, in CHF. A b | <c>: 1,000 (33.4%); B: 1,000 (33.3%); C: 1,000 (33.3%); D: – (0.0%)."; c.Alt != want {
		t.Errorf("in words: %s", c.Alt)
	}
}

// TestBarsReachBothWays: columns side by side, negative amounts to the left of zero,
// groups as one bar each, columns that follow from others left out.
func TestBarsReachBothWays(t *testing.T) {
	c := chartOf(t, `  currency: CHF
  chart: years
  columns: [{id: 2025}, {id: 2026, label: Next}, {id: all, sum: [2025, 2026]}, {id: p, percent_change: [2025, 2026]}]
  lines:
    - {id: g, label: G, lines: [{id: a, label: A, fixed: 100}, {id: b, label: B, fixed: {2025: 200, 2026: 100}}]}
    - {id: c, label: Refund, fixed: {2025: -100, 2026: nil}}
`)
	got := ""
	for _, bar := range c.Bars {
		for _, v := range bar.Values {
			got += fmt.Sprintf("%s %s%s %d-%d\n", bar.Label, v.Text, v.Share, v.From, v.To)
		}
	}
	want := "G 300 2500-10000\nG 200 2500-7500\nRefund −100 0-2500\nRefund – 2500-2500\n"
	if got != want || c.Zero != 2500 || len(c.Series) != 2 || c.Series[1].String() != "Next" {
		t.Errorf("got\n%swant\n%s%v", got, want, c)
	}
}

// TestManyLinesAreShownByTheirGroups.
func TestManyLinesAreShownByTheirGroups(t *testing.T) {
	var b strings.Builder
	b.WriteString("  currency: CHF\n  chart: share\n  lines:\n    - id: g\n      label: G\n      lines:\n")
	for i := range manyBars + 1 {
		fmt.Fprintf(&b, "        - {id: l%d, label: L, fixed: 10}\n", i)
	}
	if c := chartOf(t, b.String()); len(c.Bars) != 1 || c.Bars[0].Values[0].Share != "100.0%" {
		t.Errorf("%+v", c.Bars)
	}
}
