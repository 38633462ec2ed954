package check

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/isuplan/isuplan/pkg/diag"
	"github.com/isuplan/isuplan/pkg/source"
)

var _ = register(Rule{
	Rule: diag.Rule{Code: "F111", Name: "cut-by-comma", Severity: diag.Warning, Title: "a text in brackets cut in two at a comma",
		Why:   "Inside [ ] every comma ends an item, so that half a sentence is printed as an item of its own.",
		Since: "0.1",
		Bad:   "assumptions: [That the host State provides the rooms, «interpretation and security»]\n",
		Good:  "assumptions: [\"That the host State provides the rooms, interpretation and security\"]\n"},
	Run: func(c *Context) {
		for i := 1; i < len(c.Texts); i++ {
			before, t := c.Texts[i-1], c.Texts[i]
			if before.Use != t.Use || !startsUpper(before.Prose.Value) || !startsLower(t.Prose.Value) || !isCut(before.Prose.Node, t.Prose.Node) {
				continue
			}
			c.Report(t.Subject, t.Prose.Node.Span(), fmt.Sprintf("inside [ ] the comma ends the text before “%s”, which becomes an item of its own", oneLine(t.Prose.Value)),
				"put the whole text in quotes, or write each item on a line of its own after \"- \"")
		}
	},
})

func startsLower(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsLower(r)
}

// isCut reports two texts without quotes that have nothing but a comma between them.
func isCut(a, b source.Node) bool {
	if !a.IsUnquoted() || !b.IsUnquoted() {
		return false
	}
	from, to := a.Span().End.Offset, b.Start().Offset
	return from < to && strings.TrimSpace(string(a.File().Bytes[from:to])) == ","
}
