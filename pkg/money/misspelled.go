package money

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// misspelled says what is wrong with a number that people can read and the plan language
// cannot; it is nil for a text that is no number.
func misspelled(text string) *Fault {
	bare, currency := withoutCurrency(text)
	sign := ""
	if rest, negative := strings.CutPrefix(bare, "-"); negative {
		bare, sign = rest, "-"
	}
	s, ok := spelling(bare)
	if !ok {
		return nil
	}
	readings := s.readings()
	for i := range readings {
		readings[i] = sign + withoutZeros(readings[i], readings[i])
	}
	if len(readings) == 0 {
		return nil
	}
	fault := &Fault{Message: quote(text) + s.oddity(bare), Hint: "write " + readings[0], Readings: readings}
	switch {
	case currency != "":
		fault.Message = quote(text) + " names its currency; the plan says it once, in `currency`, or in `in` for a line"
	case len(readings) > 1:
		fault.Hint += ", or " + readings[1] + " if the comma is a decimal point"
	case s.separates():
		fault.Hint += ", without quotes; the document puts the separators in"
	}
	return fault
}

// oddity says what is odd about a number.
func (s spelled) oddity(text string) string {
	switch {
	case strings.ContainsFunc(text, func(r rune) bool { return r > unicode.MaxASCII && unicode.IsDigit(r) }):
		return " has digits of another script; the plan language takes 0 to 9"
	case s.count(comma) == 1 && s.count(point)+s.count(gap) == 0:
		if len(s.readings()) > 1 {
			return " has a comma: thousands to some readers, a decimal point to others"
		}
		return " has a comma; the plan language writes a decimal point"
	case s.separates() || s.count(comma) > 0:
		return " has thousands separators; the plan language takes digits only"
	}
	return " has a decimal point of another kind; the plan language writes a full stop"
}

// separates reports marks that stand between thousands.
func (s spelled) separates() bool {
	return s.count(gap) > 0 || s.count(comma)+s.count(point) > 1
}

// withoutCurrency cuts the sign or the code of a currency off a number, and the dash that
// stands for no centimes; "" where there is none.
func withoutCurrency(text string) (number, currency string) {
	number, currency = cutCurrency(text)
	for _, end := range []string{".-", ".–", ".—", ",-", ",–", ",—"} {
		if rest, ok := strings.CutSuffix(number, end); ok {
			number = rest
		}
	}
	return number, currency
}

func cutCurrency(text string) (number, currency string) {
	if first, size := utf8.DecodeRuneInString(text); unicode.Is(unicode.Sc, first) {
		return strings.TrimSpace(text[size:]), string(first)
	}
	if last, size := utf8.DecodeLastRuneInString(text); unicode.Is(unicode.Sc, last) {
		return strings.TrimSpace(text[:len(text)-size]), string(last)
	}
	if len(text) > 3 {
		if code := text[:3]; Currency(code).IsValid() {
			return strings.TrimSpace(text[3:]), code
		}
		if code := text[len(text)-3:]; Currency(code).IsValid() {
			return strings.TrimSpace(text[:len(text)-3]), code
		}
	}
	return text, ""
}
