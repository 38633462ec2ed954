package check

import (
	"fmt"
	"strings"

	"github.com/isuplan/isuplan/pkg/diag"
	"github.com/isuplan/isuplan/pkg/pattern"
)

var _ = register(Rule{
	Rule: diag.Rule{Code: "E105", Name: "range-dash", Severity: diag.Note, Title: "a range without an en dash",
		Why:   "The United Nations write a range of figures with an en dash and no spaces (Editorial Manual, Punctuation): 4–6 September, 2016–2020.",
		Since: "0.1",
		Bad: `assumptions:
  - That the meeting is held from «4-6» September.
  - That the host State provides the rooms.
`,
		Good: `assumptions:
  - That the meeting is held from 4–6 September.
  - That the host State provides the rooms.
`},
	Run: func(c *Context) {
		if !c.isEnglish() {
			return
		}
		for _, t := range c.Texts {
			if !t.figures || !hasDashedNumber(t.typed) {
				continue
			}
			for _, at := range numberRange().FindAllStringSubmatchIndex(t.typed, -1) {
				if !isRange(t.typed, at[2], at[5]) {
					continue
				}
				found := t.typed[at[2]:at[5]]
				right := t.typed[at[2]:at[3]] + "–" + t.typed[at[4]:at[5]]
				if found != right {
					c.Mend(t.Subject, t.Prose.Node.Part(at[2], at[5]), right,
						fmt.Sprintf("the range “%s” is written “%s”", oneLine(found), right), "write it with an en dash (–) and without spaces")
				}
			}
		}
	},
})

var numberRange = pattern.Lazy(`(?:^|[^\w.,/–—-])(\d{1,4})\s?[-–—]\s?(\d{1,4})(?:$|[^\w/–—-])`)

// isRange tells a range from a date in figures, a telephone number and a sum.
func isRange(text string, from, to int) bool {
	const codes = "+#/"
	if from > 0 && strings.ContainsAny(text[from-1:from], codes) {
		return false
	}
	return !strings.HasPrefix(text[to:], ".0") && !digitAfterPoint().MatchString(text[to:])
}

var digitAfterPoint = pattern.Lazy(`^\s?[.,-]\d`)
