package check

import (
	"fmt"
	"strings"

	"github.com/isuplan/isuplan/pkg/diag"
	"github.com/isuplan/isuplan/pkg/spell"
)

var _ = register(Rule{
	Rule: diag.Rule{Code: "E113", Name: "id-spelling", Severity: diag.Note, Title: "an id with a misspelt word",
		Why:   "Ids stay from year to year and stand in references and waivers: whoever types the word as it is spelled does not find it.",
		Since: "0.1",
		Bad: `assumptions:
  - {id: «contribtuions», text: That contributions arrive in time.}
  - {id: rooms, text: That the host State provides the rooms.}
`,
		Good: `assumptions:
  - {id: contributions, text: That contributions arrive in time.}
  - {id: rooms, text: That the host State provides the rooms.}
`},
	Run: func(c *Context) {
		if !c.isEnglish() {
			return
		}
		for k := range withIDs(c.Plan) {
			if wrong, right := misspeltPart(k.id.Value); right != "" {
				c.Report(k.path(), k.id.Span(), fmt.Sprintf("the id `%s` has “%s”; is “%s” meant?", k.id.Value, wrong, right),
					"correct it here and where it is referred to")
			}
		}
	},
})

// misspeltPart returns the part of an id that is no word, and the word that it is a
// slip for; "" where there is none.
func misspeltPart(id string) (wrong, right string) {
	const short = 6
	for _, part := range strings.FieldsFunc(id, func(r rune) bool { return r == '-' || r == '_' }) {
		if len(part) < short || strings.ContainsAny(part, "0123456789") || spell.Known(part) || spell.IsName(strings.ToUpper(part[:1])+part[1:]) || isPrefixed(part) || spell.IsCompound(part) {
			continue
		}
		if _, american := spell.British(part); american {
			continue
		}
		if near := spell.Near(part, func(string) int { return 0 }); len(near) > 0 {
			return part, near[0]
		}
	}
	return "", ""
}
