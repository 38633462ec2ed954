package render

import (
	"fmt"
	"strings"

	"github.com/isuplan/isuplan/pkg/diag"
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
func Rules() []diag.Rule { return []diag.Rule{NoGlyph} }

// NoGlyphs returns a finding for each character that could not be drawn.
func NoGlyphs(missing []Missing) []diag.Finding {
	var list []diag.Finding
	for _, m := range missing {
		f := diag.Finding{Rule: NoGlyph, Span: m.Run.Origin.Span(),
			Message: fmt.Sprintf("the PDF's font has no character %q (U+%04X)", string(m.Rune), m.Rune),
			Hint:    "write it in another way; the font has the Latin, Greek and Cyrillic scripts"}
		if at := strings.IndexRune(m.Run.Origin.Text(), m.Rune); at >= 0 {
			f.Span = m.Run.Origin.Part(at, at+len(string(m.Rune)))
		}
		list = append(list, f)
	}
	return list
}
