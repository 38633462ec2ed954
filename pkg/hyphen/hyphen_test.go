package hyphen_test

import (
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"pgregory.net/rapid"

	"github.com/isuplan/isuplan/pkg/hyphen"
)

// divided is a word with hyphens where it may be divided.
func divided(p *hyphen.Patterns, word string) string {
	points := p.Points(word)
	for _, at := range slices.Backward(points) {
		word = word[:at] + "-" + word[at:]
	}
	return word
}

func TestWordsAreDividedAsTheirLanguageDoes(t *testing.T) {
	for language, words := range map[string][]string{
		// As TeX does with the same patterns, at least two letters before and three behind.
		"en": {"im-ple-ment-a-tion", "or-gan-isa-tion", "uni-ver-sity", "how-ever", "pro-grammes", "Con-ven-tion", "(meet-ings)", "“sup-port”,"},
		"fr": {"or-ga-ni-sa-tion", "l’or-ga-ni-sa-tion", "l'or-ga-ni-sa-tion", "d’ap-pli-ca-tion", "L’Or-ga-ni-sa-tion", "Conven-tion", "États"},
		"es": {"or-ga-ni-za-ción", "apli-ca-ción", "Con-ven-ción", "reunio-nes"},
		"ru": {"ор-га-ни-за-ция", "Кон-вен-ция", "под-держки", "се-го-дня"},
	} {
		p := hyphen.For(language)
		for _, want := range words {
			if got := divided(p, strings.ReplaceAll(want, "-", "")); got != want {
				t.Errorf("%s: %s, want %s", language, got, want)
			}
		}
	}
}

func TestWhatIsNoWordIsNotDivided(t *testing.T) {
	p := hyphen.For("en-GB")
	for _, word := range []string{"", "—", "GE.17-09131", "UNODA", "ISUs", "McDonald", "organisation2", "cost-effectiveness", "and/or", "https://organisation.example",
		"organisation@example.org", "organisation_implementation", "organisation.implementation", "meet", "after", strings.Repeat("implementation", 9)} {
		if got := divided(p, word); got != word {
			t.Errorf("%s is divided: %s", word, got)
		}
	}
}

func TestALanguageWithoutPatternsDividesNothing(t *testing.T) {
	for _, language := range []string{"", "de", "zh", "eng"} {
		if p := hyphen.For(language); p != nil || p.Points("implementation") != nil {
			t.Errorf("%q has patterns", language)
		}
	}
	if got := hyphen.Languages(); !slices.Equal(got, []string{"en", "es", "fr", "ru"}) {
		t.Errorf("the languages are %q", got)
	}
}

// TestPointsLieBetweenLetters: whatever the text is, enough letters stand on either side.
func TestPointsLieBetweenLetters(t *testing.T) {
	letters := rapid.SampledFrom([]rune("abcdeghilmnoprstuéèñóабвгдеиклмнопрстьъё'’ABИÉ(.,-1 "))
	rapid.Check(t, func(t *rapid.T) {
		word := string(rapid.SliceOfN(letters, 0, 30).Draw(t, "letters"))
		for _, language := range hyphen.Languages() {
			last := 0
			for _, at := range hyphen.For(language).Points(word) {
				if at <= last || !utf8.RuneStart(word[at]) || utf8.RuneCountInString(word[:at]) < 2 || utf8.RuneCountInString(word[at:]) < 3 {
					t.Fatalf("%s: %q is divided at %d", language, word, at)
				}
				last = at
			}
		}
	})
}

func BenchmarkPoints(b *testing.B) {
	p := hyphen.For("en")
	for b.Loop() {
		p.Points("implementation,")
	}
}

func BenchmarkParse(b *testing.B) {
	for b.Loop() {
		hyphen.Reload()
	}
}
