package budget_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/isuplan/isuplan/pkg/budget"
	"github.com/isuplan/isuplan/pkg/money"
)

// TestGrowthGoesOn prints growing lines, with the amounts that their stated ones contradict.
func TestGrowthGoesOn(t *testing.T) {
	const years = "\n  columns: [{id: y1}, {id: y2}, {id: y3}, {id: y4}]\n"
	const once = "\n  rounding: {to: 1, mode: half-up, at: total}" + years
	const beside = "\n  columns: [{id: approved, label: Approved 2024–2025}, {id: 2026}, {id: 2027}]\n"
	for name, c := range map[string]struct{ text, want string }{
		"from a year that stands in no column, beside what was approved": {beside + `  lines: [{id: a, label: A, base: {approved: 5000, 2025: 1000}, growth: 10%}]`,
			"5000 1100 1210"},
		"from such a year where what was approved is stated": {beside + `  lines: [{id: a, label: A, stated: {approved: 7}, base: {2025: 1000}, growth: 10%}]`,
			"7 1100 1210"},
		"from what was approved": {beside + `  lines: [{id: a, label: A, base: 1000, growth: 10%}]`,
			"1000 1100 1210"},
		"over a first year that is not printed": {years + `  lines: [{id: a, label: A, base: 1000, growth: 4%, stated: {y1: blank}}]`,
			"blank≠1000 1040 1082 1125"},
		"over a year in the middle": {years + `  lines: [{id: a, label: A, base: 1000, growth: 10%, stated: {y2: blank}}]`,
			"1000 blank≠1100 1210 1331"},
		"over two years": {years + `  lines: [{id: a, label: A, base: 1000, growth: 10%, stated: {y1: blank, y2: blank}}]`,
			"blank≠1000 blank≠1100 1210 1331"},
		"over a year for which the base is blank": {years + `  lines: [{id: a, label: A, base: {y1: 1000, y2: blank}, growth: 10%}]`,
			"1000 blank 1210 1331"},
		"over it with the rates of each year": {years + `  lines: [{id: a, label: A, base: {y1: 1000, y2: blank}, growth: {y2: 20%, y3: 10%, y4: 0%}}]`,
			"1000 blank 1320 1320"},
		"over both kinds of blank": {years + `  lines: [{id: a, label: A, base: {y1: 1000, y2: blank}, growth: 10%, stated: {y1: blank}}]`,
			"blank≠1000 blank 1210 1331"},
		"of nothing": {years + `  lines: [{id: a, label: A, base: blank, growth: 10%}]`, "blank blank blank blank"},
		"down":       {years + `  lines: [{id: a, label: A, base: 1000, growth: -10%}]`, "1000 900 810 729"},
		"exactly beside correct stated amounts": {once + `  lines: [{id: a, label: A, base: 555875, growth: 2%, stated: {y2: 566993, y3: 578332, y4: 589899}}]`,
			"555875 566993 578332 589899"},
		"from printed amounts where each line is rounded": {years + `  lines: [{id: a, label: A, base: 555875, growth: 2%}]`,
			"555875 566993 578333 589900"},
		"from what is right after a wrong year": {years + `  lines: [{id: a, label: A, base: 100000, growth: 10%, stated: {y2: 101000, y3: 121000}}]`,
			"100000 101000≠110000 121000 133100"},
		"from the wrong year": {years + `  lines: [{id: a, label: A, base: 100000, growth: 10%, stated: {y2: 101000, y3: 111100, y4: 122210}}]`,
			"100000 101000≠110000 111100 122210"},
		"from the wrong year, then from what is right": {years + `  lines: [{id: a, label: A, base: 100000, growth: 10%, stated: {y2: 101000, y3: 111100, y4: 133100}}]`,
			"100000 101000≠110000 111100 133100"},
		"from the wrong year where nothing is stated": {years + `  lines: [{id: a, label: A, base: 100000, growth: 10%, stated: {y2: 101000}}]`,
			"100000 101000≠110000 111100 122210"},
		"over a wrong base": {years + `  lines: [{id: a, label: A, base: 100000, growth: 10%, stated: {y1: 10000, y2: 110000}}]`,
			"10000≠100000 110000 121000 133100"},
		"two wrong years": {years + `  lines: [{id: a, label: A, base: 100000, growth: 10%, stated: {y2: 101000, y3: 125000}}]`,
			"100000 101000≠110000 125000≠111100 137500"},
		"a new base ends a wrong year": {years + `  lines: [{id: a, label: A, base: {y1: 100000, y3: 50000}, growth: 10%, stated: {y2: 101000, y4: 55000}}]`,
			"100000 101000≠110000 50000 55000"},
		"exactly after a wrong year": {once + `  lines: [{id: a, label: A, base: 1000.4, growth: 10%, stated: {y2: 1010, y3: 1210, y4: 1332}}]`,
			"1000 1010≠1100 1210 1332"},
	} {
		t.Run(name, func(t *testing.T) {
			_, b, findings := compute(t, c.text, budget.Options{})
			if len(findings) > 0 {
				t.Fatalf("%v", findings)
			}
			cells := strings.Fields(strings.Split(printed(b), "\n")[0])[1:]
			for i := range cells {
				if f := &b.Lines[0].Figures[i]; f.Differs() {
					cells[i] += "≠" + f.Computed.String()
				}
			}
			if got := strings.Join(cells, " "); got != c.want {
				t.Errorf("got  %s\nwant %s", got, c.want)
			}
		})
	}
}

