package money_test

import (
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/isuplan/isuplan/pkg/money"
)

func parse(t *testing.T, s string) money.Decimal {
	t.Helper()
	d, fault := money.Parse(s)
	if fault != nil {
		t.Fatalf("%s: %s", s, fault.Message)
	}
	return d
}

func TestParseTakesPlainDecimals(t *testing.T) {
	for _, s := range []string{"0", "7", "465440", "0.05", "-3", "123456789012345678901234567890"} {
		if got := parse(t, s).String(); got != s {
			t.Errorf("%s became %s", s, got)
		}
	}
	if got := parse(t, "12.10").String(); got != "12.10" && got != "12.1" {
		t.Errorf("12.10 became %s", got)
	}
}

func TestParseRefusesEverythingElse(t *testing.T) {
	for text, say := range map[string]string{
		"465,440": "thousands", "465'440": "thousands", "465 440": "thousands", "465\u202f440": "thousands", "1_000": "thousands",
		"1,50": "comma", "1e5": "exponent", "1E+5": "exponent", "1.5e-3": "exponent", ".inf": "not an amount", "-.inf": "not an amount",
		".nan": "not an amount", "0x10": "decimal number", "0o17": "decimal number", "012": "octal", "00": "octal", "+5": "plus",
		"\u22125": "hyphen", "(5)": "hyphen", "5.": "decimal point", ".5": "decimal point", "-": "not a number", "": "no number",
		"abc": "not a number", "1.2.3": "not a number", "٣": "another script", "1e200000000": "exponent",
		strings.Repeat("9", 31): "30 digits",
	} {
		_, fault := money.Parse(text)
		if fault == nil {
			t.Errorf("%q was taken", text)
			continue
		}
		if !strings.Contains(fault.Message+" "+fault.Hint, say) || fault.Hint == "" {
			t.Errorf("%q: %s (%s), want a word about %q", text, fault.Message, fault.Hint, say)
		}
	}
}

func TestRound(t *testing.T) {
	for _, c := range []struct{ amount, to, mode, want string }{
		{"69010.80", "1", "half-up", "69011"}, {"69010.5", "1", "half-up", "69011"}, {"69010.49", "1", "half-up", "69010"},
		{"-1.5", "1", "half-up", "-2"}, {"2.5", "1", "half-even", "2"}, {"3.5", "1", "half-even", "4"}, {"-2.5", "1", "half-even", "-2"},
		{"1.025", "0.05", "half-up", "1.05"}, {"1.024", "0.05", "half-up", "1"}, {"1500", "1000", "half-up", "2000"},
		{"2500", "1000", "half-even", "2000"}, {"0.005", "0.01", "half-up", "0.01"}, {"7.77", "0.01", "half-up", "7.77"},
		{"1", "3", "half-up", "0"}, {"1.5", "3", "half-up", "3"}, {"1.4999999999999999999999999999", "3", "half-up", "0"},
		{"-1.5", "3", "half-up", "-3"}, {"1.5", "3", "half-even", "0"}, {"4.5", "3", "half-even", "6"}, {"-4.5", "3", "half-even", "-6"}, {"-7.5", "3", "half-even", "-6"},
		{"4.4", "3", "half-even", "3"}, {"4.6", "3", "half-even", "6"}, {"0.075", "0.05", "half-even", "0.1"}, {"0.025", "0.05", "half-even", "0"},
		{"12345678901234567890.5", "1", "half-even", "12345678901234567890"}, {"12345678901234567891.5", "1", "half-even", "12345678901234567892"},
		{"12345678901234567890.5", "1", "half-up", "12345678901234567891"}, {"0.0000000000000000000000000005", "1", "half-up", "0"}, {"0.0000000000000000009", "1", "half-up", "0"},
		{"12.345", "0", "half-up", "12.345"}, {"12.345", "-1", "half-up", "12.345"}, {"700", "0.01", "half-up", "700"}, {"499", "1000", "half-up", "0"},
		{"1.1", "1", "up", "2"}, {"-1.1", "1", "up", "-2"}, {"1", "1", "up", "1"}, {"1.9", "1", "down", "1"}, {"-1.9", "1", "down", "-1"}, {"10239.99", "10", "down", "10230"},
		{"1.06", "0.05", "up", "1.1"}, {"1.05", "0.05", "up", "1.05"}, {"1.09", "0.05", "down", "1.05"}, {"0.0000000000000000000000000005", "1", "up", "1"},
		{"12345678901234567890.5", "1", "up", "12345678901234567891"}, {"-12345678901234567890.5", "1", "down", "-12345678901234567890"},
	} {
		r := money.Rounding{To: parse(t, c.to), Mode: money.Mode(c.mode)}
		if got := r.Round(parse(t, c.amount)); !got.Equal(parse(t, c.want)) {
			t.Errorf("%s to %s %s is %s, want %s", c.amount, c.to, c.mode, got, c.want)
		}
	}
}

