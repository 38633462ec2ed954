package tabular

import (
	"fmt"
	"strings"

	"github.com/isuplan/isuplan/pkg/money"
	"github.com/isuplan/isuplan/pkg/pattern"
)

// Marks says which mark of a file's numbers is the decimal one, as far as the file shows it.
type Marks int

// What the numbers of a file show. Those of a workbook are stored with a point.
const (
	unknown Marks = iota
	Point         // 1,234.50
	comma
	both // the file contradicts itself
)

// MarksOf finds the decimal mark by those numbers that can be read in one way only: 1,57 and
// 0,001 have a decimal comma, 1.57 and 1,234,567 a decimal point.
func MarksOf(numbers []string) Marks {
	found := unknown
	for _, text := range numbers {
		switch m := markOf(text); {
		case m == unknown || m == found:
		case found == unknown:
			found = m
		default:
			return both
		}
	}
	return found
}

func markOf(text string) Marks {
	text = strings.TrimLeft(bare(text), "-")
	commas, points := strings.Count(text, ","), strings.Count(text, ".")
	switch {
	case commas+points == 0:
		return unknown
	case commas > 0 && points > 0:
		if strings.LastIndexByte(text, ',') > strings.LastIndexByte(text, '.') {
			return comma
		}
		return Point
	case commas > 1:
		return Point
	case points > 1:
		return comma
	}
	at := strings.IndexAny(text, ",.")
	if len(text)-at-1 == 3 && text[:at] != "0" { // thousands, or three decimals
		return unknown
	}
	return map[byte]Marks{',': comma, '.': Point}[text[at]]
}

// bare is a number without its sign of per cent and without blanks between thousands.
func bare(text string) string {
	text = strings.TrimSpace(strings.TrimSuffix(strings.TrimSpace(text), "%"))
	return strings.NewReplacer(" ", "", "\u00a0", "", "\u202f", "", "\u2009", "", "'", "", "’", "", "\u2212", "-").Replace(text)
}

// thousands are blanks or apostrophes between the thousands of a number, and nowhere else.
var thousands = pattern.Lazy(`^[-−]?\s*\d{1,3}(?:[ '’\x{a0}\x{2009}\x{202f}]\d{3})+(?:[.,]\d*)?$`)

// Number reads a number of a file whose decimal mark is known. The message says why a text
// is none.
func Number(text string, m Marks) (money.Decimal, string) {
	digits := bare(text)
	const thousand = 3
	switch plain := strings.TrimSpace(strings.TrimSuffix(strings.TrimSpace(text), "%")); {
	case strings.ContainsAny(strings.TrimLeft(plain, "-− "), " '’\u00a0\u2009\u202f") && !thousands().MatchString(plain):
		return money.Zero, "is not a number"
	case m == both:
		return money.Zero, "is one of numbers with a decimal comma and numbers with a decimal point; write all of them in one way"
	case m == unknown && strings.ContainsAny(digits, ",."):
		return money.Zero, fmt.Sprintf("may be %s or %s; no number of this file tells which; write it so that everybody can", strings.NewReplacer(",", "", ".", "").Replace(digits), strings.ReplaceAll(digits, ",", "."))
	case m == comma:
		digits = strings.NewReplacer(".", ",", ",", ".").Replace(digits)
	}
	whole, decimals, has := strings.Cut(digits, ".")
	if groups := strings.Split(strings.TrimLeft(whole, "-"), ","); len(groups) > 1 {
		for i, g := range groups {
			if len(g) != thousand && (i > 0 || len(g) == 0 || len(g) > thousand) {
				return money.Zero, "is not a number"
			}
		}
		whole = strings.ReplaceAll(whole, ",", "")
	}
	if digits = whole; has {
		digits += "." + decimals
	}
	d, bad := money.Parse(digits)
	if bad != nil {
		return money.Zero, "is not a number"
	}
	return d, ""
}

// Tidy drops what a workbook adds to a number by storing it in binary: digits behind the
// fifteenth.
func Tidy(d money.Decimal) money.Decimal {
	const digits = 15
	if n := d.NumDigits(); n > digits && d.Exponent() < 0 {
		unit := money.New(1).Shift(d.Exponent() + int32(n-digits)) //nolint:gosec // at most some hundred
		return money.Rounding{To: unit, Mode: money.HalfUp}.Round(d)
	}
	return d
}
