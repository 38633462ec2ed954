package readback

import (
	"fmt"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// isSign reports whether a bullet is a sign, such as • or the o of an older font, and
// says nothing.
func isSign(bullet string) bool {
	return utf8.RuneCountInString(bullet) < 2 || !strings.ContainsFunc(bullet, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) })
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
		return letters(n, 'A')
	case "lowerLetter":
		return letters(n, 'a')
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
	var b strings.Builder
	for _, r := range []struct {
		value int
		word  string
	}{{1000, "M"}, {900, "CM"}, {500, "D"}, {400, "CD"}, {100, "C"}, {90, "XC"}, {50, "L"}, {40, "XL"}, {10, "X"}, {9, "IX"}, {5, "V"}, {4, "IV"}, {1, "I"}} {
		for ; n >= r.value; n -= r.value {
			b.WriteString(r.word)
		}
	}
	return b.String()
}

// letters counts a to z, then aa to zz, as Word does.
func letters(n int, first rune) string {
	if n < 1 || n > 26*20 {
		return strconv.Itoa(n)
	}
	return strings.Repeat(string(first+rune((n-1)%26)), (n-1)/26+1)
}
