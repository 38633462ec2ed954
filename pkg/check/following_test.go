package check_test

import (
	"strings"
	"testing"
)

// TestOneWrongYearIsOneFinding holds that the years after a wrong one are named, not found
// again.
func TestOneWrongYearIsOneFinding(t *testing.T) {
	const head = "budget:\n  currency: USD\n  columns: [{id: 2019}, {id: 2020}, {id: 2021}, {id: 2022}]\n  lines:\n    - {id: s, label: Salaries, base: 100000, growth: 10%, stated: "
	for stated, want := range map[string]string{
		"{2020: 110000, 2021: 121000, 2022: 133100}": "",
		"{2020: 101000, 2021: 121000, 2022: 133100}": "Salaries, 2020: stated 101,000, but computed 110,000 (100,000 and 10%); the difference is -9,000; 2021, 121,000, is right for 110,000",
		"{2020: 101000, 2021: 111100, 2022: 122210}": "Salaries, 2020: stated 101,000, but computed 110,000 (100,000 and 10%); the difference is -9,000; 2021 and 2022 follow from it",
		"{2020: 101000}": "Salaries, 2020: stated 101,000, but computed 110,000 (100,000 and 10%); the difference is -9,000; 2021 and 2022 follow from it",
		"{2020: 101000, 2021: 111100, 2022: 133100}": "Salaries, 2020: stated 101,000, but computed 110,000 (100,000 and 10%); the difference is -9,000; 2021 follows from it",
		"{2021: 112000, 2022: 123200}":               "Salaries, 2021: stated 112,000, but computed 121,000 (110,000 and 10%); the difference is -9,000; 2022 follows from it",
		"{2019: 10000, 2020: 110000}":                "Salaries, 2019: stated 10,000, but computed 100,000; the difference is -90,000; 2020, 110,000, is right for 100,000",
		"{2022: 133000}":                             "Salaries, 2022: stated 133,000, but computed 133,100 (121,000 and 10%); the difference is -100",
		"{2020: 100000, 2021: 110000, 2022: 121000}": "Salaries, 2020: stated 100,000, but computed 110,000 (100,000 and 10%); the difference is -10,000; 2021 and 2022 follow from it",
	} {
		var got []string
		for _, f := range run(t, "plan", complete(head+stated+"}\n")) {
			if f.Rule.Name == "stated-differs" {
				message, _, _ := strings.Cut(f.Message, "; likely cause")
				got = append(got, message)
			}
		}
		if strings.Join(got, "\n") != want {
			t.Errorf("%s: got\n%s\nwant\n%s", stated, strings.Join(got, "\n"), want)
		}
	}
}
