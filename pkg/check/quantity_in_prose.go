package check

import (
	"fmt"
	"strings"

	"github.com/isuplan/isuplan/pkg/diag"
	"github.com/isuplan/isuplan/pkg/money"
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
		c.eachSaid(func(r *reading, n *number.Number) {
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
		if !counted.agrees() && !isPart(r, n) && !c.isElsewhen(&counted) {
			c.reportQuantity(counted)
		}
	case isBudgetTalk(r, n):
		if !counted.agrees() && !c.isElsewhen(&counted) && !counted.isCostOfOne() {
			c.reportQuantity(counted)
		}
	case isPromise(r.Subject) && !counted.isFarMore():
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

// isElsewhen reports a number of another year: that of a column which the sentence names, or one
// beside which the text says how many there are now.
func (c *Context) isElsewhen(x *countedNoun) bool {
	if !c.isOfAnotherYear(x.reading, x.number) {
		return false
	}
	from, to := x.near(x.number)
	said := x.read[x.Words[from].From:x.Words[to-1].To]
	for i := range c.Budget.Columns {
		scope, ok := c.Budget.ScopeOf(i)
		if !ok || !strings.Contains(said, c.Budget.Columns[i].ID) && !strings.Contains(said, c.head(i)) {
			continue
		}
		for _, l := range x.lines[:min(len(x.lines), enough)] {
			for name, q := range byQuote(scope, c.Budget, &c.Budget.Lines[l.line]) {
				if strings.HasSuffix(name, ".quantity") && q.Value.Equal(x.number.Value) {
					return true
				}
			}
		}
	}
	for i := range x.Numbers {
		if n := &x.Numbers[i]; n != x.number && !c.isOfAnotherYear(x.reading, n) {
			if other, ok := c.countedNoun(x.reading, n); ok && other.key == x.key && other.agrees() {
				return true
			}
		}
	}
	return false
}

// isCostOfOne reports "one delegate costs".
func (x *countedNoun) isCostOfOne() bool {
	return x.number.Value.Equal(money.New(1)) && x.to < len(x.Words) && strings.HasPrefix(strings.ToLower(x.Words[x.to].Text), "cost")
}

// isFarMore reports so many that not even a slip makes them what the line counts: it pays for 40
// titles, and the library is to have 60,000.
func (x *countedNoun) isFarMore() bool {
	const far = 100
	return len(x.lines) < fewLines && x.number.Value.GreaterThan(x.most().Mul(money.New(far)))
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
