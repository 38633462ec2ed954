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
	Unknown Marks = iota
	Point         // 1,234.50
	Comma         // 1.234,50
	both          // the file contradicts itself
)

// MarksOf finds the decimal mark by those numbers that can be read in one way only: 1,57 and
// 0,001 have a decimal comma, 1.57 and 1,234,567 a decimal point.
func MarksOf(numbers []string) Marks {
	found := Unknown
	for _, text := range numbers {
		switch m := MarkOf(text); {
		case m == Unknown || m == found:
		case found == Unknown:
			found = m
		default:
			return both
		}
	}
	return found
}

// MarkOf returns the decimal mark that a number shows alone; Unknown where it shows none.
func MarkOf(text string) Marks {
	text = strings.TrimLeft(bare(text), "-")
	commas, points := strings.Count(text, ","), strings.Count(text, ".")
	switch {
	case commas+points == 0:
		return Unknown
	case commas > 0 && points > 0:
		if strings.LastIndexByte(text, ',') > strings.LastIndexByte(text, '.') {
			return Comma
		}
		return Point
	case commas > 1:
		return Point
	case points > 1:
		return Comma
	}
	if threes().MatchString(text) {
		return Unknown
	}
	return map[byte]Marks{',': Comma, '.': Point}[text[strings.IndexAny(text, ",.")]]
}

// threes has three digits behind its only mark: thousands, or three decimals. More than three digits in
// front of it, or a zero, are no thousands.
var threes = pattern.Lazy(`^-?[1-9]\d{0,2}[,.]\d{3}$`)

// IsUnclear reports a number that alone may be thousands or have three decimals: 4.120.
func IsUnclear(text string) bool { return threes().MatchString(bare(text)) }

// Decimals returns how many digits a number has behind the decimal mark of its file.
func Decimals(text string, m Marks) int {
	mark := map[Marks]string{Point: ".", Comma: ","}[m]
	if _, behind, has := strings.Cut(bare(text), mark); has && mark != "" {
		return len(behind)
	}
	return 0
}

// bare is a number without its sign of per cent and without blanks between thousands.
func bare(text string) string {
	text = strings.TrimSpace(strings.TrimSuffix(strings.TrimSpace(text), "%"))
	return toBare.Replace(text)
}

// toBare is made once: making it costs more than the reading of a number.
var toBare = strings.NewReplacer(" ", "", "\u00a0", "", "\u202f", "", "\u2009", "", "'", "", "’", "", "\u2212", "-")

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
	case m == Unknown && strings.ContainsAny(digits, ",."):
		return money.Zero, fmt.Sprintf("may be %s or %s; no number of this file tells which; write it so that everybody can", strings.NewReplacer(",", "", ".", "").Replace(digits), strings.ReplaceAll(digits, ",", "."))
	case m == Comma:
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
