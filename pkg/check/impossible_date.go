package check

import (
	"fmt"
	"strconv"
	"time"

	"github.com/isuplan/isuplan/pkg/diag"
	"github.com/isuplan/isuplan/pkg/pattern"
)

var _ = register(Rule{
	Rule: diag.Rule{Code: "D107", Name: "impossible-date", Severity: diag.Warning, Title: "a day that the calendar does not have",
		Why:   "A date that cannot be is a slip that every reader sees.",
		Since: "0.1",
		Bad: `assumptions:
  - That reports arrive by «31 April 2025».
  - That the host State provides the rooms.
`,
		Good: `assumptions:
  - That reports arrive by 30 April 2025.
  - That the host State provides the rooms.
`},
	Run: func(c *Context) {
		for _, t := range c.Texts {
			if !t.dated {
				continue
			}
			for _, at := range dayMonth().FindAllStringSubmatchIndex(t.typed, -1) {
				day, _ := strconv.Atoi(t.typed[at[2]:at[3]])
				month, _ := time.Parse("January", t.typed[at[4]:at[5]])
				if day == 0 || day > longestMonth(month.Month()) {
					c.Report(t.Subject, t.Prose.Node.Part(at[0], at[1]), fmt.Sprintf("the calendar has no “%s”", oneLine(t.typed[at[0]:at[1]])), "correct the day or the month")
				}
			}
		}
	},
})

var dayMonth = pattern.Lazy(`\b(\d{1,2})(?:st|nd|rd|th)?\s+(` + monthNames + `)\b(?:\s+\d{4}\b)?`)

// longestMonth returns the days that a month has in a leap year.
func longestMonth(m time.Month) int { return time.Date(2024, m+1, 0, 0, 0, 0, 0, time.UTC).Day() }
