package check

import (
	"fmt"
	"regexp"
	"strings"

	"github.com/isuplan/isuplan/pkg/diag"
)

var _ = register(Rule{
	Rule: diag.Rule{Code: "E110", Name: "punctuation", Severity: diag.Warning, Title: "a mark too many, too few or in the wrong place",
		Why:   "A bracket that is not closed or a comma without its space is what remains of a sentence that was changed in haste.",
		Since: "0.1",
		Bad: `assumptions:
  - That States Parties report «(»as they are obliged to, every year.
  - That the host State provides the rooms.
`,
		Good: `assumptions:
  - That States Parties report (as they are obliged to) every year.
  - That the host State provides the rooms.
`},
	Run: func(c *Context) {
		if !c.isEnglish() {
			return
		}
		for _, t := range c.Texts {
			c.spacing(t)
			c.brackets(t)
		}
	},
})

var (
	spaceBefore = regexp.MustCompile(`[\p{L}\d)](\s+[,;:!?.])(?:\s|$)`)
	noSpace     = regexp.MustCompile(`\p{L}{2}([,;])\p{L}{2}`)
	twoMarks    = regexp.MustCompile(`[^.](\.\.|,,|;;|::|,\.|;\.|\.,|,;)(?:\s|$)`)
)

func (c *Context) spacing(t Text) {
	if strings.ContainsAny(t.typed, "`") {
		return // code
	}
	for _, at := range spaceBefore.FindAllStringSubmatchIndex(t.typed, -1) {
		mark := strings.TrimSpace(t.typed[at[2]:at[3]])
		c.Mend(t.Subject, t.Prose.Node.Part(at[2], at[3]), mark, fmt.Sprintf("a space stands before “%s”", mark), "take the space out")
	}
	for _, at := range noSpace.FindAllStringSubmatchIndex(t.typed, -1) {
		mark := t.typed[at[2]:at[3]]
		c.Mend(t.Subject, t.Prose.Node.Part(at[2], at[3]), mark+" ", fmt.Sprintf("no space stands behind “%s”", mark), "put a space there")
	}
	for _, at := range twoMarks.FindAllStringSubmatchIndex(t.typed, -1) {
		if isAbbreviated(t.typed[:at[2]+1]) {
			continue
		}
		c.Report(t.Subject, t.Prose.Node.Part(at[2], at[3]), fmt.Sprintf("two marks stand side by side: “%s”", t.typed[at[2]:at[3]]), "keep the one that is meant")
	}
}

// isAbbreviated reports a text that ends with the point of an abbreviation: etc.,
var abbreviation = regexp.MustCompile(`(?i)(?:\betc|\bal|\bvs|\bno|\bp|\be\.g|\bi\.e|\b[a-z])\.$`)

func isAbbreviated(text string) bool { return abbreviation.MatchString(text) }

// brackets reports brackets and quotation marks without their other half. A letter
// or number before a closing bracket counts something: a), 1).
func (c *Context) brackets(t Text) {
	var open []int
	for i, r := range t.typed {
		switch r {
		case '(', '“':
			open = append(open, i)
		case ')', '”':
			if n := len(open); n > 0 && closes(t.typed[open[n-1]:], r) {
				open = open[:n-1]
			} else if !counts.MatchString(t.typed[:i]) {
				c.Report(t.Subject, t.Prose.Node.Part(i, i+len(string(r))), "nothing opens before this "+markName(r), "put the other half in, or take this one out")
				return
			}
		}
	}
	for _, i := range open {
		mark := []rune(t.typed[i:])[0]
		c.Report(t.Subject, t.Prose.Node.Part(i, i+len(string(mark))), "this "+markName(mark)+" is not closed", "put the other half in, or take this one out")
	}
}

func markName(r rune) string {
	if r == '(' || r == ')' {
		return "bracket"
	}
	return "quotation mark"
}

var counts = regexp.MustCompile(`(?:^|\s)(?:[a-z]{1,4}|\d{1,2})$`)

func closes(open string, r rune) bool {
	return (r == ')') == strings.HasPrefix(open, "(")
}
