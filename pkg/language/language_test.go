package language_test

import (
	"strings"
	"testing"
	"time"

	"github.com/isuplan/isuplan/pkg/language"
	"github.com/isuplan/isuplan/pkg/money"
	"github.com/isuplan/isuplan/pkg/schema"
	"github.com/isuplan/isuplan/pkg/source"
	"github.com/isuplan/isuplan/templates"
)

// english is the language that comes with isuplan, with some of its text replaced.
func english(t *testing.T, replaced ...string) *language.Language {
	t.Helper()
	text, err := templates.Files.ReadFile("languages/en.yaml")
	if err != nil {
		t.Fatal(err)
	}
	l, findings, ok := language.Load(source.NewFile("en.yaml", []byte(strings.NewReplacer(replaced...).Replace(string(text)))))
	if !ok {
		t.Fatal(findings)
	}
	return l
}

func plural(one, few, many, other string) language.Plural {
	at := func(s string) source.At[string] {
		n, _ := source.Parse(source.NewFile("x.yaml", []byte(s)))
		return source.At[string]{Value: s, Node: n}
	}
	p := language.Plural{Other: at(other)}
	if one != "" {
		p.One = at(one)
	}
	if few != "" {
		p.Few, p.Many = at(few), at(many)
	}
	return p
}

func TestCount(t *testing.T) {
	en := english(t)
	ru := english(t, "language: en", "language: ru", "small: [none, one, two, three, four, five, six, seven, eight, nine]", "small: [ноль]")
	lines := plural("one line", "", "", "${number} lines (${digits})")
	strok := plural("${number} строка", "${number} строки", "${number} строк", "${number} строки и часть")
	for _, c := range []struct {
		l    *language.Language
		p    language.Plural
		n    int
		want string
	}{
		{en, lines, 1, "one line"}, {en, lines, 2, "two lines (2)"}, {en, lines, 0, "none lines (0)"}, {en, lines, 9, "nine lines (9)"},
		{en, lines, 10, "10 lines (10)"}, {en, lines, 1234, "1,234 lines (1,234)"}, {en, plural("", "", "", "all"), 1, "all"},
		{ru, strok, 1, "1 строка"}, {ru, strok, 3, "3 строки"}, {ru, strok, 11, "11 строк"}, {ru, strok, 21, "21 строка"}, {ru, strok, 0, "ноль строк"},
	} {
		if got := c.l.Count(c.n, c.p); got != c.want {
			t.Errorf("%s, %d: got %q, want %q", c.l.Code.Value, c.n, got, c.want)
		}
	}
}

func TestFiguresAndDates(t *testing.T) {
	l := english(t, `thousands: ","`, `thousands: " "`, `decimal: "."`, `decimal: ","`)
	day := func(s string) time.Time {
		d, err := time.Parse(time.DateOnly, s)
		if err != nil {
			t.Fatal(err)
		}
		return d
	}
	number, bad := money.Parse("1234567.5")
	if bad != nil {
		t.Fatal(bad)
	}
	for got, want := range map[string]string{
		l.Number(number, 2):                           "1 234 567,50",
		l.Amount("CHF", number, 0):                    "CHF 1 234 567,5",
		l.Percent(money.Hundred):                      "100%",
		l.Days(money.Hundred):                         "100 days",
		l.Years(2025, 2025):                           "2025",
		l.Years(2025, 2026):                           "2025–2026",
		l.Day(day("2017-06-06")):                      "6 June 2017",
		l.Range(day("2017-09-04"), day("2017-09-06")): "4–6 September 2017",
		l.Range(day("2017-08-30"), day("2017-09-06")): "30 August to 6 September 2017",
		l.Range(day("2017-12-30"), day("2018-01-02")): "30 December 2017 to 2 January 2018",
		l.Range(day("2017-12-30"), day("2017-12-30")): "30 December 2017",
		l.And(nil):                          "",
		l.And([]string{"a"}):                "a",
		l.And([]string{"a", "b"}):           "a and b",
		l.And([]string{"a", "b", "c"}):      "a, b and c",
		language.Fill("${a}${b}", "a", "x"): "x${b}",
	} {
		if got != want {
			t.Errorf("got %q, want %q", got, want)
		}
	}
}

// TestWhatALanguageLacks: a language without a month, or with half of the words of a
// comparison, says what is missing.
func TestWhatALanguageLacks(t *testing.T) {
	text, err := templates.Files.ReadFile("languages/en.yaml")
	if err != nil {
		t.Fatal(err)
	}
	for old, c := range map[string]struct{ new, want string }{
		"[January, ":                  {"[", "twelve months"},
		"    stays: The budget stays": {"    other: The budget stays", "no `stays`"},
	} {
		_, findings, _ := language.Load(source.NewFile("en.yaml", []byte(strings.Replace(string(text), old, c.new, 1))))
		found := ""
		for _, f := range findings {
			found += f.Message + "; "
		}
		if !strings.Contains(found, c.want) {
			t.Errorf("with %q: %s", c.new, found)
		}
	}
}

func TestEntry(t *testing.T) {
	list := []schema.Entry[source.At[string]]{{Key: source.At[string]{Value: "rate"}, Value: source.At[string]{Value: "taux"}}}
	if got := language.Entry(list, "rate"); got != "taux" {
		t.Errorf("rate is %q", got)
	}
	if got := language.Entry(list, "basis"); got != "basis" {
		t.Errorf("what has no word is %q", got)
	}
}
