package compose

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/isuplan/isuplan/pkg/document"
	"github.com/isuplan/isuplan/pkg/language"
	"github.com/isuplan/isuplan/pkg/refs"
)

// format writes a value that is a single figure or date.
func format(l *language.Language, v refs.Value) string {
	switch v.Kind {
	case refs.Number:
		if v.InWords {
			return l.InWords(v.Figure)
		}
		return l.Number(v.Figure, v.Places)
	case refs.Percent:
		return l.PercentTo(v.Figure, v.Places)
	case refs.Amount:
		return l.Amount(v.Currency, v.Figure, v.Places)
	case refs.Days:
		return l.Days(v.Figure)
	case refs.Day:
		return l.Day(v.From)
	case refs.Range:
		return l.Range(v.From, v.To)
	case refs.Month:
		return l.MonthOfYear(v.From)
	case refs.Tongue:
		return l.Tongue(v.Prose.Value)
	case refs.Years:
		return l.Years(v.From.Year(), v.To.Year())
	}
	return v.Prose.Value
}

// beginsSentence reports whether a sentence begins behind a text, which may be quoted in
// another one.
func beginsSentence(before string, quoted bool) bool {
	before = strings.TrimRight(before, "*_“\"(")
	ended := strings.TrimRight(before, " \n\t")
	if ended == "" {
		return !quoted
	}
	if len(ended) == len(before) || !strings.ContainsAny(ended[len(ended)-1:], ".!?") {
		return false
	}
	word := ended[strings.LastIndexAny(ended, " \n\t(")+1:]
	return !abbreviations[strings.ToLower(word)]
}

// abbreviations with a full stop stand before numbers.
var abbreviations = map[string]bool{"approx.": true, "ca.": true, "c.": true, "incl.": true, "excl.": true, "i.e.": true, "e.g.": true, "min.": true, "max.": true, "no.": true}

// capital writes a text with a capital letter.
func capital(t document.Text) document.Text {
	if len(t) == 0 {
		return t
	}
	r, size := utf8.DecodeRuneInString(t[0].Text)
	first := t[0]
	first.Text = string(unicode.ToUpper(r)) + first.Text[size:]
	return append(document.Text{first}, t[1:]...)
}
