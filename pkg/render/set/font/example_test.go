package font_test

import (
	"fmt"
	"log"

	"github.com/go-fonts/liberation/liberationserifregular"

	"github.com/isuplan/isuplan/pkg/render/set/font"
)

// A font says how wide a text is, and is cut down to the characters that a file shows.
func Example() {
	regular, err := font.Parse(liberationserifregular.TTF)
	if err != nil {
		log.Fatal(err)
	}
	glyphs, width := []int{0}, 0
	for _, r := range "465,440" {
		glyph := regular.Glyph(r)
		glyphs, width = append(glyphs, glyph), width+regular.Width(glyph)
	}
	cut := regular.Cut(glyphs)
	fmt.Println("thousandths of the size:", width)
	fmt.Println("a tenth of the bytes:", len(cut) < len(liberationserifregular.TTF)/10)
	fmt.Println("Chinese:", regular.Glyph('薪') != 0)
	// Output:
	// thousandths of the size: 3250
	// a tenth of the bytes: true
	// Chinese: false
}
