package check

import (
	"fmt"
	"strings"

	"github.com/isuplan/isuplan/pkg/budget"
	"github.com/isuplan/isuplan/pkg/diag"
	"github.com/isuplan/isuplan/pkg/money"
)

var _ = register(Rule{
	Rule: diag.Rule{Code: "B167", Name: "shared-twice", Severity: diag.Warning, Title: "contributions that ask for more than the amount that they are of",
		Why:   "The Parties would be asked for the same money twice. Two ways to share out one amount that the meeting is to choose from are right; a waiver says so.",
		Since: "0.3",
		Bad: `budget:
  lines:
    - {id: salaries, label: Salaries, fixed: 345054}
  contributions:
    - {id: first, label: By scale, of: total, parties: [{party: Norway, scale: 0.679}, {party: Sweden, scale: 0.871}]}
    - {id: second, label: Equally, of: «total», how: equally, parties: [{party: Norway}, {party: Sweden}]}
`,
		Good: `budget:
  lines:
    - {id: salaries, label: Salaries, fixed: 345054}
  contributions:
    - {id: first, label: By scale, of: total, percent: 50%, parties: [{party: Norway, scale: 0.679}, {party: Sweden, scale: 0.871}]}
    - {id: second, label: Equally, of: total, percent: 50%, how: equally, parties: [{party: Norway}, {party: Sweden}]}
`},
	AboutThings:   true,
	NeedsComplete: true,
	Run:           func(c *Context) { c.eachShared(c.sharedTwice) },
})

// eachShared shows the contributions of each amount together.
func (c *Context) eachShared(see func([]*budget.Contribution)) {
	of, order := map[string][]*budget.Contribution{}, []string(nil)
	for _, shared := range c.Budget.Contributions {
		id := shared.Of.Value
		if !shared.Of.IsSet() {
			continue
		}
		if of[id] == nil {
			order = append(order, id)
		}
		of[id] = append(of[id], shared)
	}
	for _, id := range order {
		see(of[id])
	}
}

// asked returns what contributions come to of their amount in a column, in per cent; it is
// false where the column has no amount.
func (c *Context) asked(of []*budget.Contribution, column int) (money.Decimal, bool) {
	sum := money.Zero
	for _, shared := range of {
		if shared.Whole[column].Computed == nil || c.Budget.Columns[column].Kind != budget.AmountColumn {
			return sum, false
		}
		part := money.Hundred
		if rate, ok := shared.Percent.In(c.Budget.Columns[column].ID); ok {
			part = rate.Value
		}
		sum = sum.Add(part)
	}
	return sum, true
}

// sharedTwice looks at all contributions of one amount; the first column that has more is said.
func (c *Context) sharedTwice(of []*budget.Contribution) {
	for column := range c.Budget.Columns {
		if sum, ok := c.asked(of, column); ok && sum.GreaterThan(money.Hundred) {
			c.askedOf(of, sum, column, "write the part of each as `percent`, such as 50%; if the meeting is to choose one of them, add a waiver that says so")
			return
		}
	}
}

// askedOf says what contributions come to of their amount.
func (c *Context) askedOf(of []*budget.Contribution, sum money.Decimal, column int, hint string) {
	last := of[len(of)-1]
	at := last.Of.Span()
	if rate, ok := last.Percent.In(c.Budget.Columns[column].ID); ok {
		at = rate.Span()
	}
	names, related := make([]string, len(of)), []diag.Related(nil)
	for i, shared := range of {
		names[i] = c.label(shared.Label)
		if i < len(of)-1 {
			related = append(related, diag.Related{Span: shared.Of.Span(), Note: "of the same amount"})
		}
	}
	verb := "ask"
	if len(of) == 1 {
		verb = "asks"
	}
	c.Report(last.Path(), at, fmt.Sprintf("%s %s for %s%% of `%s`%s", strings.Join(names, " and "), verb, sum, last.Of.Value, c.underHead(column)), hint, related...)
}
