package check

import (
	"fmt"
	"strings"

	"github.com/isuplan/isuplan/pkg/diag"
	"github.com/isuplan/isuplan/pkg/money"
	"github.com/isuplan/isuplan/pkg/schema"
)

var _ = register(Rule{
	Rule: diag.Rule{Code: "E108", Name: "word-limit", Severity: diag.Warning, Title: "more words than the document may have",
		Why:   "Conference Services send longer documents back; the limit for documents of the Secretariat is 8,500 words.",
		Since: "0.1",
		Bad: `limits: {words: «10»}
assumptions:
  - That contributions arrive in time.
  - That the host State provides the rooms.
`,
		Good: `limits: {words: 8500}
assumptions:
  - That contributions arrive in time.
  - That the host State provides the rooms.
`},
	Run: func(c *Context) {
		const usual = 8500
		limit, at := usual, c.Plan.Document.Convention.Span()
		if l := c.Plan.Limits.Words; l.IsSet() {
			limit, at = l.Value, l.Span()
		}
		words := 0
		for i := range c.Texts {
			if c.Texts[i].Use == schema.AsAbbreviation {
				continue // it is printed where a text quotes it
			}
			words += len(strings.Fields(c.passage(c.Texts[i]).read))
		}
		if words > limit {
			c.Report("document", at, fmt.Sprintf("the plan's texts have %s words; the document may have %s", grouped(money.New(int64(words))), grouped(money.New(int64(limit)))),
				"shorten them, or have another limit agreed and set it: limits: {words: …}")
		}
	},
})
