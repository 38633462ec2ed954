// Package bars draws the barcode of a document's job number: Code 39 of its digits, between
// the start and the stop sign, as on documents issued by the United Nations.
package bars

import (
	"fmt"

	"github.com/boombuler/barcode/code39"
)

// Bar is one bar of a barcode, in modules, the width of the narrowest bar.
type Bar struct{ At, Width int }

// Code is a barcode: its bars from left to right, and how wide it is with all of them.
type Code struct {
	Bars  []Bar
	Width int
}

// Quiet is the white that a scanner needs on both sides, in modules (ISO/IEC 16388).
const Quiet = 10

// Of returns the bars of a text, of ASCII: of digits as a rule. The empty
// text has none.
func Of(text string) (Code, error) {
	if text == "" {
		return Code{}, nil
	}
	code, err := code39.Encode(text, false, true)
	if err != nil {
		return Code{}, fmt.Errorf("the barcode of %q: %w", text, err)
	}
	c := Code{Width: code.Bounds().Dx()}
	for x := 0; x < c.Width; x++ {
		start := x
		for x < c.Width && isDark(code.At(x, 0).RGBA()) {
			x++
		}
		if x > start {
			c.Bars = append(c.Bars, Bar{start, x - start})
		}
	}
	return c, nil
}

func isDark(r, _, _, _ uint32) bool { return r < 0x8000 }