// TestRoundingLaws holds for any amount: rounding is nearest, idempotent and odd.
func TestRoundingLaws(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	for range 2000 {
		amount := money.New(random.Int64N(1e12) - 5e11).Shift(-int32(random.IntN(6)))
		to := money.New(random.Int64N(500) + 1).Shift(-int32(random.IntN(4)))
		for _, mode := range money.Modes() {
			r := money.Rounding{To: to, Mode: money.Mode(mode)}
			got := r.Round(amount)
			if got.Sub(amount).Abs().GreaterThan(r.Reach()) {
				t.Fatalf("%s to %s %s is %s: further than %s", amount, to, mode, got, r.Reach())
			}
			if off := got.Abs().Cmp(amount.Abs()); off < 0 && r.Mode == money.Up || off > 0 && r.Mode == money.Down {
				t.Fatalf("%s to %s %s is %s: to the wrong side", amount, to, mode, got)
			}
			if !r.Round(got).Equal(got) {
				t.Fatalf("%s to %s: rounding twice changes %s", amount, to, got)
			}
			if !r.Round(amount.Neg()).Equal(got.Neg()) {
				t.Fatalf("%s to %s: not symmetric", amount, to)
			}
		}
	}
}

func TestNumber(t *testing.T) {
	for _, c := range []struct {
		d      string
		places int32
		want   string
	}{
		{"465440", 0, "465,440"}, {"-465440", 0, "-465,440"}, {"69010.80", 0, "69,010.8"}, {"69010.80", 2, "69,010.80"},
		{"0", 0, "0"}, {"999", 0, "999"}, {"1000", 0, "1,000"}, {"1234567.5", 2, "1,234,567.50"}, {"12.00", 0, "12"},
		{"12.3400", 1, "12.34"}, {"0.50", 0, "0.5"}, {"100", 0, "100"}, {"5", -1, "5"},
	} {
		if got := money.Number(parse(t, c.d), c.places, ",", "."); got != c.want {
			t.Errorf("%s with %d decimals is %s, want %s", c.d, c.places, got, c.want)
		}
	}
}

func TestCurrency(t *testing.T) {
	for code, want := range map[money.Currency]bool{"CHF": true, "EUR": true, "XYZ": false, "chf": false, "": false, "CHFF": false} {
		if code.IsValid() != want {
			t.Errorf("%q: valid is %v", code, !want)
		}
	}
	if codes := money.Codes(); len(codes) < 100 {
		t.Errorf("only %d codes", len(codes))
	}
}

// FuzzParse holds that what is taken is exactly what was written.
func FuzzParse(f *testing.F) {
	for _, seed := range []string{"12.10", "465,440", "1e5", "-0", "0.0"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		d, fault := money.Parse(text)
		if fault != nil {
			return
		}
		_, decimals, _ := strings.Cut(text, ".")
		want := strings.TrimPrefix(text, "-")
		if got := d.Abs().StringFixed(int32(len(decimals))); got != want {
			t.Errorf("%q became %s", text, got)
		}
	})
}

// TestSmallAndLargeRoundAlike holds the short way of rounding to the library's.
func TestSmallAndLargeRoundAlike(t *testing.T) {
	random := rand.New(rand.NewPCG(3, 4))
	for range 5000 {
		amount := money.New(random.Int64N(2e17) - 1e17).Shift(-int32(random.IntN(12)))
		to := money.New(1).Shift(int32(random.IntN(4)) - 3)
		for _, mode := range money.Modes() {
			small := money.Rounding{To: to, Mode: money.Mode(mode)}.Round(amount)
			// 21 further zeros make the same number too long for the short way.
			long := amount.Add(money.New(1).Shift(-30)).Sub(money.New(1).Shift(-30))
			if large := (money.Rounding{To: to, Mode: money.Mode(mode)}).Round(long); !small.Equal(large) {
				t.Fatalf("%s to %s %s: %s and %s", amount, to, mode, small, large)
			}
		}
	}
}
