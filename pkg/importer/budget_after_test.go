package importer

import (
	"slices"
	"strings"
	"testing"
)

// TestRowsAfterTheTotal: what stands behind the total is a row of the plan where that is certain,
// and is kept for a person where it is not. None of it is ever a line.
func TestRowsAfterTheTotal(t *testing.T) {
	const table = "Cost | 2026 | 2027 | Total\nStaff | 100 | 200 | 300\nTravel | 300 | 400 | 700\nTotal | 400 | 600 | 1,000\n"
	for rows, want := range map[string]string{
		"Reserve | 60 | 90 | 150\n":               "after_total: - id: reserve label: Reserve fixed: 2026: 60 2027: 90",
		"Reserve | 60 | 60 | 60\n":                "after_total: - id: reserve label: Reserve fixed: 60 level: true",
		"Reserve (15%) | 60 | 90 | 150\n":         "label: \"Reserve (15%)\" percent: 15% of: [total]",
		"Reserve (15%) | 60 | 91 | 151\n":         "label: \"Reserve (15%)\" fixed: 2026: 60 2027: 91",
		"Reserve | 60 | 90 | 149\n":               "# review: the table row 5: Reserve | 60 | 90 | 149",
		"Exchange rate | 1.085 | 1.1 |\n":         "# review: the table row 5: Exchange rate | 1.085 | 1.1",
		"Number of posts | 3 | 4 | 7\n":           "# review: the table row 5: Number of posts | 3 | 4 | 7",
		"Income | 350 | 600 | 950\n":              "# review: the table row 5: Income | 350 | 600 | 950",
		"Total and reserve | 460 | 690 | 1,150\n": "# review: the table row 5: Total and reserve | 460 | 690 | 1,150",
		"Host country | 100 | 100 | 200\nAssessed contributions | 300 | 500 | 800\nTotal | 400 | 600 | 1,000\nTrust fund | | |\nOpening balance | 50 | 50 | 50\nIncome | 400 | 600 | 1,000\nSpent | −400 | −600 | −1,000\nClosing balance | 50 | 50 | 50\n": "label: Trust fund balance: opening: 50 in: [financing] out: [total] labels: out: Spent",
		"Trust fund | | |\nOpening balance | 50 | 50 | 50\nIncome | 400 | 600 | 1,000\nSpent | −400 | −600 | −1,000\nClosing balance | 50 | 50 | 50\n":                                                                                                      "# review: the table row 8: Spent | −400 | −600 | −1,000",
		"Trust fund | | |\nOpening balance | 50 | 60 | 50\nIncome | 400 | 600 | 1,000\nSpent | −400 | −600 | −1,000\nClosing balance | 50 | 60 | 50\n":                                                                                                      "# review: the table row 8: Spent | −400 | −600 | −1,000",
		"Host country | 100 | 100 | 200\nAssessed contributions | 300 | 500 | 800\nTotal | 400 | 600 | 1,000\n":                                                                                                                                             "financing: - id: host-country label: Host country fixed: 100 source: host - id: assessed-contributions label: Assessed contributions fixed: 2026: 300 2027: 500 source: assessed",
		"Gift | 100 | 100 | 200\nAssessed contributions | 300 | 500 | 800\nTotal | 400 | 600 | 1,000\n":                                                                                                                                                     "financing: - id: gift # review: the file does not say of which kind this money is: assessed, voluntary, host, carry-over, draw-down, reserve, other label: Gift fixed: 100 source: other",
	} {
		d, _ := readBudget([]grid{gridOf("the table", table+rows, false)}, nil, budgetOptions{currency: "CHF"})
		text := planOf(t, d)
		if plan := strings.Join(strings.Fields(text), " "); !strings.Contains(plan, want) {
			t.Errorf("%s: no %q in %s", rows, want, plan)
		}
		if n := len(d.lines); n != 2 {
			t.Errorf("%s: %d lines", rows, n)
		}
		if _, faults := compiled(t, text); slices.ContainsFunc(faults, isFault) {
			t.Errorf("%s: %v", rows, faults)
		}
	}
}

// TestBalancesOfYears: a balance is carried from year to year, and not from approved to revised.
func TestBalancesOfYears(t *testing.T) {
	for heads, want := range map[string]int{"2026 | 2027": 1, "Approved | Revised": 0, "2026 approved | 2026 revised": 0} {
		table := "Cost | " + heads + "\nStaff | 100 | 200\nTravel | 300 | 400\nTotal | 400 | 600\nHost country | 100 | 100\nAssessed contributions | 300 | 500\nTotal | 400 | 600\nFund | |\nOpening | 50 | 50\nIncome | 400 | 600\nSpent | −400 | −600\nClosing | 50 | 50\n"
		d, _ := readBudget([]grid{gridOf("the table", table, false)}, nil, budgetOptions{currency: "CHF"})
		if got := len(d.after); got != want {
			t.Errorf("%s: %d balances", heads, got)
		}
	}
}

// TestColumnsThatFollow: a column follows from others where its figures say so; one in per cent is
// never money.
func TestColumnsThatFollow(t *testing.T) {
	for table, want := range map[string]string{
		"Cost | Budget | Outturn | Left | % spent\nStaff | 200 | 150 | 50 | 75\nTravel | 100 | 90 | 10 | 90\nTotal | 300 | 240 | 60 | 80\n": "id: left label: Left difference: [budget, outturn]",
		"Cost | Budget | Outturn | % spent\nStaff | 200 | 150 | 75\nTravel | 100 | 90 | 90\nTotal | 300 | 240 | 80\n":                       "id: spent label: \"% spent\" percent_of: [budget, outturn]",
		"Cost | Budget | Outturn | % done\nStaff | 200 | 150 | 20\nTravel | 100 | 90 | 30\nTotal | 300 | 240 | 25\n":                        "# review: the file has also: % done 20",
		"Cost | Budget | Outturn | Weeks\nStaff | 200 | 150 | 52\nTravel | 100 | 90 | 10\nTotal | 300 | 240 |\n":                            "# review: the file has also: Weeks 52",
	} {
		d, _ := readBudget([]grid{gridOf("the table", table, false)}, nil, budgetOptions{currency: "CHF"})
		text := planOf(t, d)
		if plan := strings.Join(strings.Fields(text), " "); !strings.Contains(plan, want) {
			t.Errorf("no %q in %s", want, plan)
		}
		if _, faults := compiled(t, text); slices.ContainsFunc(faults, isFault) {
			t.Errorf("%s: %v", table, faults)
		}
	}
}

// isFault reports a finding on the figures: not one on what a person has to look at, or on the period
// of the plan around them.
func isFault(f string) bool {
	return !strings.Contains(f, "review at") && !strings.Contains(f, "main-column")
}
