package render

import (
	"bytes"
	"fmt"
	"strings"

	"github.com/isuplan/isuplan/pkg/diag"
	"github.com/isuplan/isuplan/pkg/source"
)

// NoGlyph is reported for a character that a format cannot show.
var NoGlyph = diag.Rule{Code: "F504", Name: "no-glyph", Severity: diag.Error, Title: "a character that the document's font lacks",
	Why:   "The printed document would lose it without a word.",
	Since: "0.1",
	Bad: `assumptions:
  - That the budget for «薪» is funded.
  - That the host State provides the rooms.
`,
	Good: `assumptions:
  - That the budget for salaries is funded.
  - That the host State provides the rooms.
`}

// Rules returns the rules that rendering can report.
func Rules() []diag.Rule { return []diag.Rule{NoGlyph, TooWide} }

// NoGlyphs returns a finding for each character that could not be drawn. What is no text
// of the plan, such as the symbol on each page, does not know where it was written: there
// the first place of the character in the plan's file is named.
func NoGlyphs(missing []Missing, in *source.File) []diag.Finding {
	var list []diag.Finding
	for _, m := range missing {
		f := diag.Finding{Rule: NoGlyph, Span: m.Run.Origin.Span(),
			Message: fmt.Sprintf("the PDF's font has no character %q (U+%04X)", string(m.Rune), m.Rune),
			Hint:    "write it in another way; the font has the Latin, Greek and Cyrillic scripts"}
		size := len(string(m.Rune))
		if at := strings.IndexRune(m.Run.Origin.Text(), m.Rune); at >= 0 {
			f.Span = m.Run.Origin.Part(at, at+size)
		} else if at := bytes.Index(in.Bytes, []byte(string(m.Rune))); at >= 0 && !f.Span.IsValid() {
			f.Span = in.Span(at, at+size)
		}
		list = append(list, f)
	}
	return list
}
