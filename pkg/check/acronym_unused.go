package check

import (
	"fmt"
	"strings"
	"sync"

	"github.com/isuplan/isuplan/pkg/diag"
	"github.com/isuplan/isuplan/pkg/plan"
	"github.com/isuplan/isuplan/pkg/schema"
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
		inTables := inTables(c.Plan)
		for _, u := range c.acronymUses() {
			ofName := strings.HasPrefix(u.passage.Subject, "actors/") // which tables print
			if used[u.text]++; !ofName && u.name != "" && u.name != "words" && used[u.text] == 1 {
				first = append(first, u)
			}
		}
		for _, u := range first {
			if used[u.text] == 1 && !inTables[u.text] && !c.isKnown(u.text) && u.text != c.Plan.Document.Short.Value && u.text != c.Plan.Document.UnitShort.Value {
				c.Report(u.passage.Subject, u.passage.span(u.from, u.to), fmt.Sprintf("%s is introduced here and never used again", u.text),
					"leave it out, or use it where the full name stands")
			}
		}
	},
})

// tabled finds what tables print and no sentence has: short names, codes and terms, and values in words.
var tabled = sync.OnceValue(func() *schema.Walker {
	return schema.NewWalker(plan.Shape(), func(u schema.Use) bool {
		return u == schema.AsAbbreviation || u == schema.AsCode || u == schema.AsTerm || u == schema.AsAmount
	})
})

// inTables returns the acronyms that only tables print.
func inTables(p *plan.Plan) map[string]bool {
	used := map[string]bool{}
	tabled().Walk(p.Node, func(f schema.Found) {
		if strings.HasPrefix(f.Path, "waivers") {
			return
		}
		if f.Use == schema.AsAbbreviation && !strings.HasPrefix(f.Subject, "actors/") {
			return // which only those texts have that quote it
		}
		for _, w := range wordsOf(f.Node.Text()) {
			if a, is := asAcronym(w); is {
				used[a.text] = true
			}
		}
	})
	return used
}
