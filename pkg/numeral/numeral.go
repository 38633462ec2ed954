// Package numeral writes whole numbers in Roman numerals.
package numeral

import "strings"

var signs = []struct {
	value int
	sign  string
}{{1000, "M"}, {900, "CM"}, {500, "D"}, {400, "CD"}, {100, "C"}, {90, "XC"}, {50, "L"}, {40, "XL"}, {10, "X"}, {9, "IX"}, {5, "V"}, {4, "IV"}, {1, "I"}}

// Roman writes a number from 1 on, such as 14 as XIV; nothing for a lower one. Beyond
// 3,999 it repeats the M.
func Roman(n int) string {
	var b strings.Builder
	for _, s := range signs {
		for ; n >= s.value; n -= s.value {
			b.WriteString(s.sign)
		}
	}
	return b.String()
}

// Value reads a Roman numeral as Roman writes it, up to 3,999; 0 for anything else.
func Value(s string) int {
	const most = 3999
	n, rest := 0, s
	for _, sign := range signs {
		for len(rest) >= len(sign.sign) && rest[:len(sign.sign)] == sign.sign {
			n, rest = n+sign.value, rest[len(sign.sign):]
		}
	}
	if rest != "" || n > most || Roman(n) != s {
		return 0
	}
	return n
}
