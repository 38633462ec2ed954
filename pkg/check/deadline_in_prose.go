package check

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/isuplan/isuplan/pkg/diag"
	"github.com/isuplan/isuplan/pkg/pattern"
)

var _ = register(Rule{
	Rule: diag.Rule{Code: "D110", Name: "deadline-in-prose", Severity: diag.Warning, Title: "a text with another deadline than the plan's",
		Why:   "The rules of the treaty have one deadline for the plan; a text that gives another was mistyped, or speaks of the rules before the last change.",
		Since: "0.1",
		Bad: `document:
  submitted: {by: Implementation Support Unit, on: 2024-06-03, deadline: 60 days}
assumptions:
  - That the work plan is circulated «90 days before the meeting».
  - That the host State provides the rooms.
`,
		Good: `document:
  submitted: {by: Implementation Support Unit, on: 2024-06-03, deadline: 60 days}
assumptions:
  - "That the work plan is circulated ${document.submitted.deadline} before the meeting."
  - That the host State provides the rooms.
`},
	Run: func(c *Context) {
		deadline := c.Plan.Document.Submitted.Deadline
		if !deadline.IsSet() {
			return
		}
		for _, t := range c.Texts {
			p := c.passage(t)
			if !strings.Contains(p.read, "days ") && !strings.Contains(p.read, "weeks ") && !strings.Contains(p.read, "months ") {
				continue
			}
			for _, at := range daysBefore().FindAllStringSubmatchIndex(p.read, -1) {
				given := lengthOf(p.read[at[2]:at[3]], p.read[at[4]:at[5]])
				if given == 0 || isAbout(given, deadline.Value, p.read[at[4]:at[5]]) || !sendsThePlan(p.read, at[0]) {
					continue
				}
				c.Report(p.Subject, p.span(at[0], at[1]),
					fmt.Sprintf("the text says “%s”; the deadline of the plan is %s", oneLine(p.read[at[0]:at[1]]), count(deadline.Value, "day")),
					"correct the one that is wrong, or let the text quote the plan: ${document.submitted.deadline}",
					diag.Related{Span: deadline.Span(), Note: "the deadline"})
			}
		}
	},
})

var (
	daysBefore = pattern.Lazy(`(?i)\b([a-z]+(?:-[a-z]+)?|\d{1,3})\s+(days|weeks|months)\s+(?:before|prior\s+to|in\s+advance\s+of|ahead\s+of)\s+(?:the\s+)?(?:[\w-]+\s+){0,3}?(?:meeting|conference|session|assembly)\b`)
	sends      = pattern.Lazy(`(?i)\b(?:submit|circulat|sent|send|transmit|distribut|issu|made available|present)`)
	aPlan      = pattern.Lazy(`(?i)\b(?:plan|budget|programme of work)\b`)
)

// sendsThePlan reports whether the sentence around a deadline is about handing in a plan
// or a budget.
func sendsThePlan(s string, at int) bool {
	before := lastOf(s[:at], near)
	around, _ := sentence(before+firstOf(s[at:], near), len(before))
	return sends().MatchString(around) && aPlan().MatchString(around)
}

// lengthOf returns how many days a text says; 0 where it is no number.
func lengthOf(number, unit string) int {
	n, err := strconv.Atoi(number)
	if err != nil {
		n = cardinal(strings.ToLower(number))
	}
	switch strings.ToLower(unit) {
	case "weeks":
		return 7 * n
	case "months":
		return 30 * n
	}
	return n
}

// isAbout reports a length that may be meant for another one: months have 28 days to 31.
func isAbout(given, want int, unit string) bool {
	most := 0
	if !strings.EqualFold(unit, "days") {
		most = 5
	}
	return given-want <= most && want-given <= most
}

// cardinal returns the number that a word says, up to ninety-nine; 0 for another word.
func cardinal(w string) int {
	tens, ones, joined := strings.Cut(w, "-")
	n := cardinals[tens]
	if !joined {
		return n
	}
	if n < 20 || cardinals[ones] == 0 || cardinals[ones] > 9 {
		return 0
	}
	return n + cardinals[ones]
}

var cardinals = map[string]int{"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10, "eleven": 11,
	"twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "eighteen": 18, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50,
	"sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90}
