package check

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/isuplan/isuplan/pkg/diag"
	"github.com/isuplan/isuplan/pkg/pattern"
	"github.com/isuplan/isuplan/pkg/schema"
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
			c.danglingComma(t)
		}
	},
})

// marks are those that stand right behind a word.
const marks = ",;:!?."

func (c *Context) spacing(t Text) {
	if strings.Contains(t.typed, "`") {
		return // code
	}
	for i := 0; i < len(t.typed); i++ {
		if strings.IndexByte(marks, t.typed[i]) < 0 {
			continue
		}
		before := strings.TrimRight(t.typed[:i], " \n\t")
		next := t.typed[i+1:]
		ends := next == "" || strings.ContainsAny(next[:1], " \n\t")
		mark := t.typed[i : i+1]
		switch {
		case ends && len(before) < i && endsWord(before):
			c.Mend(t.Subject, t.Prose.Node.Part(len(before), i+1), mark, fmt.Sprintf("a space stands before “%s”", mark), "take the space out")
		case strings.ContainsAny(mark, ",;") && endsWord(before) && len(before) == i && joins(before, next):
			c.Mend(t.Subject, t.Prose.Node.Part(i, i+1), mark+" ", fmt.Sprintf("no space stands behind “%s”", mark), "put a space there")
		case twoMarks().MatchString(t.typed[i:min(i+3, len(t.typed))]) && !isAbbreviated(t.typed[:i+1]) && !strings.HasSuffix(before, "."):
			c.Report(t.Subject, t.Prose.Node.Part(i, i+2), fmt.Sprintf("two marks stand side by side: “%s”", t.typed[i:i+2]), "keep the one that is meant")
		}
	}
}

// danglingComma reports a text that ends with a comma, or a short one that ends with a
// semicolon: so they stand in other kinds of file. The items of lists are E107's.
func (c *Context) danglingComma(t Text) {
	text := strings.TrimRight(t.typed, " \n")
	last := strings.TrimRight(text, ",;")
	if last == text || last == "" || t.Use == schema.AsListed || strings.HasPrefix(t.Subject, "facts/") {
		return
	}
	at, mark := t.Prose.Node.Part(len(last), len(text)), text[len(last):]
	switch short := !t.Use.IsSentence() && t.Use != schema.AsNote; {
	case short:
		c.Mend(t.Subject, at, "", fmt.Sprintf("this text ends with “%s”, which is printed", mark), "take it out")
	case strings.HasSuffix(text, ","):
		c.Report(t.Subject, at, "this text ends with a comma", "end it with a full stop; is something missing?")
	}
}

var twoMarks = pattern.Lazy(`^(?:\.\.|,,|;;|::|,\.|;\.|\.,|,;)(?:\s|$)`)

func endsWord(s string) bool {
	r, _ := utf8.DecodeLastRuneInString(s)
	return unicode.IsLetter(r) || unicode.IsDigit(r) || r == ')' || r == '”'
}

// joins reports whether two letters at least stand on each side: not in numbers, nor in
// lists such as a,b.
func joins(before, next string) bool {
	const two = 2
	return len(wordBefore(before)) >= two && len(wordBehind(next)) >= two
}

func wordBefore(s string) string { return s[len(strings.TrimRightFunc(s, unicode.IsLetter)):] }
func wordBehind(s string) string { return s[:len(s)-len(strings.TrimLeftFunc(s, unicode.IsLetter))] }

// isAbbreviated reports a text that ends with the point of an abbreviation: etc.,
var abbreviation = pattern.Lazy(`(?i)(?:\betc|\bal|\bvs|\bno|\bp|\be\.g|\bi\.e|\b[a-z])\.$`)

func isAbbreviated(text string) bool { return abbreviation().MatchString(text) }

// brackets reports brackets and quotation marks without their other half. A letter
// or number before a closing bracket counts something: a), 1).
func (c *Context) brackets(t Text) {
	var unmatched []int
	for i, r := range t.typed {
		switch r {
		case '(', '“':
			unmatched = append(unmatched, i)
		case ')', '”':
			if n := len(unmatched); n > 0 && closes(t.typed[unmatched[n-1]:], r) {
				unmatched = unmatched[:n-1]
			} else if !counts().MatchString(lastOf(t.typed[:i], near)) {
				c.Report(t.Subject, t.Prose.Node.Part(i, i+len(string(r))), "nothing opens before this "+markName(r), "put the other half in, or take this one out")
				return
			}
		}
	}
	for _, i := range unmatched {
		mark, _ := utf8.DecodeRuneInString(t.typed[i:])
		c.Report(t.Subject, t.Prose.Node.Part(i, i+len(string(mark))), "this "+markName(mark)+" is not closed", "put the other half in, or take this one out")
	}
}

func markName(r rune) string {
	if r == '(' || r == ')' {
		return "bracket"
	}
	return "quotation mark"
}

var counts = pattern.Lazy(`(?:^|\s)(?:[a-z]{1,4}|\d{1,2})$`)

func closes(unmatched string, r rune) bool {
	return (r == ')') == strings.HasPrefix(unmatched, "(")
}
