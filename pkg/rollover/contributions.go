package rollover

import (
	"fmt"
	"strings"

	"github.com/isuplan/isuplan/pkg/plan"
	"github.com/isuplan/isuplan/pkg/source"
)

// contributions keep what was stated and paid as figures of the year before. What a Party owes
// of earlier years, its rate and its being a Party at all are for a person to look at.
func (r *roller) contributions(old, now string) {
	for i := range r.plan.Budget.Contributions {
		c := &r.plan.Budget.Contributions[i]
		r.kept(c.Node, "stated", c.Stated.All.Node, old)
		if amount := c.Amount.All.Node; c.Amount.All.IsSet() && old != "" {
			r.put(amount, fmt.Sprintf("{%s: %s, %s: %s}", old, amount.Text(), now, amount.Text()))
		}
		if c.List.IsSet() {
			r.review(c.List.Span(), "the list of Parties, which is that of the old plan: its rates, and what was paid and is owed")
			continue
		}
		about := []string{"the Parties and their rates, which are those of the period before"}
		if r.parties(c, old) {
			about = append(about, "what each owes of earlier years")
		}
		r.review(c.ID.Span(), "%s", strings.Join(about, "; "))
	}
}

// parties rolls on what the Parties have. It reports whether something was paid or owed.
func (r *roller) parties(c *plan.Contribution, old string) (owed bool) {
	for i := range c.Parties {
		p := &c.Parties[i]
		r.kept(p.Node, "stated", p.Stated.All.Node, old)
		r.kept(p.Node, "paid", p.Paid.All.Node, old)
		if p.Arrears.IsSet() {
			r.remove(p.Node, "arrears")
		}
		owed = owed || p.Paid.IsSet() || p.Arrears.IsSet()
	}
	return owed
}

// kept leaves a figure that is said once to the column of the year before: the one of a name,
// or those of the table that are not new.
func (r *roller) kept(parent source.Node, key string, value source.Node, old string) {
	switch {
	case value.IsZero():
	case old != "":
		r.put(value, fmt.Sprintf("{%s: %s}", old, value.Text()))
	default:
		r.onlyKept(parent, key, value)
	}
}
