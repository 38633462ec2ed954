package check

import (
	"fmt"
	"unicode"
	"unicode/utf8"

	"github.com/isuplan/isuplan/pkg/diag"
	"github.com/isuplan/isuplan/pkg/plan"
)

var _ = register(Rule{
	Rule: diag.Rule{Code: "N106", Name: "avoided-name", Severity: diag.Warning, Title: "a name that the plan's glossary rules out",
		Why:   "One thing under two names looks like two things to a reader and to a translator.",
		Since: "0.1",
		Bad: `names:
  - {name: cluster munition remnants, not: [cluster bomb remnants]}
assumptions:
  - That «cluster bomb remnants» are reported.
  - That the host State provides the rooms.
`,
		Good: `names:
  - {name: cluster munition remnants, not: [cluster bomb remnants]}
assumptions:
  - That cluster munition remnants are reported.
  - That the host State provides the rooms.
`},
	Run: func(c *Context) {
		for _, n := range c.Plan.Names {
			for _, not := range n.Not {
				avoided := wordsOf(not.Value)
				for _, t := range c.Texts {
					c.avoided(t, n, avoided)
				}
			}
		}
	},
})

func (c *Context) avoided(t Text, n plan.Name, avoided []word) {
	for i := 0; len(avoided) > 0 && i+len(avoided) <= len(t.words); i++ {
		have := t.words[i : i+len(avoided)]
		if !sameWords(have, avoided) || !isPhrase(t.typed, have) || isWithinName(t, i, n) {
			continue
		}
		from, to := have[0].from, have[len(have)-1].to
		right := oneLine(n.Name.Value)
		if startsUpper(have[0].text) {
			r, size := utf8.DecodeRuneInString(right)
			right = string(unicode.ToUpper(r)) + right[size:]
		}
		c.Mend(t.Subject, t.Prose.Node.Part(from, to), right, fmt.Sprintf("“%s” is to be called “%s”", oneLine(t.typed[from:to]), right),
			"write “"+right+"”", diag.Related{Span: n.Span(), Note: "the glossary"})
	}
}

// isWithinName reports whether the words at an offset are part of the right name.
func isWithinName(t Text, i int, n plan.Name) bool {
	name := wordsOf(n.Name.Value)
	for from := max(0, i-len(name)+1); from <= i && from+len(name) <= len(t.words); from++ {
		if sameWords(t.words[from:from+len(name)], name) {
			return true
		}
	}
	return false
}
