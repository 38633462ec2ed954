package money_test

import (
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/isuplan/isuplan/pkg/money"
)

// TestTheRemedyIsTheNumberMeant holds that where it is plain what number was meant,
// the hint has it as the plan language writes it.
func TestTheRemedyIsTheNumberMeant(t *testing.T) {
	for text, want := range map[string]string{
		"465,440":       "465440",
		"1,234,567.50":  "1234567.50",
		"1'000.05":      "1000.05",
		"1’000":         "1000",
		"12 500":        "12500",
		"12\u00a0500":   "12500",
		"-12,500":       "-12500",
		"1,50":          "1.50",
		"-0,5":          "-0.5",
		"1234,5678":     "1234.5678",
		"1,234.5":       "1234.5",
		"012":           "12",
		"-012":          "-12",
		"007.50":        "7.50",
		"00":            "0",
		"-00.5":         "-0.5",
		"1,2,3":         "123",
		"1_000":         "1000",
		"12\u202f500.5": "12500.5",
		"1.234,50":      "1234.50",
		"-1.234,50":     "-1234.50",
		"1.234.567":     "1234567",
		"1.234.567,89":  "1234567.89",
		"1 234,50":      "1234.50",
		"1'234'567,5":   "1234567.5",
		"1'234,567":     "1234.567",
		"0,125":         "0.125",
		"0,5":           "0.5",
		",5":            "0.5",
		"12\u2009500":   "12500",
		"12\u2007500":   "12500",
		"1‘000":         "1000",
		"1´000":         "1000",
		"１８０":           "180",
		"１２．５":          "12.5",
		"١٨٠٬٠٠٠":       "180000",
		"١٢٫٥":          "12.5",
		"१२३":           "123",
		"CHF 180'000.-": "180000",
		"180'000.-":     "180000",
		"180000.–":      "180000",
		"€ 1.234,50":    "1234.50",
		"1,500 USD":     "1500",
	} {
		_, fault := money.Parse(text)
		if fault == nil {
			t.Errorf("%q was taken", text)
			continue
		}
		if rest, ok := strings.CutPrefix(fault.Hint, "write "+want); !ok || rest != "" && rest[0] != ' ' && rest[0] != ',' {
			t.Errorf("%q: %q, want %s", text, fault.Hint, want)
		}
		if _, fault := money.Parse(want); fault != nil {
			t.Errorf("%s, the remedy for %q, is refused itself: %s", want, text, fault.Message)
		}
	}
}

// TestWhatIsNoNumberIsCalledByItsMistake holds the words that tell one mistake from another.
func TestWhatIsNoNumberIsCalledByItsMistake(t *testing.T) {
	for say, texts := range map[string][]string{
		"there is no number here":                     {""},
		"has a comma":                                 {"1,5", "12,50", "1,2345", ",5", "1,234", "0,125", "1234,567"},
		"thousands to some readers":                   {"1,234", "345,054", "-12,500"},
		"has digits of another script":                {"٣", "١٨٠٠٠٠", "１８０", "१२३"},
		"names its currency":                          {"CHF 180000", "180000 CHF", "€5", "5 €", "180'000.- CHF"},
		"has thousands separators":                    {"1.234,50", "1.234.567", "1'234.-", "1 234,50", "1,234,567", "1 000", "1'000", "12,34.5"},
		"is written with an exponent":                 {"1e5", "-1e5", "1E-5", "1.5e+3", "1.e3"},
		"is not a decimal number":                     {"0x1F", "-0x1f", "0b1", "0o7"},
		"is not an amount":                            {".inf", "-.Inf", "+.inf", ".NaN"},
		"has a plus sign":                             {"+5", "+1.50"},
		"begins with a zero":                          {"05", "-05", "000", "00.5"},
		"misses digits beside its decimal point":      {"5.", "-.5", "."},
		"is not a number":                             {"–5", "\u22125", "(500)", "12O", "five", "1 000 francs", "1,000 or so", "1-2", "-", "--5", "1.2.3", "12e", "e5", "1e5x", "5:", "/5"},
		"this number has more than 30 digits":         {strings.Repeat("1", 31), "-" + strings.Repeat("1", 20) + "." + strings.Repeat("1", 11)},
		"\"" + strings.Repeat("a", 40) + "…\" is not": {strings.Repeat("a", 41), strings.Repeat("a", 400)},
		"\"" + strings.Repeat("é", 40) + "\" is not":  {strings.Repeat("é", 40)},
	} {
		for _, text := range texts {
			_, fault := money.Parse(text)
			if fault == nil {
				t.Errorf("%q was taken", text)
			} else if !strings.Contains(fault.Message, say) || fault.Hint == "" {
				t.Errorf("%q: %s (%s), want %q and a remedy", text, fault.Message, fault.Hint, say)
			}
		}
	}
	// A minus of another kind, and the brackets of book-keepers, have a remedy of their own.
	for _, text := range []string{"–5", "\u22125", "(500)"} {
		if _, fault := money.Parse(text); !strings.Contains(fault.Hint, "plain hyphen") {
			t.Errorf("%q: %s", text, fault.Hint)
		}
	}
}

