package check

import (
	"bytes"
	"fmt"
	"strings"

	"github.com/isuplan/isuplan/pkg/diag"
	"github.com/isuplan/isuplan/pkg/source"
)

var _ = register(Rule{
	Rule: diag.Rule{Code: "E124", Name: "pasted-characters", Severity: diag.Note, Title: "ligatures out of a PDF",
		Why:   "A ligature is one character that looks like several letters; it is printed as letters, but an editor does not find it when the word is searched for.",
		Since: "0.1",
		Bad: `assumptions:
  - That the «ﬁ»nancial year begins in January.
  - That the host State provides the rooms.
`,
		Good: `assumptions:
  - That the financial year begins in January.
  - That the host State provides the rooms.
`},
	Run: func(c *Context) {
		if f := c.Plan.Node.File(); f == nil || !bytes.Contains(f.Bytes, []byte("\xEF\xAC")) {
			return
		}
		for _, t := range c.Texts {
			if edits := ligaturesIn(t.Prose.Node.Span()); len(edits) > 0 {
				first := edits[0].Span.Text()
				c.Report(t.Subject, edits[0].Span, fmt.Sprintf("“%s” is one character here; it is printed as the letters %s", first, source.Letters(first)),
					"write the letters").Fix = edits
			}
		}
	},
})

// ligaturesIn returns the edits that write the ligatures of a stretch as letters.
func ligaturesIn(span source.Span) (edits []diag.Edit) {
	text := span.Text()
	for i := strings.IndexByte(text, '\xEF'); i >= 0 && i < len(text); i++ {
		if letters := source.LigatureAt(text[i:]); letters != "" {
			from := span.Start.Offset + i
			edits = append(edits, diag.Edit{Span: span.File.Span(from, from+len("ﬁ")), Text: letters})
		}
	}
	return edits
}
