package importer

import (
	"strings"
	"testing"
)

// TestYearsOfWorkbooks: a workbook says in titles and names of its sheets for which years it is, or at least
// in heads of columns; what was, and days, say nothing of that.
func TestYearsOfWorkbooks(t *testing.T) {
	for _, c := range []struct{ name, table, years, asks string }{
		{"Budget 2026", "Cost | EUR\nStaff | 1\n", "2026", ""},
		{"Sheet1", "Unit 2026–2027 Work Plan and Budget (USD)\nCost | USD\nStaff | 1\n", "2026–2027", ""},
		{"Sheet1", "Work plan\nPrinted on 3 May 2025\nActivity | Target 2026\nOne | 1\n", "2026", "only heads of columns say"},
		{"Sheet1", "Cost | Actual 2024 | Budget 2025 | Budget 2026\nStaff | 1 | 2 | 3\n", "2026", "2025, 2026"},
		{"Sheet1", "Indicator | Baseline (2024) | Target\nStaff | 1 | 2\n", "", ""},
		{"Sheet1", "Spent as at 2026-06-30\nCost | EUR\n", "", ""},
		{"Sheet1", "Cost | EUR\nStaff 2026 | 1\n", "", ""},
		{"Plan 2027", "Budget for 2026\nCost | EUR\n", "2027", "name several years (2026, 2027); the last one is taken"},
		{"", "", "", ""},
	} {
		g := gridOf("sheet "+c.name, c.table, false)
		got := yearsOf([]grid{g}, englishDates(t))
		if got.years != c.years || !strings.Contains(got.asks, c.asks) || (got.asks == "") != (c.asks == "") {
			t.Errorf("%s, %q: %q, %s", c.name, c.table, got.years, got.asks)
		}
	}
}
