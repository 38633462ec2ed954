package check

import (
	"bytes"
	"fmt"
	"strings"

	"github.com/isuplan/isuplan/pkg/diag"
	"github.com/isuplan/isuplan/pkg/source"
)

var _ = register(Rule{
	Rule: diag.Rule{Code: "F110", Name: "cut-by-comment", Severity: diag.Warning, Title: "a text cut off at a #",
		Why:   "To YAML a comment begins at a # behind a blank; the rest of the text is not printed, and nothing shows it.",
		Since: "0.1",
		Bad: `assumptions:
  - That States Parties carry out action «#12 of the Action Plan»
  - That the host State provides the rooms.
`,
		Good: `assumptions:
  - "That States Parties carry out action #12 of the Action Plan"
  - That the host State provides the rooms. # since 2015
`},
	Run: func(c *Context) {
		if f := c.Plan.Node.File(); f == nil || !bytes.Contains(f.Bytes, []byte(" #")) {
			return
		}
		for _, t := range c.Texts {
			if at := commentBehind(t.Prose.Node); at.IsValid() {
				f := c.Report(t.Subject, at, fmt.Sprintf("“%s” is a comment to YAML and is not printed", oneLine(at.Text())),
					"put the whole text in quotes; if it is a comment, write a blank behind the #")
				if digit := at.Text()[1]; digit >= '0' && digit <= '9' {
					whole := source.Span{File: at.File, Start: t.Prose.Node.Start(), End: at.End}
					f.Fix = []diag.Edit{{Span: whole, Text: inQuotes(whole.Text())}}
				}
			}
		}
	},
})

// commentBehind returns a comment that looks like the rest of a text: a # with something
// right behind it, in the line in which a text without quotes ends. Comments have a blank
// there; a text that ends with a full stop is taken for a whole one unless a number follows.
func commentBehind(n source.Node) source.Span {
	none := source.Span{}
	f := n.File()
	if f == nil || !n.IsUnquoted() {
		return none
	}
	end := n.Span().End.Offset
	rest := f.Bytes[end:]
	if !mayHoldComment(rest) {
		return none
	}
	return commentIn(n, end, rest)
}

// mayHoldComment looks at the first characters behind a text: most have a line break there.
func mayHoldComment(rest []byte) bool {
	return len(rest) > 1 && (rest[0] == ' ' || rest[0] == '\t')
}

func commentIn(n source.Node, end int, behind []byte) source.Span {
	none, f := source.Span{}, n.File()
	line, _, _ := bytes.Cut(behind, []byte("\n"))
	rest := string(bytes.TrimRight(line, " \r"))
	comment := strings.TrimLeft(rest, " \t")
	if len(comment) < 2 || comment[0] != '#' || len(comment) == len(rest) || strings.IndexByte(" \t#!", comment[1]) >= 0 {
		return none
	}
	digit := comment[1] >= '0' && comment[1] <= '9'
	if !digit && strings.ContainsAny(n.Text()[len(n.Text())-1:], ".;:!?") {
		return none
	}
	from := end + len(rest) - len(comment)
	return f.Span(from, from+len(comment))
}

// inQuotes writes a line of text in quotes.
func inQuotes(text string) string {
	if !strings.ContainsAny(text, `"\`) {
		return `"` + text + `"`
	}
	return "'" + strings.ReplaceAll(text, "'", "''") + "'"
}
