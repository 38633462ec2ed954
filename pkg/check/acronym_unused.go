package check

import (
	"fmt"

	"github.com/isuplan/isuplan/pkg/diag"
)

var _ = register(Rule{
	Rule: diag.Rule{Code: "N103", Name: "acronym-unused", Severity: diag.Note, Title: "an acronym that is given and never used",
		Why:   "An abbreviation in brackets asks the reader to remember it; what is never used again need not be remembered.",
		Since: "0.1",
		Bad: `assumptions:
  - That the Dubrovnik Action Plan («DAP») is carried out.
  - That the host State provides the rooms.
`,
		Good: `assumptions:
  - That the Dubrovnik Action Plan (DAP) is carried out.
  - That the host State supports the DAP.
`},
	NeedsComplete: true,
	Run: func(c *Context) {
		used := map[string]int{}
		var first []use
		for _, u := range c.acronymUses() {
			if used[u.text]++; u.name != "" && u.name != "words" && used[u.text] == 1 {
				first = append(first, u)
			}
		}
		for _, u := range first {
			if used[u.text] == 1 && !c.isKnown(u.text) && u.text != c.Plan.Document.Short.Value && u.text != c.Plan.Document.UnitShort.Value {
				c.Report(u.passage.Subject, u.passage.span(u.from, u.to), fmt.Sprintf("%s is introduced here and never used again", u.text),
					"leave it out, or use it where the full name stands")
			}
		}
	},
})
