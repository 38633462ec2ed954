package check

import (
	"fmt"
	"slices"
	"strings"

	"github.com/isuplan/isuplan/pkg/budget"
	"github.com/isuplan/isuplan/pkg/cost"
	"github.com/isuplan/isuplan/pkg/diag"
	"github.com/isuplan/isuplan/pkg/money"
)

//nolint:misspell // the id is mistyped on purpose
var _ = register(Rule{
	Rule: diag.Rule{Code: "B105", Name: "shares", Severity: diag.Error, Title: "shares of a cost that go nowhere or add up to more than the whole",
		Why:   "The cost by outcome would name money that the budget does not have, or lose some that it has.",
		Since: "0.1",
		Bad: `budget:
  lines:
    - {id: salaries, label: Salaries, fixed: 345054, shares: {«univeral»: 100%}}
`,
		Good: `budget:
  lines:
    - {id: salaries, label: Salaries, fixed: 345054, shares: {universal: 100%}}
`},
	Run: func(c *Context) {
		known := c.sharePaths()
		covered := 0 // lines before it belong to a group that is shared out as a whole
		for i := range c.Budget.Lines {
			l := &c.Budget.Lines[i]
			if len(l.Shares) == 0 {
				continue
			}
			c.shares(l, known)
			if i < covered {
				c.Report("budget/"+l.ID.Value, l.Shares[0].Key.Span(),
					fmt.Sprintf("%q has shares, but its group is shared out as a whole already", c.label(l.Label)),
					"keep the shares of the line or those of the group")
			}
			covered = max(covered, l.End)
		}
	},
})

// sharePaths returns what a share may name.
func (c *Context) sharePaths() []string {
	var paths []string
	for _, o := range c.Plan.Outcomes {
		paths = append(paths, o.ID.Value, "outcomes/"+o.ID.Value)
		for _, out := range o.Outputs {
			paths = append(paths, "outputs/"+out.ID.Value)
			for _, a := range out.Activities {
				paths = append(paths, "activities/"+a.ID.Value)
			}
		}
	}
	return paths
}

func (c *Context) shares(l *budget.Line, known []string) {
	subject := "budget/" + l.ID.Value
	sum := money.Zero
	named := map[string]cost.Share{}
	for _, s := range l.Shares {
		sum = sum.Add(s.Value.Value)
		outcome := strings.TrimPrefix(s.Key.Value, "outcomes/")
		if first, twice := named[outcome]; twice {
			c.Report(subject, s.Key.Span(), fmt.Sprintf("two shares of %q go to one outcome: `%s` and `%s`", c.label(l.Label), first.Key.Value, s.Key.Value),
				"write one share for it", diag.Related{Span: first.Key.Span(), Note: "the first"})
		}
		named[outcome] = s
		if !slices.Contains(known, s.Key.Value) {
			c.Report(subject, s.Key.Span(), fmt.Sprintf("a share of %q goes to `%s`, which does not exist", c.label(l.Label), s.Key.Value),
				diag.DidYouMean(s.Key.Value, known))
		}
	}
	if sum.GreaterThan(money.Hundred) {
		c.Report(subject, l.Shares[0].Key.Span(), fmt.Sprintf("the shares of %q add up to %s%%", c.label(l.Label), sum),
			"they may come to 100% at the most; what they leave over is shown as not shared out")
	}
}
