package xlsx

import (
	"strconv"
	"strings"
	"time"
	"unicode/utf8"

	"github.com/isuplan/isuplan/pkg/money"
)

// Show writes a number as a format has it, as far as budgets need: decimals, thousands,
// per cent, parentheses and currencies. What is fancier is shown plainly.
func Show(d money.Decimal, format string) string {
	sections := strings.Split(format, ";")
	section, negative := sections[0], d.IsNegative()
	if negative && len(sections) > 1 && strings.Contains(sections[1], "(") {
		return "(" + Show(d.Neg(), section) + ")"
	}
	before, digits, after := cut(thousands.Replace(section))
	if digits == "" {
		return AsShown(d).String()
	}
	percent := strings.Contains(after, "%")
	if percent {
		d = d.Shift(2)
	}
	places := int32(0)
	if _, decimals, ok := strings.Cut(digits, "."); ok {
		places = int32(min(len(strings.Trim(decimals, ",")), 10)) //nolint:gosec // at most 10
	}
	separator := ""
	if strings.Contains(digits, ",") {
		separator = ","
	}
	shown := money.Number(money.Rounding{To: money.New(1).Shift(-places), Mode: money.HalfUp}.Round(d), places, separator, ".")
	return strings.TrimSpace(joined(before, shown) + after)
}

// joined puts a currency in front of a number.
func joined(before, shown string) string {
	if before = strings.TrimSpace(before); before == "" {
		return shown
	}
	return before + " " + shown
}

// thousands writes other signs between thousands as the usual one.
var thousands = strings.NewReplacer(`#\'##0`, "#,##0", `#'##0`, "#,##0", `#’##0`, "#,##0", `#"'"##0`, "#,##0", `#"’"##0`, "#,##0", `# ##0`, "#,##0", `#\ ##0`, "#,##0", "#\u00a0##0", "#,##0")

// AsShown drops what a binary number has behind its fifteenth digit, as spreadsheets do.
func AsShown(d money.Decimal) money.Decimal {
	const digits = 15
	whole := int32(len(d.Abs().Truncate(0).String())) //nolint:gosec // the digits of a bounded number
	return money.Rounding{To: money.New(1).Shift(whole - digits), Mode: money.HalfUp}.Round(d)
}

// cut splits a section of a format into what stands before the digits, the digits and
// what stands behind them.
func cut(section string) (before, digits, after string) {
	var b, a strings.Builder
	out := &b
	for i := 0; i < len(section); i++ {
		switch c := section[i]; c {
		case '0', '#', '?', '.', ',':
			if a.Len() == 0 && (digits != "" || c != '.' && c != ',') {
				digits += string(c)
				out = &a
			}
		case '"':
			end := strings.IndexByte(section[i+1:], '"')
			if end < 0 {
				return "", "", ""
			}
			out.WriteString(section[i+1 : i+1+end])
			i += end + 1
		case '[':
			end := strings.IndexByte(section[i:], ']')
			if end < 0 {
				return "", "", ""
			}
			if currency, ok := strings.CutPrefix(section[i+1:i+end], "$"); ok {
				currency, _, _ = strings.Cut(currency, "-")
				out.WriteString(currency)
			}
			i += end
		case '\\':
			if i++; i < len(section) {
				out.WriteByte(section[i])
			}
		case '_', '*':
			_, n := utf8.DecodeRuneInString(section[i+1:]) // a blank as wide as it is, or that it is repeated
			i += n
		case ' ', '%', '$', '(', ')', '-', '+', '\'':
			if c != '(' && c != ')' {
				out.WriteByte(c)
			}
		default:
			if c >= 0x80 {
				out.WriteByte(c)
			}
		}
	}
	return b.String(), strings.TrimRight(digits, "?"), a.String()
}

// isDate reports a format of dates, and whether it has more than the year.
func isDate(format string) (date, more bool) {
	section, _, _ := strings.Cut(format, ";")
	quoted, bracket := false, false
	for i := 0; i < len(section); i++ {
		switch c := section[i] | 0x20; {
		case section[i] == '"':
			quoted = !quoted
		case section[i] == '\\':
			i++
		case section[i] == '[':
			bracket = true
		case section[i] == ']':
			bracket = false
		case quoted || bracket:
		case section[i] == '0' || section[i] == '#' || section[i] == 'G':
			return false, false
		case c == 'y':
			date = true
		case c == 'd' || c == 'm' || c == 'h':
			date, more = true, true
		}
	}
	return date, more
}

// day writes the day that a number stands for.
func (s *styles) day(d money.Decimal, more bool) (string, bool) {
	const last = 2_958_465 // 31 December 9999
	if d.IsNegative() || d.GreaterThan(money.New(last)) {
		return "", false
	}
	first := time.Date(1899, time.December, 30, 0, 0, 0, 0, time.UTC)
	if s.from1904 {
		first = time.Date(1904, time.January, 1, 0, 0, 0, 0, time.UTC)
	}
	day := first.AddDate(0, 0, int(d.IntPart()))
	if !more {
		return strconv.Itoa(day.Year()), true
	}
	return day.Format(time.DateOnly), true
}
