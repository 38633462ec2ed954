package svg

import (
	"bytes"
	"fmt"

	"github.com/boombuler/barcode/code128"
)

// Barcode draws a text in bars of Code 128, without the text itself; nothing where the
// code has no bars for a character of it.
func Barcode(text string) []byte {
	code, err := code128.Encode(text)
	if err != nil {
		return nil
	}
	const high, quiet = 30, 10 // in modules, with the white that a scanner needs at the sides
	width := code.Bounds().Dx()
	var b bytes.Buffer
	fmt.Fprintf(&b, `<svg viewBox="0 0 %d %d" width="%d" height="%d" aria-hidden="true"><rect width="%d" height="%d" fill="#fff"/><path fill="#000" d="`,
		width+2*quiet, high, width+2*quiet, high, width+2*quiet, high)
	for x := 0; x < width; x++ {
		start := x
		for x < width && isDark(code.At(x, 0).RGBA()) {
			x++
		}
		if x > start {
			fmt.Fprintf(&b, "M%d 0h%dv%dh-%dz", quiet+start, x-start, high, x-start)
		}
	}
	b.WriteString("\"/></svg>\n")
	return b.Bytes()
}

func isDark(r, _, _, _ uint32) bool { return r < 0x8000 }
