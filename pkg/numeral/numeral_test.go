package numeral_test

import (
	"testing"

	"github.com/isuplan/isuplan/pkg/numeral"
)

func TestRoman(t *testing.T) {
	for n, want := range map[int]string{-1: "", 0: "", 1: "I", 4: "IV", 8: "VIII", 9: "IX", 14: "XIV", 40: "XL", 49: "XLIX", 90: "XC", 400: "CD", 999: "CMXCIX", 2018: "MMXVIII", 3999: "MMMCMXCIX", 4000: "MMMM"} {
		if got := numeral.Roman(n); got != want {
			t.Errorf("%d: %s, want %s", n, got, want)
		}
	}
}

func TestValue(t *testing.T) {
	for n := 1; n <= 3999; n++ {
		if got := numeral.Value(numeral.Roman(n)); got != n {
			t.Errorf("%d: %d", n, got)
		}
	}
	for _, s := range []string{"", "IIII", "VX", "IL", "ABC", "MMMM", "iv", "I I"} {
		if got := numeral.Value(s); got != 0 {
			t.Errorf("%q: %d", s, got)
		}
	}
}
