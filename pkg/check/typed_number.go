package check

import (
	"fmt"
	"regexp"
	"strings"
	"unicode/utf8"

	"github.com/isuplan/isuplan/pkg/diag"
	"github.com/isuplan/isuplan/pkg/pattern"
	"github.com/isuplan/isuplan/pkg/schema"
	"github.com/isuplan/isuplan/pkg/source"
)

var _ = register(Rule{
	Rule: diag.Rule{Code: "E122", Name: "typed-number", Severity: diag.Warning, Title: "a number typed before what is numbered anyway",
		Why:   "The document numbers its paragraphs, items and headings; a number that was pasted with the text is printed behind it.",
		Since: "0.1",
		Bad: `assumptions:
  - «(a) »That contributions arrive in time.
  - That the host State provides the rooms.
`,
		Good: `assumptions:
  - That contributions arrive in time.
  - That the host State provides the rooms.
`},
	Run: func(c *Context) {
		for _, t := range c.Texts {
			form := typedNumber
			switch t.Use {
			case schema.AsRunning, schema.AsListed:
			case schema.AsHeading:
				form = typedHeading
			default:
				continue
			}
			if !mayBeMarked(t.Prose.Value) {
				continue
			}
			mark := typedMark(form(), t.Prose.Value)
			if mark == "" {
				continue
			}
			at := t.Prose.Node.Part(0, len(mark))
			f := c.Report(t.Subject, at, fmt.Sprintf("“%s” is typed before a text that the document numbers by itself", strings.TrimSpace(mark)), "take it out")
			if mayBegin(t.Prose.Node, t.Prose.Value[len(mark):]) {
				f.Fix = []diag.Edit{{Span: at}}
			}
		}
	},
})

// typedNumber is a number or a letter as lists have it: "(a) ", "7. ", "1.2 ", "• ". One
// without brackets counts before a sentence only.
var typedNumber = pattern.Lazy(`^((?:\(?(?:[a-z]|[ivx]{1,4}|\d{1,3})\)|[•·▪‣◦])\s+)\S|^((?:\d{1,3}\.(?:\d{1,2}\.?)*|[–—-])\s+)[“A-Z*$[]`)

// typedHeading is the same of a heading, which may also have a capital letter or a Roman
// numeral.
var typedHeading = pattern.Lazy(`^((?:\((?:[a-z]|[ivx]{1,4}|\d{1,3})\)|\d{1,3}\.(?:\d{1,2}\.?)*|(?:[A-H]|[IVX]{1,5})\.)\s+)[A-Z$“]`)

// mayBeMarked looks at the first characters of a text: most begin with a word.
func mayBeMarked(text string) bool {
	const longest = 8 // of a number in brackets
	c := text[0]
	return c < 'A' || c >= utf8.RuneSelf || strings.ContainsAny(text[:min(longest, len(text))], ").")
}

// typedMark returns the mark before a text, with the blanks behind it.
func typedMark(form *regexp.Regexp, text string) string {
	for i, part := range form.FindStringSubmatch(text) {
		if i > 0 && part != "" {
			return part
		}
	}
	return ""
}

// mayBegin reports whether a text can begin so where it stands: without quotes YAML
// knows some characters as its own.
func mayBegin(n source.Node, text string) bool {
	return text != "" && (!n.IsUnquoted() || strings.IndexByte("\"'`@%&*!|>[]{}#,?:- ", text[0]) < 0)
}
