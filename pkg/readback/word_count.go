package readback

import (
	"fmt"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/isuplan/isuplan/pkg/numeral"
)

// isSign reports whether a bullet is a sign, such as • or the o of an older font, and
// says nothing.
func isSign(bullet string) bool {
	return utf8.RuneCountInString(bullet) < 2 && !strings.ContainsFunc(bullet, unicode.IsDigit) || !strings.ContainsFunc(bullet, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) })
}

// shown is the form of a level's number within that of an inner one.
func shown(l level, plain bool) string {
	if plain && l.format != "none" {
		return "decimal"
	}
	return l.format
}

// spell writes a number in a form.
func spell(n int, format string) string {
	switch format {
	case "upperRoman":
		return roman(n)
	case "lowerRoman":
		return strings.ToLower(roman(n))
	case "upperLetter":
		return alphabetic(n, 'A')
	case "lowerLetter":
		return alphabetic(n, 'a')
	case "decimalZero":
		return fmt.Sprintf("%02d", n)
	case "none":
		return ""
	case "decimal", "", "bullet":
	default:
		return "\uFFFD" // one that is not known
	}
	return strconv.Itoa(n)
}

func roman(n int) string {
	if n < 1 || n > 3999 {
		return strconv.Itoa(n)
	}
	return numeral.Roman(n)
}

// alphabetic counts a to z, then aa to zz, as Word does.
func alphabetic(n int, first rune) string {
	if n < 1 || n > 26*20 {
		return strconv.Itoa(n)
	}
	return strings.Repeat(string(first+rune((n-1)%26)), (n-1)/26+1)
}
