package pdf_test

import (
	"bytes"
	"strings"
	"testing"

	"github.com/isuplan/isuplan/pkg/readback/pdf"
)

// measured is a page whose font says that each letter is half as wide as it is high.
func measured(content string) []byte {
	return bytes.Replace(page(content), []byte("/Type1"), []byte("/Type1 /FirstChar 32 /Widths ["+strings.Repeat("500 ", 96)+"]"), 1)
}

// TestLettersThatAreMovedTo one by one make words: browsers print ligatures and what is
// spaced out so.
func TestLettersThatAreMovedTo(t *testing.T) {
	for content, want := range map[string]string{
		"BT /F 10 Tf 50 50 Td (ef) Tj 10 0 Td (fective) Tj ET":                 "effective ",
		"BT /F 10 Tf 50 50 Td (1) Tj 4.6 0 Td (19) Tj ET":                      "119 ",
		"BT /F 10 Tf 50 50 Td (a) Tj 8 0 Td (b) Tj ET":                         "a b ",
		"BT /F 10 Tf 1 0 0 1 50 50 Tm (1) Tj 1 0 0 1 55 50 Tm (2) Tj ET":       "12 ",
		"BT /F 10 Tf 1 0 0 1 50 50 Tm (12) Tj 1 0 0 1 99 50 Tm (34) Tj ET":     "12 34 ",
		"BT /F 1 Tf 10 0 0 10 50 50 Tm (1) Tj .5 0 Td (2) Tj 2 0 Td (3) Tj ET": "12 3 ",
		"BT /F 10 Tf 50 50 Td (a/) Tj ET BT /F 10 Tf 99 50 Td (5,000) Tj ET":   "a/ 5,000 ",
		"BT /F 10 Tf 50 50 Td (half-) Tj ET BT /F 10 Tf 50 38 Td (way) Tj ET":  "half-way ",
		"BT /F 10 Tf 50 50 Td (-) Tj ET BT /F 10 Tf 50 38 Td (Subtotal) Tj ET": "- Subtotal ",
	} {
		if got := said(only(t, measured(content))); got != want {
			t.Errorf("%s: got %q, want %q", content, got, want)
		}
	}
}

// strangeOf returns what is strange about a page.
func strangeOf(p pdf.Page) string {
	var list []string
	for _, s := range p.Strange {
		list = append(list, s.What)
	}
	return strings.Join(list, "; ")
}

// TestTextThatStandsElsewhere than it is written is told, in whatever order programs write
// cells, feet and heads.
func TestTextThatStandsElsewhere(t *testing.T) {
	at := func(x, y, text string) string { return "BT /F 10 Tf " + x + " " + y + " Td (" + text + ") Tj ET " }
	for name, c := range map[string]struct {
		content string
		is      bool
	}{
		"rows":                  {at("50", "90", "A") + at("150", "90", "1") + at("50", "70", "B") + at("150", "70", "2"), false},
		"swapped":               {at("50", "90", "A") + at("150", "70", "1") + at("50", "70", "B") + at("150", "90", "2"), true},
		"moved down":            {at("50", "90", "A") + at("150", "50", "1") + at("50", "70", "B") + at("150", "70", "2"), true},
		"moved up":              {at("50", "90", "A") + at("150", "90", "1") + at("50", "70", "B") + at("150", "95", "2"), true},
		"moved to the left":     {at("50", "90", "A") + at("20", "90", "1") + at("50", "70", "B"), true},
		"a label of two lines":  {at("50", "90", "A") + at("50", "80", "a") + at("150", "90", "1") + at("50", "60", "B"), false},
		"words of a label":      {at("50", "90", "A") + at("58", "90", "x") + at("50", "80", "a") + at("150", "90", "1") + at("50", "60", "B"), false},
		"cells in their middle": {at("50", "90", "H") + at("150", "90", "h") + at("50", "65", "A") + at("150", "70", "1") + at("150", "60", "2") + at("50", "40", "B"), false},
		"heads on the right":    {at("50", "90", "H") + at("150", "90", "long") + at("160", "80", "x") + at("250", "90", "h") + at("50", "60", "B"), false},
		"a foot first":          {at("250", "-90", "7") + at("50", "90", "A") + at("150", "90", "1") + at("50", "70", "B"), false},
		"two paragraphs":        {at("50", "90", "1.") + at("80", "90", "text") + at("50", "80", "more") + at("50", "60", "2."), false},
		"from right to left":    {at("150", "90", "A") + at("50", "90", "1"), true},
	} {
		b := bytes.Replace(measured(c.content), []byte("/Type /Page "), []byte("/Type /Page /MediaBox [0 -100 400 300] "), 1)
		if got := strings.Contains(strangeOf(only(t, b)), "elsewhere"); got != c.is {
			t.Errorf("%s: %v", name, got)
		}
	}
}