// TestBothReadingsAreSaid holds for a comma or a point that half of Europe reads otherwise.
func TestBothReadingsAreSaid(t *testing.T) {
	for text, want := range map[string]string{
		"1,234": "1234 1.2340", "465,440": "465440 465.44", "180,000": "180000 180", "-12,500": "-12500 -12.5",
		"1,23": "1.23", "1234,567": "1234.567", "0,125": "0.125", "1.234,567": "1234.567", "1,234.567": "1234.567", "1,234,567": "1234567",
		"1.234.56": "", "1.2.3": "", "1,234.567,8": "", "1.234 567": "", "1,,5": "", "five": "", "": "",
	} {
		got := ""
		if _, fault := money.Parse(text); fault != nil {
			got = strings.Join(fault.Readings, " ")
		}
		if got != want {
			t.Errorf("%q can be %q, want %q", text, got, want)
		}
	}
}

// TestEveryDigitHasItsValue holds for the ten digits of each script, and for tens that
// follow each other.
func TestEveryDigitHasItsValue(t *testing.T) {
	for _, zero := range []rune{'0', '٠', '۰', '०', '๐', '０', '𝟎', '𝟘', '𝟬', '𝟶', '🯰'} {
		for i := range rune(10) {
			text := string(zero+i) + ","
			_, fault := money.Parse(text + string(zero))
			if fault == nil || !strings.HasPrefix(fault.Hint, "write "+string('0'+i)+".0") {
				t.Errorf("%q: %v", text, fault)
			}
		}
	}
}

// TestThreeDecimals holds which amounts half of Europe reads as thousands, and how they
// are written so that nobody does.
func TestThreeDecimals(t *testing.T) {
	for text, want := range map[string]string{
		"180.000": "180", "1.234": "1.2340", "-1.234": "-1.2340", "12.500": "12.5", "1234.567": "1234.5670",
		"180.00": "180.00", "180.0000": "180.0000", "0.125": "0.125", "-0.125": "-0.125", "180": "180", "180000": "180000",
	} {
		if got := money.Unmistakable(text); got != want || money.HasThreeDecimals(text) != (text != want) {
			t.Errorf("%s is written %s, want %s", text, got, want)
		}
	}
}

// TestThirtyDigitsAreTheMost counts the digits on both sides of the decimal point.
func TestThirtyDigitsAreTheMost(t *testing.T) {
	for _, text := range []string{strings.Repeat("7", 30), strings.Repeat("7", 20) + "." + strings.Repeat("7", 10), "-0." + strings.Repeat("7", 29)} {
		if got := parse(t, text).String(); got != text {
			t.Errorf("%s became %s", text, got)
		}
		if _, fault := money.Parse(text + "7"); fault == nil {
			t.Errorf("%s7 was taken", text)
		}
	}
}

