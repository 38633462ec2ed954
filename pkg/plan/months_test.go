package plan_test

import (
	"strings"
	"testing"
)

// TestMonthsFollowTheColumn holds that a post without its months is refused in a column
// that is no year, and taken in one that is.
func TestMonthsFollowTheColumn(t *testing.T) {
	const more, fiscals = "from: 2025-01-01, to: 2026-06-30", "from: 2025-07-01, to: 2027-06-30"
	const year, two, half, fiscal = "from: 2025-01-01, to: 2025-12-31", "from: 2025-01-01, to: 2026-12-31", "from: 2025-01-01, to: 2025-06-30", "from: 2025-07-01, to: 2026-06-30"
	for _, c := range []struct{ period, columns, post, want string }{
		{year, "", "annual: 100", ""},
		{year, "", "annual: 100, months: 13", "F204 a year has 12 months, not 13"},
		{year, "", "annual: 100, months: 13, count: 2", ""},
		{"from: 2025-01-01, to: 2025-12-30", "", "annual: 100", ""},
		{"from: 2025-03-15, to: 2026-03-14", "", "annual: 100", ""},
		{fiscal, "", "annual: 100", ""},
		{two, "", "annual: 100", "F314 the period has 24 months"},
		{two, "", "monthly: 100", "F314 the period has 24 months"},
		{two, "", "grade: G-1", "F314 the period has 24 months"},
		{two, "", "monthly: 100, months: 24", ""},
		{two, "", "monthly: 100, months: 25", "F204 the period has 24 months, not 25"},
		{two, "", "annual: 100, months: 18", ""},
		{two, "", "paid_by: A State", ""},
		{two, "", "grade: Q-9", ""},
		{half, "", "annual: 100", "F314 the period has 6 months"},
		{half, "", "annual: 100, months: 6", ""},
		{half, "", "annual: 100, months: 12", "F204 the period has 6 months, not 12"},
		{"from: 2025-01-01, to: 2025-02-14", "", "annual: 100", "F314 it is not known how many months the period has"},
		{two, "{id: 2025}, {id: 2026}, {id: both, sum: [2025, 2026]}", "annual: 100", ""},
		{year, "{id: 2024}, {id: 2025}", "annual: 100", ""},
		{year, `{id: old, label: "Approved 2024"}, {id: new, label: "Proposed 2025"}`, "annual: 100", ""},
		{year, "{id: core}, {id: trust}, {id: all, sum: [core, trust]}", "annual: 100", ""},
		{year, "{id: approved}, {id: revised}", "annual: 100", ""},
		{two, "{id: approved}, {id: revised}", "annual: 100, months: 24", ""},
		{two, "{id: approved}, {id: revised}", "annual: 100", "F314 the column `approved` has 24 months F314 the column `revised` has 24 months"},
		{two, "{id: first}, {id: second}, {id: all, sum: [first, second]}", "annual: 100, months: 12", ""},
		{two, "{id: first}, {id: second}, {id: all, sum: [first, second]}", "annual: 100", "F314 it is not known how many months the column `first` has F314 it is not known how many months the column `second` has"},
		{two, "{id: 2025-2026}", "monthly: 100", "F314 the column `2025-2026` has 24 months"},
		{year, `{id: a, label: 2024–2025}, {id: b, label: "2026"}`, "monthly: 100", "F314 it is not known how many months the column `a` has"},
		{year, "{id: 2023-24}, {id: 2025}", "monthly: 100", "F314 the column `2023-24` has 24 months"},
		{fiscal, `{id: a, label: 2024/25}, {id: b, label: 2025/26}`, "annual: 100", ""},
		{fiscal, "{id: 2025}", "annual: 100", ""},
		{fiscal, "{id: 2025}, {id: 2026}", "annual: 100", "F314 it is not known how many months the column `2025` has F314 it is not known how many months the column `2026` has"},
		{half, "{id: 2025}", "annual: 100", "F314 it is not known how many months the column `2025` has"},
		{year, "{id: q1}, {id: q2}", "annual: 100, months: 3", ""},
		{year, "{id: q1}", "annual: 100", "F314 it is not known how many months the column `q1` has"},
		{year, `{id: a, label: First half of 2025}`, "annual: 100", "F314 it is not known how many months the column `a` has"},
		{year, `{id: a, label: Jan–Jun 2025}`, "annual: 100", "F314 the column `a` has 6 months"},
		{year, `{id: a, label: July 2024 to June 2025}`, "annual: 100", ""},
		{year, `{id: a, label: January 2024 – June 2025}`, "annual: 100", "F314 the column `a` has 18 months"},
		{year, `{id: a, label: Marked to decrease}`, "annual: 100", ""},
		{year, `{id: a, label: Sept. to December}`, "annual: 100", "F314 the column `a` has 4 months"},
		{year, `{id: a, label: "Nov-Feb"}`, "annual: 100", "F314 the column `a` has 4 months"},
		{year, `{id: a, label: 2025 (12 months)}`, "annual: 100", ""},
		{year, `{id: a, label: 2025 (6 months)}`, "annual: 100, months: 7", "F204 the column `a` has 6 months, not 7"},
		{year, `{id: a, label: Eighteen months}`, "annual: 100, months: 18", ""},
		{year, `{id: a, label: Half-time staff on behalf of the headquarters}`, "annual: 100", ""},
		{year, `{id: approved, label: Approved}`, "annual: 100", ""},
		{year, `{id: approved, label: Approved by the 2024 meeting}`, "annual: 100", ""},
		{two, `{id: approved, label: Approved by the 2024 meeting}`, "annual: 100", "F314 it is not known how many months the column `approved` has"},
		{two, `{id: approved, label: "Approved, 3 March 2025"}`, "annual: 100", "F314 it is not known how many months the column `approved` has"},
		{two, `{id: a, label: "2024"}, {id: b, label: "2025"}, {id: c, label: "2026"}`, "annual: 100", ""},
		{two, `{id: now, label: Biennium 2025–2026}`, "annual: 100", "F314 the column `now` has 24 months"},
		{two, `{id: now, label: First year of the biennium}`, "annual: 100, months: 12", ""},
		{two, "{id: 2018-2019}", "grade: G-1", "F314 the column `2018-2019` has 24 months"},
		{two, "{id: 2018_2019}", "annual: 100", "F314 the column `2018_2019` has 24 months"},
		{two, "{id: 2025-2026}, {id: 2025}", "annual: 100, months: {2025-2026: 24, 2025: 12}", ""},
		// Of months by column that lack one the budget tells (F308).
		{two, "{id: 2025-2026}, {id: 2025}", "annual: 100, months: {2025-2026: 24}", ""},
		{two, "{id: 2025-2026}, {id: 2025}", "annual: 100, months: {2025: 12}", ""},
		{two, "{id: 2025-2026}, {id: 2025}", "annual: 100, months: 24", "F204 the column `2025` has 12 months, not 24"},
		{two, "{id: 2025-2026}", "annual: 100, count: 0", ""},
		{two, "{id: 2025-2026}", "annual: 0", ""},
		{two, "{id: 2025-2026}", "annual: 100, months: {}", ""},
		{year, "{id: 2025-06}", "annual: 100", "F314 it is not known how many months the column `2025-06` has"},
		{more, "", "annual: 100", "F314 the period has 18 months"},
		{more, "", "annual: 100, months: 18", ""},
		{more, "", "annual: 100, months: 19", "F204 the period has 18 months, not 19"},
		{more, "{id: 2025}, {id: 2026}", "annual: 100", "F314 it is not known how many months the column `2026` has"},
		{more, "{id: 2025}, {id: 2026}", "annual: 100, months: {2025: 12, 2026: 6}", ""},
		{fiscal, `{id: a, label: 2023/24}, {id: b, label: 2024/25}, {id: c, label: 2025/26}`, "annual: 100", ""},
		{fiscals, `{id: a, label: 2025/26}, {id: b, label: 2026/27}`, "annual: 100", ""},
		{fiscals, `{id: a, label: 2025/27}`, "annual: 100", "F314 the column `a` has 24 months"},
		{"from: 2025-01-01, to: 2027-12-31", "{id: 2025}, {id: 2026}, {id: 2027}", "annual: 100", ""},
		{"from: 2025-01-01, to: 2027-12-31", "", "annual: 100", "F314 the period has 36 months"},
		{"from: 2026-12-31, to: 2025-01-01", "", "annual: 100", "F210 the period ends before it begins"},
		{year, `{id: a, label: "2025 (as approved in December 2024)"}`, "annual: 100", ""},
	} {
		text := sane("    - {id: rent, label: Rent, fixed: 5}", "    - {id: rent, label: Rent, fixed: 5}\n    - {id: pay, label: Pay, posts: [{title: Director, "+c.post+"}, {title: Deputy, "+c.post+"}]}")
		text = strings.Replace(text, "from: 2025-01-01, to: 2025-12-31", c.period, 1)
		text = strings.Replace(text, "standard_costs: []", "standard_costs: [{grade: G-1, annual: 5}]", 1)
		text = strings.Replace(text, "columns: []", "columns: ["+c.columns+"]", 1)
		_, findings, _ := load(text)
		var got []string
		for i, f := range findings {
			message, _, _ := strings.Cut(f.Message, ", and \"Director\"")
			if f.Rule.Code == "F204" && i > 0 {
				continue // of both posts
			}
			got = append(got, f.Rule.Code+" "+message)
		}
		if all := strings.Join(got, " "); all != c.want {
			t.Errorf("%s, %s, %s:\n%s, want\n%s", c.period, c.columns, c.post, all, c.want)
		}
	}
}
