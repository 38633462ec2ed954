package ordinal

import "testing"

func TestWords(t *testing.T) {
	for n := 1; n <= 100; n++ {
		if got := Of(Word(n)); got != n {
			t.Errorf("%d is %q, which is %d", n, Word(n), got)
		}
	}
	for _, w := range []string{"", "eight", "twenty-tenth", "first-second"} {
		if Of(w) != 0 {
			t.Errorf("%q is no ordinal", w)
		}
	}
}

func TestAdvance(t *testing.T) {
	for text, want := range map[string]string{
		"Seventh Meeting of the States Parties":      "Eighth Meeting of the States Parties",
		"Nineteenth Meeting":                         "Twentieth Meeting",
		"Twentieth Meeting":                          "Twenty-First Meeting",
		"Twenty-first Meeting":                       "Twenty-second Meeting",
		"Twenty-First Meeting":                       "Twenty-Second Meeting",
		"Twenty-Ninth Meeting":                       "Thirtieth Meeting",
		"8MSP":                                       "9MSP",
		"the 21st and 22nd meetings, the 11th":       "the 22nd and 23rd meetings, the 12th",
		"Meeting of the High Contracting Parties":    "Meeting of the High Contracting Parties",
		"Tenth Conference of States Parties (10CSP)": "Eleventh Conference of States Parties (11CSP)",
	} {
		if got := Advance(text, 1); got != want {
			t.Errorf("%q: %q, not %q", text, got, want)
		}
	}
}
