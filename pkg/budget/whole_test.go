package budget_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/isuplan/isuplan/pkg/budget"
)

// TestPercentagesOfOneAmountAddUp prints sources of money or lines that share an amount out.
func TestPercentagesOfOneAmountAddUp(t *testing.T) {
	const head = "  lines: [{id: staff, label: Staff, fixed: 1001}]\n  financing:\n"
	fund := func(id, rate, more string) string {
		return fmt.Sprintf("    - {id: %s, label: L, source: other, percent: %s, of: [total]%s}\n", id, rate, more)
	}
	for name, c := range map[string]struct{ text, want string }{
		"halves":                          {head + fund("a", "50%", "") + fund("b", "50%", ""), "a 501 of 1001, b 500 of 1001, funds 1001"},
		"the largest remainder":           {head + fund("a", "12.5%", "") + fund("b", "12.5%", "") + fund("c", "75%", ""), "a 125, b 125, c 751, funds 1001"},
		"what comes out is left as it is": {head + fund("a", "40%", "") + fund("b", "60%", ""), "a 400, b 601, funds 1001"},
		"less than the whole":             {head + fund("a", "50%", "") + fund("b", "49.9%", ""), "a 501, b 499, funds 1000"},
		"more than the whole":             {head + fund("a", "50%", "") + fund("b", "50%", "") + fund("c", "50%", ""), "a 501, b 501, c 501, funds 1503"},
		"one stated, the other takes the rest": {head + fund("a", "50%", ", stated: 500") + fund("b", "50%", ""),
			"a 500 of 1001, b 501 of 1001, funds 1001"},
		"both stated": {head + fund("a", "50%", ", stated: 500") + fund("b", "50%", ", stated: 501"),
			"a 500 of 1001, b 501 of 1001, funds 1001"},
		"both stated, each rounded up": {head + fund("a", "50%", ", stated: 501") + fund("b", "50%", ", stated: 501"), "a 501, b 501, funds 1002"},
		"one stated wrongly": {head + fund("a", "50%", ", stated: 600") + fund("b", "50%", ""),
			"a 600≠501 of 1001, b 500 of 1001, funds 1100"},
		"a third that is fixed": {head + fund("a", "50%", "") + fund("b", "50%", "") + "    - {id: c, label: C, source: other, fixed: 5}\n",
			"a 501 of 1001, b 500 of 1001, c 5, funds 1006"},
		"in cents":     {"  rounding: {to: 0.01, mode: half-up}\n" + "  lines: [{id: staff, label: Staff, fixed: 0.05}]\n  financing:\n" + fund("a", "50%", "") + fund("b", "50%", ""), "a 0.03 of 0.05, b 0.02 of 0.05, funds 0.05"},
		"rounded once": {"  rounding: {to: 1, mode: half-up, at: total}\n" + head + fund("a", "50%", "") + fund("b", "50%", ""), "a 501 of 1001, b 500 of 1001, funds 1001"},
	} {
		t.Run(name, func(t *testing.T) {
			_, b, findings := compute(t, c.text, budget.Options{})
			if len(findings) > 0 {
				t.Fatalf("%v", findings)
			}
			var got []string
			for i := range b.Financing {
				f := &b.Financing[i].Figures[0]
				text := b.Financing[i].ID.Value + " " + f.Printed.String()
				if f.Differs() {
					text += "≠" + f.Computed.String()
				}
				if f.Whole != nil {
					text += " of " + f.Whole.Amount.String()
				}
				got = append(got, text)
			}
			if text := strings.Join(append(got, "funds "+b.Funds[0].Printed.String()), ", "); text != c.want {
				t.Errorf("got  %s\nwant %s", text, c.want)
			}
		})
	}
	_, b, _ := compute(t, `
  lines:
    - {id: staff, label: Staff, fixed: 1001}
    - {id: a, label: A, percent: 50%, of: [staff]}
    - {id: b, label: B, percent: 50%, of: [staff]}
    - {id: c, label: C, percent: 50%, of: [a]}`, budget.Options{})
	if got := printed(b); got != "staff 1001\na 501\nb 500\nc 251\ntotal 2253" {
		t.Errorf("lines: %s", got)
	}
}

// TestToleranceIsForRounding looks at what the plan's tolerance passes.
func TestToleranceIsForRounding(t *testing.T) {
	const lines = "  lines: [{id: a, label: A, fixed: 100}, {id: b, label: B, fixed: 200}, {id: c, label: C, stated: 300}]\n"
	const rows = "  columns: [{id: x}, {id: y}, {id: s, sum: [x, y]}]\n  lines: [{id: a, label: A, fixed: {x: 1, y: 2}, stated: {s: %s}}]\n"
	for name, c := range map[string]struct {
		rounding, text string
		want           bool
	}{
		"what three lines can do":            {"to: 1, mode: half-up, tolerance: 5", lines + "  stated_total: 601\n", true},
		"less than nothing":                  {"to: 1, mode: half-up, tolerance: 5", lines + "  stated_total: 599\n", true},
		"more than three lines can do":       {"to: 1, mode: half-up, tolerance: 5", lines + "  stated_total: 602\n", false},
		"more than the tolerance":            {"to: 1, mode: half-up, tolerance: 0", lines + "  stated_total: 601\n", false},
		"in thousands":                       {"to: 1000, mode: half-up, tolerance: 2", "  lines: [{id: a, label: A, fixed: 7000}, {id: b, label: B, fixed: 2000}]\n  stated_total: 10000\n", true},
		"in thousands, too much":             {"to: 1000, mode: half-up, tolerance: 2", "  lines: [{id: a, label: A, fixed: 7000}, {id: b, label: B, fixed: 2000}]\n  stated_total: 11000\n", false},
		"one line is its own sum":            {"to: 1, mode: half-up, tolerance: 2", "  lines: [{id: a, label: A, fixed: 7}]\n  stated_total: 8\n", false},
		"no line is a sum":                   {"to: 1, mode: half-up, tolerance: 2", "  lines: [{id: a, label: A, fixed: 7, stated: 8}]\n", false},
		"the lines of groups count":          {"to: 1, mode: half-up, tolerance: 2", "  lines: [{id: g, label: G, lines: [{id: a, label: A, fixed: 7}, {id: b, label: B, fixed: 8}]}]\n  stated_total: 16\n", true},
		"the columns of a row":               {"to: 1, mode: half-up, tolerance: 2", fmt.Sprintf(rows, "4"), true},
		"more than the columns of a row can": {"to: 1, mode: half-up, tolerance: 2", fmt.Sprintf(rows, "5"), false},
		"a blank is no rounding":             {"to: 1, mode: half-up, tolerance: 2", "  lines: [{id: a, label: A, fixed: 1}, {id: b, label: B, fixed: 0}]\n  stated_total: blank\n", false},
	} {
		_, b, _ := compute(t, "  rounding: {"+c.rounding+"}\n"+c.text, budget.Options{})
		got := false
		for _, figures := range append([][]budget.Figure{b.Total}, b.Lines[0].Figures) {
			for i := range figures {
				got = got || b.IsTolerated(&figures[i])
			}
		}
		if got != c.want {
			t.Errorf("%s: passed %v", name, got)
		}
	}
}
