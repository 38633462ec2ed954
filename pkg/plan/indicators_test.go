package plan_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/isuplan/isuplan/pkg/plan"
	"github.com/isuplan/isuplan/pkg/source"
)

func measured(period, indicators string) (*plan.Plan, []string) {
	p, findings, _ := plan.Load(source.NewFile("plan.yaml", []byte("isuplan: 1\ndocument: {convention: C, unit: U, date: 2024-06-03}\nperiod: {"+period+
		"}\noutcomes: [{id: o, text: O., indicators: ["+indicators+"]}]\nbudget: {currency: CHF, lines: [{id: a, label: A, fixed: 1}]}\n")))
	var said []string
	for _, f := range findings {
		said = append(said, f.Rule.Name+" "+f.Span.Text())
	}
	return p, said
}

// TestOneValueIsThatOfTheYear in which all of the period lies.
func TestOneValueIsThatOfTheYear(t *testing.T) {
	for period, want := range map[string]string{
		"from: 2025-07-01, to: 2027-06-30": "", "from: 2025-07-01, to: 2026-05-31": "",
		"from: 2025-01-01, to: 2025-12-31": "2025", "from: 2025-04-01, to: 2025-06-30": "2025",
		"from: 2025-07-01, to: 2026-06-30": "2025", "from: 2025-01-01, to: 2026-12-31": "", "from: 2026-01-01, to: 2025-12-31": "",
	} {
		p, _ := measured(period, "{id: i, text: I, targets: 3}")
		if got := p.MeasuredIn(""); got != want {
			t.Errorf("%s: %q, want %q", period, got, want)
		}
		if got := p.MeasuredIn("2031"); got != "2031" {
			t.Errorf("%s: 2031 became %q", period, got)
		}
	}
}

// TestIndicatorsHaveABound: what is left of too many years are as many as a table has.
func TestIndicatorsHaveABound(t *testing.T) {
	var list []string
	for i := range 3 {
		var years []string
		for y := range 30 {
			years = append(years, fmt.Sprintf("%d: %d", 1950+40*i+y, y))
		}
		list = append(list, fmt.Sprintf("{id: i%d, text: I, targets: {%s}}", i, strings.Join(years, ", ")))
	}
	p, said := measured("from: 2025-01-01, to: 2025-12-31", strings.Join(list, ", "))
	if len(said) != 1 || said[0] != "too-much 2030" {
		t.Errorf("said %q", said)
	}
	left := 0
	p.EachMeasured(func(m *plan.Measures) {
		for i := range m.Indicators {
			left += len(m.Indicators[i].Targets.By)
		}
	})
	if left != plan.MostColumns {
		t.Errorf("%d values are left", left)
	}
	if _, said := measured("from: 2025-01-01, to: 2025-12-31", strings.Join(list[:2], ", ")); len(said) > 0 {
		t.Errorf("said of as many as may be: %q", said)
	}
}

// TestIndicatorsShareASpaceOfNames, whatever they measure.
func TestIndicatorsShareASpaceOfNames(t *testing.T) {
	if _, said := measured("from: 2025-01-01, to: 2025-12-31", "{id: i, text: I}, {id: i, text: J}"); len(said) != 1 || said[0] != "duplicate-id i" {
		t.Errorf("said %q", said)
	}
}
