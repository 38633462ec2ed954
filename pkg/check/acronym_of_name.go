package check

import (
	"fmt"
	"strings"

	"github.com/isuplan/isuplan/pkg/diag"
)

var _ = register(Rule{
	Rule: diag.Rule{Code: "N108", Name: "acronym-of-name", Severity: diag.Warning, Title: "a name with another acronym than the plan gives it",
		Why:   "An acronym in brackets is a promise: the reader looks for it further down, where the text has the right one.",
		Since: "0.1",
		Bad: `names:
  - {name: Voluntary Trust Fund, short: VTF}
assumptions:
  - That the Voluntary Trust Fund («VFT») is used, and the VFT replenished.
  - That the host State provides the rooms.
`,
		Good: `names:
  - {name: Voluntary Trust Fund, short: VTF}
assumptions:
  - That the Voluntary Trust Fund (VTF) is used, and the VTF replenished.
  - That the host State provides the rooms.
`},
	Run: func(c *Context) {
		shorts := map[string]string{}
		for short, name := range c.abbreviated() {
			shorts[meaning(name)] = short
		}
		uses := c.acronymUses()
		twins := c.rightForms(uses) // acronym-variants says so
		for _, u := range uses {
			if _, said := twins[u.text]; said || u.name == "" || u.name == "words" {
				continue
			}
			short, known := shortOf(meaning(u.name), shorts)
			if !known || short == u.text || strings.Contains(short, "-") {
				continue
			}
			c.Report(u.passage.Subject, u.passage.span(u.from, u.to), fmt.Sprintf("“%s (%s)”: the plan abbreviates it %s", oneLine(u.name), u.text, short),
				"write “"+short+"”, or correct the abbreviation in the plan")
		}
	},
})

// shortOf returns the abbreviation of a name that stands at the end of a phrase: a
// sentence may begin right before it.
func shortOf(phrase string, shorts map[string]string) (string, bool) {
	for {
		if short, known := shorts[phrase]; known {
			return short, true
		}
		_, rest, more := strings.Cut(phrase, " ")
		if !more || !strings.Contains(rest, " ") {
			return "", false
		}
		phrase = rest
	}
}
