package check

import (
	"fmt"
	"testing"

	"github.com/isuplan/isuplan/pkg/money"
)

func decimals(t *testing.T, texts ...string) []money.Decimal {
	t.Helper()
	var list []money.Decimal
	for _, s := range texts {
		d, fault := money.Parse(s)
		if fault != nil {
			t.Fatal(s, fault.Message)
		}
		list = append(list, d)
	}
	return list
}

func TestSlipOf(t *testing.T) {
	for _, c := range []struct {
		wrong, right string
		want         slip
	}{
		{"63386", "63836", neighbours}, {"30481", "30841", neighbours}, {"-21", "-12", neighbours}, {"12.34", "13.24", neighbours},
		{"500", "-500", wrongSign}, {"1295", "1295000", thousands}, {"1295.5", "1295500", thousands},
		{"85000", "8500", point}, {"850", "8500", point}, {"8.5", "850", point},
		{"50000", "50500", mistyped}, {"408450", "408440", mistyped}, {"3841", "30841", dropped}, {"300841", "30841", doubled},
		{"8", "9", ""}, {"0", "9", ""}, {"70", "70", ""}, {"-12", "13", ""}, {"30841", "31840", ""}, {"63386", "69011", ""},
	} {
		d := decimals(t, c.wrong, c.right)
		if got := slipOf(d[0], d[1]); got != c.want {
			t.Errorf("%s for %s: got %q, want %q", c.wrong, c.right, got, c.want)
		}
	}
}

func TestSlipsOfSums(t *testing.T) {
	amounts := decimals(t, "8500", "15000", "7500", "7500", "7000", "0")
	for _, c := range []struct {
		name       string
		find       func(money.Decimal, []money.Decimal) []int
		difference string
		want       string
	}{
		{"left out", leftOut, "-15000", "[1]"}, {"one of two alike left out", leftOut, "-7500", "[2 3]"}, {"none left out", leftOut, "15000", "[]"},
		{"counted twice", countedTwice, "7000", "[4]"}, {"nothing twice", countedTwice, "0", "[]"},
		{"a sign", withSign, "-17000", "[0]"}, {"no sign", withSign, "17000", "[]"},
	} {
		if got := fmt.Sprint(c.find(decimals(t, c.difference)[0], amounts)); got != c.want {
			t.Errorf("%s: got %s, want %s", c.name, got, c.want)
		}
	}
}

func TestTwoLeftOut(t *testing.T) {
	amounts := decimals(t, "8500", "15000", "7500", "7500", "7000", "0")
	for difference, want := range map[string]string{
		"-23500": "0 1 true", "-15000": "2 3 true", "-22000": "1 4 true",
		"-22500": "two", "-14500": "two", "-1": "none", "23500": "none",
	} {
		a, b, ok := twoLeftOut(decimals(t, difference)[0], amounts)
		if got := fmt.Sprint(a, b, ok); ok && got != want || !ok && want != "two" && want != "none" {
			t.Errorf("%s: got %s, want %s", difference, got, want)
		}
	}
	// Of many alike there are many pairs.
	if _, _, ok := twoLeftOut(decimals(t, "-200")[0], decimals(t, "100", "100", "100")); ok {
		t.Error("one pair of three alike")
	}
}

func TestMisread(t *testing.T) {
	amounts := decimals(t, "8500", "15300", "938")
	for _, c := range []struct {
		difference string
		at         int
		want       slip
	}{
		{"-2700", 0, neighbours}, // 8500 as 5800
		{"36000", 1, neighbours}, // 15300 as 51300
		{"937062", 2, thousands}, // 938 as 938000
		{"137700", 1, point},     // 15300 as 153000
		{"1", 0, ""},             // any of them
	} {
		at, how := misread(decimals(t, c.difference)[0], amounts)
		if how != c.want || how != "" && at != c.at {
			t.Errorf("%s: got %d %q, want %d %q", c.difference, at, how, c.at, c.want)
		}
	}
}

func TestLikelyNamesTwoAtMost(t *testing.T) {
	for _, c := range []struct {
		causes []cause
		want   string
	}{
		{nil, ""},
		{[]cause{{}, {strength: 50, text: "b"}, {strength: 70, text: "a"}}, "a; or b"},
		{[]cause{{strength: 60, text: "c"}, {strength: 65, text: "b"}, {strength: 70, text: "a"}}, "a; or b"},
		{[]cause{{strength: 70, text: "c"}, {strength: 70, text: "b"}, {strength: 70, text: "a"}}, ""},
		{[]cause{{strength: 65, text: "c"}, {strength: 65, text: "b"}, {strength: 70, text: "a"}}, "a"},
		{[]cause{{strength: 92, kind: ofInput, text: "a"}, {strength: 70, text: "b"}}, "a"},
		{[]cause{{strength: 92, kind: ofInput, text: "a"}, {strength: 92, kind: ofInput, text: "b"}}, "a; or b"},
		{[]cause{{strength: 92, kind: ofFigure, text: "a"}, {strength: 65, kind: ofMaking, text: "b"}}, "a; b"},
	} {
		if got, _ := likely(c.causes); got != c.want {
			t.Errorf("got %q, want %q", got, c.want)
		}
	}
}
