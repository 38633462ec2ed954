// Package money holds amounts of a currency and does the only rounding in the
// program. Amounts are decimal from the text of the plan to the printed page;
// no binary floating point number ever holds one.
package money

import (
	"slices"
	"strings"

	"github.com/shopspring/decimal"
	"golang.org/x/text/currency"
)

// Decimal is an exact decimal number: a rate, a quantity or a bare amount.
type Decimal = decimal.Decimal

// Currency is an ISO 4217 currency code, such as CHF. The zero Currency is no currency.
type Currency string

// IsValid reports whether the code stands in ISO 4217, in capitals; codes that are
// no longer in use are taken, for budgets of their time.
func (c Currency) IsValid() bool {
	unit, err := currency.ParseISO(string(c))
	return err == nil && unit.String() == string(c)
}

// Codes returns the ISO 4217 currency codes in use, in alphabetical order.
func Codes() []string {
	var codes []string
	for list := currency.Query(); list.Next(); {
		codes = append(codes, list.Unit().String())
	}
	slices.Sort(codes)
	return slices.Compact(codes)
}

// Zero is the number 0.
var Zero = decimal.Zero

// Hundred is the number 100, for percentages.
var Hundred = decimal.New(100, 0)

// New returns a whole number as a decimal.
func New(n int64) Decimal { return decimal.New(n, 0) }

// Sum adds up amounts.
func Sum(amounts ...Decimal) Decimal {
	if total, ok := sumWords(amounts); ok {
		return total
	}
	total := decimal.Zero
	for _, a := range amounts {
		total = total.Add(a)
	}
	return total
}

// Fault says why a text is no number, in plain words, with a remedy.
type Fault struct {
	Message, Hint string
	// Readings are the numbers that the text can stand for, as the plan language writes
	// them; none where that is not known.
	Readings []string
}

// Parse reads an amount or a quantity as the plan language writes it: digits, at
// most one decimal point, an optional leading minus, MaxDigits digits in all. Nothing
// else is taken: no thousands separator, exponent, plus sign, hexadecimal or leading
// zero. The fault is nil where the text is a number.
func Parse(text string) (Decimal, *Fault) {
	digits := strings.TrimPrefix(text, "-")
	if fault := form(text, digits); fault != nil {
		return decimal.Zero, fault
	}
	return decimal.RequireFromString(text), nil // every text of that form is a number
}

// MaxDigits is how long a number may be: far above any budget, and small enough
// that no sum or product takes noticeable time.
const MaxDigits = 30

// form checks a number's form before the decimal library sees it: the library
// takes exponents, leading zeros and foreign minus signs.
func form(text, digits string) *Fault {
	integer, fraction, hasPoint := strings.Cut(digits, ".")
	switch {
	case text == "":
		return &Fault{Message: "there is no number here", Hint: "write digits, such as 465440"}
	case allDigits(integer) && (!hasPoint || allDigits(fraction)):
		switch {
		case len(integer) > 1 && integer[0] == '0':
			return &Fault{Message: quote(text) + " begins with a zero; some programs read that as octal", Hint: "write " + withoutZeros(text, digits) + " without the zero"}
		case len(integer)+len(fraction) > MaxDigits:
			return &Fault{Message: "this number has more than 30 digits", Hint: "is a digit stuck?"}
		}
		return nil
	}
	return oddForm(text)
}

// oddForm names what is wrong with a text that is not plain digits.
func oddForm(text string) *Fault {
	lower := strings.ToLower(strings.TrimLeft(text, "+-"))
	switch {
	case strings.HasPrefix(lower, ".inf"), strings.HasPrefix(lower, ".nan"):
		return &Fault{Message: quote(text) + " is not an amount", Hint: "write the amount in digits"}
	case strings.HasPrefix(lower, "0x"), strings.HasPrefix(lower, "0o"), strings.HasPrefix(lower, "0b"):
		return &Fault{Message: quote(text) + " is not a decimal number", Hint: "write the amount in decimal digits"}
	case exponent(lower):
		return &Fault{Message: quote(text) + " is written with an exponent", Hint: "write all its digits out" + written(text)}
	case strings.HasPrefix(text, "+"):
		return &Fault{Message: quote(text) + " has a plus sign", Hint: "leave the sign out"}
	case strings.HasPrefix(text, "\u2212"), strings.HasPrefix(text, "–"), strings.HasPrefix(text, "("):
		return &Fault{Message: quote(text) + " is not a number", Hint: "write a negative amount with a plain hyphen, such as -500"}
	case strings.HasSuffix(lower, "."), strings.HasPrefix(lower, ".") && allDigits(lower[1:]):
		return &Fault{Message: quote(text) + " misses digits beside its decimal point", Hint: "write a digit on both sides, such as 0.5"}
	}
	if fault := misspelled(text); fault != nil {
		return fault
	}
	return &Fault{Message: quote(text) + " is not a number", Hint: "write digits, such as 465440 or 1234.50"}
}

// withoutZeros drops leading zeros, except one before a decimal point.
func withoutZeros(text, digits string) string {
	integer, _, _ := strings.Cut(digits, ".")
	zeros := len(integer) - len(strings.TrimLeft(integer[:len(integer)-1], "0")) - 1
	return strings.TrimSuffix(text, digits) + digits[zeros:]
}

func looksLikeNumber(text string) bool {
	integer, fraction, hasPoint := strings.Cut(strings.TrimPrefix(text, "-"), ".")
	return allDigits(integer) && (!hasPoint || allDigits(fraction))
}

func exponent(lower string) bool {
	base, power, found := strings.Cut(lower, "e")
	return found && looksLikeNumber(strings.Trim(base, ".")) && allDigits(strings.TrimLeft(power, "+-"))
}

func allDigits(s string) bool {
	for i := 0; i < len(s); i++ {
		if s[i] < '0' || s[i] > '9' {
			return false
		}
	}
	return s != ""
}

// written returns what an exponent stands for, behind a colon, where that is not too long.
func written(text string) string {
	_, power, _ := strings.Cut(strings.ToLower(text), "e")
	if len(strings.TrimLeft(power, "+-")) > 2 {
		return ""
	}
	d, err := decimal.NewFromString(text)
	if err != nil || d.Exponent() > 15 || d.Exponent() < -15 {
		return ""
	}
	return ": " + d.String()
}

func quote(s string) string {
	if runes := []rune(s); len(runes) > 40 {
		s = string(runes[:40]) + "…"
	}
	return "\"" + s + "\""
}
