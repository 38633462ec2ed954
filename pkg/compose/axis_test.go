package compose

import (
	"strings"
	"testing"

	"github.com/isuplan/isuplan/pkg/document"
)

// TestTheAxis has the finest of months, quarters and years whose names have room; what lies in the
// period in part has a name only where that fits.
func TestTheAxis(t *testing.T) {
	for period, want := range map[string]string{
		"{from: 2025-01-01, to: 2025-12-31}": "Q1 Q2 Q3 Q4",
		"{from: 2025-01-01, to: 2025-03-31}": "January February March",
		"{from: 2025-07-01, to: 2026-06-30}": "Jul–Sep Oct–Dec Jan–Mar Apr–Jun below 2025 2026",
		"{from: 2025-07-01, to: 2027-06-30}": "2025/26 2026/27",
		"{from: 2025-07-01, to: 2026-09-30}": "Q3 Q4 Q1 Q2 Q3 below 2025 2026",
		"{from: 2025-02-15, to: 2025-12-31}": "Q1 Q2 Q3 Q4",
		"{from: 2025-03-25, to: 2025-12-31}": "- Q2 Q3 Q4",
		"{from: 2025-01-01, to: 2026-12-31}": "Q1 Q2 Q3 Q4 Q1 Q2 Q3 Q4 below 2025 2026",
		"{from: 2025-01-01, to: 2027-12-31}": "Q1 Q2 Q3 Q4 Q1 Q2 Q3 Q4 Q1 Q2 Q3 Q4 below 2025 2026 2027",
		"{from: 2025-12-01, to: 2026-02-28}": "December January February below 2025 2026",
		"{from: 2025-01-01, to: 2028-12-31}": "2025 2026 2027 2028",
		"{from: 2022-01-01, to: 2029-12-31}": "2022 - 2024 - 2026 - 2028 -",
		"{from: 1990-01-01, to: 2099-12-31}": "",
		"{from: 2025-06-02, to: 2025-06-20}": "June",
	} {
		var c *document.Chart
		for b := range document.Each[document.Chart](plannedIn(t, period, worked).Blocks) {
			c = b
		}
		if c == nil {
			t.Errorf("%s: no timeline", period)
			continue
		}
		at, below := 0, ""
		for i, s := range c.Over {
			if i == 0 {
				below = " below"
			}
			if s.Text == "" {
				s.Text = "-"
			}
			below += " " + s.Text
		}
		below = strings.ReplaceAll(below, " ", "|")
		var names []string
		for _, s := range c.Axis {
			if s.From != at || s.To < s.From {
				t.Errorf("%s: %v", period, c.Axis)
			}
			at = s.To
			if s.Text == "" {
				s.Text = "-"
			}
			names = append(names, s.Text)
		}
		if got := strings.Join(names, "|") + below; got != strings.ReplaceAll(want, " ", "|") && got != want {
			t.Errorf("%s: got %s, want %s", period, got, want)
		}
		if len(c.Axis) > 0 && at != document.ChartWidth {
			t.Errorf("%s: the axis ends at %d", period, at)
		}
	}
}
