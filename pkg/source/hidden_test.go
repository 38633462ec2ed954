package source_test

import (
	"strings"
	"testing"

	"github.com/isuplan/isuplan/pkg/source"
)

// TestWidthless: a character without width is refused where it hides a word or a number,
// and taken where the script needs it.
func TestWidthless(t *testing.T) {
	for name, c := range map[string]struct {
		text string
		want int // how many are to be taken out
	}{
		"zero-width space":           {"re\u200Bgional", 1},
		"in a number":                {"99,\u200B000", 1},
		"zero-width joiner":          {"bud\u200Dget", 1},
		"zero-width non-joiner":      {"bud\u200Cget", 1},
		"word joiner":                {"10\u2060000", 1},
		"mark of direction":          {"CHF \u200E100", 1},
		"right to left":              {"1\u200F00", 1},
		"variation selector":         {"1\uFE0F00", 1},
		"another":                    {"a\U000E0100b", 1},
		"tags":                       {"a\U000E0041\U000E0042b", 2},
		"grapheme joiner":            {"a\u034Fb", 1},
		"invisible times":            {"2\u20623", 1},
		"hangul filler":              {"a\u3164b", 1},
		"a run of them":              {"a" + strings.Repeat("\u200B", 30) + "b", 30},
		"at the end":                 {"a\u200B", 1},
		"far from where it would do": {"عربي a\u200Db", 1},

		"soft hyphen":          {"re\u00ADgional", 0},
		"Persian":              {"می\u200Cخواهم", 0},
		"Hindi":                {"क्\u200Dष", 0},
		"Khmer":                {"ភាសា\u200Bខ្មែរ", 0},
		"a mark beside Hebrew": {"שלום\u200F 100", 0},
		"a family":             {"👨\u200D👩", 0},
		"a heart in red":       {"❤\uFE0F", 0},
		"a recycling sign":     {"♻\uFE0E and more", 0},
		"Japanese by selector": {"葛\U000E0100城", 0},
		"accents that combine": {"e\u0301te\u0301", 0},
	} {
		for form, file := range map[string]string{"plain": "a: x" + c.text + "\n", "comment": "# " + c.text + "\na: 1\n", "key": "k" + c.text + ": 1\n"} {
			_, problems := source.Parse(source.NewFile("plan.yaml", []byte(file)))
			got := 0
			for _, p := range problems {
				got += len(p.Remove)
			}
			if got != c.want {
				t.Errorf("%s, %s: %d are to be taken out, want %d: %v", name, form, got, c.want, problems)
			}
		}
		_, problems := source.Parse(source.NewFile("plan.yaml", []byte(`a: "x`+escaped(c.text)+"\"\n")))
		if (len(problems) > 0) != (c.want > 0) {
			t.Errorf("%s, escaped: %v", name, problems)
		}
	}
}

// escaped spells all characters but ASCII by escapes.
func escaped(s string) string {
	var b strings.Builder
	const hex = "0123456789ABCDEF"
	for _, r := range s {
		if r < 0x80 {
			b.WriteRune(r)
			continue
		}
		b.WriteString(`\U`)
		for shift := 28; shift >= 0; shift -= 4 {
			b.WriteByte(hex[r>>shift&0xF])
		}
	}
	return b.String()
}
