package merge

import (
	"testing"

	"github.com/isuplan/isuplan/pkg/money"
	"github.com/isuplan/isuplan/pkg/readback/xlsx"
)

// TestNumbersComeBackShorter holds that the digits which a spreadsheet drops are no change.
func TestNumbersComeBackShorter(t *testing.T) {
	for _, c := range []struct {
		old, now string
		same     bool
	}{
		{"0.2525252525252525252525", "0.252525252525253", true}, {"33.333333333333333", "33.3333333333333", true}, {"0", "0", true},
		{"0.2525", "0.2526", false}, {"0", "0.0001", false}, {"12345678.91", "12345678.92", false}, {"-5", "5", false},
	} {
		old, _ := money.Parse(c.old)
		now, _ := money.Parse(c.now)
		if got := isSameNumber(&xlsx.Cell{Number: old}, &xlsx.Cell{Number: now}); got != c.same {
			t.Errorf("%s and %s: %v", c.old, c.now, got)
		}
	}
}
