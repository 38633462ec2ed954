package plan_test

import (
	"fmt"
	"testing"
	"time"

	"github.com/isuplan/isuplan/pkg/plan"
	"github.com/isuplan/isuplan/pkg/source"
)

// The accounts are of the time of the column that they are held against.
func TestAccountTime(t *testing.T) {
	const years, fiscal, two = "2026-01-01 2026-12-31", "2025-07-01 2026-06-30", "2025-01-01 2026-12-31"
	for _, c := range []struct{ period, columns, column, want string }{
		{years, `{id: 2025, label: "2025"}, {id: 2026, label: "2026"}`, "2025", "2025-01-01 2025-12-31 true"},
		{years, `{id: 2025, label: "2025"}, {id: 2026, label: "2026"}`, "2026", "2026-01-01 2026-12-31 true"},
		{years, `{id: a, label: Approved}, {id: b, label: Revised}`, "a", "2026-01-01 2026-12-31 false"},
		{years, `{id: a, label: 2025}, {id: b, label: 2026}, {id: both, label: Both, sum: [a, b]}`, "both", "2025-01-01 2026-12-31 true"},
		{years, `{id: a, label: Core}, {id: b, label: Other}, {id: both, label: Total 2025, sum: [a, b]}`, "both", "2025-01-01 2025-12-31 true"},
		{years, `{id: a, label: Q1 2026}`, "a", "2026-01-01 2026-12-31 false"},
		{two, `{id: 2025, label: "2025"}, {id: 2026, label: "2026"}`, "2026", "2026-01-01 2026-12-31 true"},
		{fiscal, `{id: a, label: 2024/25}, {id: b, label: 2025/26}`, "a", "2024-07-01 2025-06-30 true"},
		{fiscal, `{id: a, label: 2024/25}, {id: b, label: 2025/26}`, "b", "2025-07-01 2026-06-30 true"},
		{fiscal, `{id: 2025, label: 2025/26}, {id: 2026, label: 2026/27}`, "2026", "2026-07-01 2027-06-30 true"},
		{fiscal, `{id: a, label: July 2024 to June 2025}`, "a", "2024-07-01 2025-06-30 true"},
		{"2025-07-01 2027-06-30", `{id: a, label: 2025/26}, {id: b, label: 2026/27}`, "b", "2026-07-01 2027-06-30 true"},
		{fiscal, `{id: a, label: 2025}, {id: b, label: 2026}`, "a", "2025-07-01 2025-12-31 false"},
		{"2026-01-01 2026-06-30", `{id: a, label: 2026}, {id: b, label: 2027}`, "a", "2026-01-01 2026-06-30 false"},
		{years, `{id: a, label: A, sum: [b]}, {id: b, label: B, sum: [a]}`, "a", "2026-01-01 2026-12-31 false"},
	} {
		var from, to string
		_, _ = fmt.Sscan(c.period, &from, &to)
		text := fmt.Sprintf("isuplan: 1\nperiod: {from: %s, to: %s}\nbudget:\n  currency: CHF\n  columns: [%s]\n  actuals: {as_at: 2026-03-31, column: %s, lines: []}\n", from, to, c.columns, c.column)
		p, _, _ := plan.Load(source.NewFile("plan.yaml", []byte(text)))
		first, last, isSaid := p.AccountTime()
		if got := fmt.Sprint(first.Format(time.DateOnly), " ", last.Format(time.DateOnly), " ", isSaid); got != c.want {
			t.Errorf("%s, columns %s: %s, want %s", c.period, c.columns, got, c.want)
		}
	}
}
