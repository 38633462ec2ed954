package check

import (
	"strings"

	"github.com/isuplan/isuplan/pkg/diag"
)

var _ = register(Rule{
	Rule: diag.Rule{Code: "E123", Name: "quoted-text", Severity: diag.Warning, Title: "quotation marks around a whole text",
		Why:   "Quotation marks of a word processor are letters to YAML, and are printed.",
		Since: "0.1",
		Bad: `assumptions:
  - “«That contributions arrive in time.»”
  - That the host State provides the rooms.
`,
		Good: `assumptions:
  - That contributions arrive in time.
  - That the “host State” provides the rooms.
`},
	Run: func(c *Context) {
		for _, t := range c.Texts {
			from, to := inMarks(t.Prose.Value)
			if from == 0 {
				continue
			}
			n := t.Prose.Node
			f := c.Report(t.Subject, n.Part(from, to), "quotation marks stand around this text, and are printed", "take them out, unless the text is a quotation")
			if !t.Use.IsSentence() && mayBegin(n, t.Prose.Value[from:to]) {
				end := len(strings.TrimRight(t.Prose.Value, " \n"))
				f.Fix = []diag.Edit{{Span: n.Part(0, from)}, {Span: n.Part(to, end)}}
			}
		}
	},
})

// quotationMarks are pairs of marks.
var quotationMarks = [][2]string{{"“", "”"}, {"„", "“"}, {"‘", "’"}, {"«", "»"}, {`"`, `"`}, {"'", "'"}, {"”", "”"}}

// inMarks returns what stands between quotation marks around a whole text; from is 0 where
// none do.
func inMarks(text string) (from, to int) {
	text = strings.TrimRight(text, " \n")
	for _, m := range quotationMarks {
		inside, opens := strings.CutPrefix(text, m[0])
		inside, closes := strings.CutSuffix(inside, m[1])
		if opens && closes && inside != "" && !strings.Contains(inside, m[0]) && !strings.Contains(inside, m[1]) {
			return len(m[0]), len(m[0]) + len(inside)
		}
	}
	return 0, 0
}
