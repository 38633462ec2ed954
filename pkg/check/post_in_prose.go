package check

import (
	"strings"

	"github.com/isuplan/isuplan/pkg/diag"
	"github.com/isuplan/isuplan/pkg/number"
)

var _ = register(Rule{
	Rule: diag.Rule{Code: "B220", Name: "post-in-prose", Severity: diag.Warning, Title: "a text that gives a post another share of full time, or other months",
		Why:   "The text promises more of a post, or less, than the budget pays.",
		Since: "0.2",
		Bad: `budget:
  lines:
    - id: salaries
      label: Salaries
      posts: [{title: Director, annual: 150000}, {title: Assistant, fte: 50%, annual: 80000}]
assumptions:
  - That the Assistant works at «75 per cent» of full time.
  - That the host State provides the rooms.
`,
		Good: `budget:
  lines:
    - id: salaries
      label: Salaries
      posts: [{title: Director, annual: 150000}, {title: Assistant, fte: 50%, annual: 80000}]
assumptions:
  - "That the Assistant works at ${budget.salaries.assistant.fte} of full time."
  - That the host State provides the rooms.
`},
	NeedsComplete: true,
	Run: func(c *Context) {
		c.eachSaid(func(r *reading, n *number.Number) {
			switch {
			case n.Low != nil || n.Hedged || !r.isTyped(n):
			case n.Kind == number.Share, n.Kind == number.Rate:
				c.postSaid(r, n, ofShare, " per cent")
			case n.Kind == number.Duration && n.Unit == "month":
				c.postSaid(r, n, ofMonths, " months")
			}
		})
	},
})

// postSaid holds a share of full time, or months, against the post that is named last before
// it, or right behind it: "an 80 per cent Programme Officer".
func (c *Context) postSaid(r *reading, n *number.Number, m measure, unit string) {
	var found *saying
	for _, x := range r.namesNear(n) {
		t := c.postOf(x, r)
		if t == nil {
			continue
		}
		f, ok := t.of(m)
		if ok && c.isPostSaid(r, x, n) {
			s := r.say(n, t, f)
			found = &s
		}
	}
	if found != nil && found.relation != equal && !isChange(r, n) && !c.isOfAnotherYear(r, n) {
		c.reportSaying(found, found.figure.is.String()+unit)
	}
}

// postOf returns the one post that a name stands for, in the text's own line where there are
// several; nil where nobody knows.
func (c *Context) postOf(x nameSaid, r *reading) *thing {
	own, isOwn := c.ownLine(r.Subject)
	var found *thing
	for _, t := range x.things[:min(len(x.things), enough)] {
		if t.kind != aPost || isOwn && len(x.things) > 1 && c.Budget.Lines[t.line].ID.Value != own {
			continue
		}
		if found != nil {
			return nil
		}
		found = t
	}
	return found
}

// isPostSaid reports that only words of work stand between a post and a number.
func (c *Context) isPostSaid(r *reading, x nameSaid, n *number.Number) bool {
	const most = 5
	words, before := r.between(x, n)
	if len(words) > most || !before && len(words) > 2 || x.first < n.Next && x.next > n.First {
		return false
	}
	for i := range words {
		if !working[strings.ToLower(words[i].Text)] {
			return false
		}
	}
	// "at 60 per cent of the grade" is no share of full time
	return before || len(words) == 0 || words[0].Text != ","
}

var working = wordSet(`at for on is are works work working employed will be continues to contract a an of in position post ( , who whose time the period over with`)
