package check

import "testing"

func TestBackwardRanges(t *testing.T) {
	for text, want := range map[string]string{
		"in 2019-2017":                              "2019-2017",
		"the plan 2019–2017.":                       "2019–2017",
		"the period from 2019 to 2017":              "2019 to 2017",
		"between 2019 and 2017, reports":            "2019 and 2017",
		"paragraphs 12-9 of the report":             "12-9",
		"paragraphs 12 to 9":                        "12 to 9",
		"Articles 9–7":                              "9–7",
		"on 8–6 September 2025":                     "8–6",
		"from 8 to 6 September":                     "8 to 6",
		"from 3 March to 1 February":                "3 March to 1 February",
		"3 March 2025 – 1 February 2025":            "3 March 2025 – 1 February 2025",
		"from 2025-03-03 to 2025-02-01":             "2025-03-03 to 2025-02-01",
		"8 September to 6 September":                "8 September to 6 September",
		"2017–2019":                                 "",
		"2019-12":                                   "",
		"document 2019-2017/4":                      "",
		"CCM/2019-2017":                             "",
		"tel. 022-2019-2017":                        "",
		"fell from 2019 to 2017 francs":             "",
		"paragraphs 9–12":                           "",
		"paragraph 12 to 9 States":                  "",
		"from 28 November to 3 January":             "",
		"from 20 December to 1 February 2026":       "",
		"28 February – 1 March":                     "",
		"from 3 March 2024 to 1 February 2025":      "",
		"6–8 September":                             "",
		"reduced from 10 to 5 per cent":             "",
		"sections 12 to 9.5":                        "",
		"between 2017 and 2019":                     "",
		"the session of 30 June to 4 July 2025":     "",
		"resolution 61-60":                          "",
		"from 31 February to 1 January":             "",
		"from 15 September 2025 to 12 January 2026": "",
	} {
		got := ""
		for _, r := range backward(text, namesMonth(text)) {
			got += text[r.from:r.to]
		}
		if got != want {
			t.Errorf("%q: got %q, want %q", text, got, want)
		}
	}
}
