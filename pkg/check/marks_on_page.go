package check

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"github.com/isuplan/isuplan/pkg/diag"
)

var _ = register(Rule{
	Rule: diag.Rule{Code: "E127", Name: "marks-on-page", Severity: diag.Warning, Title: "two punctuation marks, or a blank before one, where two texts meet on the page",
		Why:   "A full stop that a name or a fact brings along stands beside the one that the text has there.",
		Since: "0.1",
		Bad: `facts:
  depositary: {text: the Secretary-General., as_at: 2024-06-01}
assumptions:
  - "That the instruments are held by «${facts.depositary}»."
  - That the host State provides the rooms.
`,
		Good: `facts:
  depositary: {text: the Secretary-General, as_at: 2024-06-01}
assumptions:
  - "That the instruments are held by ${facts.depositary}."
  - That the host State provides the rooms.
`},
	Run: func(c *Context) {
		for _, s := range c.seams() {
			if c.clash(s) {
				words := strings.Fields(s.before)
				last := ""
				if len(words) > 0 {
					last = words[len(words)-1]
				}
				first, _, _ := strings.Cut(strings.TrimLeft(s.behind, " "), " ")
				gap := ""
				if strings.HasSuffix(s.before, " ") || strings.HasPrefix(s.behind, " ") {
					gap = " "
				}
				c.reportSeam(s, fmt.Sprintf("the page has “%s”", last+gap+first), "take one of the two marks out, or the blank between them")
			}
		}
	},
})

// clash reports marks that do not go together. French sets blanks before some marks.
func (c *Context) clash(s seam) bool {
	const stops = ".,;:"
	if s.before == "" || s.behind == "" {
		return false
	}
	first := s.behind[0]
	if strings.HasSuffix(s.before, " ") {
		return c.isEnglish() && strings.IndexByte(stops, first) >= 0 && strings.Trim(s.before, " ") != "" && !digitFollows(s.behind)
	}
	last, _ := utf8.DecodeLastRuneInString(s.before)
	if strings.IndexByte(stops, first) < 0 || !strings.ContainsRune(stops, last) || strings.HasSuffix(s.before, "..") || strings.HasPrefix(s.behind, "..") {
		return false
	}
	return last != '.' || first == '.' || !endsAbbreviated(s.before)
}

// digitFollows reports a number that begins with its decimal point.
func digitFollows(s string) bool { return len(s) > 1 && s[1] >= '0' && s[1] <= '9' }

// endsAbbreviated reports whether a full stop belongs to an abbreviation, which other
// marks may follow: "etc.", "Inc.", "U.S.".
func endsAbbreviated(s string) bool {
	const long = 4 // letters of an abbreviation
	words := strings.Fields(s)
	w := strings.TrimLeft(strings.TrimSuffix(words[len(words)-1], "."), "(“\"")
	return strings.Contains(w, ".") || len(w) <= long
}
