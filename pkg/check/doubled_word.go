package check

import (
	"fmt"
	"strings"

	"github.com/isuplan/isuplan/pkg/diag"
)

var _ = register(Rule{
	Rule: diag.Rule{Code: "E109", Name: "doubled-word", Severity: diag.Warning, Title: "a word twice in a row",
		Why:   "A word that stands twice is what remains of a sentence that was changed in haste.",
		Since: "0.1",
		Bad: `assumptions:
  - That the States Parties «the the» Unit reports to meet in time.
  - That the host State provides the rooms.
`,
		Good: `assumptions:
  - That the States Parties the Unit reports to meet in time.
  - That the host State provides the rooms.
`},
	Run: func(c *Context) {
		for _, t := range c.Texts {
			for i := 1; i < len(t.words); i++ {
				a, b := t.words[i-1], t.words[i]
				if !strings.EqualFold(a.text, b.text) || mayDouble[strings.ToLower(a.text)] || !blank(t.typed[a.to:b.from]) || strings.ContainsAny(a.text, "0123456789") {
					continue
				}
				if c.isCounted() {
					continue
				}
				c.Report(t.Subject, t.Prose.Node.Part(a.from, b.to), fmt.Sprintf("“%s” stands twice", a.text),
					"take one of the two out").Fix = []diag.Edit{{Span: t.Prose.Node.Part(a.to, b.to)}}
			}
		}
	},
})

// mayDouble are words that may follow themselves.
var mayDouble = map[string]bool{"had": true, "that": true, "is": true, "do": true, "vous": true, "nous": true, "baden": true, "very": true}
