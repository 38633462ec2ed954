package compose

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestFootnotesOfFigures: a row may have several notes, and a figure notes of its own, whose
// marks stand in front of it; the same words are one note in the whole table.
func TestFootnotesOfFigures(t *testing.T) {
	table := tables(compiled(t, `  currency: CHF
  columns: [{id: 2025}, {id: 2026}, {id: both, label: Both, sum: [2025, 2026]}]
  lines:
    - {id: a, label: A, fixed: {2025: 1500, 2026: 1600}, footnote: [Of both., Of *A*.]}
    - {id: g, label: G, subtotal: Sum of G, footnote: {both: Of both.}, lines: [{id: b, label: B, fixed: {2025: blank, 2026: 20}, footnote: {2025: Not known., 2026: [Of *A*., Of B.]}}]}
`))[0]
	var rows [][]string
	for _, r := range table.Rows {
		var row []string
		for _, c := range r.Cells {
			row = append(row, c.String())
		}
		rows = append(rows, row)
	}
	want := [][]string{
		{"A a/ b/", "1,500", "1,600", "3,100"},
		{"G", "", "", ""},
		{"B", "c/", "b/ d/ 20", "20"},
		{"Sum of G", "", "20", "a/ 20"},
		{"Total", "1,500", "1,620", "3,120"},
	}
	if diff := cmp.Diff(want, rows); diff != "" {
		t.Error(diff)
	}
	var notes []string
	for _, n := range table.Notes {
		notes = append(notes, n.String())
	}
	if diff := cmp.Diff([]string{"a/ Of both.", "b/ Of A.", "c/ Not known.", "d/ Of B."}, notes); diff != "" {
		t.Error(diff)
	}
}
