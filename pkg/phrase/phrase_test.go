package phrase_test

import (
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/isuplan/isuplan/pkg/phrase"
)

// said writes each phrase as language=words.
func said(text string) string {
	var b strings.Builder
	for _, p := range phrase.All(text) {
		b.WriteString(p.Language + "=" + text[p.Start:p.End] + ";")
	}
	return b.String()
}

func TestPhrases(t *testing.T) {
	for text, want := range map[string]string{
		"the [fr: aide-mémoire] of":               "fr=aide-mémoire;",
		"[fr: *note verbale*] and [la: sic]":      "fr=*note verbale*;la=sic;",
		"[zh-Hant: 條約]":                           "zh-Hant=條約;",
		"[fr:\n  deux mots]":                      "fr=deux mots;",
		`[fr: a \] b]`:                            `fr=a \] b;`,
		`\[fr: a]`:                                "",
		`\\[fr: a]`:                               "fr=a;",
		"![fr: a]":                                "",
		"[fr: a](https://example.org)":            "",
		"[fr: [a](https://example.org)]":          "",
		"[see: a] [Fr: a] [f: a] [fr:a] [fr: ]":   "",
		"[fr: a":                                  "",
		"[fr: " + strings.Repeat("a", 2500) + "]": "",
	} {
		if got := said(text); got != want {
			t.Errorf("%.40s: got %q, want %q", text, got, want)
		}
	}
}

func TestKnown(t *testing.T) {
	for code, want := range map[string]bool{"fr": true, "pt-BR": true, "zh-Hant": true, "sr-Latn-RS": true, "es-419": true,
		"xx": false, "fr-fr": false, "fr-x-y": false, "": false, "fra": false} {
		if phrase.Known(code) != want {
			t.Errorf("%q: known is %v", code, !want)
		}
	}
}

// TestPhrasesLieSideBySide: whatever the text, each phrase is its brackets and what is between them, in order.
func TestPhrasesLieSideBySide(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := strings.Join(rapid.SliceOf(rapid.SampledFrom([]string{"[fr: ", "]", "a", `\`, "[", "(", " ", "!", "é"})).Draw(t, "parts"), "")
		at := 0
		for _, p := range phrase.All(text) {
			if p.From < at || p.From >= p.Start || p.Start >= p.End || p.To != p.End+1 || text[p.From] != '[' || text[p.End] != ']' {
				t.Fatalf("%q: %+v", text, p)
			}
			if again, ok := phrase.At(text, p.From); !ok || again != p {
				t.Fatalf("%q: %+v, then %+v", text, p, again)
			}
			at = p.To
		}
	})
}
