package plan_test

import (
	"strings"
	"testing"
)

// TestContributionsSayWhatAndAmongWhom holds that nothing is shared out twice, of nothing or
// among nobody.
func TestContributionsSayWhatAndAmongWhom(t *testing.T) {
	const one = ", parties: [{party: Austria, scale: 1}]"
	for written, want := range map[string]string{
		"of: total" + one:                                     "",
		"amount: 5" + one:                                     "",
		"of: total, list: scale.csv, sheet: Rates":            "",
		"of: total, amount: 5" + one:                          "these contributions have two amounts: `of` and `amount`",
		"how: equally" + one:                                  "these contributions do not say what is shared out",
		"amount: 5, percent: 5%" + one:                        "this percentage does not say of what",
		"of: total, list: scale.csv" + one:                    "these contributions have two lists of Parties: `list` and `parties`",
		"of: total":                                           "these contributions have no Parties",
		"of: total, parties: []":                              "these contributions have no Parties",
		"of: total, parties: Austria":                         "this must be a list, but it is a single value",
		"of: total, sheet: Rates" + one:                       "`sheet` and `heads` are of a file, but there is no `list`",
		"of: total, how: equally, parts: {scale: 100%}" + one: "these contributions say twice how they are shared out: `how` and `parts`",
	} {
		text := sane("budget:\n", "budget:\n  contributions:\n    - {id: dues, label: Contributions, "+written+"}\n")
		_, findings, _ := load(text)
		var got []string
		for _, f := range findings {
			got = append(got, f.Message)
		}
		if all := strings.Join(got, "; "); all != want {
			t.Errorf("%s: %s, want %s", written, all, want)
		}
	}
}
