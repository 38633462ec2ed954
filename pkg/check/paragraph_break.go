package check

import (
	"strings"

	"github.com/isuplan/isuplan/pkg/diag"
	"github.com/isuplan/isuplan/pkg/schema"
)

var _ = register(Rule{
	Rule: diag.Rule{Code: "E120", Name: "paragraph-break", Severity: diag.Warning, Title: "a blank line inside a text",
		Why:   "A text is one paragraph: two that were pasted into it are printed as one.",
		Since: "0.1",
		Bad: `assumptions:
  - >-
    That contributions arrive in time.

    «That» States Parties report.
  - That the host State provides the rooms.
`,
		Good: `assumptions:
  - That contributions arrive in time.
  - That States Parties report.
  - That the host State provides the rooms.
`},
	Run: func(c *Context) {
		for _, t := range c.Texts {
			text := strings.TrimRight(t.Prose.Value, " \n")
			if !strings.Contains(text, "\n") {
				continue
			}
			gap := "\n"
			if t.Prose.Node.IsLiteral() {
				gap = "\n\n" // each of its lines ends with a break
			}
			at := strings.Index(text, gap)
			if at < 0 {
				continue
			}
			from := at + len(text[at:]) - len(strings.TrimLeft(text[at:], " \n"))
			to := from + len(firstWord(text[from:]))
			c.Report(t.Subject, t.Prose.Node.Part(from, to), "a blank line stands before this word; the text before and behind it is printed as one paragraph",
				paragraphHint(t.Use))
		}
	},
})

func paragraphHint(use schema.Use) string {
	if use.IsSentence() {
		return "begin an item of its own here (\"- \"), or take the blank line out"
	}
	return "take the blank line out"
}

// firstWord returns the characters up to the first blank.
func firstWord(s string) string {
	if i := strings.IndexAny(s, " \n"); i >= 0 {
		return s[:i]
	}
	return s
}
