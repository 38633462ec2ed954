package check

import (
	"fmt"
	"strings"

	"github.com/isuplan/isuplan/pkg/diag"
	"github.com/isuplan/isuplan/pkg/money"
	"github.com/isuplan/isuplan/pkg/number"
)

var _ = register(Rule{
	Rule: diag.Rule{Code: "R110", Name: "items-in-prose", Severity: diag.Warning, Title: "a text that announces more items than follow, or fewer",
		Why:   "A reader who counts them looks for the one that is missing.",
		Since: "0.2",
		Bad: `summary:
  objective: "The Unit pursues the following «three» objectives:"
  objectives:
    - Advise States Parties on their obligations.
    - Keep records of the meetings.
`,
		Good: `summary:
  objective: "The Unit pursues the following two objectives:"
  objectives:
    - Advise States Parties on their obligations.
    - Keep records of the meetings.
`},
	NeedsComplete: true,
	Run: func(c *Context) {
		following := map[string]int{}
		for _, p := range c.Plan.Priorities {
			following["priorities/"+p.ID.Value] = len(p.Items)
		}
		following["summary/objective"], following["summary"] = len(c.Plan.Summary.Objectives), len(c.Plan.Summary.Objectives)
		c.eachSaid(func(r *reading, n *number.Number) {
			if n.Kind == number.Count && n.Low == nil && !n.Hedged && r.isTyped(n) {
				c.itemsSaid(r, n, following[r.Subject])
			}
		})
	},
})

// itemsSaid holds a number of items against those that follow, and one of outcomes against
// the plan's.
func (c *Context) itemsSaid(r *reading, n *number.Number, following int) {
	is, what := 0, ""
	switch {
	case following > 0 && r.announces(n):
		is, what = following, count(following, "item")+" below it"
	case r.countsOutcomes(n):
		is, what = len(c.Plan.Outcomes), count(len(c.Plan.Outcomes), "outcome")
	}
	if is == 0 || n.Value.Equal(money.New(int64(is))) || c.isOfAnotherYear(r, n) {
		return
	}
	c.Report(r.Subject, r.span(n.From, n.To), fmt.Sprintf("the text says “%s”, but the plan has %s", oneLine(r.read[n.From:r.Words[min(len(r.Words), n.Next+1)-1].To]), what),
		"correct the number, or add what is missing")
}

// announces reports "the following three actions:" at the end of a text.
func (r *reading) announces(n *number.Number) bool {
	const far = 12
	if last := r.Words[len(r.Words)-1]; last.Text != ":" || len(r.Words)-n.Next > far {
		return false
	}
	if len(r.Words)-n.Next == 2 && listedNouns[strings.ToLower(r.Words[n.Next].Text)] {
		return true
	}
	for i := max(0, n.First-2); i < min(len(r.Words), n.Next+1); i++ {
		switch strings.ToLower(r.Words[i].Text) {
		case "following", "these":
			return true
		}
	}
	return false
}

// listedNouns are what a text that ends with them and a colon lists.
var listedNouns = wordSet("ways objectives tasks aims goals purposes areas fields steps actions points priorities")

// countsOutcomes reports "the five outcomes" and "the plan has five expected outcomes", not
// those of a meeting.
func (r *reading) countsOutcomes(n *number.Number) bool {
	at := n.Next
	if at < len(r.Words) && (strings.EqualFold(r.Words[at].Text, "expected") || strings.EqualFold(r.Words[at].Text, "planned")) {
		at++
	}
	if at >= len(r.Words) || !strings.EqualFold(r.Words[at].Text, "outcomes") || n.First == 0 {
		return false
	}
	if at+1 < len(r.Words) && strings.EqualFold(r.Words[at+1].Text, "of") {
		return false
	}
	switch strings.ToLower(r.Words[n.First-1].Text) {
	case "the", "its", "has", "all", "these", "following", "have", "pursues", "towards":
		return n.First < 2 || !strings.EqualFold(r.Words[n.First-2].Text, "of")
	}
	return false
}
