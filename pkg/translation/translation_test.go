package translation_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/isuplan/isuplan/pkg/language"
	"github.com/isuplan/isuplan/pkg/plan"
	"github.com/isuplan/isuplan/pkg/source"
	"github.com/isuplan/isuplan/pkg/translation"
)

const english = `language: en
name: English
months: [January, February, March, April, May, June, July, August, September, October, November, December]
dates: {day: D, range_in_month: D, range_in_year: D, range: D, years: D}
numbers: {thousands: ",", decimal: ".", amount: A, percent: P, days: D, small: [none, one, two, three]}
`

const french = `language: fr
name: français
months: [janvier, février, mars, avril, mai, juin, juillet, août, septembre, octobre, novembre, décembre]
dates: {day: D, range_in_month: D, range_in_year: D, range: D, years: D}
numbers: {thousands: " ", decimal: ",", amount: A, percent: P, days: D, small: [aucun, un, deux, trois]}
`

func version(t *testing.T, text, words string) translation.Version {
	t.Helper()
	p, findings, _ := plan.Load(source.NewFile("plan.yaml", []byte(text)))
	for _, f := range findings {
		t.Fatal(f.Message)
	}
	l, findings, ok := language.Load(source.NewFile("words.yaml", []byte(words)))
	if !ok {
		t.Fatal(findings)
	}
	return translation.Version{Name: "plan.yaml", Plan: p, Language: l}
}

const form = `isuplan: 1
document: {convention: C, unit: U, date: 2017-06-06}
period: {from: 2018-01-01, to: 2018-12-31}
outcomes: []
assumptions:
  - TEXT
budget: {currency: CHF, lines: [{id: a, label: A, fixed: AMOUNT}]}
`

func with(text, amount string) string {
	return strings.NewReplacer("TEXT", `"`+text+`"`, "AMOUNT", amount).Replace(form)
}

// TestFiguresOfTwoLanguages: numbers, dates and small numbers in words are compared in what they
// say, not in how they are written.
func TestFiguresOfTwoLanguages(t *testing.T) {
	for name, c := range map[string]struct {
		left, right         string
		onlyLeft, onlyRight string
	}{
		"thousands":          {"It costs CHF 465,440.", "Cela coûte 465 440 CHF.", "", ""},
		"no-break thousands": {"It costs CHF 1,465,440.", "Cela coûte 1\u202f465\u00a0440 CHF.", "", ""},
		"decimals":           {"It is 18.50 per cent.", "C'est 18,5 pour cent.", "", ""},
		"dates":              {"on 6 June 2017 and 1 August 2010", "le 6 juin 2017 et le 1er août 2010", "", ""},
		"a list of numbers":  {"in 2018, 100 States", "en 2018, 100 États", "", ""},
		"another figure":     {"It costs CHF 465,440.", "Cela coûte 456 440 CHF.", "465,440", "456 440"},
		"another month":      {"on 6 June 2017", "le 6 juillet 2017", "June", "juillet"},
		"another day":        {"on 6 June 2017", "le 7 juin 2017", "6", "7"},
		"words for digits":   {"two meetings and 3 trips", "2 réunions et trois voyages", "", ""},
		"only words":         {"two meetings", "des réunions", "", ""},
		"one is lost":        {"6 trips, 3 long and 3 short", "6 voyages, dont 3 longs", "3", ""},
		"sentence end":       {"It was 2017.", "C'était 2017.", "", ""},
		"decimals of nil":    {"CHF 100.00", "CHF 100", "", ""},
	} {
		got := translation.Compare(version(t, with(c.left, "1000"), english), version(t, with(c.right, "1000.00"), french))
		var left, right []string
		for _, p := range got.Differences() {
			left, right = append(left, p.OnlyLeft...), append(right, p.OnlyRight...)
		}
		if strings.Join(left, "; ") != c.onlyLeft || strings.Join(right, "; ") != c.onlyRight {
			t.Errorf("%s: only left %q, only right %q", name, left, right)
		}
	}
}

// TestValuesAreTheSame: a value is the same in all languages, whatever its form.
func TestValuesAreTheSame(t *testing.T) {
	got := translation.Compare(version(t, with("A", "1000"), english), version(t, with("B", "1001"), french)).Differences()
	if len(got) != 1 || got[0].Left.Text != "1000" || got[0].Right.Text != "1001" || got[0].IsText {
		t.Errorf("got %+v", got)
	}
}

// TestWhatHasNoCounterpart is found on both sides, in the order of the document.
func TestWhatHasNoCounterpart(t *testing.T) {
	left := strings.Replace(with("A", "1"), "outcomes: []", "outcomes: [{id: a, text: A}, {id: b, text: B}, {id: c, text: C}]", 1)
	right := strings.Replace(with("A", "1"), "outcomes: []", "outcomes: [{id: a, text: A}, {id: x, text: X}, {id: c, text: C}, {id: d, text: D}]", 1)
	got := translation.Compare(version(t, left, english), version(t, right, french))
	var places []string
	for _, p := range got.Differences() {
		side := "right"
		if p.Right.Node.IsZero() {
			side = "left"
		}
		places = append(places, side+" "+p.Place)
	}
	if want := []string{"left outcomes/b", "right outcomes/x", "right outcomes/d"}; !slices.Equal(places, want) {
		t.Errorf("got %q, want %q", places, want)
	}
}

// TestAVersionIsItself: no plan differs from itself.
func TestAVersionIsItself(t *testing.T) {
	v := version(t, with("It costs CHF 465,440 on 6 June 2017, two times.", "12.5"), english)
	if got := translation.Compare(v, v).Differences(); len(got) != 0 {
		t.Errorf("%+v", got)
	}
}
