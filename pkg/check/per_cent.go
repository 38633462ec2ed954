package check

import (
	"fmt"
	"strings"

	"github.com/isuplan/isuplan/pkg/diag"
	"github.com/isuplan/isuplan/pkg/pattern"
	"github.com/isuplan/isuplan/pkg/schema"
)

var _ = register(Rule{
	Rule: diag.Rule{Code: "E103", Name: "per-cent", Severity: diag.Note, Title: "% in running text, or per cent in a table",
		Why:   "The United Nations write “per cent” in text and % in tables (Editorial Manual, Numbers); editors change every other form.",
		Since: "0.1",
		Bad: `assumptions:
  - That at least «90%» of the contributions arrive by June.
  - That the host State provides the rooms.
`,
		Good: `assumptions:
  - That at least 90 per cent of the contributions arrive by June.
  - That the host State provides the rooms.
`},
	Run: func(c *Context) {
		if !c.isEnglish() {
			return
		}
		for _, t := range c.Texts {
			if !t.figures || !strings.Contains(t.typed, "%") && !strings.Contains(t.typed, "cent") {
				continue
			}
			find, form := percentSign, "%s per cent"
			if t.Use.IsTabular() {
				find, form = percentWord, "%s%%"
			}
			for _, at := range find().FindAllStringSubmatchIndex(t.typed, -1) {
				found, right := t.typed[at[0]:at[1]], fmt.Sprintf(form, t.typed[at[2]:at[3]])
				c.Mend(t.Subject, t.Prose.Node.Part(at[0], at[1]), right,
					fmt.Sprintf("“%s” is written “%s” %s", oneLine(found), right, where(t.Use)), "write “"+right+"”")
			}
		}
	},
})

var (
	percentSign = pattern.Lazy(`\b(\d[\d.,]*)\s?%`)
	percentWord = pattern.Lazy(`\b(\d[\d.,]*)\s+per\s?cent\b`)
)

func where(u schema.Use) string {
	if u.IsTabular() {
		return "in a table"
	}
	return "in a text"
}
