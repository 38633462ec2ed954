package check

import (
	"fmt"

	"github.com/isuplan/isuplan/pkg/cost"
	"github.com/isuplan/isuplan/pkg/diag"
	"github.com/isuplan/isuplan/pkg/money"
)

var _ = register(Rule{
	Rule: diag.Rule{Code: "B148", Name: "shares-and-for", Severity: diag.Error, Title: "shares of outcomes that are not what the line is for",
		Why:   "`shares` and `for` say the same of an outcome; where they differ, one of them is wrong, and only one of them is printed.",
		Since: "0.3",
		Bad: `budget:
  lines:
    - {id: salaries, label: Salaries, fixed: 345054, for: outcomes/universal, shares: {universal: «60%»}}
`,
		Good: `budget:
  lines:
    - {id: salaries, label: Salaries, fixed: 345054, for: outcomes/universal}
`},
	Run: func(c *Context) {
		if !c.Budget.Books(cost.For) {
			return
		}
		for i := range c.Budget.Lines {
			if len(c.Budget.Lines[i].Shares) > 0 {
				c.sharesAndFor(i)
			}
		}
	},
})

// sharesAndFor compares the shares of a line, or of a group, with what is booked on each outcome.
func (c *Context) sharesAndFor(i int) {
	l := &c.Budget.Lines[i]
	slack := c.Budget.Rounding.To.Mul(money.New(int64(l.End-i) + 1)) // what sharing each line out alone can do
	for _, column := range c.Budget.Scope().Columns {
		booked := c.bookedByOutcome(i, column)
		for _, outcome := range c.Plan.Outcomes {
			id := outcome.ID.Value
			share, at := money.Zero, l.Shares[0]
			for _, s := range l.Shares {
				if c.below(id)[s.Key.Value] {
					share, at = share.Add(s.Value.Value), s
				}
			}
			said, has := l.Figures[column].Printed.Mul(share).Shift(-2), booked[id]
			if share.IsZero() || has.Sub(said).Abs().LessThanOrEqual(slack) {
				continue
			}
			span := at.Value.Span()
			c.Report("budget/"+l.ID.Value, span,
				fmt.Sprintf("the shares of %s give `%s` %s%%, which is %s, but what it is for comes to %s there", c.label(l.Label), id, share, c.amount(column, said), c.amount(column, has)),
				"take out `shares`, since `for` counts for the outcome, or correct one of the two")
			return
		}
	}
}

// bookedByOutcome adds up what is booked of a line, or of a group, on each outcome.
func (c *Context) bookedByOutcome(i, column int) map[string]money.Decimal {
	out := map[string]money.Decimal{}
	values := c.Budget.Values(cost.For)
	for _, b := range c.Budget.Bookings(i, column) {
		if at := values.Ancestor(b.At[cost.For], 1); at >= 0 {
			id := values[at].ID[len("outcomes/"):]
			out[id] = out[id].Add(b.Amount)
		}
	}
	return out
}
