package bars_test

import (
	"strings"
	"testing"

	"github.com/isuplan/isuplan/pkg/render/internal/bars"
)

// code39 is the alphabet of the digits (ISO/IEC 16388): nine elements, bars and gaps by turns, n
// narrow and w wide, which is twice as wide here.
var code39 = map[string]string{
	"nnnwwnwnn": "0", "wnnwnnnnw": "1", "nnwwnnnnw": "2", "wnwwnnnnn": "3", "nnnwwnnnw": "4", "wnnwwnnnn": "5",
	"nnwwwnnnn": "6", "nnnwnnwnw": "7", "wnnwnnwnn": "8", "nnwwnnwnn": "9", "nwnnwnwnn": "*",
}

// TestTheBarsAreRead reads the bars as a scanner does.
func TestTheBarsAreRead(t *testing.T) {
	for _, digits := range []string{"1709131", "0123456789", "2410872"} {
		code, err := bars.Of(digits)
		if err != nil {
			t.Fatal(err)
		}
		var elements []string
		for i, b := range code.Bars {
			if i > 0 {
				elements = append(elements, width(b.At-code.Bars[i-1].At-code.Bars[i-1].Width))
			}
			elements = append(elements, width(b.Width))
		}
		got := ""
		for i := 0; i+9 <= len(elements); i += 10 { // a narrow gap stands between two characters
			got += code39[strings.Join(elements[i:i+9], "")]
		}
		if want := "*" + digits + "*"; got != want {
			t.Errorf("%s reads %q", digits, got)
		}
		if last := code.Bars[len(code.Bars)-1]; last.At+last.Width != code.Width {
			t.Errorf("%s is %d modules wide, and ends at %d", digits, code.Width, last.At+last.Width)
		}
	}
}

func width(modules int) string { return map[int]string{1: "n", 2: "w"}[modules] }

func TestWhatHasNoBars(t *testing.T) {
	if code, err := bars.Of(""); err != nil || code.Width != 0 || code.Bars != nil {
		t.Errorf("nothing gives %v, %v", code, err)
	}
	if _, err := bars.Of("é中"); err == nil {
		t.Error("there are bars for what is no ASCII")
	}
}
