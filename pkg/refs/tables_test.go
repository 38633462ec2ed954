package refs_test

import (
	"slices"
	"testing"

	"github.com/isuplan/isuplan/pkg/refs"
)

// TestCells: cells of tables of the text are quoted by table, row and column, and no others are.
func TestCells(t *testing.T) {
	n := names(t, small+`sections:
  - id: basis
    paragraphs:
      - text: Visits.
        tables:
          - id: visits
            label: Visits
            columns: [{id: days, label: Days}, {id: 2024, label: Of these}, {id: both, sum: [days, 2024]}, {id: when}]
            rows: [{id: africa, label: Africa, values: {days: 3, 2024: 1.25}, texts: {when: May}}, {id: all, label: All, sum: [africa]}]
`)
	for name, want := range map[string]string{
		"tables.visits.africa.days": "3", "tables.visits.africa.2024": "1.25", "tables.visits.all.both": "4.25", "tables.visits.all.when": "nothing",
		"tables.visits.africa": "unknown", "tables.visits.africa.day": "unknown", "tables.visits.asia.days": "unknown", "tables.visit.africa.days": "unknown", "tables.visits.africa.days.x": "unknown",
	} {
		v, ok := n.Lookup(name)
		got := v.Figure.String()
		switch {
		case !ok:
			got = "unknown"
		case v.Kind == refs.Nothing:
			got = "nothing"
		case v.Kind != refs.Number:
			got = "no number"
		}
		if got != want {
			t.Errorf("%s: got %s, want %s", name, got, want)
		}
		if f := n.Cell(name); (f == nil) != (want == "unknown") {
			t.Errorf("%s: the cell is %v", name, f)
		}
	}
	if v, _ := n.Lookup("tables.visits.africa.when"); v.Kind != refs.Words || v.Prose.Value != "May" {
		t.Errorf("got %v", v)
	}
	if v, _ := n.Lookup("tables.visits.africa.2024"); v.Places != 2 {
		t.Errorf("it has %d decimals", v.Places)
	}
	if all := n.All(); !slices.Contains(all, "tables.visits.all.both") || slices.Contains(all, "tables.visits.all.when") {
		t.Error("the names are not those of cells that say something")
	}
}
