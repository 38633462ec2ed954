package plan_test

import (
	"fmt"
	"slices"
	"testing"

	"github.com/isuplan/isuplan/pkg/plan"
	"github.com/isuplan/isuplan/pkg/source"
)

// A year has the same number under each of its names.
func TestYearOf(t *testing.T) {
	const calendar, july, two, broken = "2026-01-01 2026-12-31", "2026-07-01 2027-06-30", "2025-07-01 2027-06-30", "2026-07-01 2027-05-31"
	for _, c := range []struct {
		period, column, key string
		want                int // 0 for no one year
	}{
		{calendar, `{id: a, label: "2026"}`, "a", 2026},
		{calendar, `{id: a, label: 2026/27}`, "a", 0},
		{calendar, `{id: a, label: "2026"}`, "", 2026},
		{calendar, `{id: a, label: "2026"}`, "2027", 2027},
		{july, `{id: a, label: 2026/27}`, "", 2026},
		{july, `{id: a, label: 2026/27}`, "a", 2026},
		{july, `{id: a, label: 2026–2027}`, "a", 2026},
		{july, `{id: a, label: July 2026 to June 2027}`, "a", 2026},
		{july, `{id: a, label: 2026/27 (12 months)}`, "a", 2026},
		{july, `{id: a, label: 2026/27 (first half)}`, "a", 0},
		{july, `{id: a, label: 2026/28}`, "a", 0},
		{july, `{id: 2026-27, label: Budget}`, "2026-27", 2026},
		{july, `{id: fy2027, label: 2026/27}`, "fy2027", 2026},
		{july, `{id: 2026, label: 2026/27}`, "2026", 2026},
		{july, `{id: 2027, label: 2026/27}`, "2027", 2026},
		{july, `{id: a, label: "2026"}`, "a", 2026},
		{july, `{id: a, label: "2026"}`, "b", 0},
		{two, `{id: a, label: 2026/27}`, "a", 2026},
		{two, `{id: a, label: 2026/27}`, "2026", 2026},
		{two, `{id: a, label: 2026/27}`, "", 0},
		{broken, `{id: a, label: 2026/27}`, "a", 0},
		{broken, `{id: a, label: 2026/27}`, "", 0},
	} {
		p := ofPeriod(c.period, c.column)
		year, ok := p.YearOf(c.key)
		if ok != (c.want != 0) || ok && year != c.want {
			t.Errorf("%s, %s: %q is of %d %v, want %d", c.period, c.column, c.key, year, ok, c.want)
		}
		if ok && !slices.Contains(p.KeysOf(year), c.key) {
			t.Errorf("%s, %s: %q is none of the keys of %d: %q", c.period, c.column, c.key, year, p.KeysOf(year))
		}
	}
}

// Tables have one column for a year, however it is called; those of the calendar stay as they were written.
func TestTimeOf(t *testing.T) {
	for _, c := range []struct{ period, columns, key, want string }{
		{"2026-07-01 2027-06-30", `{id: a, label: 2026/27}`, "", "a"},
		{"2026-07-01 2027-06-30", `{id: a, label: 2026/27}`, "2026", "a"},
		{"2026-07-01 2027-06-30", `{id: a, label: 2026/27}`, "2027", "2027"},
		{"2026-07-01 2027-06-30", `{id: a, label: Approved 2026/27}, {id: b, label: Revised 2026/27}`, "2026", "2026"},
		{"2026-01-01 2026-12-31", `{id: a, label: "2026"}`, "2026", "2026"},
		{"2026-01-01 2026-12-31", `{id: a, label: "2026"}`, "", "2026"},
	} {
		if got := ofPeriod(c.period, c.columns).TimeOf(c.key); got != c.want {
			t.Errorf("%s, %s: %q stands under %q, want %q", c.period, c.columns, c.key, got, c.want)
		}
	}
}

func ofPeriod(period, columns string) *plan.Plan {
	var from, to string
	_, _ = fmt.Sscan(period, &from, &to)
	text := fmt.Sprintf("isuplan: 1\nperiod: {from: %s, to: %s}\nbudget:\n  currency: CHF\n  columns: [%s]\n  lines: []\n", from, to, columns)
	p, _, _ := plan.Load(source.NewFile("plan.yaml", []byte(text)))
	return p
}