// TestWhatIsPrintedCanBeRead holds for any number: without its separators it is what it
// was, and the separators stand before every third digit.
func TestWhatIsPrintedCanBeRead(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		places := rapid.Int32Range(0, 4).Draw(t, "places")
		d := money.New(rapid.Int64().Draw(t, "digits")).Shift(-rapid.Int32Range(0, 6).Draw(t, "decimals"))
		text := money.Number(d, places, "\u00a0", ",")
		plain := strings.NewReplacer("\u00a0", "", ",", ".").Replace(text)
		if back, fault := money.Parse(plain); fault != nil || !back.Equal(d) {
			t.Fatalf("%s is printed %q", d, text)
		}
		units, decimals, _ := strings.Cut(strings.TrimPrefix(text, "-"), ",")
		if len(decimals) < int(places) || len(decimals) > int(places) && strings.HasSuffix(decimals, "0") {
			t.Fatalf("%s with %d decimals is printed %q", d, places, text)
		}
		for i, group := range strings.Split(units, "\u00a0") {
			if len(group) > 3 || group == "" || i > 0 && len(group) != 3 {
				t.Fatalf("%s is printed %q", d, text)
			}
		}
	})
}

func TestPercent(t *testing.T) {
	for _, c := range []struct{ a, b, want string }{
		{"63386", "345054", "18.37"}, {"1", "8", "12.5"}, {"1", "3", "33.33"}, {"2", "3", "66.67"}, {"-1", "4", "-25"}, {"5", "0", "0"}, {"0", "7", "0"},
	} {
		if got := money.Percent(parse(t, c.a), parse(t, c.b)); !got.Equal(parse(t, c.want)) {
			t.Errorf("%s is %s per cent of %s, want %s", c.a, got, c.b, c.want)
		}
	}
}

func TestDivisionKeepsDecimalsFarBeyondAnyRounding(t *testing.T) {
	if got := money.Div(money.New(2), money.New(3)).String(); got != "0."+strings.Repeat("6", 23)+"7" {
		t.Errorf("2 by 3 is %s", got)
	}
	if got := money.Div(money.New(7), money.New(8)).String(); got != "0.875" {
		t.Errorf("7 by 8 is %s", got)
	}
}

func TestModes(t *testing.T) {
	if got := strings.Join(money.Modes(), " "); got != "half-up half-even up down" {
		t.Errorf("the modes are %s", got)
	}
}

func TestCutDropsDecimalsWithoutRounding(t *testing.T) {
	for _, c := range []struct {
		d      string
		places int32
		want   string
	}{{"1.999", 2, "1.99"}, {"-1.999", 2, "-1.99"}, {"1.9", 0, "1"}, {"1.9", 3, "1.9"}} {
		if got := money.Cut(parse(t, c.d), c.places); !got.Equal(parse(t, c.want)) {
			t.Errorf("%s cut to %d decimals is %s, want %s", c.d, c.places, got, c.want)
		}
	}
}

func TestPlacesThatAmountsShow(t *testing.T) {
	for to, want := range map[string]int32{"1": 0, "1000": 0, "0.01": 2, "0.05": 2, "0.001": 3, "2.5": 1, "0": 2, "-1": 2} {
		if got := (money.Rounding{To: parse(t, to)}).Places(); got != want {
			t.Errorf("amounts rounded to %s show %d decimals, want %d", to, got, want)
		}
	}
}

func TestSum(t *testing.T) {
	if got := money.Sum(numbers(t, "0.10 0.20 -0.05 1000")...); !got.Equal(parse(t, "1000.25")) {
		t.Errorf("the sum is %s", got)
	}
	if got := money.Sum(); !got.IsZero() {
		t.Errorf("the sum of nothing is %s", got)
	}
}

func TestCodesAreThoseInUse(t *testing.T) {
	codes := money.Codes()
	if !slices.IsSorted(codes) || len(slices.Compact(slices.Clone(codes))) != len(codes) {
		t.Errorf("the codes are not in order, each once: %v", codes)
	}
	for _, code := range codes {
		if !money.Currency(code).IsValid() {
			t.Errorf("%s is not valid", code)
		}
	}
	for code, inUse := range map[string]bool{"CHF": true, "EUR": true, "USD": true, "DEM": false} {
		if slices.Contains(codes, code) != inUse {
			t.Errorf("%s in use is %v", code, !inUse)
		}
		if !money.Currency(code).IsValid() {
			t.Errorf("%s, of its time, is not valid", code)
		}
	}
}
