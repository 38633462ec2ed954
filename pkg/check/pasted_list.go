package check

import (
	"bytes"
	"strings"

	"github.com/isuplan/isuplan/pkg/diag"
	"github.com/isuplan/isuplan/pkg/pattern"
	"github.com/isuplan/isuplan/pkg/source"
)

var _ = register(Rule{
	Rule: diag.Rule{Code: "E121", Name: "pasted-list", Severity: diag.Warning, Title: "a list pasted into a text",
		Why:   "A text is one paragraph: the items of a list in it are printed one behind the other, with their bullets.",
		Since: "0.1",
		Bad: `assumptions:
  - >-
    That the unit supports:
    «-» the President;
    - States Parties.
  - That the host State provides the rooms.
`,
		Good: `assumptions:
  - That the unit supports the President and States Parties.
  - That the host State provides the rooms.
`},
	Run: func(c *Context) {
		for _, t := range c.Texts {
			if at := listIn(t.Prose.Node); at.IsValid() {
				c.Report(t.Subject, at, "a list stands inside this text; its items are printed one behind the other, in one paragraph",
					"write them as a sentence, or as items of their own where the plan has a list")
			}
		}
	},
})

// bullets are marks that begin an item of a list in a line of a text.
var bullets = pattern.Lazy(`(?m)^[ \t]*([-*•–·▪‣◦]|\(?[a-z]\)|\d{1,2}\))[ \t]+\S`)

// listIn returns the first mark of a list in a text: a bullet that is nothing else, or a
// mark at the beginning of two lines, or of one behind a colon.
func listIn(n source.Node) source.Span {
	text := n.Text()
	if i := strings.IndexAny(text, "•▪‣◦"); i > 0 {
		return n.Part(i, i+len("•"))
	}
	span := n.Span()
	raw := span.File.Bytes[span.Start.Offset:span.End.Offset]
	first := bytes.IndexByte(raw, '\n')
	if first < 0 {
		return source.Span{}
	}
	found := bullets().FindAllSubmatchIndex(raw[first:], 2)
	if len(found) == 0 {
		return source.Span{}
	}
	from, to := first+found[0][2], first+found[0][3]
	if len(found) < 2 && !bytes.HasSuffix(bytes.TrimSpace(raw[:from]), []byte(":")) {
		return source.Span{}
	}
	return span.File.Span(span.Start.Offset+from, span.Start.Offset+to)
}
