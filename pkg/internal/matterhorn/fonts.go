package matterhorn

import (
	"io"
	"maps"
	"math"
	"regexp"
	"slices"
	"strings"
	"unicode"

	"github.com/ledongthuc/pdf"
)

// font is a font of the file.
type font struct {
	name    string
	meaning map[int]string // by code
	widths  map[int]float64
	usual   float64 // the width of codes that are not listed
	program *program
	shown   map[int]int // by code: a page that shows it
}

// faces returns the fonts of a page by the names that it knows them by.
func (c *checker) faces(page pdf.Page) map[string]*font {
	list := page.Resources().Key("Font")
	faces := map[string]*font{}
	for _, name := range list.Keys() {
		key := list.Key(name).String()
		if c.fonts[key] == nil {
			c.fonts[key] = c.font(list.Key(name))
		}
		faces[name] = c.fonts[key]
	}
	return faces
}

var subset = regexp.MustCompile(`^[A-Z]{6}\+.`)

// font reads a font and checks what it says of itself.
func (c *checker) font(v pdf.Value) *font {
	f := &font{name: v.Key("BaseFont").Name(), shown: map[int]int{}}
	inner := v.Key("DescendantFonts").Index(0)
	descriptor := inner.Key("FontDescriptor")
	if v.Key("Subtype").Name() != "Type0" || v.Key("Encoding").Name() != "Identity-H" || inner.Key("Subtype").Name() != "CIDFontType2" {
		c.fault("allowed font", "the font %s is a %s", f.name, v.Key("Subtype").Name())
		return f // what its codes are is not known
	}
	if key := beyond(v, fontKeys) + beyond(inner, innerFontKeys) + beyond(descriptor, descriptorKeys); key != "" {
		c.fault("allowed font", "the font %s has %s", f.name, key)
	}
	c.ensure(subset.MatchString(f.name), "ISO 32000-1 9.6.4", "the font %s has no tag", f.name)
	glyphs := inner.Key("CIDToGIDMap")
	c.ensure(!glyphs.IsNull(), "31-005", "the font %s does not say what its codes draw", f.name)
	c.ensure(glyphs.IsNull() || glyphs.Kind() == pdf.Stream || glyphs.Name() == "Identity", "31-004", "what the codes of the font %s draw is no map", f.name)
	c.ensure(glyphs.Kind() != pdf.Stream, "allowed font", "the codes of the font %s are not its glyphs", f.name)
	f.widths, f.usual = widths(inner)
	f.program = c.embedded(f, descriptor.Key("FontFile2"))
	f.meaning = c.meanings(f, v.Key("ToUnicode"))
	return f
}

// embedded reads the font's program.
func (c *checker) embedded(f *font, file pdf.Value) *program {
	if file.Kind() != pdf.Stream {
		c.fault("31-009", "the font %s is not in the file", f.name)
		return nil
	}
	data, _ := io.ReadAll(file.Reader())
	p := readProgram(data)
	c.ensure(p != nil, "31-009", "the font %s cannot be read", f.name)
	return p
}

// meanings reads what the font's codes mean.
func (c *checker) meanings(f *font, stream pdf.Value) map[int]string {
	if stream.Kind() != pdf.Stream {
		c.fault("31-027", "the font %s does not say what its codes mean", f.name)
		return nil
	}
	data, _ := io.ReadAll(stream.Reader())
	meaning, ranges := readMap(data)
	c.ensure(!ranges, "allowed font", "the font %s says in ranges what its codes mean", f.name)
	for _, code := range slices.Sorted(maps.Keys(meaning)) {
		m := meaning[code]
		c.ensure(!strings.ContainsRune(m, 0), "31-028", "code %d of the font %s means U+0000", code, f.name)
		c.ensure(!strings.ContainsAny(m, "\uFEFF\uFFFE"), "31-029", "code %d of the font %s means %+q", code, f.name, m)
	}
	return meaning
}

// shown checks whatever codes are shown on any page.
func (c *checker) shown() {
	for _, key := range slices.Sorted(maps.Keys(c.fonts)) {
		f := c.fonts[key]
		for _, code := range slices.Sorted(maps.Keys(f.shown)) {
			c.code(f, code)
		}
	}
}

// code checks a code that is shown.
func (c *checker) code(f *font, code int) {
	page, m := f.shown[code], f.meaning[code]
	c.ensure(code != 0, "31-030", "page %d shows a character that the font lacks", page)
	c.ensure(m != "" || f.meaning == nil, "10-001", "page %d shows code %d, which means nothing", page, code)
	c.ensure(!strings.ContainsFunc(m, func(r rune) bool { return unicode.Is(unicode.Co, r) }), "PDF/A 6.2.11.7.3", "page %d shows code %d, which means a character of nobody", page, code)
	if f.program == nil {
		return
	}
	if code >= len(f.program.widths) {
		c.fault("31-011", "page %d shows code %d, which the font %s does not have", page, code, f.name)
		return
	}
	c.ensure(f.program.drawn[code] || strings.TrimFunc(m, isBlank) == "", "31-011", "page %d shows %q, for which the font %s draws nothing", page, m, f.name)
	width, listed := f.widths[code]
	if !listed {
		width = f.usual
	}
	c.ensure(math.Abs(width-f.program.widths[code]) <= 1, "31-016", "the width of code %d in the font %s is %g and %g", code, f.name, width, f.program.widths[code])
}

// isBlank reports a character that leaves no ink.
func isBlank(r rune) bool { return unicode.IsSpace(r) || unicode.Is(unicode.Cf, r) }
