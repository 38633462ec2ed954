package importer

import (
	"strings"

	"github.com/isuplan/isuplan/pkg/money"
	"github.com/isuplan/isuplan/pkg/pattern"
)

// currencyWords are currencies as people write them.
var currencyWords = []struct{ word, code string }{
	{"US$", "USD"}, {"USD$", "USD"}, {"A$", "AUD"}, {"C$", "CAD"}, {"CA$", "CAD"}, {"SFr.", "CHF"}, {"Sfr.", "CHF"}, {"SFr", "CHF"}, {"sFr.", "CHF"}, {"Fr.", "CHF"},
	{"€", "EUR"}, {"£", "GBP"}, {"$", "USD"}, {"Swiss francs", "CHF"}, {"Swiss Francs", "CHF"}, {"US dollars", "USD"}, {"US Dollars", "USD"},
	{"United States dollars", "USD"}, {"euros", "EUR"}, {"Euros", "EUR"}, {"euro", "EUR"}, {"Euro", "EUR"}, {"pounds sterling", "GBP"},
}

// withoutCurrency takes a currency off the front or the end of an amount.
func withoutCurrency(t string) (rest, code string) {
	for _, w := range currencyWords {
		if r, ok := strings.CutPrefix(t, w.word); ok {
			return strings.TrimSpace(r), w.code
		}
		if r, ok := strings.CutSuffix(t, w.word); ok {
			return strings.TrimSpace(r), w.code
		}
	}
	const long = 3
	if len(t) < long {
		return t, ""
	}
	if c := t[:long]; money.Currency(c).IsValid() && (len(t) == long || !isLetter(t[long])) {
		return strings.TrimSpace(t[long:]), c
	}
	if c := t[len(t)-long:]; money.Currency(c).IsValid() && (len(t) == long || !isLetter(t[len(t)-long-1])) {
		return strings.TrimSpace(t[:len(t)-long]), c
	}
	return t, ""
}

func isLetter(b byte) bool { return b|0x20 >= 'a' && b|0x20 <= 'z' || b >= 0x80 }

var (
	codeWords = pattern.Lazy(`\b[A-Z]{3}\b`)
	// usual are the codes that are taken for currencies wherever they stand.
	usual = setOf("CHF EUR USD GBP SEK NOK DKK CAD AUD JPY NZD KES ZAR")
	// saidSo are words before or signs around a code that make it a currency.
	saidSo = pattern.Lazy(`(?:\bin|\(|\[|currency:?)\s*([A-Z]{3})\b`)
)

// currencyIn returns the currency that a title or a head names, "" for none.
func currencyIn(text string) string {
	for _, w := range codeWords().FindAllString(text, -1) {
		if usual[w] {
			return w
		}
	}
	if m := saidSo().FindStringSubmatch(text); m != nil && money.Currency(m[1]).IsValid() {
		return m[1]
	}
	for _, w := range currencyWords {
		if strings.Contains(text, w.word) {
			return w.code
		}
	}
	if money.Currency(strings.TrimSpace(text)).IsValid() {
		return strings.TrimSpace(text)
	}
	return ""
}
