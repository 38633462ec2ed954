package language_test

import (
	"testing"
	"time"

	"pgregory.net/rapid"

	"github.com/isuplan/isuplan/pkg/language"
	"github.com/isuplan/isuplan/pkg/source"
	"github.com/isuplan/isuplan/templates"
)

// TestDaysAreRead: what a language writes of days, it reads again, in texts and in mastheads.
func TestDaysAreRead(t *testing.T) {
	var all []*language.Language
	for _, code := range []string{"en", "fr", "es", "ru"} {
		text, err := templates.Files.ReadFile("languages/" + code + ".yaml")
		if err != nil {
			t.Fatal(err)
		}
		l, findings, ok := language.Load(source.NewFile(code+".yaml", text))
		if !ok || len(findings) > 0 {
			t.Fatal(findings)
		}
		all = append(all, l, l.InMasthead())
	}
	rapid.Check(t, func(t *rapid.T) {
		l := rapid.SampledFrom(all).Draw(t, "language")
		from := time.Date(2018, 1, 1, 0, 0, 0, 0, time.UTC).AddDate(0, 0, rapid.IntRange(0, 800).Draw(t, "from"))
		to := from.AddDate(0, 0, rapid.IntRange(1, 500).Draw(t, "days"))
		if got, _, ok := l.ReadDays(l.Day(from), false); !ok || !got.Equal(from) {
			t.Fatalf("%q is read as %v", l.Day(from), got)
		}
		if a, b, ok := l.ReadDays(l.Range(from, to), true); !ok || !a.Equal(from) || !b.Equal(to) {
			t.Fatalf("%q is read as %v to %v", l.Range(from, to), a, b)
		}
	})
}

// TestRussianMastheads: documents in Russian have their date in English there, and in Russian in texts.
func TestRussianMastheads(t *testing.T) {
	text, err := templates.Files.ReadFile("languages/ru.yaml")
	if err != nil {
		t.Fatal(err)
	}
	l, _, _ := language.Load(source.NewFile("ru.yaml", text))
	day := time.Date(2017, 6, 12, 0, 0, 0, 0, time.UTC)
	if got := l.InMasthead().Day(day) + ", " + l.InMasthead().Tongue("ru"); got != "12 June 2017, Russian" {
		t.Error(got)
	}
	if got := l.Day(day) + ", " + l.Tongue("ru"); got != "12 июня 2017 года, русский" {
		t.Error(got)
	}
}
