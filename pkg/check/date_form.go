package check

import (
	"fmt"
	"strings"

	"github.com/isuplan/isuplan/pkg/diag"
	"github.com/isuplan/isuplan/pkg/pattern"
)

var _ = register(Rule{
	Rule: diag.Rule{Code: "E106", Name: "date-form", Severity: diag.Note, Title: "a date in another form than 1 August 2010",
		Why:   "The United Nations write the day, the month and the year, without endings and commas (Editorial Manual, Dates).",
		Since: "0.1",
		Bad: `assumptions:
  - That the Convention, in force since «1st August 2010», is respected.
  - That the host State provides the rooms.
`,
		Good: `assumptions:
  - That the Convention, in force since 1 August 2010, is respected.
  - That the host State provides the rooms.
`},
	Run: func(c *Context) {
		if !c.isEnglish() {
			return
		}
		for _, t := range c.Texts {
			if !t.dated {
				continue
			}
			for _, at := range ordinalDate().FindAllStringSubmatchIndex(t.typed, -1) {
				c.dateForm(t, at[0], at[1], t.typed[at[2]:at[3]], t.typed[at[4]:at[5]], t.typed[at[6]:at[7]])
			}
			if !strings.Contains(t.typed, ", 19") && !strings.Contains(t.typed, ", 20") {
				continue
			}
			for _, at := range monthFirst().FindAllStringSubmatchIndex(t.typed, -1) {
				c.dateForm(t, at[0], at[1], t.typed[at[4]:at[5]], t.typed[at[2]:at[3]], t.typed[at[6]:at[7]])
			}
		}
	},
})

const monthNames = `January|February|March|April|May|June|July|August|September|October|November|December`

var (
	ordinalDate = pattern.Lazy(`\b(\d{1,2})(?:st|nd|rd|th)(?:\s+of)?\s+(` + monthNames + `)\b((?:,?\s+\d{4}\b)?)`)
	monthFirst  = pattern.Lazy(`\b(` + monthNames + `)\s+(\d{1,2})(?:st|nd|rd|th)?(,\s+\d{4})\b`)
	digits4     = pattern.Lazy(`\d{4}`)
)

func (c *Context) dateForm(t Text, from, to int, day, month, year string) {
	right := day + " " + month
	if y := digits4().FindString(year); y != "" {
		right += " " + y
	}
	c.Mend(t.Subject, t.Prose.Node.Part(from, to), right,
		fmt.Sprintf("the date “%s” is written “%s”", oneLine(t.typed[from:to]), right), "write “"+right+"”")
}