// TestExactAmountsAreCarried holds that a correct stated amount does not round what is
// computed from it where rounding is done once.
func TestExactAmountsAreCarried(t *testing.T) {
	const once = "\n  rounding: {to: 1, mode: half-up, at: total}\n"
	for name, c := range map[string]struct{ text, want string }{
		"into a total": {once + `  lines: [{id: a, label: A, fixed: 100.4, stated: 100}, {id: b, label: B, fixed: 200.4, stated: 200}]`,
			"a 100\nb 200\ntotal 301"},
		"through groups": {once + `  lines: [{id: g, label: G, stated: 301, lines: [{id: a, label: A, fixed: 100.4, stated: 100}, {id: b, label: B, fixed: 200.4, stated: 200}]}]`,
			"g 301\na 100\nb 200\ntotal 301"},
		"into a percentage": {once + `  lines: [{id: a, label: A, fixed: 1000.4, stated: 1000}, {id: p, label: P, percent: 62.5%, of: [a]}]`,
			"a 1000\np 625\ntotal 1626"},
		"not one that is wrong": {once + `  lines: [{id: a, label: A, fixed: 100.4, stated: 110}, {id: b, label: B, fixed: 200.4, stated: 200}]`,
			"a 110\nb 200\ntotal 310"},
		"not where each line is rounded": {`
  lines: [{id: a, label: A, fixed: 100.4, stated: 100}, {id: b, label: B, fixed: 200.4, stated: 200}]`,
			"a 100\nb 200\ntotal 300"},
	} {
		t.Run(name, func(t *testing.T) {
			_, b, findings := compute(t, c.text, budget.Options{})
			if len(findings) > 0 {
				t.Fatalf("%v", findings)
			}
			if got := printed(b); got != c.want {
				t.Errorf("got\n%s\nwant\n%s", got, c.want)
			}
		})
	}
}

// TestColumnsHaveOneNumberOfDecimals looks at how many decimals each column shows.
func TestColumnsHaveOneNumberOfDecimals(t *testing.T) {
	for name, c := range map[string]struct{ text, want string }{
		"whole":                   {`  lines: [{id: a, label: A, fixed: 82.1}]`, "0"},
		"tenths":                  {`  rounding: {to: 0.1, mode: half-up}` + "\n" + `  lines: [{id: a, label: A, fixed: 82.1}, {id: b, label: B, fixed: 6}]`, "1"},
		"cents":                   {`  rounding: {to: 0.05, mode: half-up}` + "\n" + `  lines: [{id: a, label: A, fixed: 82}]`, "2"},
		"a finer stated amount":   {`  lines: [{id: a, label: A, stated: 82.5}, {id: b, label: B, fixed: 6}]`, "2"},
		"as fine as it is":        {`  lines: [{id: a, label: A, stated: 82.5125}, {id: b, label: B, fixed: 6}]`, "4"},
		"zeros are no decimals":   {`  lines: [{id: a, label: A, stated: 82.00}]`, "0"},
		"in one column only":      {`  columns: [{id: x}, {id: y}]` + "\n" + `  lines: [{id: a, label: A, stated: {x: 1.5, y: 2}}]`, "2 0"},
		"a source of money":       {`  lines: [{id: a, label: A, fixed: 6}]` + "\n" + `  financing: [{id: f, label: F, source: other, stated: 6.25}]`, "2"},
		"a percentage":            {`  columns: [{id: x}, {id: y}, {id: p, percent_change: [x, y], places: 1}]` + "\n" + `  lines: [{id: a, label: A, fixed: {x: 2, y: 3}}]`, "0 0 1"},
		"a finer stated per cent": {`  columns: [{id: x}, {id: y}, {id: p, percent_change: [x, y]}]` + "\n" + `  lines: [{id: a, label: A, fixed: {x: 2, y: 3}, stated: {p: 50.5}}]`, "0 0 1"},
	} {
		t.Run(name, func(t *testing.T) {
			_, b, _ := compute(t, c.text, budget.Options{})
			var places []string
			for i := range b.Columns {
				places = append(places, fmt.Sprint(b.Columns[i].Places))
			}
			if got := strings.Join(places, " "); got != c.want {
				t.Errorf("got %s, want %s", got, c.want)
			}
		})
	}
	if got := (money.Rounding{To: money.New(1)}).PlacesOf(money.New(5).Shift(-1)); got != 2 {
		t.Errorf("half a franc alone shows %d decimals", got)
	}
}
