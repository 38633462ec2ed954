package svg

import (
	"bytes"
	"fmt"

	barcode "github.com/isuplan/isuplan/pkg/render/internal/bars"
	"github.com/isuplan/isuplan/pkg/render/internal/recycle"
)

// Barcode draws a text in bars of Code 39, without the text itself; nothing where the
// code has no bars for a character of it.
func Barcode(text string) []byte {
	code, err := barcode.Of(text)
	if err != nil || code.Width == 0 {
		return nil
	}
	const high = 30 // in modules
	wide := code.Width + 2*barcode.Quiet
	var b bytes.Buffer
	fmt.Fprintf(&b, `<svg viewBox="0 0 %d %d" width="%d" height="%d" aria-hidden="true"><rect width="%d" height="%d" fill="#fff"/><path fill="#000" d="`,
		wide, high, wide, high, wide, high)
	for _, bar := range code.Bars {
		fmt.Fprintf(&b, "M%d 0h%dv%dh-%dz", barcode.Quiet+bar.At, bar.Width, high, bar.Width)
	}
	b.WriteString("\"/></svg>\n")
	return b.Bytes()
}

// Recycle draws the sign of recycling, in the colour of the text.
func Recycle() []byte {
	return fmt.Appendf(nil, `<svg viewBox="0 0 %d %[1]d" width="24" height="24" aria-hidden="true"><path fill="currentColor" d="%s"/></svg>`,
		recycle.Side, recycle.Path())
}
