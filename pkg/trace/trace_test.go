package trace_test

import (
	"strings"
	"testing"

	"github.com/isuplan/isuplan/pkg/cost"
)

// TestNamed: every name of a figure has its derivation, and nothing else has one.
func TestNamed(t *testing.T) {
	for name, heads := range map[string]string{
		"budget.salaries":             "Salaries, 2025  CHF 345,054",
		"budget.salaries.2024":        "Salaries, 2024  CHF 300,000",
		"budget.total":                "Total, 2025  CHF 435,065",
		"budget.total.2024":           "Total, 2024  CHF 380,000",
		"period.budget":               "Total, 2025  CHF 435,065",
		"budget.travel":               "Travel, 2025  CHF 21,000",
		"budget.travel.trip.quantity": "",
		"budget.salaries.2023":        "",
		"budget.rent":                 "",
		"budget.financing":            "",
		"financing.salaries":          "",
		"budget.currency":             "",
		"document.date":               "",
		"":                            "",
	} {
		var got []string
		for _, f := range tracer().Named(name) {
			head, _, _ := strings.Cut(f.String(), "\n")
			got = append(got, head)
		}
		if strings.Join(got, "; ") != heads {
			t.Errorf("%q: got %q, want %q", name, got, heads)
		}
	}
}

// TestLines: what was written has its span, what is another line's its name, and depths lead
// down by one.
func TestLines(t *testing.T) {
	f, ok := tracer().Of("social-charges", 1)
	if !ok || len(f.Lines) != 4 {
		t.Fatalf("got %v, %v", f, ok)
	}
	rate, salaries := f.Lines[2], f.Lines[3]
	if rate.Span.Text() != "20%" || rate.Op != cost.Given || rate.Value != "20%" {
		t.Errorf("the rate is %+v", rate)
	}
	if salaries.Line != "salaries" || salaries.Column != 1 || !strings.Contains(salaries.Span.Text(), "label: Salaries") {
		t.Errorf("the salaries are %+v", salaries)
	}
	travel, _ := tracer().Of("travel", 1)
	if travel.Lines[0].Span.Text() != "21000" || travel.Lines[0].Op != cost.Stated {
		t.Errorf("what is stated is %+v", travel.Lines[0])
	}
	total, _ := tracer().Of("total", 1)
	depth := 1
	for _, l := range total.Lines {
		if l.Depth > depth+1 {
			t.Errorf("%v is below nothing", l)
		}
		depth = l.Depth
	}
	if _, ok := tracer().Of("total", 2); ok {
		t.Error("there is a third column")
	}
	if _, ok := tracer().Of("total", -1); ok {
		t.Error("there is a column before the first")
	}
}
