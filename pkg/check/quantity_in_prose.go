package check

import (
	"fmt"
	"strings"

	"github.com/isuplan/isuplan/pkg/diag"
	"github.com/isuplan/isuplan/pkg/number"
	"github.com/isuplan/isuplan/pkg/pattern"
	"github.com/isuplan/isuplan/pkg/source"
)

var _ = register(Rule{
	Rule: diag.Rule{Code: "B202", Name: "quantity-in-prose", Severity: diag.Warning, Title: "a text that counts otherwise than the budget",
		Why:   "The amount follows from one number and the words beside it give another; a reader cannot tell which one was costed.",
		Since: "0.1",
		Bad: `budget:
  lines:
    - {id: travel, label: Travel, units: [{item: trip, quantity: 6, cost: 2000}], note: An average of «five trips».}
`,
		Good: `budget:
  lines:
    - {id: travel, label: Travel, units: [{item: trip, quantity: 6, cost: 2000}], note: Six trips.}
`},
	Run: func(c *Context) {
		if len(c.nouns().lines) == 0 {
			return
		}
		planned := &plannedCounts{Context: c}
		c.eachNumber(func(r *reading, n *number.Number) {
			if n.Kind == number.Count || n.Kind == number.Plain && n.Low != nil {
				c.quantity(r, n, planned)
			}
		})
		planned.judge()
	},
})

// quantity compares a number of a noun with what the lines count.
func (c *Context) quantity(r *reading, n *number.Number, planned *plannedCounts) {
	counted, ok := c.countedNoun(r, n)
	switch {
	case !ok || n.Low != nil && !n.Low.Equal(n.Value) && counted.sort != "" && !counted.isSort():
	case counted.owns:
		if !counted.agrees() && !isPart(r, n) {
			c.reportQuantity(counted)
		}
	case isBudgetTalk(r, n):
		if !counted.agrees() {
			c.reportQuantity(counted)
		}
	case isPromise(r.Subject):
		planned.add(counted)
	}
}

// reportQuantity reports a text that counts otherwise than a line.
func (c *Context) reportQuantity(x countedNoun) {
	line := &c.Budget.Lines[x.lines[0].line]
	noun := &x.lines[0].noun
	said := x.read[x.number.From:x.Words[x.to-1].To]
	c.Report(x.Subject, x.span(x.number.From, x.Words[x.to-1].To),
		fmt.Sprintf("the text says “%s”; the line “%s” counts %s", oneLine(said), c.label(line.Label), c.label(source.At[string]{Value: noun.String()})+c.byColumn(noun)),
		fmt.Sprintf("write the number that is budgeted, or quote it: ${budget.%s.%s}", line.ID.Value, noun.reference(x.sort)),
		noun.related(c)...)
}

// isBudgetTalk reports whether a text outside the line's own speaks of all of the quantity
// and not of a part of it.
func isBudgetTalk(r *reading, n *number.Number) bool {
	if r.Subject == "budget/notes" || strings.HasPrefix(r.Subject, "budget/notes/") {
		return true
	}
	from, to := r.near(n)
	return perYear().MatchString(r.read[r.Words[from].From:r.Words[to-1].To])
}

var perYear = pattern.Lazy(`(?i)\b(?:(?:per|a|each|every) year|annually|yearly|in total|a total of|on average|average of|budgeted)\b`)

// isPart reports a number behind words that take a part out: "including two trips".
func isPart(r *reading, n *number.Number) bool {
	const far = 2
	for i := n.First - 1; i >= max(0, n.First-far); i-- {
		switch strings.ToLower(r.Words[i].Text) {
		case "including", "includes", "include", "which", "among", "additional", "further", "another", "other":
			return true
		}
	}
	return false
}
