package check

import (
	"fmt"

	"github.com/isuplan/isuplan/pkg/budget"
	"github.com/isuplan/isuplan/pkg/cost"
	"github.com/isuplan/isuplan/pkg/diag"
	"github.com/isuplan/isuplan/pkg/money"
	"github.com/isuplan/isuplan/pkg/schema"
)

var _ = register(Rule{
	Rule: diag.Rule{Code: "B106", Name: "outcome-cost", Severity: diag.Error, Title: "the table by line and the table by outcome disagree",
		Why:   "Two tables of one document would show the same money as two amounts.",
		Since: "0.1",
		Bad: `budget:
  lines:
    - {id: salaries, label: Salaries, fixed: 345054, shares: {universal: 100%}}
  stated_outcomes: {universal: «345045»}
`,
		Good: `budget:
  lines:
    - {id: salaries, label: Salaries, fixed: 345054, shares: {universal: 100%}}
  stated_outcomes: {universal: 345054}
`},
	Run: func(c *Context) {
		entries := c.Budget.ByOutcome(c.Plan)
		for _, stated := range c.Plan.Budget.StatedOutcomes {
			c.outcomeCost(stated, entries)
		}
	},
})

// outcomeCost compares what is stated for an outcome with what the lines' shares
// come to.
func (c *Context) outcomeCost(stated schema.Entry[cost.Series[cost.Cell]], entries []budget.Apportioned) {
	id := stated.Key.Value
	for i := range entries {
		if entries[i].Outcome != id {
			continue
		}
		for column := range c.Budget.Columns {
			c.outcomeCell(id, stated.Value, entries[i], column)
		}
		return
	}
	var ids []string
	for _, o := range c.Plan.Outcomes {
		ids = append(ids, o.ID.Value)
	}
	c.Report("budget/outcomes", stated.Key.Span(), fmt.Sprintf("no cost is shared out to an outcome `%s`", id), diag.DidYouMean(id, ids))
}

func (c *Context) outcomeCell(id string, stated cost.Series[cost.Cell], entry budget.Apportioned, column int) {
	cell, ok := stated.In(c.Budget.Columns[column].ID)
	diff := cell.Value.Value.Sub(entry.Amounts[column])
	if !ok || diff.Abs().LessThanOrEqual(c.outcomeSlack(id)) {
		return // another rule says that the tolerance passes it
	}
	where := ""
	if len(c.Budget.Columns) > 1 {
		where = ", " + c.head(column)
	}
	c.Report("budget/outcomes", cell.Span(),
		fmt.Sprintf("the table by outcome states %s for `%s`%s, but the lines share out %s to it; the difference is %s",
			c.money(cell.Value.Value), id, where, c.money(entry.Amounts[column]), c.signed(column, diff)),
		"correct the amount, or the shares of one of the lines", c.sharedTo(id)...)
}

// outcomeSlack is what the plan's tolerance passes in what an outcome costs: what rounding
// the lines that are shared out to it, and their sum, can do.
func (c *Context) outcomeSlack(outcome string) money.Decimal {
	if c.Budget.Tolerance.IsZero() {
		return money.Zero
	}
	return c.Budget.Slack(len(c.sharedTo(outcome)) + 1)
}

// sharedTo points at the shares that go to an outcome.
func (c *Context) sharedTo(outcome string) []diag.Related {
	var related []diag.Related
	below := c.below(outcome)
	for i := range c.Budget.Lines {
		l := &c.Budget.Lines[i]
		for _, s := range l.Shares {
			if below[s.Key.Value] {
				related = append(related, diag.Related{Span: s.Key.Span(), Note: fmt.Sprintf("%s%% of %s", s.Value.Value, c.label(l.Label))})
			}
		}
	}
	return related
}

// below returns the paths that count for an outcome.
func (c *Context) below(outcome string) map[string]bool {
	paths := map[string]bool{}
	for _, o := range c.Plan.Outcomes {
		if o.ID.Value != outcome {
			continue
		}
		paths[outcome], paths["outcomes/"+outcome] = true, true
		for _, out := range o.Outputs {
			paths["outputs/"+out.ID.Value] = true
			for _, a := range out.Activities {
				paths["activities/"+a.ID.Value] = true
			}
		}
	}
	return paths
}
