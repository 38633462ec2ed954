package actuals

import (
	"fmt"
	"slices"
	"strings"
	"unicode"

	"github.com/isuplan/isuplan/pkg/money"
	"github.com/isuplan/isuplan/pkg/tabular"
)

// written is a number as accounts have it, with its sign in front, and the currency beside it.
type written struct {
	number, currency string
}

// blanks are those that stand around the parts of an amount.
const blanks = " \t\u00a0\u2009\u202f"

// signed takes the sign and the currency of an amount from its digits: (1,234.50), 1,234.50- and
// 1,234.50 CR are less than nothing, CHF 50.- is 50. What has two signs is left as it is, and is no
// number.
func signed(text string) written {
	w, rest, signs, minus := written{}, text, 0, false
	sign := func(is bool) { signs, minus = signs+1, is }
	for before := ""; rest != before; {
		before = rest
		rest = strings.Trim(rest, blanks)
		if inner, ok := within(rest); ok {
			rest = inner
			sign(true)
			continue
		}
		if front, ok := swiss(rest); ok {
			rest = front
			continue
		}
		for _, mark := range []string{"-", "−", "–", "+"} {
			if after, ok := strings.CutPrefix(rest, mark); ok {
				rest = after
				sign(mark != "+")
			} else if front, ok := strings.CutSuffix(rest, mark); ok {
				rest = front
				sign(mark != "+")
			}
		}
		if other, found, ok := unit(rest); ok {
			switch {
			case strings.EqualFold(found, "CR"), strings.EqualFold(found, "DR"):
				sign(strings.EqualFold(found, "CR"))
			case w.currency != "":
				return written{number: text}
			default:
				w.currency = found
			}
			rest = other
		}
	}
	if signs > 1 {
		return written{number: text}
	}
	if w.number = rest; minus {
		w.number = "-" + rest
	}
	return w
}

// within cuts the brackets off that stand around an amount.
func within(text string) (string, bool) {
	inner, ok := strings.CutPrefix(text, "(")
	if !ok {
		return text, false
	}
	return strings.CutSuffix(inner, ")")
}

// swiss cuts the dash off that stands for no cents: 50.- and 50.--.
func swiss(text string) (string, bool) {
	for _, mark := range []string{".--", ".-", ".–", ".—", ",--", ",-", ",–"} {
		if front, ok := strings.CutSuffix(text, mark); ok {
			return front, true
		}
	}
	return text, false
}

// unit cuts letters and signs of currencies off one end of an amount.
func unit(text string) (rest, found string, ok bool) {
	isUnit := func(x rune) bool { return unicode.IsLetter(x) || unicode.Is(unicode.Sc, x) }
	if rest := strings.TrimLeftFunc(text, isUnit); rest != text && rest != "" {
		found = strings.TrimSuffix(text, rest)
		if after, dotted := strings.CutPrefix(rest, "."); dotted && strings.HasSuffix(strings.ToLower(found), "fr") {
			rest = after // Fr. 50
		}
		return rest, found, true
	}
	if rest := strings.TrimRightFunc(text, isUnit); rest != text && rest != "" {
		return rest, strings.TrimPrefix(text, rest), true
	}
	return text, "", false
}

// signs are the currencies that a sign or a short name may stand for.
var signs = map[string][]string{
	"€": {"EUR"}, "£": {"GBP"}, "US$": {"USD"}, "$US": {"USD"}, "CA$": {"CAD"}, "C$": {"CAD"}, "A$": {"AUD"}, "AU$": {"AUD"}, "NZ$": {"NZD"},
	"$": {"USD", "CAD", "AUD", "NZD", "SGD", "HKD", "TWD", "MXN", "CLP", "COP", "ARS", "FJD", "JMD", "BBD", "TTD", "NAD"},
	"¥": {"JPY", "CNY"}, "FR": {"CHF"}, "SFR": {"CHF"}, "KR": {"SEK", "NOK", "DKK", "ISK"}, "₹": {"INR"}, "₺": {"TRY"}, "₽": {"RUB"}, "₩": {"KRW"}, "₦": {"NGN"}, "₵": {"GHS"}, "₴": {"UAH"}, "฿": {"THB"}, "₱": {"PHP"},
}

// isOurs reports what stands beside an amount as the budget's currency.
func (r *reader) isOurs(word string) bool {
	return strings.EqualFold(word, r.currency) || slices.Contains(signs[strings.ToUpper(word)], r.currency)
}

// amount reads an amount; a dash and an empty cell say nothing.
func (r *reader) amount(row tabular.Row, at int) (d money.Decimal, has bool) {
	c := row.Cell(at)
	if strings.Trim(c.Text, "-–—") == "" {
		return money.Zero, false
	}
	d, why := r.number(c)
	if why == "" {
		return d, true
	}
	number := signed(c.Text).number
	if r.marks.odd != tabular.Unknown && !c.IsNumber && tabular.MarkOf(number) == r.marks.odd {
		return money.Zero, true // was reported with all of its form
	}
	message := fmt.Sprintf("%s in the column %s %s", tabular.Quoted(c.Text), r.headOf(at), why)
	switch {
	case !tabular.IsUnclear(number):
		r.fail(r.table.Node(c).Span(), message, "correct the cell")
	case r.table.Exact:
		r.failAlike("unclear "+r.headOf(at), r.table.Node(c), message, "correct the cell")
	default:
		r.failAlike("unclear "+r.headOf(at), r.table.Node(c), message, "correct the cell"+asWorkbook)
	}
	return money.Zero, false
}

// asWorkbook is a remedy for numbers that are no more than texts.
const asWorkbook = ", or export the accounts as a workbook (.xlsx), which stores what each number is"

// number reads a cell; why says what keeps it from being read.
func (r *reader) number(c tabular.Cell) (d money.Decimal, why string) {
	if strings.HasSuffix(c.Text, "%") {
		return d, "is a percentage, and no amount"
	}
	if c.IsNumber {
		return tabular.Number(c.Text, tabular.Point)
	}
	w := signed(c.Text)
	d, why = r.written(w.number)
	if why == "" && w.currency != "" && !r.isOurs(w.currency) {
		return d, "is in " + tabular.Quoted(w.currency) + ", as it seems, and the budget is in " + r.currency
	}
	return d, why
}

// headOf names a column of the export.
func (r *reader) headOf(at int) string {
	for _, of := range r.columns.amounts() {
		if *of.at == at {
			return "of `" + of.key + "`"
		}
	}
	return "of amounts"
}
