package check

import (
	"fmt"
	"slices"
	"strings"

	"github.com/isuplan/isuplan/pkg/diag"
	"github.com/isuplan/isuplan/pkg/ordinal"
	"github.com/isuplan/isuplan/pkg/pattern"
	"github.com/isuplan/isuplan/pkg/plan"
)

var _ = register(Rule{
	Rule: diag.Rule{Code: "D117", Name: "next-meeting", Severity: diag.Warning, Title: "a next meeting that does not follow",
		Why:   "The meeting after the sixth is the seventh; another ordinal is left from another year's plan.",
		Since: "0.1",
		Bad: `document:
  meeting: {name: Sixth Meeting of the States Parties, place: Geneva, from: 2024-09-10, to: 2024-09-13, next: «Eighth Meeting of the States Parties»}
`,
		Good: `document:
  meeting: {name: Sixth Meeting of the States Parties, place: Geneva, from: 2024-09-10, to: 2024-09-13, next: Seventh Meeting of the States Parties}
`},
	Run: func(c *Context) {
		m := c.Plan.Document.Meeting
		now, next, short := meetingOf(m.Name), meetingOf(m.Next), shortNumber(m.NextShort)
		if now.number > 0 && next.number > 0 && now.kind == next.kind && next.number != now.number+1 {
			c.Report("document/meeting", m.Next.Span(), fmt.Sprintf("the meeting is the %s, and the next one is called the %s",
				strings.ToLower(ordinal.Word(now.number)), strings.ToLower(ordinal.Word(next.number))),
				fmt.Sprintf("after the %s comes the %s; correct the one that is wrong", strings.ToLower(ordinal.Word(now.number)), strings.ToLower(ordinal.Word(now.number+1))),
				diag.Related{Span: m.Name.Span(), Note: "the meeting"})
			return // the abbreviation goes with one of the two
		}
		if next.number > 0 && short > 0 && short != next.number {
			c.Report("document/meeting", m.NextShort.Span(), fmt.Sprintf("the next meeting is the %s, and its abbreviation has the number %d",
				strings.ToLower(ordinal.Word(next.number)), short), "give both the same number", diag.Related{Span: m.Next.Span(), Note: "the next meeting"})
		}
	},
})

// meetingNumber is the number of a meeting and what it counts: meetings of the states parties.
type meetingNumber struct {
	number int
	kind   string
}

// meetingOf reads the name of a meeting that has one ordinal.
func meetingOf(name plan.Prose) meetingNumber {
	var m meetingNumber
	var kind []string
	for _, w := range strings.FieldsFunc(strings.ToLower(name.Value), func(r rune) bool { return strings.ContainsRune(" \u00a0\t\n,.()’'", r) }) {
		n := ordinalOf(w)
		switch {
		case n > 0 && m.number > 0:
			return meetingNumber{}
		case n > 0:
			m.number = n
		case !slices.Contains([]string{"the", "of", "to", "a"}, w):
			kind = append(kind, strings.TrimSuffix(w, "s"))
		}
	}
	m.kind = strings.Join(kind, " ")
	return m
}

var shortCount = pattern.Lazy(`^(?:(\d{1,3})[ -]?[A-Z]{2,8}|[A-Z]{2,8}[ -]?(\d{1,3}))$`)

// shortNumber returns the number of an abbreviation such as 9MSP or MSP9; 0 for none.
func shortNumber(short plan.Prose) int {
	m := shortCount().FindStringSubmatch(short.Value)
	if m == nil {
		return 0
	}
	return wholeOf(m[1] + m[2])
}
