package check

import (
	"github.com/isuplan/isuplan/pkg/budget"
	"github.com/isuplan/isuplan/pkg/diag"
	"github.com/isuplan/isuplan/pkg/money"
)

var _ = register(Rule{
	Rule: diag.Rule{Code: "B169", Name: "shared-in-part", Severity: diag.Note, Title: "contributions that together leave a part of their amount over",
		Why:   "Where an amount is shared out in parts, a part that nobody pays is easily overlooked.",
		Since: "0.3",
		Bad: `budget:
  lines:
    - {id: salaries, label: Salaries, fixed: 345054}
  contributions:
    - {id: first, label: By scale, of: total, percent: 50%, parties: [{party: Norway, scale: 0.679}, {party: Sweden, scale: 0.871}]}
    - {id: second, label: Equally, of: total, percent: «40%», how: equally, parties: [{party: Norway}, {party: Sweden}]}
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
	Run:           func(c *Context) { c.eachShared(c.sharedInPart) },
})

// sharedInPart looks at several contributions of one amount; one alone may well be of a part.
func (c *Context) sharedInPart(of []*budget.Contribution) {
	if len(of) < 2 {
		return
	}
	for column := range c.Budget.Columns {
		if sum, ok := c.asked(of, column); ok && sum.LessThan(money.Hundred) {
			c.askedOf(of, sum, column, "correct a `percent`, unless others pay the rest")
			return
		}
	}
}
