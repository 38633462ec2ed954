package check

import (
	"fmt"
	"strings"

	"github.com/isuplan/isuplan/pkg/diag"
)

var _ = register(Rule{
	Rule: diag.Rule{Code: "E112", Name: "hyphens", Severity: diag.Note, Title: "one compound with and without its hyphen",
		Why:   "A document that spells one word in two ways looks as if two people wrote it and nobody read it.",
		Since: "0.1",
		Bad: `assumptions:
  - That cost-effective practices are shared.
  - That the host State is «cost effective».
`,
		Good: `assumptions:
  - That cost-effective practices are shared.
  - That the host State is cost-effective.
`},
	Run: func(c *Context) {
		joined := map[string]spot{}
		for _, t := range c.Texts {
			for _, w := range t.words {
				if strings.Count(w.text, "-") == 1 {
					if _, known := joined[strings.ToLower(w.text)]; !known {
						joined[strings.ToLower(w.text)] = spot{t, w}
					}
				}
			}
		}
		if len(joined) == 0 {
			return
		}
		closed := map[string]spot{}
		for text, u := range joined {
			closed[strings.ReplaceAll(text, "-", "")] = u
		}
		for _, t := range c.Texts {
			c.hyphens(t, joined, closed)
		}
	},
})

// spot is a word and the text in which it stands.
type spot struct {
	text Text
	word word
}

func (c *Context) hyphens(t Text, joined, closed map[string]spot) {
	report := func(from, to int, u spot) {
		found := oneLine(t.typed[from:to])
		c.Report(t.Subject, t.Prose.Node.Part(from, to), fmt.Sprintf("“%s” stands here, “%s” elsewhere", found, u.word.text), "write it in one way throughout",
			diag.Related{Span: u.text.Prose.Node.Part(u.word.from, u.word.to), Note: u.word.text})
	}
	for i, w := range t.words {
		if u, ok := closed[strings.ToLower(w.text)]; ok {
			report(w.from, w.to, u)
		}
		if i == 0 || !isAlwaysJoined(strings.ToLower(w.text)) || !blank(t.typed[t.words[i-1].to:w.from]) {
			continue
		}
		before := t.words[i-1]
		if u, ok := joined[strings.ToLower(before.text+"-"+w.text)]; ok {
			report(before.from, w.to, u)
		}
	}
}

// isAlwaysJoined reports the second halves of compounds that take a hyphen wherever
// they stand; others, such as follow-up, lose it as verbs.
func isAlwaysJoined(w string) bool {
	switch w {
	case "effective", "efficient", "related", "based", "wide", "specific", "oriented", "driven", "led", "funded", "designate", "friendly", "sensitive", "reaching", "owned":
		return true
	}
	return false
}
