package compose

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestFiguresAreHeard: brackets and dashes are said in words; a word that stands for
// nothing, and a figure with a sign, are read as they are.
func TestFiguresAreHeard(t *testing.T) {
	const lines = "  currency: CHF\n  columns: [{id: 2024}, {id: 2025}, {id: change, label: Change, change: [2024, 2025]}]\n" +
		"  lines: [{id: a, label: A, fixed: {2024: 12000, 2025: 2000}}, {id: b, label: B, fixed: {2024: nil, 2025: 5}}, {id: c, label: C, fixed: 10}]\n"
	for style, want := range map[string][]string{
		"  style: {negative: parentheses, thousands: apostrophe}\n": {"(10'000) minus 10'000", "– nil", "– nil", "(9'995) minus 9'995"},
		"  style: {nil: nil}\n": nil,
	} {
		var got []string
		for _, row := range tables(compiled(t, lines+style))[0].Rows {
			for _, cell := range row.Cells {
				for _, run := range cell {
					if run.Aloud != "" {
						got = append(got, run.Text+" "+run.Aloud)
					}
				}
			}
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%s%s", style, diff)
		}
	}
}
