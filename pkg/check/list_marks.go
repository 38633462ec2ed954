package check

import (
	"fmt"
	"strings"

	"github.com/isuplan/isuplan/pkg/diag"
	"github.com/isuplan/isuplan/pkg/plan"
)

var _ = register(Rule{
	Rule: diag.Rule{Code: "E107", Name: "list-marks", Severity: diag.Note, Title: "semicolons at the ends of bulleted items",
		Why:   "The United Nations put no semicolons at the ends of bulleted items and numbered paragraphs; editors take them out one by one. Items with letters, (a) and (b), have them (Editorial Manual, Lists).",
		Since: "0.1",
		Bad: `assumptions:
  - That contributions arrive in time«;»
  - That the host State provides the rooms.
`,
		Good: `assumptions:
  - That contributions arrive in time.
  - That the host State provides the rooms.
`},
	AboutThings: true,
	Run: func(c *Context) {
		if !c.isEnglish() {
			return
		}
		for _, l := range c.lists() {
			if l.lettered {
				c.letteredMarks(l)
			} else {
				c.listMarks(l)
			}
		}
	},
})

// list is a list of the document: its path and the texts of its items, which have letters
// or bullets, or are paragraphs.
type list struct {
	path     string
	items    []plan.Prose
	lettered bool
}

// lists returns the lists of the plan, as the template un prints them.
func (c *Context) lists() []list {
	p := c.Plan
	lists := []list{{path: "summary/objectives", items: proses(p.Summary.Objectives)}, {path: "summary/outcomes"}, {"mandate", proses(p.Mandate), true}}
	for _, o := range p.Summary.Outcomes {
		lists[1].items = append(lists[1].items, o.Text)
	}
	for _, x := range p.Priorities {
		lists = append(lists, list{"priorities/" + x.ID.Value, proses(x.Items), true})
	}
	return append(lists, list{path: "assumptions", items: proses(p.Assumptions)}, list{path: "budget/notes", items: proses(p.Budget.Notes)})
}

func proses(items []plan.Item) []plan.Prose {
	var texts []plan.Prose
	for _, i := range items {
		texts = append(texts, i.Text)
	}
	return texts
}

// letteredMarks reports the one item of a list with letters that ends with another mark
// than the semicolon that all others before the last one have.
func (c *Context) letteredMarks(l list) {
	const least = 4 // of fewer items none is the odd one
	if len(l.items) < least {
		return
	}
	odd := -1
	for i, text := range l.items[:len(l.items)-1] {
		if strings.HasSuffix(withoutAnd(strings.TrimRight(text.Value, " \n")), ";") {
			continue
		}
		if odd >= 0 {
			return
		}
		odd = i
	}
	if odd < 0 {
		return
	}
	text := l.items[odd]
	end := len(strings.TrimRight(text.Value, " \n"))
	from := len(strings.TrimRight(text.Value[:end], ".,:"))
	if from == 0 || from == end {
		return // where no mark stands another rule says so
	}
	c.Mend(l.path, text.Node.Part(from, end), ";", fmt.Sprintf("this item ends with “%s”, all others before the last with “;”", text.Value[from:end]), "end it as the others")
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
