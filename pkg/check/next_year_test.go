package check_test

import (
	"fmt"
	"testing"
)

// foundBy returns what a rule says of a plan.
func foundBy(t *testing.T, code, text string) string {
	t.Helper()
	for _, f := range run(t, "plan.yaml", text) {
		if f.Rule.Code == code {
			return f.Message
		}
	}
	return ""
}

func TestNextMeeting(t *testing.T) {
	for _, c := range [][4]string{
		{"Sixth Meeting of the States Parties", "Eighth Meeting of the States Parties", "8MSP", "the meeting is the sixth, and the next one is called the eighth"},
		{"Sixth Meeting of the States Parties", "Sixth Meeting of States Parties", "6MSP", "the meeting is the sixth, and the next one is called the sixth"},
		{"12th Meeting of the States Parties", "14th Meeting of the States Parties", "", "the meeting is the twelfth, and the next one is called the fourteenth"},
		{"Sixth Meeting of the States Parties", "Seventh Meeting of the States Parties", "8MSP", "the next meeting is the seventh, and its abbreviation has the number 8"},
		{"Sixth Meeting of the States Parties", "Seventh Meeting of States Parties", "7MSP", ""},
		{"Twenty-ninth Meeting", "Thirtieth Meeting", "MSP30", ""},
		{"Sixth Meeting of the States Parties", "Second Review Conference", "2RC", ""},
		{"Second Review Conference", "Eleventh Meeting of the States Parties", "11MSP", ""},
		{"Meeting of Experts", "Eighth Meeting of Experts", "", ""},
		{"Third Session of the Fifth Conference", "Eighth Session of the Fifth Conference", "", ""},
	} {
		short := ""
		if c[2] != "" {
			short = ", next_short: " + c[2]
		}
		got := foundBy(t, "D117", fmt.Sprintf(`isuplan: 1
document: {convention: C, unit: U, date: 2024-06-03, meeting: {name: %s, place: Geneva, from: 2024-09-09, to: 2024-09-10, next: %s%s}}
period: {from: 2025-01-01, to: 2025-12-31}
outcomes: []
budget: {currency: CHF, lines: [{id: a, label: Alpha, fixed: 1}]}
`, c[0], c[1], short))
		if got != c[3] {
			t.Errorf("%s, %s, %s: got %q, want %q", c[0], c[1], c[2], got, c[3])
		}
	}
}

func TestMainColumn(t *testing.T) {
	three := "{id: 2025}, {id: 2026}, {id: 2027}, {id: total, sum: [2025, 2026, 2027]}"
	for _, c := range []struct{ from, to, columns, want string }{
		{"2026-01-01", "2026-12-31", "{id: 2024}, {id: 2025, main: true}", "the main column “2025” is of 2025, but the period is 1 January to 31 December 2026"},
		{"2026-01-01", "2026-12-31", "{id: a, label: 2025 (approved)}, {id: b, label: 2024 (proposed)}", "the main column “2024 (proposed)” is of 2024, but the period is 1 January to 31 December 2026"},
		{"2026-01-01", "2028-12-31", three, "the main column “total” is of 2025, 2026 and 2027; the period 1 January 2026 to 31 December 2028 has 2028 too"},
		{"2028-01-01", "2030-12-31", three, "the main column “total” is of 2025, 2026 and 2027, but the period is 1 January 2028 to 31 December 2030"},
		{"2025-01-01", "2026-12-31", three, ""},
		{"2025-01-01", "2028-12-31", three, "the main column “total” is of 2025, 2026 and 2027; the period 1 January 2025 to 31 December 2028 has 2028 too"},
		{"2025-01-01", "2026-12-31", "{id: 2024}, {id: 2025, main: true}", "the main column “2025” is of 2025; the period 1 January 2025 to 31 December 2026 has 2026 too"},
		{"2025-01-01", "2027-12-31", three, ""},
		{"2025-01-01", "2026-12-31", "{id: 2025}, {id: 2026}", ""},
		{"2026-01-01", "2026-12-31", "{id: 2025}, {id: 2026}", ""},
		{"2026-01-01", "2026-12-31", "{id: approved}, {id: proposed, main: true}", ""},
		{"2025-01-01", "2026-12-31", "{id: a, label: 2025–2026}", ""},
		{"2025-01-01", "2026-12-31", "{id: a, label: 2025/26}", ""},
		{"2025-07-01", "2026-06-30", "{id: 2024}, {id: 2025, main: true}", ""},
		{"2025-07-01", "2027-06-30", "{id: a, label: 2025/26}, {id: b, label: 2026/27}, {id: t, label: Total, sum: [a, b]}", ""},
		{"2026-01-01", "2026-12-31", "{id: a, label: 2026 at rates of 2025}", ""},
	} {
		got := foundBy(t, "D116", fmt.Sprintf(`isuplan: 1
document: {convention: C, unit: U, date: 2024-06-03}
period: {from: %s, to: %s}
outcomes: []
budget: {currency: CHF, columns: [%s], lines: [{id: a, label: Alpha, fixed: 1}]}
`, c.from, c.to, c.columns))
		if got != c.want {
			t.Errorf("%s to %s, %s:\n got %q\nwant %q", c.from, c.to, c.columns, got, c.want)
		}
	}
}

func TestPeriodLength(t *testing.T) {
	for period, want := range map[string]string{
		"{from: 2018-01-01, to: 2108-12-31}": "the period 1 January 2018 to 31 December 2108 has 91 years",
		"{from: 1925-01-01, to: 2025-12-31}": "the period 1 January 1925 to 31 December 2025 has 101 years",
		"{from: 2018-01-01, to: 2018-12-31}": "",
		"{from: 2018-01-01, to: 2020-12-31}": "",
		"{from: 2018-07-01, to: 2028-06-30}": "",
		"{from: 1999-01-01, to: 2001-12-31}": "",
	} {
		got := foundBy(t, "D115", "isuplan: 1\ndocument: {convention: C, unit: U, date: 2017-06-03}\nperiod: "+period+"\noutcomes: []\nbudget: {currency: CHF, lines: [{id: a, label: Alpha, fixed: 1}]}\n")
		if got != want {
			t.Errorf("%s: got %q, want %q", period, got, want)
		}
	}
}
