package compare

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/isuplan/isuplan/pkg/cost"
	"github.com/isuplan/isuplan/pkg/diff"
	"github.com/isuplan/isuplan/pkg/document"
	"github.com/isuplan/isuplan/pkg/language"
	"github.com/isuplan/isuplan/pkg/money"
)

// words writes the figures and texts of a comparison in a language.
type words struct {
	language *language.Language
	forms    *language.Comparison
	places   int32 // decimals of an amount of the new plan
	exact    int32 // decimals of a change at the least
	work     int64 // of comparing texts word by word, so far
}

func newWords(l *language.Language, of diff.Side) words {
	return words{language: l, forms: &l.Comparison, places: of.Budget.Rounding.Places()}
}

// years writes the years of a plan's period.
func (w *words) years(s diff.Side) string {
	if s.IsAbsent {
		return w.forms.Absent.Value
	}
	return w.language.Years(s.Years())
}

// amount writes an amount of the new plan's budget.
func (w *words) amount(d money.Decimal) string { return w.language.Number(d, w.places) }

// signed writes a change with its sign.
func (w *words) signed(d money.Decimal) string {
	sign := ""
	switch {
	case d.IsPositive():
		sign = "+"
	case d.IsNegative():
		sign = "−"
	}
	return sign + w.language.Number(d.Abs(), w.exact)
}

// input writes a figure that a line was computed from, with its unit.
func (w *words) input(in *diff.Input, d money.Decimal) string {
	if in.Unit == cost.PerCent {
		return w.language.Percent(d)
	}
	return w.language.Number(d, 0)
}

// share writes a change in per cent of what was, with its sign.
func (w *words) share(change, of money.Decimal) document.Text {
	if of.IsZero() || change.IsZero() {
		return nil
	}
	sign := "+"
	if change.IsNegative() {
		sign = "−"
	}
	return document.Plain(sign + w.percent(change, of))
}

// percent writes a change in per cent of what was, without its sign.
func (w *words) percent(change, of money.Decimal) string {
	return w.language.Number(money.Percent(change.Abs(), of.Abs()), 0)
}

// capital writes a sentence with a capital letter.
func capital(s string) string {
	first, n := utf8.DecodeRuneInString(s)
	if n == 0 {
		return ""
	}
	return string(unicode.ToUpper(first)) + s[n:]
}

// single writes a text without line breaks and runs of blanks.
func single(s string) string { return strings.Join(strings.Fields(s), " ") }
