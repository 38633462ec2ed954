package number_test

import (
	"fmt"
	"strings"
	"testing"
	"unicode/utf8"

	"pgregory.net/rapid"

	"github.com/isuplan/isuplan/pkg/number"
)

var kinds = map[number.Kind]string{number.Plain: "plain", number.Amount: "amount", number.Count: "count", number.Rate: "rate", number.Share: "share",
	number.Duration: "duration", number.Year: "year", number.Date: "date", number.Ordinal: "ordinal", number.Label: "label"}

// written says what was read: "amount 345054 CHF".
func written(s string) string {
	var list []string
	for _, n := range number.Read(s).Numbers {
		text := kinds[n.Kind] + " " + n.Value.String()
		if n.Kind == number.Label || n.Kind == number.Date {
			text = kinds[n.Kind]
		}
		if n.Low != nil {
			text = kinds[n.Kind] + " " + n.Low.String() + "–" + n.Value.String()
		}
		if n.Hedged {
			text += " about"
		}
		list = append(list, strings.TrimSpace(text+" "+n.Currency+n.Unit))
	}
	return strings.Join(list, "; ")
}

func TestKinds(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"CHF 345'054 and 345,054 francs", "amount 345054 CHF; amount 345054 francs"},
		{"CHF 345’054.50, 345 054 CHF", "amount 345054.5 CHF; amount 345054 CHF"},
		{"1.2 million Swiss francs, US$ 100,000, $5", "amount 1200000 about francs; amount 100000 US$; amount 5 $"},
		{"CHF 1.2m", "amount 1200000 about CHF"},
		{"amounting to 355,045, is paid", "plain 355045"},
		{"20%, 20 per cent, 19.5 percent, 19,5 %, twenty per cent", "rate 20; rate 20; rate 19.5; rate 19.5; rate 20"},
		{"0.8 FTE, 2.5 full-time equivalents, half-time, full time, a three-quarter time post", "share 80; share 250; share 50; share 100; share 75"},
		{"five missions, forty-five States, one hundred and twelve States Parties", "count 5; count 45; count 112"},
		{"twenty two missions, two thousand three hundred copies", "count 22; count 2300"},
		{"between five and six missions", "count 5–6"},
		{"5 – 6 trips, five to six trips, five or six trips", "count 5–6; count 5–6; count 5–6"},
		{"nine months, 60 working days, a three-month contract, twelve work-months", "duration 9 month; duration 60 day; duration 3 month; duration 12 month"},
		{"in 2018, 2016–2020 and the 2024 budget", "year 2018; year 2016; year 2020; year 2024"},
		{"4-6 September 2017, 30 August to 2 September 2017, 1 June 2024, June 2024, 8 and 9 May", "date; date; date; date; date; date; date; date; date; date; date"},
		{"2017-09-04, at 10:30 or 3 p.m.", "date; date; date; label; label; label"},
		{"the second, the 21st session, two thirds of them", "ordinal 21; ordinal 2"},
		{"Article 5 missions, Articles 3 and 4, paragraph 5 (a), actions 1, 2 and 3", "label; label; label; label; label; label; label"},
		{"CCM/MSP/2017/9, A/RES/60/1, P-4, COVID-19, 13MSP, 4.2.2, No. 5, Rev.1", "label; label; label; label; label; label; label; label; label; label"},
		{"workshop number 17 on reporting, Workshop 17, Phase 2", "label; label; label"},
		{"call 022-345054-1 or +41 22 917", "label; label; label; label; label"},
		{"up to five missions, about CHF 345,000, at least 10 requests, more than 25", "count 5 about; amount 345000 about CHF; count 10 about; plain 25 about"},
		{"15 of 32 applications", "plain 15; count 32"},
		{"${budget.travel.quantity} trips for 2 persons", "count 2"},
		{"see https://example.org/2024/12 and a.b2@example.org", "label; label"},
		{"no one, someone, tension, weighty, oneself", "label"},
		{"(a) or (3) the rest", "label"},
	} {
		if got := written(c.text); got != c.want {
			t.Errorf("%q:\n%s, want\n%s", c.text, got, c.want)
		}
	}
}

// TestWordsLoseNothing holds that words stand where they say, one behind the other, and
// that numbers are made of them.
func TestWordsLoseNothing(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := strings.Join(rapid.SliceOfN(rapid.SampledFrom([]string{"CHF", " ", "1", "345,054", ".", ",", "-", "–", "five", "twenty-", "hundred", "and", "million",
			"%", "per cent", "May", "2017", "é", "\u00a0", "${", "}", "x", "/", "(", "FTE", "half-time", "to", "\xff"}), 0, 14).Draw(t, "text"), "")
		text, end := number.Read(s), 0
		for _, w := range text.Words {
			if w.From < end || w.To <= w.From || s[w.From:w.To] != w.Text {
				t.Fatalf("%q: %+v after %d", s, w, end)
			}
			end = w.To
		}
		next := 0
		for _, n := range text.Numbers {
			if n.First < next || n.Next <= n.First || n.Next > len(text.Words) || n.From > n.To || n.To > len(s) {
				t.Fatalf("%q: %+v after %d", s, n, next)
			}
			next = n.Next
		}
		if len(text.Numbers) > 0 && !number.HasNumber(s) && !strings.ContainsAny(s, "\u00a0é-–/${}(.,%") && utf8.ValidString(s) {
			t.Fatalf("%q has a number", s)
		}
	})
}

func Example() {
	for _, n := range number.Read("Six missions at CHF 3,000 each under Article 5, in 2018").Numbers {
		fmt.Println(n.Value, kinds[n.Kind])
	}
	// Output:
	// 6 count
	// 3000 amount
	// 5 label
	// 2018 year
}
