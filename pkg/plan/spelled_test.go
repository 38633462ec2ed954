package plan_test

import (
	"strings"
	"testing"
)

// TestAmountsOfOtherCountries holds what is said of amounts as half of Europe, and other
// parts of the world, write them, wherever they stand.
func TestAmountsOfOtherCountries(t *testing.T) {
	for written, want := range map[string]string{
		"fixed: 1.234,50":                                   "F204 1234.50",
		`fixed: "1,234"`:                                    "F204 1234, or 1.2340",
		"fixed: 1'234":                                      "F204 1234",
		"fixed: 1 234,50":                                   "F204 1234.50",
		"fixed: 1_234":                                      "F204 1234",
		"fixed: 1e3":                                        "F204 all its digits out: 1000",
		"fixed: 12\u00a0500":                                "F204 12500",
		"fixed: １８０":                                        "F204 180",
		"fixed: ١٨٠":                                        "F204 180",
		"fixed: CHF 180'000":                                "F204 180000",
		"fixed: {a: 1,234, b: 2}":                           "F204 1234, or 1.2340",
		"fixed: {a: 1,234,567, b: 2}":                       "F204 1234567",
		"fixed: {a: 12,5, b: 2}":                            "F204 12.5",
		"fixed: {a: 1,234.50, b: 2}":                        "F204 1234.50",
		"fixed: {a: 1.234,50, b: 2}":                        "F204 1234.50",
		"fixed: {a: 1.234, b: 2}":                           "F310 1234 if",
		"percent: \"12,5%\", of: [z]":                       "F204 12.5%",
		"percent: \"1,250%\", of: [z]":                      "F204 1250% or 1.25%",
		"percent: 12.500%, of: [z]":                         "",
		"units: [{item: trip, quantity: 1,5, cost: 3}]":     "F204 1.5",
		"units: [{item: trip, quantity: 2, cost: 1,500}]":   "F204 1500, or 1.5",
		"units: [{item: trip, quantity: 2, cost: 1.500}]":   "F310 1500 if",
		"units: [{item: trip, quantity: 1.500, cost: 1.5}]": "",
	} {
		text := sane("    - {id: rent, label: Rent, fixed: 5}", "    - {id: z, label: Z, fixed: 1}\n    - {id: rent, label: Rent, "+written+"}")
		text = strings.Replace(text, "columns: []", "columns: [{id: a}, {id: b}]", 1)
		if !strings.Contains(written, ", ") && strings.HasPrefix(written, "fixed: ") { // as block style has it
			text = strings.Replace(text, "{id: rent, label: Rent, "+written+"}", "id: rent\n      label: Rent\n      "+written, 1)
		}
		_, findings, _ := load(text)
		var got []string
		for _, f := range findings {
			got = append(got, f.Rule.Code+" "+strings.TrimPrefix(f.Hint, "write "))
		}
		if all := strings.Join(got, "\n"); !strings.HasPrefix(all, want) || len(got) > 1 || want == "" && all != "" {
			t.Errorf("%s: %s, want %s", written, all, want)
		}
	}
}
