package html

import (
	"fmt"
	"math"
	"regexp"
	"strconv"
	"strings"
	"testing"
)

var (
	variable      = regexp.MustCompile(`(--doc-[a-z0-9-]+):\s*(#[0-9a-f]{6})\b`)
	inUse         = regexp.MustCompile(`(?:^|[\s;{])color:\s*(var\(--doc-[a-z0-9-]+\)|#[0-9a-f]{6})`)
	drawn         = regexp.MustCompile(`fill:\s*var\((--doc-ink-[0-9]+)\)`)
	inParentheses = regexp.MustCompile(`\([^()]*\)`)
	comments      = regexp.MustCompile(`(?s)/\*.*?\*/`)
)

// colours are the colours of a scheme by their names: those of the light one, and in the dark
// one what it says anew.
func colours(t *testing.T) map[string]map[string]string {
	t.Helper()
	schemes := map[string]map[string]string{"light": {}, "dark": {}}
	for _, sheet := range []string{style, page} {
		light, rest, dark := strings.Cut(sheet, "prefers-color-scheme: dark")
		if !dark {
			t.Fatal("there is no dark scheme")
		}
		for _, m := range variable.FindAllStringSubmatch(light, -1) {
			schemes["light"][m[1]], schemes["dark"][m[1]] = m[2], m[2]
		}
		block, _, _ := strings.Cut(rest, "\n}\n")
		for _, m := range variable.FindAllStringSubmatch(block, -1) {
			schemes["dark"][m[1]] = m[2]
		}
	}
	return schemes
}

// TestContrast: every colour of text has a contrast of at least 4.5 to 1 with what is behind
// it (WCAG 2.1, 1.4.3), and bars of at least 1.5 to 1, for their amounts stand beside them.
func TestContrast(t *testing.T) {
	for scheme, c := range colours(t) {
		of := func(name string) string {
			name = strings.TrimSuffix(strings.TrimPrefix(name, "var("), ")")
			if strings.HasPrefix(name, "#") {
				return name
			}
			if c[name] == "" {
				t.Fatalf("%s has no %s", scheme, name)
			}
			return c[name]
		}
		screen, _, _ := strings.Cut(style, "/* Paper")
		texts := 0
		for _, m := range inUse.FindAllStringSubmatch(screen, -1) {
			for _, behind := range []string{"--doc-paper", "--doc-target"} {
				texts++
				if got := contrast(t, of(m[1]), of(behind)); got < 4.5 {
					t.Errorf("%s: %s on %s has a contrast of %.2f", scheme, m[1], behind, got)
				}
			}
		}
		for _, name := range []string{"--doc-ink", "--doc-link"} { // of the contents
			for _, behind := range []string{"--doc-paper", "--doc-ground"} {
				if got := contrast(t, of(name), of(behind)); got < 4.5 {
					t.Errorf("%s: %s on %s has a contrast of %.2f", scheme, name, behind, got)
				}
			}
		}
		bars := drawn.FindAllStringSubmatch(style, -1)
		for _, m := range bars {
			if got := contrast(t, of(m[1]), of("--doc-track")); got < 1.5 {
				t.Errorf("%s: %s has a contrast of %.2f with its track", scheme, m[1], got)
			}
		}
		if texts < 10 || len(bars) != inks {
			t.Errorf("%s: %d colours of texts and %d of bars", scheme, texts, len(bars))
		}
	}
}

// contrast is that of two colours, from 1 to 21.
func contrast(t *testing.T, a, b string) float64 {
	t.Helper()
	x, y := luminance(t, a), luminance(t, b)
	return (max(x, y) + 0.05) / (min(x, y) + 0.05)
}

func luminance(t *testing.T, colour string) (sum float64) {
	t.Helper()
	for i, weight := range []float64{0.2126, 0.7152, 0.0722} {
		n, err := strconv.ParseUint(colour[1+2*i:3+2*i], 16, 8)
		if err != nil {
			t.Fatal(err)
		}
		part := float64(n) / 255
		if part <= 0.04045 {
			part /= 12.92
		} else {
			part = math.Pow((part+0.055)/1.055, 2.4)
		}
		sum += weight * part
	}
	return sum
}

// TestTheStyleIsTheDocumentsAlone: where a document stands in another page, its style sets
// nothing else of that page.
func TestTheStyleIsTheDocumentsAlone(t *testing.T) {
	for line := range strings.Lines(comments.ReplaceAllString(Style(), "")) {
		selector, _, begins := strings.Cut(strings.TrimSpace(line), " {")
		if !begins || strings.HasPrefix(selector, "@") {
			continue
		}
		for _, part := range strings.Split(inParentheses.ReplaceAllString(selector, ""), ", ") {
			if part != ":root" && !strings.HasPrefix(part, ".document") {
				t.Errorf("%s is set", part)
			}
		}
	}
	if strings.Contains(Style(), "url(") || strings.Contains(Style(), "@import") {
		t.Error("the style loads something")
	}
}

// TestEveryClassHasItsRule, but for those that tell what something is.
func TestEveryClassHasItsRule(t *testing.T) {
	names := []string{"draft", "top", "origin", "session", "byline", "outcome", "output", "activity", "numbered", "lettered", "box", "table", "folds", "figure",
		"total", "subtotal", "group", "aside", "notes", "mark", "chart", "swatch", "series", "amount", "track", "zero", "barcode", "kept", "lead"}
	for n := 1; n <= 6; n++ {
		names = append(names, fmt.Sprintf("depth-%d", n), fmt.Sprintf("ink-%d", n))
	}
	for _, name := range names {
		if !regexp.MustCompile(`\.` + name + `\b`).MatchString(style) {
			t.Errorf("nothing is said of %s", name)
		}
	}
}
