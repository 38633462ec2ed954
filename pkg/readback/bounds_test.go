package readback_test

import (
	"errors"
	"strings"
	"testing"

	"github.com/isuplan/isuplan/pkg/readback"
)

const main = `xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"`

// TestSmallFilesThatSwell: a few kilobytes may unpack to, or ask for, more than a
// machine has.
func TestSmallFilesThatSwell(t *testing.T) {
	note := func(text string) map[string]string {
		return map[string]string{"word/footnotes.xml": `<w:footnotes ` + main + `><w:footnote w:id="2">` + text + `</w:footnote></w:footnotes>`}
	}
	for name, file := range map[string][]byte{
		"a text":             word(`<w:p><w:r><w:t>`+strings.Repeat("1 ", 9<<20)+`</w:t></w:r></w:p>`, nil),
		"paragraphs":         word(strings.Repeat(`<w:p><w:r><w:t>1</w:t></w:r></w:p>`, 300_000), nil),
		"a note named often": word(`<w:p>`+strings.Repeat(`<w:footnoteReference w:id="2"/>`, 100_000)+`</w:p>`, note(`<w:t>`+strings.Repeat("x", 1<<20)+`</w:t>`)),
		"breaks in a note":   word(`<w:p/>`, note(strings.Repeat(`<w:br/>`, 1<<20))),
		"lists": word(`<w:p/>`, map[string]string{
			"word/numbering.xml": `<w:numbering ` + main + `>` + strings.Repeat(`<w:num/>`, 1<<20) + `</w:numbering>`}),
	} {
		if _, err := readback.Read(file); !errors.Is(err, readback.ErrTooLarge) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// TestALongNumberIsCut: a number's form may name the count many times.
func TestALongNumberIsCut(t *testing.T) {
	form := `<w:numbering ` + main + `><w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:numFmt w:val="decimal"/><w:lvlText w:val="` +
		strings.Repeat("%1", 500_000) + `"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num></w:numbering>`
	if got := lines(t, word(strings.Repeat(p("", "1", "0", "x"), 9), map[string]string{"word/numbering.xml": form})); len(got) > 500 {
		t.Errorf("%d characters", len(got))
	}
}

// TestMarkdownThatTakesForever is refused before it is read.
func TestMarkdownThatTakesForever(t *testing.T) {
	for name, file := range map[string]string{
		"quotes":      strings.Repeat(">", 200_000) + "a",
		"brackets":    strings.Repeat("[a](", 100_000),
		"links":       strings.Repeat("[a](b)\n\n", 30_000),
		"paragraphs":  strings.Repeat("1\n\n", 1_000_000),
		"lists":       strings.Repeat(" ", 300) + "- a",
		"lists again": strings.Repeat("1. - + * ", 30) + "a",
		"emphasis":    strings.Repeat("*a* ", 200_000),
	} {
		if _, err := readback.Read([]byte(file)); !errors.Is(err, readback.ErrTangled) {
			t.Errorf("%s: %v", name, err)
		}
	}
	if _, err := readback.Read([]byte(strings.Repeat("a ", 3<<20))); !errors.Is(err, readback.ErrTooLarge) {
		t.Error(err)
	}
	const faithful = "> - 1. a\n\n\t- b\n\n      [c](d)\n\n2018 2019 2020\n"
	if _, err := readback.Read([]byte(faithful + strings.Repeat("2018 ", 100) + "\\[" + strings.Repeat("\\[", 2000))); err != nil {
		t.Error(err)
	}
}
