package matterhorn

import (
	"io"
	"regexp"
	"strconv"

	"github.com/ledongthuc/pdf"
)

var (
	subset  = regexp.MustCompile(`^[A-Z]{6}\+.`)
	mapping = regexp.MustCompile(`<([0-9A-Fa-f]{4})>\s*<([0-9A-Fa-f]+)>`)
)

// fonts checks that each font is in the file, and that whatever is shown stands for
// characters.
func (c *checker) fonts() {
	meanings := map[string]map[int]string{}
	for i := range c.reader.NumPage() {
		page := c.reader.Page(i + 1)
		current := map[int]string{}
		pdf.Interpret(page.V.Key("Contents"), func(stack *pdf.Stack, op string) {
			args := make([]pdf.Value, stack.Len())
			for i := len(args) - 1; i >= 0; i-- {
				args[i] = stack.Pop()
			}
			switch op {
			case "Tf":
				name := args[0].Name()
				if meanings[name] == nil {
					meanings[name] = c.font(page.Font(name).V)
				}
				current = meanings[name]
			case "Tj":
				c.shown(current, args[0].RawString(), i+1)
			case "TJ":
				for k := range args[0].Len() {
					c.shown(current, args[0].Index(k).RawString(), i+1)
				}
			}
		})
	}
}

// font checks a font and returns what its codes mean.
func (c *checker) font(f pdf.Value) map[int]string {
	name := f.Key("BaseFont").Name()
	inner := f.Key("DescendantFonts").Index(0)
	c.ensure(subset.MatchString(name), "PDF/A 6.2.11.4.2", "the font %s has no tag", name)
	c.ensure(inner.Key("FontDescriptor").Key("FontFile2").Kind() == pdf.Stream, "31-009", "the font %s is not in the file", name)
	c.ensure(inner.Key("CIDToGIDMap").Name() == "Identity" || inner.Key("CIDToGIDMap").Kind() == pdf.Stream, "31-004", "the font %s does not say what its codes draw", name)
	c.ensure(f.Key("ToUnicode").Kind() == pdf.Stream, "31-027", "the font %s does not say what its codes mean", name)
	meaning := map[int]string{}
	if f.Key("ToUnicode").Kind() == pdf.Stream {
		cmap, _ := io.ReadAll(f.Key("ToUnicode").Reader())
		for _, m := range mapping.FindAllSubmatch(cmap, -1) {
			code, _ := strconv.ParseInt(string(m[1]), 16, 32)
			meaning[int(code)] = string(m[2])
		}
	}
	return meaning
}

// shown checks the codes of a string.
func (c *checker) shown(meaning map[int]string, codes string, page int) {
	c.ensure(len(codes) <= longest, "PDF/A 6.1.13", "page %d has a string of %d bytes", page, len(codes))
	for i := 0; i+1 < len(codes); i += 2 {
		code := int(codes[i])<<8 | int(codes[i+1])
		c.ensure(code != 0, "31-030", "page %d shows a character that the font lacks", page)
		switch m := meaning[code]; m {
		case "":
			c.fault("31-027", "page %d shows code %d, which means nothing", page, code)
		case "0000", "FEFF", "FFFE":
			c.fault("31-028", "page %d shows code %d, which means U+%s", page, code, m)
		default:
			c.ensure(m < "E000" || m > "F8FF", "PDF/A 6.2.11.7.3", "page %d shows code %d, which means a character of nobody", page, code)
		}
	}
}
