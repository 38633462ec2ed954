package check

import (
	"fmt"
	"strings"

	"github.com/isuplan/isuplan/pkg/diag"
	"github.com/isuplan/isuplan/pkg/plan"
)

var _ = register(Rule{
	Rule: diag.Rule{Code: "E107", Name: "list-marks", Severity: diag.Note, Title: "semicolons at the ends of list items",
		Why:   "The United Nations no longer put semicolons at the ends of bulleted items; editors take them out one by one.",
		Since: "0.1",
		Bad: `assumptions:
  - That contributions arrive in time«;»
  - That the host State provides the rooms.
`,
		Good: `assumptions:
  - That contributions arrive in time.
  - That the host State provides the rooms.
`},
	Run: func(c *Context) {
		if !c.isEnglish() {
			return
		}
		for _, l := range c.lists() {
			c.listMarks(l)
		}
	},
})

// list is a list of the document: its path and the texts of its items.
type list struct {
	path  string
	items []plan.Prose
}

// lists returns the lists of the plan.
func (c *Context) lists() []list {
	p := c.Plan
	lists := []list{{"summary/objectives", proses(p.Summary.Objectives)}, {"summary/outcomes", nil}, {"mandate", proses(p.Mandate)}}
	for _, o := range p.Summary.Outcomes {
		lists[1].items = append(lists[1].items, o.Text)
	}
	for _, x := range p.Priorities {
		lists = append(lists, list{"priorities/" + x.ID.Value, proses(x.Items)})
	}
	return append(lists, list{"assumptions", proses(p.Assumptions)}, list{"budget/notes", proses(p.Budget.Notes)})
}

func proses(items []plan.Item) []plan.Prose {
	var texts []plan.Prose
	for _, i := range items {
		texts = append(texts, i.Text)
	}
	return texts
}

// listMarks reports a list whose items end with semicolons or commas, once, at the first
// of them. Only the last item may end with a mark, a full stop.
func (c *Context) listMarks(l list) {
	const marks = ";,"
	stop := ""
	if n := len(l.items); n > 0 && strings.HasSuffix(strings.TrimSpace(l.items[n-1].Value), ".") {
		stop = "."
	}
	var edits []diag.Edit
	for _, text := range l.items {
		end := len(strings.TrimRight(text.Value, " \n"))
		from := len(strings.TrimRight(text.Value[:end], marks))
		if and := strings.TrimSuffix(text.Value[:end], " and"); and != text.Value[:end] && strings.HasSuffix(and, ";") {
			from = len(strings.TrimRight(and, marks))
		}
		if from < end && from > 0 {
			edits = append(edits, diag.Edit{Span: text.Node.Part(from, end), Text: stop})
		}
	}
	if len(edits) == 0 {
		return
	}
	message := fmt.Sprintf("%d of the %d items end with “%s”", len(edits), len(l.items), oneLine(edits[0].Span.Text()))
	if len(edits) == 1 {
		message = fmt.Sprintf("this item ends with “%s”", oneLine(edits[0].Span.Text()))
	}
	c.Report(l.path, edits[0].Span, message, "end each item with a full stop, or with nothing").Fix = edits
}
